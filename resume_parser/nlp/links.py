"""E-mail addresses and web links of a text: the printed ones and the targets of its hyperlinks, as entities with offsets.

A link that stands far from the contact data gets a low score: it may lead to an employer or a project.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from resume_parser.document import Document
from resume_parser.entities import Entity
from resume_parser.layout.text import word_spans

NETWORKS = {  # host -> kind of link in the contract; any other host is "from_resume"
    "linkedin.com": "linkedin",
    "github.com": "github",
    "twitter.com": "twitter",
    "x.com": "twitter",
    "facebook.com": "facebook",
    "fb.com": "facebook",
}
PAGES = {
    "linkedin": "https://www.linkedin.com/in/",
    "github": "https://github.com/",
    "twitter": "https://twitter.com/",
    "facebook": "https://www.facebook.com/",
}
GENERIC_TLDS = (  # of the registry, those that people and small firms use; the countries come from phonenumbers
    "academy agency ai app art berlin biz blog cat cloud co code codes com company consulting cv design dev digital edu engineer "
    "engineering eu expert fun gov group guru info io land life link live lol london me media name net network ninja nyc online "
    "org page paris photo photography pro rocks run site social software solutions space studio systems team tech today tv uk "
    "video website wiki work works world xyz zone"
)
PERSON_PATH = re.compile(r"^/(?:in/[^/]+|pub/[^/]+(?:/.+)?|profile\.php.*|@?[^/]+)/?$")
NO_PERSON = re.compile(r"^/(?:company|school|jobs|search|login|features|orgs|about|groups|pages|in|pub)?/?(?:$|\?)", re.IGNORECASE)

TRACKING = re.compile(r"(?:utm_|trk|ref|fbclid|gclid|original_?referer)", re.IGNORECASE)
LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
TLD = r"(?:[a-z]{2,24}+|[A-Z]{2,24}+|[A-Z][a-z]{1,23}+)"  # a change of case ends it: "gmail.comPhone"
DOT = r"(?:\.|[ ]?[\[(](?i:dot|punkt|point|punto)[\])][ ]?)"
EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[^\W_][\w.+-]*+)(?P<at>@|[ ]?[\[({{]\s?(?i:@|at|arobase)\s?[\])}}][ ]?|[ ]@[ ]?|@[ ])"
    rf"(?P<domain>{LABEL}(?:{DOT}{LABEL})*{DOT}{TLD})(?!@)"
)
CUT_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[^\W_][\w.+-]*+)(?:@\n|\n@|@(?P<head>[\w-]+(?:\.[\w-]+)*\.?)\n)(?P<rest>(?:{LABEL}\.)*{TLD})(?=[\s,;|)]|$)"
)
CUT_ENDING = re.compile(r"\n([a-zA-Z]{1,2})(?=[^\S\n]*(?:\n|$))")
URL = re.compile(
    rf"(?<![\w@.+/-])(?P<scheme>(?i:https?://))?(?P<host>(?:[^\W_][\w-]*+\.)+{TLD})(?![\w@])(?::\d{{2,5}})?(?P<path>[/?][^\s<>\"“”|,;]*)?(?!@)"
)
CUT_PATH = re.compile(r"\n([\w%.~=&?/-]{2,60})[^\S\n]*(?=\n|$)")  # a token alone on the next line
HANDLE = re.compile(
    r"(?<!\w)(?P<network>(?i:linkedin|github|twitter|facebook))[^\S\n]*[:–|-][^\S\n]*(?:/?in/|@)?"
    r"(?P<handle>[\w-][\w.-]{2,38})(?=[^\S\n]*(?:$|\n|[|•·,;)]|\s{2}))"
)
SHORT_HANDLE = re.compile(r"(?<![\w/.])/?in/(?P<handle>[\w%-]{3,60})(?![\w/])")
PLAIN_WORD = re.compile(r"^(?:[A-Z]?[a-z]{1,7}|[A-Z][a-z]+)$")  # "Profile" is no handle, "janedoe92" and "jane-doe" are
STANDS_ALONE_BEFORE = re.compile(r"(?:^|\n|\s{2}|[^\w\s,] ?)$")
STANDS_ALONE_AFTER = re.compile(r"[^\S\n]*(?:$|\n|\s{2}|[^\w\s.,])")
SPACE_AFTER = re.compile(r"\s|$|,")
LABELLED = re.compile(r"[A-Z][a-z]+[^\S\n]+")  # "Website jane.dev"
CONTACT_LINE = re.compile(r"@|(?:\d[ ().-]?){7}")
TRAILING = ".,;:!?'\"»”’…*"

TOP_LINES = 10  # lines of the text that surely belong to the contact data, if it has any
NEAR = 4  # lines between a link and an e-mail, phone or profile that still are one contact block
PROFILE, WRITTEN, PATHED, BARE = 0.97, 0.9, 0.85, 0.75  # scores by form
LONE_PROFILE, FAR = 0.6, 0.35  # scores away from the contact data: the only profile on its network; any other link


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: the range of the text that it covers and its target."""

    start: int
    end: int
    target: str


def document_links(document: Document) -> tuple[Link, ...]:
    """The hyperlinks of a document; neighbouring words with one target make one link, one without words stands at the line next to it."""
    links: list[Link] = []
    for line in document.lines:
        for word, (start, end) in zip(line.words, word_spans(line), strict=True):
            if not word.link:
                continue
            last = links[-1] if links else None
            if last and last.target == word.link and line.start + start - last.end <= 2:  # noqa: PLR2004 - a space or a wide gap
                links[-1] = Link(last.start, line.start + end, last.target)
            else:
                links.append(Link(line.start + start, line.start + end, word.link))
    return (*links, *area_links(document))


def area_links(document: Document) -> Iterator[Link]:
    """The hyperlinks of icons and other pictures, without characters, before the nearest line of their page."""
    for page in document.pages:
        lines = [(line.box, line.start) for line in document.lines if line.page == page.number and line.box] if page.areas else []
        for area in page.areas if lines else ():
            _, at = min((area.box.distance(box), start) for box, start in lines)
            yield Link(at, at, area.target)


def overlaps(start: int, end: int, others: Iterable[Entity | Link]) -> bool:
    """Any of the others shares a character with the range."""
    return any(start < other.end and other.start < end for other in others)


def unique(found: Iterable[Entity]) -> list[Entity]:
    """The entities in the order of the text, each value once, with its best score."""
    best: dict[str, Entity] = {}
    for entity in sorted(found, key=lambda entity: entity.start):
        key = entity.value.casefold().replace("://www.", "://")
        if key not in best or entity.score > best[key].score:
            best[key] = entity
    return sorted(best.values(), key=lambda entity: entity.start)


def find_emails(text: str, links: Sequence[Link] = ()) -> list[Entity]:
    """The e-mail addresses of a text and of its mailto links."""
    found = [email(text, match.start(), *whole_email(match)) for match in EMAIL.finditer(text) if plausible_email(match)]
    for match in CUT_EMAIL.finditer(text):
        head = match["head"] or ""
        cut_inside = not head or head.endswith(".") or ("." not in head and "." in match["rest"])
        if cut_inside and not overlaps(*match.span(), found):
            found.append(email(text, match.start(), match.end(), f"{match['local']}@{head}{match['rest']}"))
    for link in links:
        address = unquote(link.target[7:].partition("?")[0]).strip() if link.target.lower().startswith("mailto:") else ""
        if EMAIL.fullmatch(address) and not overlaps(link.start, link.end, found):
            found.append(email(text, link.start, link.end, address, score=0.9))
    return unique(found)


def plausible_email(match: re.Match[str]) -> bool:
    """Spaces around the sign only in an address of small letters: "Engineer @ Example.com" is none."""
    return not ("@" in match["at"] and " " in match["at"] and "[" not in match["at"]) or match[0].islower()


def read_email(match: re.Match[str]) -> str:
    """The address without what hides it from robots."""
    domain = re.sub(r"\s?[\[(]\w+[\])]\s?", ".", match["domain"])
    return f"{match['local']}@{domain}"


def whole_email(match: re.Match[str]) -> tuple[int, str]:
    """(end, address) of a match, with the letter that a narrow column put on the next line: "jane@example.co", "m"."""
    address, rest = read_email(match), CUT_ENDING.match(match.string, match.end())
    if rest and f"{address.rpartition('.')[2]}{rest[1]}".lower() in top_level_domains():
        return rest.end(1), address + rest[1]
    return match.end(), address


def email(text: str, start: int, end: int, address: str, score: float = 0.99) -> Entity:
    """An e-mail entity: the domain in small letters, the rest as printed unless all of it is in capitals."""
    local, _, domain = address.strip(".").rpartition("@")
    local = local.lower() if local.isupper() else local
    return Entity("email", start, end, text[start:end], f"{local}@{domain.lower()}", score)


@lru_cache(maxsize=1)
def top_level_domains() -> frozenset[str]:
    """Endings that a bare domain may have: generic ones and those of the countries."""
    import phonenumbers

    return frozenset(GENERIC_TLDS.split()) | frozenset(region.lower() for region in phonenumbers.SUPPORTED_REGIONS)


def network_of(host: str) -> str:
    """The kind of a link by its host."""
    host = host.lower()
    return next((kind for name, kind in NETWORKS.items() if host == name or host.endswith("." + name)), "from_resume")


def normalised(target: str) -> str:
    """The https form of an address: no trailing slash, no tracking query, the plain host of a network."""
    parts = urlsplit(target if "://" in target else "https://" + target)
    host, path = parts.netloc.lower(), unquote(parts.path).rstrip("/")
    if host == "linkedin.com":
        host = "www.linkedin.com"
    query = f"?{parts.query}" if parts.query and not TRACKING.match(parts.query) else ""
    return f"https://{host}{path}{query}"


def is_profile(kind: str, path: str) -> bool:
    """The page of a person on a network."""
    return kind != "from_resume" and bool(PERSON_PATH.match(path)) and not NO_PERSON.match(path)


def find_urls(text: str, links: Sequence[Link] = (), contacts: Sequence[Entity] = ()) -> list[Entity]:
    """The web links of a text; `contacts` are its e-mails and phones: links near them are likely the candidate's own."""
    found = [entity for match in URL.finditer(text) if (entity := read_url(text, match, links))]
    found = [entity for entity in found if not overlaps(entity.start, entity.end, [mail for mail in contacts if mail.label == "email"])]
    found += [entity for entity in handles(text) if not overlaps(entity.start, entity.end, [*found, *links])]
    found += [
        url(text, link.start, link.end, link.target, WRITTEN) for link in web_links(links) if not overlaps(link.start, link.end, found)
    ]
    return unique(placed(text, found, contacts))


def web_links(links: Sequence[Link]) -> Iterator[Link]:
    """The hyperlinks that lead to a web page."""
    for link in links:
        if (
            link.target.lower().startswith(("http://", "https://", "www."))
            and "." in urlsplit(link.target.lower()).netloc + link.target[:4]
        ):
            yield link


def url(text: str, start: int, end: int, target: str, score: float) -> Entity:
    """A link entity; the profile of a person on a network is sure whatever its form."""
    value = normalised(target)
    parts = urlsplit(value)
    kind = network_of(parts.netloc)
    return Entity("url", start, end, text[start:end], value, PROFILE if is_profile(kind, parts.path) else score, kind)


def read_url(text: str, match: re.Match[str], links: Sequence[Link]) -> Entity | None:
    """The link of a printed address, None where it is a file name, a technology or a part of something else."""
    host, path = match["host"], match["path"] or ""
    start, end = match.start(), match.end()
    written = bool(match["scheme"]) or host.lower().startswith("www.")
    if not written and not plausible_host(text, match):
        return None
    cut = cut_path(text, end, host, path)
    end, path = (cut.end(1), path + cut[1]) if cut else (end, path)
    shown = strip_tail(host + path)
    end -= len(host + path) - len(shown)
    score = WRITTEN if written else PATHED if path.strip("/") else BARE
    target = next((link.target for link in web_links(links) if start < link.end and link.start < end), "")
    return url(text, start, end, target if extends(target, shown) else shown, score)


def extends(target: str, shown: str) -> bool:
    """The target of a hyperlink says more than the printed address, which is cut or only its host."""
    full, printed = (normalised(address).replace("://www.", "://") for address in (target, shown.rstrip(".…")))
    return len(full) > len(printed) and full.startswith(printed)


def plausible_host(text: str, match: re.Match[str]) -> bool:
    """A bare domain: a known ending, small letters, and nothing but separators around it unless a path follows."""
    host = match["host"]
    tld = host.rpartition(".")[2]
    if tld.lower() not in top_level_domains() or (tld != tld.lower() and not host.isupper()):
        return False
    if (match["path"] or "").strip("/"):
        return True
    return stands_alone(text, match.start(), match.end(), surely=host.islower()) if host.islower() or host.isupper() else False


def stands_alone(text: str, start: int, end: int, *, surely: bool) -> bool:
    """Only separators touch the range; commas and capitals need other contact data in the line: "ASP.NET, SOCKET.IO" is a list."""
    before, line_end = text[max(0, start - 3) : start], text.find("\n", end)
    if surely and STANDS_ALONE_BEFORE.search(before) and STANDS_ALONE_AFTER.match(text, end):
        return True
    first = text.rfind("\n", 0, start) + 1
    line = text[first : line_end if line_end >= 0 else len(text)]
    if surely and LABELLED.fullmatch(text[first:start]) and not text[end : first + len(line)].strip():
        return True
    spaced = (not before.strip() or not before[-1].isalnum()) and SPACE_AFTER.match(text, end)
    return bool(spaced and CONTACT_LINE.search(line))


def cut_path(text: str, end: int, host: str, path: str) -> re.Match[str] | None:
    """The rest of an address that clearly goes on in the next line, None where it does not."""
    rest = CUT_PATH.match(text, end)
    open_profile = network_of(host) != "from_resume" and path in ("/", "/in/")
    return rest if rest and (path.endswith(("-", "_", "=", "%")) or open_profile) else None


def strip_tail(address: str) -> str:
    """The address without the punctuation of the sentence around it."""
    shown = address.rstrip(TRAILING)
    while shown.endswith((")", "]", "}")) and shown.count(shown[-1]) > shown.count({")": "(", "]": "[", "}": "{"}[shown[-1]]):
        shown = shown[:-1].rstrip(TRAILING)
    return shown


def handles(text: str) -> Iterator[Entity]:
    """Profiles that are printed as a name on a network: "LinkedIn: jane-doe", "in/jane-doe"."""
    for match in HANDLE.finditer(text):
        if not PLAIN_WORD.match(match["handle"]):
            yield url(text, match.start(), match.end(), PAGES[match["network"].lower()] + match["handle"], PROFILE)
    for match in SHORT_HANDLE.finditer(text):
        yield url(text, match.start(), match.end(), PAGES["linkedin"] + match["handle"], PROFILE)


def placed(text: str, found: Sequence[Entity], contacts: Sequence[Entity]) -> Iterator[Entity]:
    """The links with the score of their place: away from the contact data a link may lead to an employer or a project."""
    breaks = [match.start() for match in re.finditer("\n", text)]
    anchors = [*contacts, *(entity for entity in found if entity.kind == "linkedin" and entity.score == PROFILE)]
    rows = {bisect_right(breaks, anchor.start) for anchor in anchors}
    first = NEAR if rows else TOP_LINES
    own = [entity for entity in found if near(bisect_right(breaks, entity.start), rows, TOP_LINES if entity.score == WRITTEN else first)]
    kinds = {entity.kind for entity in own if entity.score == PROFILE}
    yield from own
    for entity in found:
        if entity in own or entity.score == BARE:
            continue
        if entity.score == PROFILE and entity.kind != "linkedin":
            yield replace(entity, score=FAR if entity.kind in kinds or entity.kind == "facebook" else LONE_PROFILE)
        else:
            yield replace(entity, score=entity.score if entity.score == PROFILE else FAR)


def near(row: int, rows: Iterable[int], first: int) -> bool:
    """The line is one of the first, or stands in a block with contact data."""
    return row < first or any(abs(row - other) <= NEAR for other in rows)
