"""Phone numbers of a text in E.164, with offsets.

phonenumbers decides what is a number; the regions to try for national numbers come in order of likelihood.
Numbers that no plan knows ("+1 555 0100") count where the print leaves no doubt, with a lower score.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from resume_parser.entities import Entity

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber, PhoneNumberMatch

GAP = r"[^\S\n]?(?:[-./()‐-―]{1,2}[^\S\n]?)?"
CANDIDATE = re.compile(
    rf"(?<![\w/@])(?<!\w-)(?<!\d\.)(?:\+[^\S\n]?)?\(?(?:\+[^\S\n]?)?\d(?:{GAP}\d){{6,30}}(?:[^\S\n]?(?:x|ext\.?)[^\S\n]?\d{{1,5}})?(?!\w|[^\S\n][Xx*]{{2}})"
)
OTHER_NUMBER = re.compile(
    r"(?:cep|plz|zip|isbn|issn|siret|siren|orcid|doi|iban|bic|nif|dni|nie|id|arxiv|patent|passport)\W{0,3}$", re.IGNORECASE
)
DATED = re.compile(
    r"(?<!\d)(?:\d{1,2}[./](?:19|20)\d\d|\d\d-\d\d-(?:19|20)\d\d|(?:19|20)\d\d[-./]\d\d[-./]\d\d|(?:19|20)\d\d[^\S\n]?[-‐-―][^\S\n]?(?:19|20)\d\d)(?!\d)"
)
INTERNATIONAL = re.compile(r"^\(?(?:\+|00)")
NORTH_AMERICAN = re.compile(r"^\(?[2-9]\d{2}\)?[ .-]?\d{3}[ .-]\d{4}\b")
CITIZEN = re.compile(r"^\(?\d{3}\)?-\d{2}-\d{4}$")  # a US social security number looks like this
FEWEST, MOST = 8, 15  # digits of an international number
LOOK_BACK = 24  # characters before a number that can hold its label
NEAR = 120  # characters between a number and an e-mail address in one contact block
VALID, VALID_FAR, INTERNATIONAL_ONLY, POSSIBLE = 0.97, 0.8, 0.75, 0.6  # scores


def find_phones(text: str, regions: Sequence[str], labels: Sequence[str] = ()) -> list[Entity]:
    """The phone numbers of a text in order, each once.

    `regions` are ISO 3166 alpha-2 codes, the likeliest first; `labels` are words such as "tel" that announce a number.
    """
    label = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, labels))})\W{{0,4}}$", re.IGNORECASE) if labels else None
    found: dict[str, Entity] = {}
    for match in CANDIDATE.finditer(text):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        if OTHER_NUMBER.search(before) or DATED.search(match[0]):
            continue
        labelled = bool(label and label.search(before)) or near_email(text, match.start(), match.end())
        for entity in read_candidate(text, match, regions, labelled):
            found.setdefault(entity.value, entity)
    return sorted(found.values(), key=lambda entity: entity.start)


def near_email(text: str, start: int, end: int) -> bool:
    """An e-mail address stands close to the range."""
    return "@" in text[max(0, start - NEAR) : end + NEAR]


def read_candidate(text: str, match: re.Match[str], regions: Sequence[str], labelled: bool) -> Iterator[Entity]:
    """The numbers of one run of digits: the valid ones of the first region that has any, else what the print proves."""
    printed = match[0]
    for region in region_order(printed, regions):
        valid = list(numbers(printed, region, strict=True))
        if valid:
            for number in valid:
                sure = labelled or printed.lstrip("(").startswith("+")
                yield phone(text, match.start() + number.start, number.raw_string, e164(number.number), VALID if sure else VALID_FAR)
            return
    yield from unproved(text, match, regions, labelled)


def region_order(printed: str, regions: Sequence[str]) -> list[str | None]:
    """The regions to try; a number with a country code needs none, one printed the North American way tries it first."""
    if INTERNATIONAL.match(printed) and printed.lstrip("(").startswith("+"):
        return [None]
    if NORTH_AMERICAN.match(printed):
        first = next((region for region in regions if region in ("US", "CA")), None)
        return [first, *regions] if first else [*regions, "US"]
    return list(regions)


def numbers(printed: str, region: str | None, *, strict: bool) -> Iterator[PhoneNumberMatch]:
    """What phonenumbers sees in a run of digits."""
    import phonenumbers

    leniency = phonenumbers.Leniency.VALID if strict else phonenumbers.Leniency.POSSIBLE
    yield from phonenumbers.PhoneNumberMatcher(printed, region, leniency=leniency, max_tries=20)


@lru_cache(maxsize=256)
def region_of(number: str) -> str | None:
    """The country of an E.164 number as ISO 3166 alpha-2, None where its code says none."""
    import phonenumbers

    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(number)) or None
    except phonenumbers.NumberParseException:
        return None


def e164(number: PhoneNumber) -> str:
    """The E.164 form of a number."""
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def unproved(text: str, match: re.Match[str], regions: Sequence[str], labelled: bool) -> Iterator[Entity]:
    """A number that no numbering plan knows but the print proves: a country code, or a label and a possible length."""
    printed = match[0]
    digits = re.sub(r"\D", "", printed.replace("(0)", ""))
    if INTERNATIONAL.match(printed) and FEWEST <= len(digits.removeprefix("00")) <= MOST:
        if printed.lstrip("(").startswith("+") or labelled:
            yield phone(text, match.start(), printed, "+" + digits.removeprefix("00"), INTERNATIONAL_ONLY)
        return
    if not labelled or CITIZEN.match(printed) or len(digits) < FEWEST:
        return
    for region in region_order(printed, regions)[:2]:
        possible = next(numbers(printed, region, strict=False), None)
        if possible:
            yield phone(text, match.start() + possible.start, possible.raw_string, e164(possible.number), POSSIBLE)
            return


def phone(text: str, start: int, printed: str, value: str, score: float) -> Entity:
    """A phone entity."""
    end = start + len(printed)
    return Entity("phone", start, end, text[start:end], value, score)
