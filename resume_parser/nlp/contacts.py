"""How to reach the candidate: e-mails, links and phones of a document, and the personal facts that it labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resume_parser.document import Document
from resume_parser.entities import Entity
from resume_parser.locales import LANGUAGES, load
from resume_parser.nlp.links import document_links, find_emails, find_urls
from resume_parser.nlp.personal import birth_date, driving_license, gender, phone_labels
from resume_parser.nlp.phones import find_phones
from resume_parser.nlp.place_words import place_words
from resume_parser.nlp.places import find_places
from resume_parser.options import Options

SURE = 0.5  # links below this score lead to employers and projects rather than to the candidate
MOST_REGIONS = 8  # of a language; with many, any run of digits is a number somewhere
HEADER_CHARACTERS = 600  # where the own address stands, if the resume prints one
OTHER_SPEAKERS = {  # ISO 639-1 -> ISO 3166 alpha-2, for languages without a locale whose country has another code
    "cs": ("CZ",),
    "zh": ("CN", "TW", "HK", "SG"),
    "ja": ("JP",),
    "ko": ("KR",),
    "uk": ("UA",),
    "ca": ("ES",),
}


def find_contacts(document: Document, language: str, options: Options) -> list[Entity]:
    """The e-mails, phones, links, birth date, driving licence and gender that a document states, in this order of kinds."""
    text, links = document.text, document_links(document)
    emails = find_emails(text, links)
    phones = find_phones(text, phone_regions(text, language, options, emails), phone_labels())
    urls = [url for url in find_urls(text, links, [*emails, *phones]) if url.score >= SURE]
    facts = [fact for fact in (birth_date(text, language), driving_license(text), gender(text)) if fact]
    return [*emails, *phones, *urls, *facts]


def phone_regions(text: str, language: str, options: Options, emails: Sequence[Entity]) -> tuple[str, ...]:
    """The countries to try for a number without a country code: as asked, as the header says, as the language and e-mail suggest."""
    asked = (options.default_region,) if options.default_region else ()
    domains = [email.value.rpartition(".")[2].upper() for email in emails]
    by_domain = [domain for domain in domains if domain in place_words().codes]
    speakers = load(language).regions[:MOST_REGIONS] if language in LANGUAGES else OTHER_SPEAKERS.get(language, (language.upper(),))
    return tuple(dict.fromkeys([*asked, *header_countries(text), *by_domain, *speakers]))


def header_countries(text: str) -> Iterator[str]:
    """The alpha-2 codes of the countries of the places in the first lines."""
    alpha_2 = {alpha_3: code for code, alpha_3 in place_words().codes.items()}
    for line in text[:HEADER_CHARACTERS].split("\n"):
        for span in find_places(line):
            code = alpha_2.get(span.place.country or "")
            if code and span.score >= SURE:
                yield code
