"""The Profile in the words of other standards; HrFlow's own words are those of the schema package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resume_parser.errors import OptionsError

if TYPE_CHECKING:
    from resume_parser.schema.profile import Profile

__all__ = ["EXPORT_FORMATS", "export"]

EXPORT_FORMATS = ("hrflow", "json-resume", "hr-open", "text")


def export(profile: Profile, name: str) -> str:
    """The Profile as text in one of EXPORT_FORMATS; raises OptionsError for another name."""
    if name == "hrflow":
        return profile.model_dump_json(indent=2)
    if name == "json-resume":
        from resume_parser.exporters.json_resume import to_json_resume

        return to_json_resume(profile).to_json()
    if name == "hr-open":
        from resume_parser.exporters.hr_open import to_hr_open

        return to_hr_open(profile).to_json()
    if name == "text":
        from resume_parser.exporters.text import to_text

        return to_text(profile)
    raise OptionsError(f"The export format {name!r} is not known. Use one of: {', '.join(EXPORT_FORMATS)}.", stage="export")
