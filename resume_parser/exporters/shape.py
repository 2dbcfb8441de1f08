"""What the JSON exporters share: camel-case keys, absent instead of null, days without a time."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

_DAY_LENGTH = len("2019-03-14")


class Exported(BaseModel):
    """Base of the objects of another standard; None and empty lists mean that the key is absent."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid", frozen=True)

    def to_json(self) -> str:
        """The object as indented JSON, without the absent keys."""
        return self.model_dump_json(by_alias=True, exclude_none=True, indent=2)


def plain_day(moment: str | None) -> str | None:
    """`YYYY-MM-DD` of a moment or day of the Profile, None for None."""
    return moment[:_DAY_LENGTH] if moment else None
