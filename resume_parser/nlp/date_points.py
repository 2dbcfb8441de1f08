"""Single dates of a text, before they are joined to ranges: the first step of nlp/dates.py.

One regular expression finds every printed form that holds a number; what it means is decided form by form.
A point is weak where its form alone does not prove a date ("10/15", "'18", a year glued to other digits):
it counts only as a part of a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from resume_parser.nlp.date_words import date_words, foreign_month

FIRST_YEAR = 1940  # a working life; the last year that the grammar reads is 2100
PIVOT = 45  # two-digit years above it belong to the last century
LONGEST_PAIR = 12  # years between the two numbers of "2014-16"
MONTHS, DAYS = 12, 31
SHORT = 2  # digits of a year without its century
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}
ROMAN_LANGUAGES = frozenset({"pl"})  # elsewhere "Engineer II 2019" is no February
LONGEST_MONTH = 18  # letters, full stop and line break
LOOK_BACK = 8  # characters before a lone year that can spoil it
YEAR = r"(?:19[4-9]\d|20\d\d|2100)"
NUMBER = re.compile(r"\d\d|\d年")
CUT_MONTH = re.compile(r"[^\W\d_]{3,16}\.?\n$")  # a month that a line break cut off its year
PREVIOUS = re.compile(r"[^\W\d_]+(?=[ \u00a0]$)")
SLASHED = re.compile(rf"(?<!\d)(\d\d?)([/-])(\d\d?)\2{YEAR}")
POINT = re.compile(
    rf"""(?<![\w@\#$€£¥])(?:
      (?P<iso>(?<!/)(?P<iso_year>{YEAR})(?P<iso_mark>[-.]|\s?/\s?)(?P<iso_month>0[1-9]|1[0-2])(?:[-./](?P<iso_day>[0-3]\d))?(?![\w/]|[-.]\d))
    | (?P<cjk>(?P<cjk_year>{YEAR})\s?年(?:\s?(?P<cjk_month>\d\d?)\s?月(?:\s?(?P<cjk_day>\d\d?)\s?日)?)?)
    | (?P<full>(?<!\d[./])(?P<one>\d\d?)\s?(?P<full_mark>[-./])\s?(?P<two>\d\d?)\s?(?P=full_mark)\s?
        (?P<full_year>{YEAR}|\d\d)(?!\w|[./]\d|(?P=full_mark)\d))
    | (?P<numeric>(?<!\d[./])(?P<num_month>\d\d?)(?:\s?/\s?|\.(?:(?<=\d\d\.)\s)?|-)(?P<num_year>{YEAR})(?!\w|[./]\d))
    | (?P<short>(?<!\d[./])(?P<short_month>\d\d?)\s?/\s?['’]?(?P<short_year>\d\d)(?!\w|[./]\d))
    | (?P<quarter>[QT](?P<quarter_no>[1-4])[\s/,-]{{0,2}}(?P<quarter_year>{YEAR}|['’]\d\d)(?!\w))
    | (?P<named>(?:(?P<day>[0-3]?\d)(?:\.|[º°]|[^\W\d_]{{1,3}}+\.?)?[\s./-]{{0,2}}(?:[a-z]{{2,3}}\s)?)?
        (?P<word>[^\W\d_]{{1,16}}+)(?P<gap>\.?[\s,./-]{{0,6}})(?:[a-z]{{2,3}}\s)?(?:(?P<day_after>[0-3]?\d)(?:[a-z]{{2}})?,?\s)?
        (?P<named_year>{YEAR}|['’‘`´]\s?\d\d|\d\d)(?:/(?P<slash_pair>{YEAR}|\d\d)|[–-](?P<dash_pair>\d\d))?(?!\w|[.,]\d))
    | (?P<year>(?P<only>{YEAR})(?:\s?[-–/]\s?['’]?(?P<pair>\d\d)(?!\w|[./]\d))?(?!\w))
    | (?P<quoted>['’‘](?P<quoted_year>\d\d)(?!\w))
    )""",
    re.VERBOSE,
)
MONTH_AFTER = re.compile(r"[ ,.-]{1,2}([^\W\d_]{3,12}+)\.?(?!\s*['’]?\d)")
SPOILED_BEFORE = re.compile(r"(?:[:_=.,/]|[^\W\d_]-|(?<!\d)\d{2,3}[ .)-]|(?<!\d)\d[.)-]|[$€£¥] )$")
SPOILED_AFTER = re.compile(r"[.,]\d|\s?[%€$£¥+@_]|[-./]\d|\s\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Point:
    """One date with its offsets; a span ("Q3 2019", "2015/16") also has the year and month that it ends in."""

    form: str
    start: int
    end: int
    year: int
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_year: int | None = None
    weak: bool = False

    @property
    def value(self) -> str:
        """ISO value as a start."""
        return iso(self.year, self.month, self.day)

    @property
    def last_value(self) -> str:
        """ISO value as an end: the last month of a season, the second year of a pair."""
        return iso(self.last_year or self.year, self.last_month or self.month, self.day)


def iso(year: int, month: int | None, day: int | None) -> str:
    """A date as "2019", "2019-03" or "2019-03-14"."""
    return f"{year}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def full_year(digits: str) -> int:
    """The year of two or four digits."""
    year = int(digits.lstrip("'’‘`´ \u00a0"))
    if year >= FIRST_YEAR:
        return year
    return 2000 + year if year <= PIVOT else 1900 + year


def number(digits: str | None) -> int | None:
    """The number, None where the form has none."""
    return int(digits) if digits else None


def possible(month: int | None, day: int | None) -> bool:
    """Month and day exist in a calendar, where they are given."""
    return (month is None or 1 <= month <= MONTHS) and (day is None or 1 <= day <= DAYS)


def read_iso(match: re.Match[str]) -> Point | None:
    """A point from "2018-03" or "2018-03-01"; "2009-10" can also be two years: `settle` decides."""
    year, month, day = int(match["iso_year"]), int(match["iso_month"]), number(match["iso_day"])
    twin = day is None and match["iso_mark"] != "." and (year + 1) % 100 == month
    form = "twin" if twin else "iso"
    return Point(form, match.start(), match.end(), year, month, day) if possible(month, day) else None


def read_cjk(match: re.Match[str]) -> Point | None:
    """A point from "2019年3月"."""
    month, day = number(match["cjk_month"]), number(match["cjk_day"])
    return Point("cjk", match.start(), match.end(), int(match["cjk_year"]), month, day) if possible(month, day) else None


def read_full(match: re.Match[str], day_first: bool) -> Point | None:
    """A point from "01.09.2015" or "9/1/2015"."""
    one, two = int(match["one"]), int(match["two"])
    day, month = (one, two) if day_first or match["full_mark"] == "." else (two, one)
    if month > MONTHS:
        day, month = month, day
    weak = len(match["full_year"]) == SHORT and match["full_mark"] == "-"
    found = Point("full", match.start(), match.end(), full_year(match["full_year"]), month, day, weak=weak)
    return found if possible(month, day) else None


def read_numeric(match: re.Match[str]) -> Point | None:
    """A point from "03/2019"."""
    month = int(match["num_month"])
    return Point("numeric", match.start(), match.end(), int(match["num_year"]), month) if possible(month, None) else None


def read_short(match: re.Match[str]) -> Point | None:
    """A weak point from "10/15": October 2015."""
    month, year = int(match["short_month"]), full_year(match["short_year"])
    return Point("short", match.start(), match.end(), year, month, weak=True) if possible(month, None) else None


def read_quarter(match: re.Match[str]) -> Point:
    """A point from "Q3 2019"."""
    first = 3 * int(match["quarter_no"]) - 2
    return Point("quarter", match.start(), match.end(), full_year(match["quarter_year"]), first, last_month=first + 2)


def read_named(match: re.Match[str], languages: Sequence[str]) -> Point | None:
    """A point from a word and a year: "3 mars 2019", "Mar '18", "WS 2014/15"; None where the word is no part of a year."""
    words, key, bare = date_words(), date_words().key(match["word"]), len(match["named_year"]) == SHORT
    term = words.terms.get(key)
    if term:
        return read_term(match, match.start("word"), term)
    month = words.months.get(key) or (None if bare else other_month(match["word"], languages))
    day = number(match["day"]) or number(match["day_after"])
    if not month:
        return read_long_term(match)
    if not possible(month, day) or (bare and not match["gap"]):
        return None
    return Point("named", match.start(), match.end("named_year"), full_year(match["named_year"]), month, day, weak=bare)


def read_long_term(match: re.Match[str]) -> Point | None:
    """A point from a term of two words: "winter semester 2015/16"."""
    words = date_words()
    previous = PREVIOUS.search(match.string, max(0, match.start("word") - LONGEST_MONTH), match.start("word"))
    term = words.terms.get(words.key(f"{previous[0]} {match['word']}")) if previous else None
    return read_term(match, previous.start(), term) if previous and term else None


def read_term(match: re.Match[str], start: int, term: tuple[int, int]) -> Point | None:
    """A point from a season or term and its year; one that runs over New Year ends in the next year."""
    year, pair = full_year(match["named_year"]), match["slash_pair"] or match["dash_pair"]
    if pair and full_year(pair) != year + 1:
        return None
    first, last = term
    last_year = year + 1 if last < first else year
    weak = len(match["named_year"]) == SHORT and not pair
    return Point("term", start, match.end(), year, first, last_month=last, last_year=last_year, weak=weak)


def read_quoted(match: re.Match[str]) -> Point:
    """A weak point from "'18"."""
    return Point("quoted", match.start(), match.end(), full_year(match["quoted_year"]), weak=True)


def read_year(match: re.Match[str], languages: Sequence[str]) -> Point | None:
    """A point from "2014", "2014-16" or "2014 March"; weak beside other digits, None where it is money or a part of a number."""
    text, start, end, year = match.string, match.start(), match.end(), int(match["only"])
    last_year = full_year(match["pair"]) if match["pair"] else None
    if last_year and not year < last_year <= year + LONGEST_PAIR:
        last_year, end = None, match.end("only")
    named = MONTH_AFTER.match(text, end) if not last_year else None
    month = month_of(named[1], languages) if named else None
    if named and month:
        return Point("named", start, named.end(), year, month)
    after = SPOILED_AFTER.match(text, end)
    if after and not after[0][-1].isdigit():
        return None
    weak = bool(after) or bool(SPOILED_BEFORE.search(text[max(0, start - LOOK_BACK) : start]))
    return Point("year", start, end, year, last_year=last_year, weak=weak)


def month_of(word: str, languages: Sequence[str]) -> int | None:
    """The month that a word names in any locale or in the given languages."""
    words = date_words()
    return words.months.get(words.key(word)) or other_month(word, languages)


def other_month(word: str, languages: Sequence[str]) -> int | None:
    """The month of a Roman number in a language that prints such ("III 2008"), or of a word that no locale has."""
    roman = ROMAN.get(word) if languages and languages[0] in ROMAN_LANGUAGES else None
    return roman or foreign_month(word, tuple(languages))


READERS: dict[str, Callable[[re.Match[str]], Point | None]] = {
    "iso": read_iso,
    "cjk": read_cjk,
    "numeric": read_numeric,
    "short": read_short,
    "quarter": read_quarter,
    "quoted": read_quoted,
}


def read_point(match: re.Match[str], languages: Sequence[str], day_first: bool) -> Point | None:
    """The point of a match, None where its numbers are no date."""
    form = match.lastgroup or ""
    if form == "full":
        return read_full(match, day_first)
    if form == "named":
        return read_named(match, languages)
    if form == "year":
        return read_year(match, languages)
    return READERS[form](match)


# calling codes and British postcodes: English is spoken there, but the day comes first
DAY_FIRST_PLACE = re.compile(r"\+(?:27|353|44|61|64|65|91)\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")


def is_day_first(text: str, language: str) -> bool:
    """ "03/04/2019" starts with the day: as the other dates of the text prove, else by the custom of the language."""
    for one, _, two in SLASHED.findall(text):
        if max(int(one), int(two)) > MONTHS:
            return int(one) > int(two)
    return language != "en" or bool(DAY_FIRST_PLACE.search(text))


def dated_spans(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold a number of two digits, as offsets."""
    last = 0
    while found := NUMBER.search(text, last):
        first = text.rfind("\n", last, found.start()) + 1 or last
        last = text.find("\n", found.start()) % (len(text) + 1)
        cut = CUT_MONTH.search(text, max(0, first - LONGEST_MONTH), first) if text[first].isdigit() else None
        yield cut.start() if cut else first, last


def scan(text: str, first: int, last: int, languages: Sequence[str], day_first: bool) -> Iterator[Point]:
    """The points of one stretch of the text."""
    at = first
    while match := POINT.search(text, at, last):
        point = read_point(match, languages, day_first)
        if point:
            yield point
            at = point.end
        else:
            at = match.end("word") if match["word"] else match.start() + 1


def settle(points: list[Point]) -> list[Point]:
    """ "2009-10" is October 2009 in a text that prints other dates like that, else the years 2009 to 2010."""
    if any(point.form == "iso" for point in points):
        return points
    return [replace(p, form="year", month=None, last_year=p.year + 1) if p.form == "twin" else p for p in points]


def read_points(text: str, languages: Sequence[str], *, day_first: bool | None = None) -> list[Point]:
    """Every date of the text in order."""
    if day_first is None:
        day_first = is_day_first(text, languages[0] if languages else "en")
    points: list[Point] = []
    for first, last in dated_spans(text):
        points += scan(text, max(first, points[-1].end if points else 0), last, languages, day_first)
    return settle(points)
