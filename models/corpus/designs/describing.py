"""Descriptions of jobs as paragraphs: list items, prose, numbered, with the tools used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.corpus.designs.program import Describe, Program
from models.corpus.designs.runs import Flow, Para, Row, Run, Style


def description(program: Program, sentences: Sequence[str], tools: Sequence[str] = ()) -> Flow:
    """The statements about a job, and the tools used."""
    kind, look = program.describe.kind, program.look
    flow: list[Para | Row] = []
    if sentences and kind != "none":
        if program.describe.label:
            flow.append(Para((Run(program.describe.label, look.fields["label"]),), "label", indent=look.indent))
        flow += statements(program, merged(sentences, program.describe), kind)
    if tools:
        label = (Run(program.describe.tools, look.fields["label"]),) if program.describe.tools else ()
        runs = (*label, *listed(tools, "tool", program.describe.tool_sep, look.body))
        inside = program.describe.tools_inside and kind == "bullets"
        flow.append(bulleted(program, runs) if inside else Para(runs, "description", indent=look.indent, before=look.item_gap))
    return tuple(flow)


def merged(sentences: Sequence[str], way: Describe) -> list[str]:
    """The statements put together to longer ones."""
    groups = [sentences[at : at + way.merged] for at in range(0, len(sentences), way.merged)]
    return [way.joint.join([*(text.rstrip(".") for text in group[:-1]), group[-1]]) for group in groups]


def statements(program: Program, sentences: Sequence[str], kind: str) -> list[Para | Row]:
    """The statements in the way of the document."""
    if kind == "prose":
        return [plain(program, " ".join(ended(sentence) for sentence in sentences))]
    if kind == "lines":
        return [plain(program, sentence) for sentence in sentences]
    if kind == "numbers":
        return [numbered(program, at, sentence) for at, sentence in enumerate(sentences, 1)]
    if kind == "mixed" and len(sentences) > 1:
        return [plain(program, ended(sentences[0])), *(item(program, sentence) for sentence in sentences[1:])]
    return [item(program, sentence) for sentence in sentences]


def ended(sentence: str) -> str:
    """The sentence with its full stop."""
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def plain(program: Program, text: str) -> Para:
    """A paragraph of description."""
    look = program.look
    align = "justify" if look.justify else "left"
    return Para((Run(text, look.body),), "description", before=look.item_gap, indent=look.indent, align=align)


def numbered(program: Program, at: int, text: str) -> Para:
    """A numbered statement."""
    return Para((Run(f"{at}. {text}", program.look.body),), "description", before=program.look.item_gap, indent=program.look.indent)


def item(program: Program, text: str) -> Para:
    """A statement as a list item."""
    return bulleted(program, (Run(text, program.look.body),))


def bulleted(program: Program, runs: tuple[Run, ...], role: str = "description") -> Para:
    """A list item."""
    look = program.look
    made = Para(runs, role, before=look.item_gap, indent=look.indent, bullet=look.bullet, hang=look.hang, glyph=look.body)
    return made if look.hanging else replace(made, hanging=False)


def listed(texts: Sequence[str], label: str, sep: str, style: Style) -> list[Run]:
    """Values in a row."""
    return [run for at, text in enumerate(texts) for run in ([Run(sep, style)] if at else []) + [Run(text, style, label)]]
