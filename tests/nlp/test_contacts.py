from resume_parser.document import Document, Line, Word
from resume_parser.entities import Entity
from resume_parser.layout.text import line_text
from resume_parser.nlp.contacts import find_contacts
from resume_parser.options import Options


def document(*rows: str, links: dict[str, str] | None = None) -> Document:
    lines, at = [], 0
    for row in rows:
        words = tuple(Word(word, link=(links or {}).get(word)) for word in row.split())
        line = Line(words, 1)
        lines.append(Line(words, 1, start=at, end=at + len(line_text(line))))
        at = lines[-1].end + 1
    return Document("pdf", (), 1, text="\n".join(line_text(line) for line in lines), lines=tuple(lines))


def values(found: list[Entity], label: str) -> list[str]:
    return [entity.value for entity in found if entity.label == label]


def test_the_contact_data_of_a_header_are_found() -> None:
    found = find_contacts(
        document(
            "Claire Fontaine",
            "12 rue des Lilas, 69003 Lyon, France",
            "claire@example.org | 06 12 34 56 78 | LinkedIn",
            "Née le 9 août 1990 - Permis B",
            links={"LinkedIn": "https://www.linkedin.com/in/claire-demo"},
        ),
        "fr",
        Options(),
    )
    assert values(found, "email") == ["claire@example.org"]
    assert values(found, "phone") == ["+33612345678"]
    assert values(found, "url") == ["https://www.linkedin.com/in/claire-demo"]
    assert values(found, "date_birth") == ["1990-08-09"]
    assert values(found, "driving_license") == ["B"]
    assert values(found, "gender") == []


def test_the_country_of_the_header_says_how_a_national_number_is_read() -> None:
    rows = ("Jane Doe", "Berlin, Germany", "Tel: 030 12345678")
    assert values(find_contacts(document(*rows), "en", Options()), "phone") == ["+493012345678"]


def test_the_asked_region_comes_first() -> None:
    assert values(find_contacts(document("Tel: 020 7946 0018"), "fr", Options(default_region="GB")), "phone") == ["+442079460018"]


def test_the_ending_of_an_address_hints_at_the_country() -> None:
    assert values(find_contacts(document("jane@example.at", "Tel: 0664 1234567"), "en", Options()), "phone") == ["+436641234567"]


def test_a_document_without_contact_data_gives_nothing() -> None:
    assert find_contacts(document("Managed a budget of 1 000 000 000 in 2015 - 2018", "node.js, asp.net"), "en", Options()) == []


def test_the_empty_document_gives_nothing() -> None:
    assert find_contacts(document(), "en", Options()) == []
