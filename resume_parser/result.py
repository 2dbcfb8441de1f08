"""What a parse returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from resume_parser.assembly import Evidence, EvidenceByPath
from resume_parser.document import Document, Notice, Picture
from resume_parser.entities import Annotations
from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Profile
from resume_parser.schema.response import ParsedResponse, parsed_response


@dataclass(frozen=True, slots=True)
class Result:
    """The objects read from one file, where each value stands on the page, and how long each stage took."""

    parsing: Parsing
    profile: Profile
    document: Document
    annotations: Annotations
    evidence_map: EvidenceByPath
    warnings: tuple[Notice, ...]
    timings: Mapping[str, float]  # stage -> seconds of wall time

    @property
    def picture(self) -> Picture | None:
        """The photograph of the candidate as it lies in the file, None if no picture looks like one."""
        return self.document.picture

    def evidence(self, path: str) -> Evidence | None:
        """Where the value at a path of the Profile was read: text as printed, page, box in points, score
        (the probability that the value is right, 0..1).

        Paths are written as in Python, for example `info.full_name` or `experiences[0].company`.
        None for a value that was not read from the text (an empty one, a key, a computed duration).
        """
        return self.evidence_map.get(path)

    def to_response(self) -> dict[str, object]:
        """The body of the endpoint's 201 answer as plain dicts and lists."""
        return self.response().model_dump(mode="json")

    def response(self) -> ParsedResponse:
        """The 201 answer as a model."""
        return parsed_response(self.parsing, self.profile, sum(self.timings.values()))
