from resume_parser.document import Box, Line, Word, bounding_box
from resume_parser.layout.text import covered_boxes, covered_lines, line_text, word_spans


def line(*words: tuple[str, str]) -> Line:
    return Line(tuple(Word(text, gap=gap) for gap, text in words), page=1)


def test_gaps_become_nothing_one_space_or_two() -> None:
    assert line_text(line((" ", "Data"), (" ", "engineer"), ("", ","), ("\t", "2019"))) == "Data engineer,  2019"


def test_the_gap_before_the_first_word_does_not_count() -> None:
    assert line_text(line(("\t", "Lyon"))) == "Lyon"
    assert word_spans(line(("\t", "Lyon"))) == ((0, 4),)


def test_each_span_cuts_its_word_out_of_the_text() -> None:
    row = line((" ", "Data"), ("", "-"), ("", "base"), ("\t", "2019"), (" ", "Lyon"))
    assert [line_text(row)[start:end] for start, end in word_spans(row)] == [word.text for word in row.words]


def test_a_line_without_words_has_no_text() -> None:
    assert line_text(line()) == ""
    assert word_spans(line()) == ()


def test_a_line_is_covered_when_it_shares_a_character_with_the_range() -> None:
    rows = [Line((Word(text),), page=1, start=start, end=start + len(text)) for start, text in ((0, "Ada"), (4, "Baker"), (10, "Lyon"))]
    assert [row.start for row in covered_lines(rows, 2, 5)] == [0, 4]
    assert [row.start for row in covered_lines(rows, 3, 4)] == []
    assert [row.start for row in covered_lines(rows, 4, 9)] == [4]
    assert [row.start for row in covered_lines(rows, 4, 4)] == [4]


def test_the_boxes_of_covered_words_leave_out_the_others() -> None:
    first, second = Box(0, 0, 10, 8), Box(14, 1, 30, 9)
    row = Line((Word("Ada", first), Word("Marlowe", second), Word("RN")), page=1, start=20, end=34)
    assert covered_boxes(row, 24, 34) == [second]
    assert covered_boxes(row, 20, 34) == [first, second]
    assert bounding_box([first, second]) == Box(0, 0, 30, 9)


def test_boxes_that_touch_are_not_apart() -> None:
    first = Box(0, 0, 10, 10)
    others = (Box(5, 5, 20, 20), Box(10, 0, 20, 5), Box(13, 14, 20, 20), Box(0, -9, 5, -4))
    assert [first.distance(other) for other in others] == [0, 0, 5, 4]
