"""How a resume prints its dates: one style per document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.corpus.content import Month, Span
from models.corpus.designs.dice import Dice
from resume_parser.locales import DateLanguage, load

DASHES = (" – ", " - ", "–", "-", " — ", " -- ", "–", " – ", " – ")
FORMS = ("name", "short", "dot", "slash", "point", "iso", "year", "quote", "lower", "slash_short", "full_date", "term")
WEIGHTS = (18, 18, 7, 16, 9, 4, 12, 3, 5, 4, 2, 2)
USUAL_PRESENT = 4  # the first words of a locale are the usual ones
ABBREVIATION = 3  # letters of a short name of a month at least
SHORT_WORD = 9  # longer words for the present are not printed in capitals
ELISIONS = {"fr": (r"\b([Dd])e (?=[ao])", r"\1'"), "it": (r"\b([Dd]?al) (?=[ao])", r"\1l'")}  # before the name of a month
ENGLISH_CASE = ("en", "de")  # languages that print the names of months with a capital


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates are printed."""

    language: str
    form: str
    dash: str
    present: str
    around: str | None  # "from {a} to {b}": a range in words, None for a dash
    collapse: bool  # "Jan – Mar 2020", "2019–21"
    since: str | None  # before the start of what goes on: "since 2019", None for a range with `present`

    def span(self, span: Span) -> str:
        """A range of dates as printed."""
        start = self.month(span.start)
        if span.ongoing:
            return f"{self.since} {start}" if self.since else self._range(start, self.present)
        if span.end is None:
            return start
        end = self.month(span.end)
        if start == end:
            return start
        if self.collapse and (short := self._collapsed(span.start, span.end, start, end)):
            return short
        return self._range(start, end)

    def _range(self, start: str, end: str) -> str:
        """Both ends with what stands between and around them."""
        return elided(self.around.format(a=start, b=end), self.language) if self.around else f"{start}{self.dash}{end}"

    def _collapsed(self, start: Month, end: Month, first: str, last: str) -> str | None:
        """A range whose year is printed once or cut to two digits, None where it cannot be."""
        year = str(start.year)
        if first == year and last == str(end.year) and start.year // 100 == end.year // 100:
            return f"{first}{self.dash.strip()}{last[2:]}"
        if start.year == end.year and first.endswith(f" {year}") and last.endswith(f" {year}"):
            return f"{first.removesuffix(year).strip()}{self.dash}{last}"
        return None

    def month(self, month: Month) -> str:
        """A point in time as printed."""
        if month.month is None or self.form == "year":
            return str(month.year)
        return self._numbers(month, month.month) or self._names(month, month.month)

    def _numbers(self, month: Month, number: int) -> str | None:
        """Months as numbers, None for a style with names."""
        year = month.year
        table = {
            "slash": f"{number:02d}/{year}",
            "point": f"{number:02d}.{year}",
            "iso": f"{year}-{number:02d}",
            "slash_short": f"{number:02d}/{year % 100:02d}",
            "full_date": f"01.{number:02d}.{year}" if self.language == "de" else f"01/{number:02d}/{year}",
        }
        return table.get(self.form)

    def _names(self, month: Month, number: int) -> str:
        """Months by their names."""
        words = load(self.language).dates
        if self.form == "term":
            seasons = [name for name, (first, last) in words.terms.items() if number in (first, last)]
            return f"{(seasons or words.months[number - 1])[0].capitalize()} {month.year}"
        names = words.months[number - 1]
        short = min((name for name in names if len(name) >= ABBREVIATION), key=len, default=names[0])
        name = {"name": names[0], "short": short, "dot": f"{short}." if short != names[0] else short}.get(self.form, short)
        if self.language in ENGLISH_CASE or self.form != "lower":
            name = name.capitalize() if self.language in ENGLISH_CASE or self.form in ("short", "dot") else name
        return f"{name} '{month.year % 100:02d}" if self.form == "quote" else f"{name} {month.year}"


def elided(text: str, language: str) -> str:
    """The words before a vowel as French and Italian write them: "d'avril", "dall'aprile"."""
    pattern, short = ELISIONS.get(language, (r"(?!)", ""))
    return re.sub(pattern, short, text)


def date_style(language: str, dice: Dice, ranges: Sequence[str]) -> DateStyle:
    """A random style; `ranges` are the ways to say a range in words."""
    words = load(language).dates
    form = dice.choices(FORMS, WEIGHTS)[0]
    dash = dice.choice(DASHES)
    around = dice.choice(ranges) if dice.chance(0.12) else None
    since = dice.choice(words.since[:3]).capitalize() if dice.chance(0.12) else None
    return DateStyle(language, form, dash, present_word(words, dice), around, dice.chance(0.08), since)


def present_word(words: DateLanguage, dice: Dice) -> str:
    """A word for what goes on."""
    usual: Sequence[str] = words.present[:USUAL_PRESENT]
    word = dice.choice(usual if dice.chance(0.75) else words.present)
    return dice.choice((word, word, word.capitalize(), word.upper() if len(word) < SHORT_WORD else word))
