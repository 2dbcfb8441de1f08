"""A plan as running text: paragraphs without places, as the extractors of text files give them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run
from models.corpus.designs.skeletons import Plan
from models.corpus.designs.tagged import Tagged, Values
from models.corpus.designs.tokens import Token, tokens
from resume_parser.document import Cell, Document, Line
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.lines import BULLET
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.options import Options

WIDE = "\t"


class Writer:
    """Writes one document."""

    def __init__(self, *, levels: bool, listed: bool) -> None:
        self.values = Values()
        self.levels = levels
        self.listed = listed  # bullets are lists of the program, not signs that are typed
        self.tables = 0

    def paragraphs(self, flow: Flow, scope: Scope) -> Iterator[Paragraph]:
        """The paragraphs of a flow; rows become table rows, inside a cell lines with tabs."""
        shape: tuple[float, ...] = ()
        row = 0
        for part in flow:
            if isinstance(part, Para):
                shape = ()
                yield self.paragraph(part, scope)
            elif scope.cell is not None:
                yield from self.flat(part, scope)
            else:
                row = row + 1 if shape == part.widths else 0
                self.tables += shape != part.widths
                shape = part.widths
                yield from self.cells(part, row)

    def cells(self, part: Row, row: int) -> Iterator[Paragraph]:
        """The paragraphs of a table row."""
        for column, cell in enumerate(part.cells):
            yield from self.paragraphs(cell, Scope(cell=Cell(self.tables - 1, row, column)))

    def flat(self, part: Row, scope: Scope) -> Iterator[Paragraph]:
        """A row inside a cell: one line with tabs if every cell has one paragraph, else cell after cell."""
        cells = [cell for cell in part.cells if cell]
        if all(len(cell) == 1 and isinstance(cell[0], Para) for cell in cells):
            runs: list[Run] = []
            paras = [para for cell in cells for para in cell if isinstance(para, Para)]
            for para in paras:
                runs += [Run(WIDE, para.runs[0].style), *para.runs] if runs else para.runs
            yield self.paragraph(Para(tuple(runs), paras[-1].role), scope)
            return
        for cell in cells:
            yield from self.paragraphs(cell, scope)

    def paragraph(self, para: Para, scope: Scope) -> Paragraph:
        """One paragraph; what stands at the right edge follows a tab."""
        runs = (*para.runs, Run(WIDE, para.right[0].style), *para.right) if para.right else para.runs
        typed = bool(para.bullet) and not self.listed
        if typed:
            runs = (Run(f"{para.bullet} ", para.runs[0].style.but(bold=False, caps=False)), *runs)
        lines = list(self.lines(tokens(runs, self.values), para))
        if para.bullet and not typed and lines:
            lines[0] = with_bullet(lines[0])
        level = para.level if self.levels else 0
        lines = [replace(line, level=level) for line in lines]
        return Paragraph(tuple(lines), scope, level=level, before=para.before)

    def lines(self, words: list[Token], para: Para) -> Iterator[Line]:
        """The lines of a paragraph, cut where it has line ends."""
        line: list[Tagged] = []
        for token in words:
            if line and token.gap == "\n":
                yield Line(tuple(line), 1)
                line = []
            line.append(self.word(token, para, first=not line))
        if line:
            yield Line(tuple(line), 1)

    def word(self, token: Token, para: Para, *, first: bool) -> Tagged:
        """A word as the extractors give it."""
        style = token.style
        return Tagged(
            token.text,
            size=style.size,
            bold=style.bold,
            italic=style.italic,
            color=style.color,
            link=token.link,
            gap=" " if first else token.gap,
            shares=tuple(token.shares),
            role=token.role or para.role,
            length=len(token.text),
        )


def with_bullet(line: Line) -> Line:
    """The line as a list item."""
    first = line.words[0]
    if not isinstance(first, Tagged):
        return line
    mark = replace(first, text=BULLET, link=None, gap=" ", bold=False, italic=False, shares=(), length=1)
    return replace(line, words=(mark, *line.words), bullet=True)


def written(program: Program, plan: Plan) -> tuple[Document, list[str]]:
    """The document before the layout stage, and the labels of its values."""
    dice = program.dice
    writer = Writer(levels=plan.levels, listed=dice.chance(0.7))
    flow: Flow = plan.head
    if len(plan.columns) == 1:
        flow += plan.columns[0]
    elif dice.chance(0.75):
        flow += (Row(plan.columns, plan.shares),)
    else:
        flow += tuple(part for column in (plan.columns[::-1] if plan.right_first else plan.columns) for part in column)
    body = blocks(list(writer.paragraphs((*flow, *plan.foot), Scope())))
    document = flow_document("docx", list(body), (), PageCounts(1), Options())
    return document, writer.values.labels
