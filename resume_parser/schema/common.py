"""The shapes that Parsing and Profile share: keys, times, places, named values, links.

All models are frozen, refuse unknown keys and require every key, so that an object is complete or it does not exist.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Key = Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")]
ContentUid = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T00:00:00$")]  # a date without a zone
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+0000$")]
Years = Annotated[float, Field(ge=0)]  # days / 365

UrlType = Literal["from_resume", "linkedin", "twitter", "facebook", "github"]
SkillType = Literal["hard", "soft"]
Gender = Literal["male", "female"]


class Model(BaseModel):
    """Base of every object that leaves the engine."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class LocationFields(Model):
    """The 21 parts of an address, each None where the text does not say; country is ISO 3166 alpha-3."""

    category: str | None
    city: str | None
    city_district: str | None
    country: str | None
    country_region: str | None
    entrance: str | None
    house: str | None
    house_number: str | None
    island: str | None
    level: str | None
    near: str | None
    po_box: str | None
    postcode: str | None
    road: str | None
    staircase: str | None
    state: str | None
    state_district: str | None
    suburb: str | None
    text: str | None
    unit: str | None
    world_region: str | None


class Skill(Model):
    """A skill: lower-case name, hard or soft, level as given or None."""

    name: str
    type: SkillType
    value: str | None


class NamedValue(Model):
    """A language, certification, course, task or interest: lower-case name, and its level or score or None."""

    name: str
    value: str | None


class Url(Model):
    """A link of the candidate and the network it belongs to."""

    type: UrlType
    url: str
