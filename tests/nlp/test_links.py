from dataclasses import replace

import pytest

from resume_parser.document import Box, Document, Line, LinkArea, Page, Word
from resume_parser.nlp.links import Link, document_links, find_emails, find_urls


def emails(text: str, *links: Link) -> list[str]:
    return [entity.value for entity in find_emails(text, links)]


def urls(text: str, *links: Link) -> list[tuple[str, str | None]]:
    return [(entity.value, entity.kind) for entity in find_urls(text, links, find_emails(text, links))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jane.doe@example.com", "jane.doe@example.com"),
        ("Email:JANE.DOE@EXAMPLE.COM", "jane.doe@example.com"),
        ("Mail: <Jane.Doe+cv@Example.org>.", "Jane.Doe+cv@example.org"),
        ("jane [at] example [dot] com", "jane@example.com"),
        ("jane(at)example.de", "jane@example.de"),
        ("jane @ example.com", "jane@example.com"),
        ("jane.doe@gmail.comPhone", "jane.doe@gmail.com"),
        ("jane.doe@uni-test.ac.uk;", "jane.doe@uni-test.ac.uk"),
        ("jane.doe@exam\nple.com", "jane.doe@example.com"),
        ("jane@\nexample.com", "jane@example.com"),
        ("jane@example.\ncom", "jane@example.com"),
        ("JANE@EXAMPLE.CO\nM\nBERLIN", "jane@example.com"),
        ("jane@example.co\nB", "jane@example.co"),
        ("mailto:jane@example.com", "jane@example.com"),
    ],
)
def test_an_address_is_read_however_it_is_printed(text: str, value: str) -> None:
    assert emails(text) == [value]


@pytest.mark.parametrize("text", ["Engineer @ Example.com", "@janedoe", "jane@localhost", "50 @ 3.5", "user@"])
def test_a_sign_alone_makes_no_address(text: str) -> None:
    assert emails(text) == []


def test_each_address_counts_once() -> None:
    assert emails("jane@example.com | Jane@example.com | j@example.org") == ["jane@example.com", "j@example.org"]


def test_a_mailto_link_under_other_words_gives_its_address() -> None:
    assert emails("Contact me", Link(0, 7, "mailto:jane@example.com?subject=cv")) == ["jane@example.com"]


def test_the_printed_address_wins_over_the_target_below_it() -> None:
    assert emails("jane@example.com", Link(0, 16, "mailto:your.name@template.com")) == ["jane@example.com"]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("http://janedoe.dev/", "https://janedoe.dev", "from_resume"),
        ("www.janedoe.com.", "https://www.janedoe.com", "from_resume"),
        ("janedoe.dev", "https://janedoe.dev", "from_resume"),
        ("Portfolio: janedoe.github.io", "https://janedoe.github.io", "from_resume"),
        ("linkedin.com/in/jane-doe", "https://www.linkedin.com/in/jane-doe", "linkedin"),
        ("https://fr.linkedin.com/in/jane?trk=x", "https://fr.linkedin.com/in/jane", "linkedin"),
        ("jane@example.com 555 janedoe.dev", "https://janedoe.dev", "from_resume"),
        ("Website janedoe.dev", "https://janedoe.dev", "from_resume"),
        ("www.linkedin.com/in/jane-\n12345", "https://www.linkedin.com/in/jane-12345", "linkedin"),
        ("https://linkedin.com/in/\njanedoe", "https://www.linkedin.com/in/janedoe", "linkedin"),
        ("github.com/janedoe", "https://github.com/janedoe", "github"),
        ("twitter.com/janedoe", "https://twitter.com/janedoe", "twitter"),
        ("x.com/@jane", "https://x.com/@jane", "twitter"),
        ("facebook.com/jane.doe", "https://facebook.com/jane.doe", "facebook"),
        ("LinkedIn: jane-doe", "https://www.linkedin.com/in/jane-doe", "linkedin"),
        ("GitHub: @janedoe92", "https://github.com/janedoe92", "github"),
        ("in/jane-doe", "https://www.linkedin.com/in/jane-doe", "linkedin"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", "from_resume"),
        ("Blog: https://example.org/a?b=c,", "https://example.org/a?b=c", "from_resume"),
    ],
)
def test_a_link_is_read_and_normalised(text: str, value: str, kind: str) -> None:
    assert urls(text) == [(value, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "node.js",
        "node.js, asp.net, socket.io",
        "ASP.NET",
        "Socket.IO",
        "see main.py and README.md",
        "resume.pdf",
        "e.g. this",
        "LinkedIn: Profile",
        "jane@example.com",
        "Worked at Booking.com",
        "3.5/5.0",
    ],
)
def test_file_names_technologies_and_addresses_are_no_links(text: str) -> None:
    assert urls(text) == []


def test_offsets_point_at_the_printed_link() -> None:
    text = "Site: www.janedoe.com, jane@example.com"
    for entity in (*find_urls(text), *find_emails(text)):
        assert text[entity.start : entity.end] == entity.text
        assert entity.text in ("www.janedoe.com", "jane@example.com")


def test_a_hyperlink_under_a_word_is_a_link() -> None:
    assert urls("LinkedIn GitHub", Link(0, 8, "https://linkedin.com/in/jane"), Link(9, 15, "https://github.com/jane")) == [
        ("https://www.linkedin.com/in/jane", "linkedin"),
        ("https://github.com/jane", "github"),
    ]


def test_the_same_page_printed_and_linked_counts_once() -> None:
    assert urls("github.com/jane", Link(0, 15, "https://www.github.com/jane/")) == [("https://github.com/jane", "github")]


def test_a_company_site_far_from_the_contact_data_scores_low() -> None:
    text = (
        "jane@example.com\n" + "\n".join(f"line {n}" for n in range(20)) + "\nhttps://company.example.org\n1\n2\n3\n4\n5\ngithub.com/jane"
    )
    scores = {entity.value: entity.score for entity in find_urls(text, (), find_emails(text))}
    assert scores["https://company.example.org"] < 0.5 < scores["https://github.com/jane"]


def test_neighbouring_words_with_one_target_make_one_link() -> None:
    words = (Word("my", link="https://a.org"), Word("site", link="https://a.org"), Word("mail", link="mailto:j@a.org"), Word("x"))
    document = Document("pdf", (), 1, text="my site mail x", lines=(Line(words, 1, start=0, end=14),))
    assert document_links(document) == (Link(0, 7, "https://a.org"), Link(8, 12, "mailto:j@a.org"))


def test_the_target_completes_an_address_that_the_page_cuts() -> None:
    assert urls("linkedin.com/in/jane-", Link(0, 21, "https://www.linkedin.com/in/jane-doe-123")) == [
        ("https://www.linkedin.com/in/jane-doe-123", "linkedin")
    ]
    assert urls("linkedin.com/in/zoé", Link(0, 19, "https://linkedin.com/in/zo%C3%A9")) == [("https://www.linkedin.com/in/zoé", "linkedin")]


def test_the_link_of_an_icon_stands_before_the_line_next_to_it() -> None:
    lines = [
        Line((Word(text),), 1, box=Box(40, top, 200, top + 12), start=start, end=start + len(text))
        for text, top, start in (("Jane", 40, 0), ("Acme", 400, 5))
    ]
    icon = LinkArea(Box(220, 42, 230, 52), "https://github.com/jane")
    document = Document("pdf", (Page(1, 600, 800, (), areas=(icon,)),), 1, text="Jane\nAcme", lines=tuple(lines))
    assert document_links(document) == (Link(0, 0, "https://github.com/jane"),)
    assert urls(document.text, *document_links(document)) == [("https://github.com/jane", "github")]
    assert document_links(replace(document, lines=())) == ()


def test_an_icon_that_leads_to_a_mail_is_an_address() -> None:
    assert emails("Jane", Link(0, 0, "mailto:jane@example.org")) == ["jane@example.org"]
