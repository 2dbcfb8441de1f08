"""The OCR engine: a grey image -> tesseract's table of words with their boxes and confidences.

The program `tesseract` is called through pytesseract, one call per page. Where the package tesserocr is installed
the same engine runs inside the process instead, which saves starting it and writing the image to a file: a third of
the time. Both hand out the same table.
"""

from __future__ import annotations

import os
import subprocess
from collections import ChainMap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from resume_parser.errors import MissingDependencyError, OptionsError

if TYPE_CHECKING:
    from PIL.Image import Image

ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}  # more threads cost up to eight times the CPU time and gain nothing on one page
AUTOMATIC_LAYOUT = 3  # tesseract's page segmentation mode: finds columns and lines, does not look at the orientation
MILLISECONDS = 1000
TESSDATA = ("/usr/share/tesseract-ocr/*/tessdata", "/usr/share/tessdata", "/usr/local/share/tessdata", "/opt/homebrew/share/tessdata")
NO_LANGUAGES = frozenset({"osd", "equ", "snum"})  # models that read no language
INSTALL = (
    "Reading images and scanned pages needs the program tesseract. "
    "Run: apt-get install tesseract-ocr tesseract-ocr-fra tesseract-ocr-deu tesseract-ocr-spa (or: brew install tesseract tesseract-lang)"
)


@dataclass(frozen=True, slots=True)
class Task:
    """How one image is to be read."""

    languages: Sequence[str]  # tesseract's names, the main one first
    dpi: int
    seconds: float  # after which the engine gives up


class OcrTimeout(Exception):
    """The engine did not finish in the time it was given."""


@dataclass(frozen=True, slots=True)
class Engine:
    """An installed engine: `table` gives the TSV rows of an image, it raises OcrTimeout."""

    languages: frozenset[str]  # that it can read
    table: Callable[[Image, Task], str]

    def check(self, languages: Sequence[str]) -> None:
        """Raises OptionsError for languages that are not installed."""
        missing = sorted(set(languages) - self.languages)
        if missing:
            raise OptionsError(
                f"The OCR languages {', '.join(missing)} are not installed; installed are {', '.join(sorted(self.languages))}. "
                f"Run: apt-get install {' '.join(f'tesseract-ocr-{name}' for name in missing)}"
            )


@lru_cache(maxsize=1)
def find_engine() -> Engine | None:
    """The engine of this machine, looked for once; None if there is none."""
    return in_process() or program()


def engine_or_error() -> Engine:
    """The engine of this machine; raises MissingDependencyError with the command that installs it."""
    engine = find_engine()
    if engine is None:
        raise MissingDependencyError(INSTALL, stage="extraction")
    return engine


def in_process() -> Engine | None:
    """tesserocr, if it is installed and finds the models of a language."""
    try:
        import tesserocr
    except ImportError:
        return None
    folder = next((path for path in model_folders() if any(path.glob("*.traineddata"))), None)
    if folder is None:
        return None
    names = languages_of(path.stem for path in folder.glob("*.traineddata"))

    def table(image: Image, task: Task) -> str:
        with tesserocr.PyTessBaseAPI(path=str(folder), lang="+".join(task.languages), psm=AUTOMATIC_LAYOUT) as api:
            api.SetVariable("user_defined_dpi", str(task.dpi))
            api.SetImage(image)
            if not api.Recognize(int(task.seconds * MILLISECONDS)):
                raise OcrTimeout
            return str(api.GetTSVText(0))

    return Engine(names, table) if names else None


def model_folders() -> list[Path]:
    """Where the models of tesseract may lie, the most likely place first."""
    stated = os.environ.get("TESSDATA_PREFIX")
    found = [path for pattern in TESSDATA for path in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)]
    return [Path(stated), *found] if stated else found


def program() -> Engine | None:
    """The program tesseract through pytesseract; None if it is not installed or has no language."""
    from pytesseract import pytesseract

    try:
        names = languages_of(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError, subprocess.SubprocessError):
        return None
    # the environment of the child alone: a view of ours in which the limit is set unless the caller set it
    pytesseract.environ = ChainMap(os.environ, ONE_THREAD)

    def table(image: Image, task: Task) -> str:
        image.format = "PPM"  # how it is handed over; packing it as PNG would cost a tenth of the time
        config = f"--psm {AUTOMATIC_LAYOUT} --dpi {task.dpi}"
        try:
            return str(pytesseract.image_to_data(image, "+".join(task.languages), config, timeout=task.seconds))
        except pytesseract.TesseractError:
            return ""  # an image without anything that tesseract takes for a page
        except RuntimeError as error:
            raise OcrTimeout from error

    return Engine(names, table) if names else None


def languages_of(models: Iterable[str]) -> frozenset[str]:
    """The names of models that read a language."""
    return frozenset(models) - NO_LANGUAGES
