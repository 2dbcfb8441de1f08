"""The e-mails, links and phones of a document, with the countries that its phone numbers can belong to."""

from __future__ import annotations

from collections.abc import Sequence

from resume_parser.document import Document
from resume_parser.entities import Entity
from resume_parser.nlp.links import document_links, find_emails, find_urls
from resume_parser.nlp.phones import find_phones
from resume_parser.options import Options

# countries whose numbers resumes in a language print without a country code, the likeliest first (ISO 3166 alpha-2)
REGIONS = {
    "en": ("US", "GB", "CA", "AU", "IN", "IE"),
    "fr": ("FR", "BE", "CH", "CA", "LU"),
    "de": ("DE", "AT", "CH"),
    "es": ("ES", "MX", "CO", "AR", "CL", "PE"),
    "it": ("IT", "CH"),
    "pt": ("BR", "PT"),
    "nl": ("NL", "BE"),
    "pl": ("PL",),
    "sv": ("SE", "FI"),
}
COUNTRY_DOMAINS = {"uk": "GB", "fr": "FR", "de": "DE", "es": "ES", "it": "IT", "be": "BE", "ch": "CH", "at": "AT", "nl": "NL", "pt": "PT", "br": "BR"}


def find_contacts(document: Document, language: str, options: Options) -> list[Entity]:
    """Every e-mail address, web address and phone number, in this order."""
    links = document_links(document)
    emails = find_emails(document.text, links)
    urls = find_urls(document.text, links, emails)
    phones = find_phones(document.text, regions(language, emails, options))
    return [*emails, *urls, *phones]


def regions(language: str, emails: Sequence[Entity], options: Options) -> tuple[str, ...]:
    """The countries to read national numbers in: the caller's, those of the e-mail domains, those of the language."""
    own = (options.default_region.upper(),) if options.default_region else ()
    domains = tuple(COUNTRY_DOMAINS[tail] for entity in emails if (tail := entity.value.rpartition(".")[2].lower()) in COUNTRY_DOMAINS)
    return tuple(dict.fromkeys((*own, *domains, *REGIONS.get(language, REGIONS["en"]), *REGIONS["en"])))
