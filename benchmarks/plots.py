"""The plots of the README as SVG text: bars per field, and stacked bars of the stages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

COLOURS = ("#2f62c4", "#e08a2e", "#2e8b6b", "#b0437f", "#7d8794")  # one per series, told apart without red and green
WIDTH, NAME_WIDTH, RIGHT = 760, 150, 70  # pixels
BAR, GAP, TOP = 9, 9, 40  # pixels: thickness of a bar, space between rows, space for the legend
PLANE, LEAST_DOT, DOT = 380, 2.5, 14.0  # pixels: side of a square plot; radius of a dot for few values, and what is added for all
STACK_BAR, STACK_ROW = 26, 44  # pixels of a stacked bar and its row


def bar_plot(title: str, series: Sequence[str], rows: Mapping[str, Sequence[float | None]]) -> str:
    """Horizontal bars of values 0..1: for each row one bar per series; None leaves its place empty."""
    high = len(series) * BAR + GAP
    body = "".join((*_legend(series), *_grid(TOP + high * len(rows)), *_bars(rows, high)))
    return _svg(title, TOP + high * len(rows) + 24, body)


def stack_plot(title: str, series: Sequence[str], rows: Mapping[str, Sequence[float]], unit: str) -> str:
    """One stacked horizontal bar per row, its sum written after it."""
    longest = max((sum(values) for values in rows.values()), default=0.0) or 1.0
    body = "".join((*_legend(series), *_stacks(rows, (WIDTH - NAME_WIDTH - RIGHT) / longest, unit)))
    return _svg(title, TOP + STACK_ROW * len(rows) + 4, body)


def reliability_plot(title: str, series: Mapping[str, Sequence[tuple[float, float, float]]]) -> str:
    """Share of right values over score, both 0..1, one dot per (score, share, number); on the diagonal a score is a probability."""
    low, high = TOP + PLANE, NAME_WIDTH + PLANE
    axes = f'<path d="M{NAME_WIDTH} {TOP}V{low}H{high}M{NAME_WIDTH} {low}L{high} {TOP}" fill="none" stroke="#c3c9d1"/>'
    ticks = "".join(_ticks(low))
    dots = "".join(
        _dot(dot, sum(row[2] for row in dots), colour) for dots, colour in zip(series.values(), COLOURS, strict=False) for dot in dots
    )
    return _svg(title, low + 44, "".join((*_legend(tuple(series)), axes, ticks, dots)))


def _ticks(low: float) -> Iterator[str]:
    """The figures at both axes and what they mean."""
    for step in range(6):
        yield _text(NAME_WIDTH + step / 5 * PLANE, low + 16, f"{step / 5:g}", anchor="middle", fill="#66707d")
        yield _text(NAME_WIDTH - 8, low - step / 5 * PLANE + 4, f"{step / 5:g}", anchor="end", fill="#66707d")
    yield _text(NAME_WIDTH + PLANE / 2, low + 34, "score", anchor="middle")
    yield _text(NAME_WIDTH - 40, TOP + PLANE / 2, "right", anchor="end")


def _dot(dot: tuple[float, float, float], total: float, colour: str) -> str:
    """One bin: the more of the values of its series, the larger."""
    score, right, count = dot
    x, y, radius = NAME_WIDTH + score * PLANE, TOP + (1 - right) * PLANE, LEAST_DOT + DOT * (count / max(1.0, total)) ** 0.5
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.6"/>'


def _svg(title: str, height: float, body: str) -> str:
    """The drawing around its body; the white ground keeps it readable on dark pages."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}" role="img" '
        f'font-family="system-ui, Segoe UI, Helvetica, Arial, sans-serif" font-size="12"><title>{escape(title)}</title>'
        f'<rect width="100%" height="100%" rx="6" fill="#fff"/>{body}</svg>\n'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start", fill: str = "#1d2530") -> str:
    """One text."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'


def _legend(series: Sequence[str]) -> Iterator[str]:
    """The names of the series with their colours."""
    x = float(NAME_WIDTH)
    for name, colour in zip(series, COLOURS, strict=False):
        yield f'<rect x="{x:.0f}" y="12" width="11" height="11" rx="2" fill="{colour}"/>' + _text(x + 16, 22, name)
        x += 16 + 7.5 * len(name) + 18  # 7.5 pixels: width of a character


def _grid(bottom: float) -> Iterator[str]:
    """Lines at the quarters from 0 to 1."""
    for step in range(5):
        x = NAME_WIDTH + step / 4 * (WIDTH - NAME_WIDTH - RIGHT)
        yield f'<path d="M{x:.1f} {TOP - 6}V{bottom:.1f}" stroke="#e3e7ec"/>' + _text(
            x, bottom + 15, f"{step / 4:g}", anchor="middle", fill="#66707d"
        )


def _bars(rows: Mapping[str, Sequence[float | None]], high: int) -> Iterator[str]:
    """The bars of every row."""
    scale = WIDTH - NAME_WIDTH - RIGHT
    for index, (name, values) in enumerate(rows.items()):
        y = TOP + index * high
        yield _text(NAME_WIDTH - 10, y + len(values) * BAR / 2 + 4, name, anchor="end")
        for position, (value, colour) in enumerate(zip(values, COLOURS, strict=False)):
            if value is not None:
                top = y + position * BAR
                yield f'<rect x="{NAME_WIDTH}" y="{top}" width="{value * scale:.1f}" height="{BAR - 1}" fill="{colour}"/>'
                yield f'<g font-size="9">{_text(NAME_WIDTH + value * scale + 4, top + BAR - 1, f"{value:.2f}", fill="#66707d")}</g>'


def _stacks(rows: Mapping[str, Sequence[float]], scale: float, unit: str) -> Iterator[str]:
    """The stacked bars of every row."""
    for index, (name, values) in enumerate(rows.items()):
        y, x = TOP + index * STACK_ROW, float(NAME_WIDTH)
        yield _text(NAME_WIDTH - 10, y + STACK_BAR / 2 + 4, name, anchor="end")
        for value, colour in zip(values, COLOURS, strict=False):
            yield f'<rect x="{x:.1f}" y="{y}" width="{value * scale:.1f}" height="{STACK_BAR}" fill="{colour}"/>'
            x += value * scale
        yield _text(x + 6, y + STACK_BAR / 2 + 4, f"{sum(values):.1f} {unit}")
