"""Keeps the accuracy: no field of any format and language may fall below its floor, no fixture may change without its floor.

python -m benchmarks.gate                                 checks; exit code 1 with a list of what is wrong
python -m benchmarks.gate --update                        raises the floors to what is reached, never lowers one
python -m benchmarks.gate --update --allow-lower REASON   also lowers; the reason is kept in floors.json
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from benchmarks.files import FIXTURES, FLOORS, SPLIT, number, obj, read_json, write_json
from resume_parser.evaluating import evaluate_folder, find_fixtures
from resume_parser.evaluation.facts import Json
from resume_parser.evaluation.scores import core
from resume_parser.evaluation.summary import Summary

SHOWN = 40  # problems that are printed one by one
STEP = 1000  # floors have three decimals, rounded down

Key = tuple[str, str, str]  # format, language, field


@dataclass(frozen=True, slots=True)
class Floors:
    """The least soft F1 per format, language and field; the content of each fixture they hold for; why some were lowered."""

    values: Mapping[Key, float]
    fixtures: Mapping[str, str]  # "<language>/<case>" -> sha256
    lowered: tuple[str, ...] = ()


def main() -> int:
    """Checks or updates; the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--update", action="store_true")
    arguments.add_argument("--allow-lower", metavar="REASON", default="")
    parsed = arguments.parse_args()
    floors = load(FLOORS)
    reached = measure(evaluate_folder(FIXTURES, split=SPLIT), FIXTURES)
    problems = list(fallen(floors, reached)) if parsed.update else list(check(floors, reached))
    if problems and not (parsed.update and parsed.allow_lower):
        print("\n".join(problems[:SHOWN]), file=sys.stderr)
        print(f"{len(problems)} problems. {advice(parsed.update)}", file=sys.stderr)
        return 1
    if parsed.update:
        write_json(FLOORS, as_json(updated(floors, reached, parsed.allow_lower)))
    print(f"{len(reached.values)} floors hold for {len(reached.fixtures)} fixtures.")
    return 0


def advice(updating: bool) -> str:
    """What to do about the problems."""
    if updating:
        return "Mend the fall, or give the reason: --update --allow-lower REASON."
    return "Mend the fall; after a gain or a change of fixtures run: python -m benchmarks.gate --update."


def measure(summary: Summary, fixtures: Path) -> Floors:
    """The floors that a run reaches."""
    values = {}
    for kind in summary.formats:
        for language in summary.languages:
            fields = summary.fields(kind, language)
            values.update({(kind, language, name): rounded(counts.soft.f1) for name, counts in fields.items() if counts.soft.asked})
            if fields:
                values[kind, language, "core"] = rounded(core(fields))
    return Floors(values, fingerprints(fixtures))


def rounded(value: float) -> float:
    """The value rounded down to three decimals."""
    return math.floor(value * STEP + 1e-6) / STEP  # 1e-6: 0.29 * 1000 is 289.99999999999994


def fingerprints(folder: Path) -> dict[str, str]:
    """The sha256 of the files and the gold object of each fixture of the split."""
    paths: dict[str, set[Path]] = {}
    for fixture in find_fixtures(folder, SPLIT):
        paths.setdefault(fixture.case.name, set()).update((fixture.gold, fixture.path))
    return {name: fingerprint(sorted(files)) for name, files in paths.items()}


def fingerprint(paths: Iterable[Path]) -> str:
    """The sha256 over the names and contents of files."""
    total = sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def check(floors: Floors, reached: Floors) -> Iterator[str]:
    """What is wrong: fallen values, values without a floor, fixtures that are not those of the floors."""
    yield from fallen(floors, reached)
    yield from (f"no floor: {' '.join(key)} {value:.3f}" for key, value in reached.values.items() if key not in floors.values)
    for name in sorted({*floors.fixtures, *reached.fixtures}):
        before, now = floors.fixtures.get(name), reached.fixtures.get(name)
        if before is None:
            yield f"new fixture without a floor: {name}"
        elif now is None:
            yield f"fixture is gone: {name}"
        elif now != before:
            yield f"fixture changed without its floor: {name}"


def fallen(floors: Floors, reached: Floors) -> Iterator[str]:
    """The floors that are not reached; a value that is no longer measured has fallen too."""
    for key, floor in floors.values.items():
        value = reached.values.get(key)
        if value is None:
            yield f"not measured any more: {' '.join(key)} (floor {floor:.3f})"
        elif value < floor:
            yield f"below its floor: {' '.join(key)} {value:.3f} < {floor:.3f}"


def updated(floors: Floors, reached: Floors, reason: str) -> Floors:
    """The floors of what is reached; the reason is kept where one was lowered."""
    falls = tuple(fallen(floors, reached))
    lowered = (*floors.lowered, f"{reason}: {len(falls)} floors, {'; '.join(falls)}") if falls else floors.lowered
    return replace(reached, lowered=lowered)


def load(path: Path) -> Floors:
    """The floors in a file, none where there is no file."""
    data = read_json(path)
    values = {
        (kind, language, name): number(value)
        for kind, languages in obj(data.get("floors")).items()
        for language, fields in obj(languages).items()
        for name, value in obj(fields).items()
    }
    lowered = data.get("lowered")
    reasons = tuple(str(row) for row in lowered) if isinstance(lowered, list) else ()
    return Floors(values, {name: str(digest) for name, digest in obj(data.get("fixtures")).items()}, reasons)


def as_json(floors: Floors) -> dict[str, Json]:
    """The floors as they stand in the file."""
    tree: dict[str, dict[str, dict[str, Json]]] = {}
    for (kind, language, name), value in floors.values.items():
        tree.setdefault(kind, {}).setdefault(language, {})[name] = value
    nested: dict[str, Json] = {kind: dict[str, Json](languages) for kind, languages in tree.items()}
    return {"floors": nested, "fixtures": dict(floors.fixtures), "lowered": list(floors.lowered)}


if __name__ == "__main__":
    sys.exit(main())
