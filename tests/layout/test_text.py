from resume_parser.document import Line, Word
from resume_parser.layout.text import line_text, word_spans


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
