"""Measures the parser on the fixtures and writes results/speed.json:  python -m benchmarks.speed.

Times are CPU milliseconds of a warm process and the programs that it starts (OCR), median of the repeats, then of the files.
The ratio compares them with pdfium's own plain text extraction of the same resume in the same run, so figures of different
machines compare.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.files import FIXTURES, SPEED, SPLIT, machine, number, obj, write_json
from resume_parser import formats
from resume_parser.api import annotate
from resume_parser.assembly import SourceFile, assemble
from resume_parser.evaluating import REFERENCE_DATE, FixtureFile, find_fixtures
from resume_parser.evaluation.facts import Json
from resume_parser.layout import arrange
from resume_parser.options import Options

REPEATS = 5
SLOW_REPEATS = 1  # of a file that takes more than a second: pages that go through OCR
SLOW_MS = 1000.0
REFERENCE_REPEATS = 20  # the reference takes about a millisecond, near the resolution of the clock
PROCESSES = 5  # fresh processes for the import and the first parse
STAGES = ("extraction", "layout", "nlp", "assembly", "whole")
LATE_PACKAGES = (
    "pypdfium2",
    "pdfplumber",
    "docx",
    "pptx",
    "odf",
    "striprtf",
    "olefile",
    "pytesseract",
    "lxml",
    "PIL",
    "spacy",
    "numpy",
    "phonenumbers",
    "dateparser",
    "pydantic",
)

IMPORT_CODE = f"""
import json, sys, time
started = time.perf_counter()
import resume_parser
seconds = time.perf_counter() - started
print(json.dumps({{"ms": seconds * 1000, "loaded": [name for name in {LATE_PACKAGES!r} if name in sys.modules]}}))
"""
FIRST_CODE = """
import json, resource, sys, time
from resume_parser import parse
parse(sys.argv[1])
kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"cpu_s": time.process_time() + children.ru_utime + children.ru_stime, "peak_mb": kilobytes / 1024}))
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """One file: CPU milliseconds per stage, and of the reference on the PDF of the same resume."""

    format: str
    pages: int
    stages: Mapping[str, float]
    reference: float

    @property
    def ratios(self) -> dict[str, float]:
        """The stages as multiples of the reference."""
        return {stage: value / self.reference for stage, value in self.stages.items()}


def main() -> None:
    """Prints the table and writes the results."""
    fixtures = find_fixtures(FIXTURES, SPLIT)
    # before this process grows: a child starts with the peak memory of its parent
    first: dict[str, Json] = {kind: fresh(FIRST_CODE, str(path)) for kind, path in one_per_format(fixtures).items()}
    timings = [measure(fixture) for fixture in fixtures if reference_file(fixture).exists()]
    data: dict[str, Json] = {
        "machine": machine(),
        "reference_ms": round(median(timing.reference for timing in timings), 3),
        "formats": {kind: figures([row for row in timings if row.format == kind]) for kind in sorted({row.format for row in timings})},
        "import": fresh(IMPORT_CODE),
        "first_parse": first,
    }
    write_json(SPEED, data)
    print("\n".join(table(data)))


def measure(fixture: FixtureFile) -> Timing:
    """The times of one file."""
    data = fixture.path.read_bytes()
    first = run_stages(data, fixture.path.name)  # warms up
    repeats = SLOW_REPEATS if first["whole"] > SLOW_MS else REPEATS
    runs = [run_stages(data, fixture.path.name) for _ in range(repeats)]
    reference = milliseconds(reference_text, reference_file(fixture).read_bytes(), repeats=REFERENCE_REPEATS)
    pages = int(runs[0]["pages"])
    return Timing(fixture.case.format, pages, {stage: median(run[stage] for run in runs) for stage in STAGES}, reference)


def run_stages(data: bytes, name: str) -> dict[str, float]:
    """CPU milliseconds of each stage of one parse, and the number of pages."""
    options = Options(reference_date=REFERENCE_DATE)
    clock = [cpu_seconds()]
    extracted = formats.extract(data, name, options)
    clock.append(cpu_seconds())
    document = arrange(extracted)
    clock.append(cpu_seconds())
    annotations = annotate(document, options)
    clock.append(cpu_seconds())
    assemble(document, annotations, SourceFile.of(data, extension=document.format, file_name=name), options)
    clock.append(cpu_seconds())
    laps = [(after - before) * 1000 for before, after in pairwise(clock)]
    return {**dict(zip(STAGES, [*laps, sum(laps)], strict=True)), "pages": float(len(document.pages))}


def cpu_seconds() -> float:
    """CPU seconds of this process and of the programs that it started and that ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def reference_file(fixture: FixtureFile) -> Path:
    """The PDF of the same resume with text in it."""
    return fixture.path.with_name("resume.pdf")


def reference_text(data: bytes) -> None:
    """Reads the plain text of every page with pdfium alone."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            page.get_textpage().get_text_range()


def milliseconds(function: Callable[[bytes], None], data: bytes, *, repeats: int) -> float:
    """CPU milliseconds of one call: the median of single calls."""
    times = []
    for _ in range(repeats):
        started = cpu_seconds()
        function(data)
        times.append((cpu_seconds() - started) * 1000)
    return median(times)


def figures(rows: list[Timing]) -> Json:
    """The medians of the files of a format."""
    stages: dict[str, Json] = {
        stage: {
            "ms": round(median(row.stages[stage] for row in rows), 2),
            "ratio": round(median(row.ratios[stage] for row in rows), 2),
        }
        for stage in STAGES
    }
    return {"files": len(rows), "pages": sum(row.pages for row in rows), "stages": stages}


def one_per_format(fixtures: tuple[FixtureFile, ...]) -> dict[str, Path]:
    """The first file of each format."""
    return {fixture.case.format: fixture.path for fixture in reversed(fixtures)}


def fresh(code: str, *arguments: str) -> Json:
    """What the code prints in fresh processes: the median of each number, the rest from the last."""
    runs = []
    for _ in range(PROCESSES):
        done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
        runs.append(obj(json.loads(done.stdout)))
    last = runs[-1]
    return {
        key: round(median(number(run[key]) for run in runs), 3) if isinstance(value, int | float) else value for key, value in last.items()
    }


def table(data: Mapping[str, Json]) -> list[str]:
    """The results as text."""
    lines = [f"{'':8}{'files':>6}" + "".join(f"{stage:>20}" for stage in STAGES)]
    for kind, row in obj(data["formats"]).items():
        stages = obj(obj(row)["stages"])
        cells = (f"{number(obj(stages[stage])['ms']):9.1f} ms {number(obj(stages[stage])['ratio']):6.1f}x" for stage in STAGES)
        lines.append(f"{kind:8}{number(obj(row)['files']):6.0f}" + "".join(f"{cell:>20}" for cell in cells))
    lines.append(f"reference {number(data['reference_ms']):.2f} ms; import {data['import']}; first parse {data['first_parse']}")
    return lines


if __name__ == "__main__":
    main()
