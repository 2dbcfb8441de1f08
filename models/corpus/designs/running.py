"""A plan as running text: paragraphs without places, as the extractors of text files give them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.corpus.designs.look import WHITE
from models.corpus.designs.program import Program
from models.corpus.designs.runs import Flow, Para, Row, Run
from models.corpus.designs.skeletons import Plan
from models.corpus.designs.tagged import Tagged, Values
from models.corpus.designs.tokens import WIDE, Token, tokens
from resume_parser.document import Cell, Document, Line
from resume_parser.extractors.flow.blocks import blocks
from resume_parser.extractors.flow.lines import BULLET
from resume_parser.extractors.flow.pages import PageCounts, flow_document
from resume_parser.extractors.flow.paragraphs import Paragraph, Scope
from resume_parser.options import Options

TAB = "\t"
TABLE = 0.75  # share of the two columns that are a table
LIST_STYLE = "List Bullet"  # of Word, without space between its items
IN_HEADER = 0.06  # share of the documents whose head stands in the header of the page
LISTED = 0.7  # share of the documents whose bullets are lists of the program


class Places:
    """Says where each paragraph of a flow stands: rows become table rows, rows inside a cell lines with tabs."""

    def __init__(self) -> None:
        self.tables = 0

    def of(self, flow: Flow, scope: Scope) -> Iterator[tuple[Para, Scope]]:
        """The paragraphs of a flow with their places."""
        shape: tuple[float, ...] = ()
        row = 0
        for part in flow:
            if isinstance(part, Para):
                shape = ()
                yield part, scope
            elif scope.cell is not None:
                yield from self.flat(part, scope)
            else:
                row = row + 1 if shape == part.widths else 0
                self.tables += shape != part.widths
                shape = part.widths
                for column, cell in enumerate(part.cells):
                    yield from self.of(cell, Scope(cell=Cell(self.tables - 1, row, column)))

    def flat(self, part: Row, scope: Scope) -> Iterator[tuple[Para, Scope]]:
        """A row inside a cell: one line with tabs if every cell has one paragraph, else cell after cell."""
        cells = [cell for cell in part.cells if cell]
        paras = [para for cell in cells for para in cell if isinstance(para, Para)]
        if all(len(cell) == 1 for cell in cells) and len(paras) == len(cells):
            runs: list[Run] = []
            for para in paras:
                runs += [Run(TAB, para.runs[0].style), *para.runs] if runs else para.runs
            yield Para(tuple(runs), paras[-1].role), scope
            return
        for cell in cells:
            yield from self.of(cell, scope)


class Writer:
    """Writes the paragraphs of one document."""

    def __init__(self, *, levels: bool, listed: bool) -> None:
        self.values = Values()
        self.levels = levels
        self.listed = listed  # bullets are lists of the program, not signs that are typed

    def document(self, flow: Flow, head: Flow = ()) -> Document:
        """The document as the extractor of Word files gives it, before the layout stage; `head` stands in the header of its page."""
        places = Places()
        body = [self.paragraph(para, scope) for para, scope in places.of(flow, Scope())]
        running = [self.paragraph(para, scope) for para, scope in places.of(head, Scope("header"))]
        return flow_document("docx", list(blocks(body)), blocks(running), PageCounts(1), Options())

    def paragraph(self, para: Para, scope: Scope) -> Paragraph:
        """One paragraph as an extractor gives it."""
        lines = list(self.lines(tokens(printed_runs(para, listed=self.listed), self.values), para))
        if para.bullet and self.listed and lines:
            lines[0] = with_bullet(lines[0])
        level = para.level if self.levels else 0
        item = bool(para.bullet) and self.listed
        lines = [replace(line, level=level) for line in lines]
        style = LIST_STYLE if item else ""
        return Paragraph(tuple(lines), scope, style, level, before=para.before, contextual=item)

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
            size=round(2 * style.size) / 2,  # Word knows half points
            bold=style.bold,
            italic=style.italic,
            color=0 if style.color == WHITE else style.color,  # white print needs a dark ground, which running text lacks
            link=token.link,
            gap=" " if first else TAB if token.gap == WIDE else token.gap,
            shares=tuple(token.shares),
            role=token.role or para.role,
            length=len(token.text),
        )


def printed_runs(para: Para, *, listed: bool) -> tuple[Run, ...]:
    """The runs of a paragraph in one row: a typed bullet before them, what stands at the right edge behind a tab."""
    runs = (*para.runs, Run(TAB, para.right[0].style), *para.right) if para.right else para.runs
    if para.bullet and not listed and runs:
        return (Run(f"{para.bullet} ", runs[0].style.but(bold=False, caps=False)), *runs)
    return runs


def with_bullet(line: Line) -> Line:
    """The line as a list item."""
    first = line.words[0]
    if not isinstance(first, Tagged):
        return line
    mark = replace(first, text=BULLET, link=None, gap=" ", bold=False, italic=False, shares=(), length=1)
    return replace(line, words=(mark, *line.words), bullet=True)


def below_head(program: Program, plan: Plan) -> Flow:
    """What stands below the head of the plan as one flow: two columns as a table, or one after the other."""
    dice = program.dice
    flow: Flow = ()
    if len(plan.columns) == 1:
        flow += plan.columns[0]
    elif dice.chance(TABLE):
        flow += (Row(plan.columns, plan.shares),)
    else:
        flow += tuple(part for column in (plan.columns[::-1] if plan.right_first else plan.columns) for part in column)
    return flow + plan.foot


def written(program: Program, plan: Plan) -> tuple[Document, list[str]]:
    """The document before the layout stage, and the labels of its values."""
    writer = Writer(levels=plan.levels, listed=program.dice.chance(LISTED))
    flow = below_head(program, plan)
    if program.dice.chance(IN_HEADER):
        return writer.document(flow, plan.head), writer.values.labels
    return writer.document((*plan.head, *flow)), writer.values.labels
