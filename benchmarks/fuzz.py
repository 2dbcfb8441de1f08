"""Parses thousands of damaged files and reports what ends otherwise than in a result or a typed error:

python -m benchmarks.fuzz --runs 20000 --seed 1 --out FOLDER    exit code 1 with findings, their files in the folder

A run is told by seed and number alone. OCR is off: images are decoded and not read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.files import FIXTURES
from benchmarks.fuzz_worker import FINE, Job, Pool, Verdict
from benchmarks.mutations import mutated
from resume_parser.formats import FORMATS

PARSE_SHARE = 0.1  # of the files that go through the whole parse and not through extraction and layout alone
LARGEST_SEED = 700_000  # bytes
KEPT = 3  # files kept of each finding
EXTENSIONS = tuple(extension.lstrip(".") for row in FORMATS if row.extractor for extension in row.extensions)

Seeds = dict[str, tuple[Path, ...]]


@dataclass(frozen=True, slots=True)
class Finding:
    """One way in which files failed."""

    verdict: Verdict
    count: int
    jobs: tuple[Job, ...]  # the first of them


@dataclass(frozen=True, slots=True)
class Report:
    """The verdicts of a run: a count for each format and outcome, the slowest file, the findings."""

    outcomes: dict[str, Counter[str]]
    slowest: dict[str, float]  # CPU seconds of the slowest file of a format
    findings: tuple[Finding, ...]


def main() -> int:
    """Runs, prints the table and saves the findings; the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=2000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=2)
    arguments.add_argument("--formats", default=",".join(EXTENSIONS), help="extensions with commas between them")
    arguments.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    parsed = arguments.parse_args()
    report = fuzz(find_seeds(parsed.formats.split(",")), range(parsed.runs), seed=parsed.seed, workers=parsed.workers, progress=True)
    print("\n".join(table(report)))
    save(report.findings, parsed.out)
    return 1 if report.findings else 0


def find_seeds(extensions: Sequence[str] = EXTENSIONS) -> Seeds:
    """The fixture files of each extension, sound and broken ones."""
    paths = {extension: tuple(sorted(FIXTURES.glob(f"*/*/resume*.{extension}"))) for extension in extensions}
    small = {extension: tuple(path for path in found if 0 < path.stat().st_size < LARGEST_SEED) for extension, found in paths.items()}
    return {extension: found for extension, found in small.items() if found}


def fuzz(seeds: Seeds, numbers: Sequence[int], *, seed: int, workers: int = 1, progress: bool = False) -> Report:
    """Damages a file and reads it, once for each number."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    slowest: dict[str, float] = defaultdict(float)
    found: dict[tuple[str, str], list[Job]] = defaultdict(list)
    counts: Counter[tuple[str, str]] = Counter()
    with Pool(workers) as pool:
        for job, verdict in pool.verdicts(_with_bar(make_jobs(seeds, numbers, seed), len(numbers), progress)):
            outcomes[job.kind][verdict.outcome] += 1
            slowest[job.kind] = max(slowest[job.kind], verdict.seconds)
            if verdict.outcome not in FINE:
                key = verdict.outcome, verdict.detail
                counts[key] += 1
                found[key] += [job] * (len(found[key]) < KEPT)
    findings = tuple(Finding(Verdict(*key), counts[key], tuple(jobs)) for key, jobs in found.items())
    return Report(dict(outcomes), dict(slowest), findings)


def make_jobs(seeds: Seeds, numbers: Sequence[int], seed: int) -> Iterator[Job]:
    """The damaged file of each number."""
    for number in numbers:
        yield make_job(seeds, number, seed)


def make_job(seeds: Seeds, number: int, seed: int) -> Job:
    """The damaged file of this number, the same each time."""
    chance = Random(f"{seed} {number}")
    kind = chance.choice(list(seeds))
    path, other = chance.choice(seeds[kind]), chance.choice(seeds[kind])
    family = "jpg" if kind == "jpeg" else kind
    data = mutated(path.read_bytes(), family, other.read_bytes(), chance)
    return Job(number, kind, f"resume.{kind}", data, chance.random() < PARSE_SHARE)


def _with_bar(jobs: Iterator[Job], total: int, progress: bool) -> Iterator[Job]:
    """The same jobs with a progress bar on standard error where that is a terminal."""
    from tqdm import tqdm

    yield from tqdm(jobs, total=total, unit="file", file=sys.stderr, disable=None if progress else True)


def table(report: Report) -> Iterator[str]:
    """The counts per format and the findings as text."""
    codes = sorted({code for counts in report.outcomes.values() for code in counts})
    yield f"{'':6}{'runs':>7}" + "".join(f"{code:>{len(code) + 2}}" for code in codes) + f"{'slowest':>10}"
    for kind, counts in sorted(report.outcomes.items()):
        cells = "".join(f"{counts[code]:>{len(code) + 2}}" for code in codes)
        yield f"{kind:6}{counts.total():7}{cells}{report.slowest[kind]:8.2f} s"
    for finding in sorted(report.findings, key=lambda finding: -finding.count):
        numbers = ", ".join(str(job.number) for job in finding.jobs)
        yield f"{finding.count:5} x {finding.verdict.outcome}: {finding.verdict.detail} (runs {numbers})"
    yield f"{len(report.findings)} findings."


def save(findings: Sequence[Finding], folder: Path) -> None:
    """Writes the files of the findings, named by format and number of the run."""
    for finding in findings:
        for job in finding.jobs:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{finding.verdict.outcome}-{job.number}.{job.kind}").write_bytes(job.data)


if __name__ == "__main__":
    sys.exit(main())
