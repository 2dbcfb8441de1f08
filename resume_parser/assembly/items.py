"""Builds the small rows that Parsing and Profile share: skills, named values, links, gender."""

from __future__ import annotations

from typing import cast, get_args

from resume_parser.assembly.selection import EntityLists, item_name
from resume_parser.entities import Entity
from resume_parser.schema.common import Gender, NamedValue, Skill, Url, UrlType

_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}
_URL_TYPES = frozenset(get_args(UrlType))


def skills(lists: EntityLists) -> list[Skill]:
    """The skill rows; a skill of unknown kind counts as hard."""
    return [
        Skill(name=item_name(entity.value), type="soft" if entity.kind == "soft" else "hard", value=entity.level or None)
        for entity in lists["skills"]
    ]


def named_values(lists: EntityLists, name: str) -> list[NamedValue]:
    """The rows of the list called `name`: lower-case names with their level or score."""
    return [NamedValue(name=item_name(entity.value), value=entity.level or None) for entity in lists[name]]


def urls(lists: EntityLists) -> list[Url]:
    """The link rows; a link of no known network is "from_resume"."""
    return [Url(type=_url_type(entity), url=entity.value.strip()) for entity in lists["urls"]]


def gender(value: str | None) -> Gender | None:
    """The gender as the schema writes it, None for any other word."""
    return _GENDERS.get(value or "")


def _url_type(entity: Entity) -> UrlType:
    """The kind of the link where the schema knows it."""
    return cast("UrlType", entity.kind) if entity.kind in _URL_TYPES else "from_resume"
