"""Sets constants and taggers of the engine for a while: what the benchmarks that leave parts out share."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from resume_parser.nlp import field_tagger, fields, line_tagger, opinions, paragraphs
from resume_parser.nlp.crf import open_weights

if TYPE_CHECKING:
    from models.corpus.samples import Sample

Settings = Mapping[tuple[ModuleType, str], float]
NO_FIELD_TAGGER: Settings = {(opinions, "WEIGHT"): 0.0, (opinions, "SURE"): math.inf}
NO_LINE_TAGGER: Settings = {(paragraphs, "SURE_TEXT"): math.inf, (paragraphs, "SURE_HEADER"): -math.inf}
NO_CONSISTENCY: Settings = {(fields, "SLOT_VOTE"): 0.0, (fields, "STYLE_VOTE"): 0.0}


@contextmanager
def switched(settings: Settings) -> Iterator[None]:
    """The constants of these modules have these values inside the block."""
    before = {(module, name): getattr(module, name) for module, name in settings}
    try:
        for (module, name), value in settings.items():
            setattr(module, name, value)
        yield
    finally:
        for (module, name), value in before.items():
            setattr(module, name, value)


@contextmanager
def replaced(module: ModuleType, weights: Path) -> Iterator[None]:
    """The tagger of a module has other weights inside the block."""
    tagger = open_weights(weights)
    before: Callable[[], object] = module.load_tagger
    module.load_tagger = lambda: tagger  # type: ignore[attr-defined]
    try:
        yield
    finally:
        module.load_tagger = before  # type: ignore[attr-defined]


@contextmanager
def taggers(folder: Path) -> Iterator[None]:
    """Both taggers have the weights that `trained` has written into a folder."""
    with ExitStack() as stack:
        stack.enter_context(replaced(line_tagger, folder / "lines.crfsuite"))
        stack.enter_context(replaced(field_tagger, folder / "fields.crfsuite"))
        yield


def trained(folder: Path, count: int, seed: int, designs: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Trains both taggers on `count` samples of some designs and languages; the field tagger sees lines as the new line tagger does."""
    from models.corpus.training import Training, train
    from models.field_tagger.train import chains
    from models.line_roles.train import chain

    made = drawn(count, seed, designs, languages)
    train((chain(sample) for sample in made), folder / "lines.crfsuite", Training())
    with replaced(line_tagger, folder / "lines.crfsuite"):
        train((found for sample in made for found in chains(sample)), folder / "fields.crfsuite", Training())


def drawn(count: int, seed: int, designs: tuple[str, ...], languages: tuple[str, ...]) -> list[Sample]:
    """Samples of some designs and languages, the same ones for the same seed."""
    from models.corpus.designs.dice import Dice
    from models.corpus.enriching import Lenders
    from models.corpus.people import resumes
    from models.corpus.samples import sample

    lenders = Lenders()
    made = []
    for number, resume in enumerate(resumes(count, seed, languages)):
        dice = Dice(f"{seed} {number}")
        made.append(sample(lenders.enriched(resume, dice), dice, dice.choice(designs)))
    return made
