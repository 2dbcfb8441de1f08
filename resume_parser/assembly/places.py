"""Turns a location entity into the location objects; without one, objects whose members are all null."""

from __future__ import annotations

from resume_parser.entities import Entity, Place
from resume_parser.schema.common import LocationFields
from resume_parser.schema.parsing import ParsingLocation
from resume_parser.schema.profile import Location

_NOWHERE = Place(text="")


def parsing_location(entity: Entity | None) -> ParsingLocation:
    """The place as Parsing writes it; all members null when `entity` is None."""
    place = _place(entity)
    return ParsingLocation(text=place.text or None, lat=place.lat, lng=place.lng, geojson=_fields(place))


def profile_location(entity: Entity | None) -> Location:
    """The place as Profile writes it; all members null when `entity` is None."""
    place = _place(entity)
    return Location(text=place.text or None, lat=place.lat, lng=place.lng, gmaps=None, fields=_fields(place))


def _place(entity: Entity | None) -> Place:
    """The place of the entity; only its printed text when nothing more is known."""
    if entity is None:
        return _NOWHERE
    return entity.place or Place(text=entity.value or entity.text)


def _fields(place: Place) -> LocationFields:
    """The 21 parts of an address."""
    return LocationFields(
        category=None,
        city=place.city,
        city_district=None,
        country=place.country,
        country_region=None,
        entrance=None,
        house=None,
        house_number=place.house_number,
        island=None,
        level=None,
        near=None,
        po_box=place.po_box,
        postcode=place.postcode,
        road=place.road,
        staircase=None,
        state=place.state,
        state_district=None,
        suburb=place.suburb,
        text=place.text or None,
        unit=place.unit,
        world_region=None,
    )
