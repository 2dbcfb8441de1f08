"""The whole stage: chosen entities become the Parsing, the Profile and the evidence of both."""

from __future__ import annotations

from dataclasses import dataclass

from resume_parser.assembly.evidence import EvidenceByPath, find_evidence
from resume_parser.assembly.parsing import build_parsing
from resume_parser.assembly.profile import build_profile
from resume_parser.assembly.selection import select
from resume_parser.assembly.source import Request, SourceFile
from resume_parser.document import Document
from resume_parser.entities import Annotations
from resume_parser.errors import OptionsError
from resume_parser.options import Options
from resume_parser.schema.parsing import Parsing
from resume_parser.schema.profile import Profile

NO_REQUEST = Request()


@dataclass(frozen=True, slots=True)
class Assembled:
    """The two objects of one file, and by path in the Profile where each value was read."""

    parsing: Parsing
    profile: Profile
    evidence: EvidenceByPath


def assemble(
    document: Document, annotations: Annotations, source: SourceFile, options: Options, *, request: Request = NO_REQUEST
) -> Assembled:
    """The objects of an arranged and annotated document.

    The same input gives the same objects. Raises OptionsError without a reference date: a stage reads no clock.
    """
    reference = options.reference_date
    if reference is None:
        raise OptionsError("reference_date is not set. Give the day that 'present' stands for.", stage="assembly")
    selection = select(annotations, reference)
    parsing = build_parsing(document, annotations, selection, source, options)
    profile = build_profile(parsing, selection, source, request, reference)
    return Assembled(parsing, profile, find_evidence(document, selection))
