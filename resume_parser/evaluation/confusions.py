"""What wrong values of jobs and degrees really are: a title read as a company, a sentence of a description read as a title."""

from __future__ import annotations

from collections.abc import Iterator

from resume_parser.evaluation.alike import Value, folded
from resume_parser.evaluation.facts import ENTRY_LISTS, Facts
from resume_parser.evaluation.scores import ENTRY_RULES, LISTS, SCALARS, Same

NOTHING_KNOWN = "other text"  # what a wrong value is that the gold does not have
DESCRIPTION = "description"
ASKED = ("title", "company", "school", "location")  # fields of an entry whose wrong values are looked up
OTHERS = ("full_name", "location", "summary")  # of the candidate
LOOKED_UP = ("skills", "languages", "certifications", "interests")

Confusion = tuple[str, str]  # what the value is, and the field that it was read as


def confusions(gold: Facts, found: Facts) -> tuple[Confusion, ...]:
    """One row for every title, organisation and place that no entry of its kind has in the gold."""
    known = list(_known(gold))
    return tuple(
        (_meaning(known, value, read_as), read_as)
        for read_as, value, same in _read(found)
        if read_as.partition(".")[0] in gold.entries and not any(name == read_as and same(value, one, True) for name, one, _ in known)
    )


def _read(found: Facts) -> Iterator[tuple[str, Value, Same]]:
    """The values that are looked up, with their fields and rules."""
    for kind in ENTRY_LISTS:
        for entry in found.entries.get(kind, ()):
            for name in ASKED:
                value = entry.get(name)
                if value is not None:
                    yield f"{kind}.{name}", value, ENTRY_RULES[name]


def _known(gold: Facts) -> Iterator[tuple[str, Value, Same]]:
    """All gold values that a wrong value may be, with their fields and rules, descriptions last."""
    descriptions = []
    for kind in ENTRY_LISTS:
        for entry in gold.entries.get(kind, ()):
            for name in (*ASKED, DESCRIPTION):
                value = entry.get(name)
                if value is not None:
                    row = (f"{kind}.{name}", value, ENTRY_RULES[name])
                    if name == DESCRIPTION:
                        descriptions.append(row)
                    else:
                        yield row
    yield from ((name, value, SCALARS[name]) for name in OTHERS if (value := gold.values.get(name)))
    yield from ((name, value, LISTS[name]) for name in LOOKED_UP for value in gold.lists.get(name, ()))
    yield from descriptions


def _meaning(known: list[tuple[str, Value, Same]], value: Value, read_as: str) -> str:
    """The field of the gold that has the value; one of the same kind of entry first."""
    kind = read_as.partition(".")[0]
    rows = sorted(known, key=lambda row: not row[0].startswith(kind))
    text = f" {folded(value.text)} "
    for name, one, same in rows:
        inside = name.endswith((DESCRIPTION, "summary")) and text.strip() and text in f" {folded(one.text)} "
        if name != read_as and (inside or same(value, one, True)):
            return name
    return NOTHING_KNOWN
