"""Samples of invented people: as many as asked for, the same for the same seed, in the languages asked for."""

from __future__ import annotations

from models.corpus.samples import FAMILIES, samples


def test_samples_are_as_many_as_asked_for_and_the_same_for_the_same_seed() -> None:
    first, second = list(samples(6, 3, ("en", "de"))), list(samples(6, 3, ("en", "de")))
    assert first == second
    assert len(first) == 6


def test_samples_say_their_language_and_design() -> None:
    found = list(samples(4, 1, ("fr", "es")))
    assert {given.language for given in found} == {"fr", "es"}
    assert {given.design for given in found} <= set(FAMILIES)


def test_another_seed_gives_other_samples() -> None:
    assert [given.document.text for given in samples(2, 1, ("en",))] != [given.document.text for given in samples(2, 2, ("en",))]
