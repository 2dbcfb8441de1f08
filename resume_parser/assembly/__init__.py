"""Stage 4: entities -> Parsing, Profile and evidence. Values are chosen and normalised here, never found here."""

from resume_parser.assembly.assembled import Assembled, assemble
from resume_parser.assembly.evidence import Evidence, EvidenceByPath
from resume_parser.assembly.source import Request, SourceFile

__all__ = ["Assembled", "Evidence", "EvidenceByPath", "Request", "SourceFile", "assemble"]
