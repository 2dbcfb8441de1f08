"""The command `resume-parser`: the only place that prints.

Exit codes: 0 all well, 1 some file failed, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from resume_parser.errors import ResumeParserError
from resume_parser.options import Options
from resume_parser.service.cli import add_commands

if TYPE_CHECKING:
    from resume_parser.batch import Outcome
    from resume_parser.result import Result

EXPORTS = ("hrflow", "json-resume", "hr-open", "text")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    parsed = build_arguments().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = parsed.command
    try:
        return command(parsed)
    except ResumeParserError as error:
        complain(error)
        return 1
    except BrokenPipeError:
        return 0


def build_arguments() -> argparse.ArgumentParser:
    """The arguments of every command."""
    root = argparse.ArgumentParser(prog="resume-parser", description="Turn resumes into HrFlow Parsing and Profile objects, offline.")
    commands = root.add_subparsers(required=True, metavar="COMMAND")
    add_parse(commands)
    text = add(commands, "text", run_text, "print the text of a file in reading order")
    text.add_argument("file")
    explain = add(commands, "explain", run_explain, "show what every stage saw and found")
    explain.add_argument("file")
    explain.add_argument("--html", metavar="OUT", help="write a page with every value boxed on the page image")
    add_options(explain)
    evaluate = add(commands, "evaluate", run_evaluate, "score the parser on a folder of fixtures with gold.json")
    evaluate.add_argument("folder")
    evaluate.add_argument("--split", choices=("dev", "test"))
    evaluate.add_argument("--confusions", action="store_true", help="list what was read as what: titles as companies, places as titles ...")
    evaluate.add_argument("--json", metavar="OUT")
    evaluate.add_argument("--html", metavar="OUT")
    bench = add(commands, "bench", run_bench, "time the parser on the files of a folder")
    bench.add_argument("folder")
    add(commands, "formats", run_formats, "list the formats")
    add_commands(commands)
    return root


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: object, text: str) -> argparse.ArgumentParser:
    """One command."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    made.set_defaults(command=run)
    return made


def add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The command `parse`."""
    made = add(commands, "parse", run_parse, "parse files; one file prints JSON, many print JSON Lines")
    made.add_argument("files", nargs="+", metavar="FILE", help="a path, or - for standard input")
    made.add_argument("--as", dest="form", choices=EXPORTS, default="hrflow", help="form of the output (default: hrflow)")
    made.add_argument("--workers", type=int, default=1, help="processes for many files (default: 1)")
    add_options(made)


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of a parse."""
    command.add_argument("--region", help="country of phone numbers without a country code, for example FR")
    command.add_argument("--ocr", choices=("auto", "off"), default="auto", help="read images and scanned pages (default: auto)")
    command.add_argument("--isolate", action="store_true", help="extract in a worker process with limits of time and memory")
    command.add_argument("--date", type=date.fromisoformat, help='the day that "present" stands for (default: today)')


def options_of(parsed: argparse.Namespace) -> Options:
    """The Options that the arguments ask for."""
    return Options(default_region=parsed.region, reference_date=parsed.date, ocr=parsed.ocr, isolate=parsed.isolate)


def complain(error: ResumeParserError) -> None:
    """Prints an error in one line."""
    name = f"{error.file_name}: " if error.file_name else ""
    print(f"resume-parser: {name}{error} [{error.code}]", file=sys.stderr)


def source_of(name: str) -> str | bytes:
    """A path, or the bytes of standard input for "-"."""
    return sys.stdin.buffer.read() if name == "-" else name


def run_parse(parsed: argparse.Namespace) -> int:
    """Parses the files and prints what was read."""
    from resume_parser.api import ResumeParser

    parser = ResumeParser(options_of(parsed))
    if len(parsed.files) == 1:
        print(form(parser.parse(source_of(parsed.files[0])), parsed.form, indent=1))
        return 0
    failed = 0
    outcomes = parser.parse_many(map(source_of, parsed.files), workers=parsed.workers)
    for name, outcome in zip(parsed.files, progress(outcomes, len(parsed.files)), strict=True):
        if isinstance(outcome, ResumeParserError):
            failed += 1
            complain(outcome)
            print(json.dumps({"file": name, "code": 400, "message": str(outcome)}, ensure_ascii=False))
        else:
            print(form(outcome, parsed.form, indent=None))
    return 1 if failed else 0


def progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """The same outcomes with a progress bar on standard error."""
    from tqdm import tqdm

    return iter(tqdm(outcomes, total=total, unit="file", file=sys.stderr, disable=None))


def form(result: Result, wanted: str, *, indent: int | None) -> str:
    """One result in the form that was asked for: JSON with `indent`, or plain text."""
    from resume_parser.exporters import export

    if wanted == "hrflow":
        return json.dumps(result.to_response(), ensure_ascii=False, indent=indent)
    exported = export(result.profile, wanted)
    return exported if wanted == "text" else json.dumps(json.loads(exported), ensure_ascii=False, indent=indent)


def run_text(parsed: argparse.Namespace) -> int:
    """Prints the text of a file."""
    from resume_parser.api import read_document

    print(read_document(source_of(parsed.file)).text)
    return 0


def run_explain(parsed: argparse.Namespace) -> int:
    """Prints the tables of every stage, or writes them as a page."""
    from resume_parser.api import ResumeParser, read_source
    from resume_parser.explaining import explain_html, explain_text

    data, name = read_source(source_of(parsed.file), None)
    result = ResumeParser(options_of(parsed)).parse(data, file_name=name)
    if not parsed.html:
        print(explain_text(result))
        return 0
    Path(parsed.html).write_text(explain_html(result, data), encoding="utf-8")
    print(f"Written: {parsed.html}")
    return 0


def run_evaluate(parsed: argparse.Namespace) -> int:
    """Scores a folder of fixtures."""
    from resume_parser.evaluating import confusions_text, evaluate_folder, summary_html, summary_json, summary_text

    summary = evaluate_folder(Path(parsed.folder), split=parsed.split)
    print(summary_text(summary))
    if parsed.confusions:
        print("\n" + confusions_text(summary))
    if parsed.json:
        Path(parsed.json).write_text(summary_json(summary), encoding="utf-8")
    if parsed.html:
        Path(parsed.html).write_text(summary_html(summary), encoding="utf-8")
    return 0


def run_bench(parsed: argparse.Namespace) -> int:
    """Times every file of a folder: CPU milliseconds of a warm parse."""
    from time import process_time

    from resume_parser.api import ResumeParser
    from resume_parser.formats import FORMATS

    parser = ResumeParser()
    known = {extension for row in FORMATS for extension in row.extensions}
    files = sorted(path for path in Path(parsed.folder).rglob("*") if path.suffix.lower() in known)
    times = []
    for path in files:
        try:
            parser.parse(path)
            started = process_time()
            parser.parse(path)
        except ResumeParserError as error:
            complain(error)
            continue
        times.append((process_time() - started) * 1000)
        print(f"{times[-1]:8.1f} ms  {path.name}")
    if times:
        print(f"{len(times)} files, median {sorted(times)[len(times) // 2]:.1f} ms of CPU time, warm")
    return 0 if len(times) == len(files) else 1


def run_formats(parsed: argparse.Namespace) -> int:
    """Lists the formats."""
    from resume_parser.formats import FORMATS

    for row in FORMATS:
        print(f"{row.name:6} {' '.join(row.extensions):14} {'read' if row.extractor else 'not yet'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
