"""What the field tagger says of any part of the headers of a section: votes for its readers, and cuts where it is sure."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from resume_parser.nlp.field_tagger import Tagged
from resume_parser.nlp.segments import Segment

TITLE, COMPANY, DEGREE, SCHOOL = ("title",), ("company",), ("degree", "subject"), ("school",)
PLACE, NOTE = ("location",), ("grade", "contract", "about")
WEIGHT = 0.7  # of a sure opinion beside a sure word of the locales (nlp/cues.py)
CLIP = 3.0  # log odds from which an opinion is sure: 20 to 1
SURE = 0.85  # odds from which the opinion decides alone what a part is


@dataclass(frozen=True, slots=True)
class Opinion:
    """The tagged parts of the headers of one section, in the order of the text."""

    items: tuple[Tagged, ...]

    def odds(self, segment: Segment, labels: Sequence[str]) -> float | None:
        """Odds that the segment is one of these fields, 0..1; None where the tagger has not seen it."""
        total = weight = 0.0
        at = bisect_right(self.items, segment.start, key=lambda item: item.atom.end)  # the first part that ends inside
        while at < len(self.items) and self.items[at].atom.start < segment.end:
            item = self.items[at]
            shared = min(segment.end, item.atom.end) - max(segment.start, item.atom.start)
            total += shared * sum(item.odds.get(label, 0.0) for label in labels)
            weight += shared
            at += 1
        return total / weight if weight else None

    def vote(self, segment: Segment, labels: Sequence[str]) -> float:
        """The odds as a vote from -WEIGHT to WEIGHT, 0 where the tagger has not seen the segment."""
        odds = self.odds(segment, labels)
        if odds is None:
            return 0.0
        low = math.exp(-CLIP)
        odds = min(1 - low, max(low, odds))
        return WEIGHT * max(-1.0, min(1.0, math.log(odds / (1 - odds)) / CLIP))

    def sure(self, segment: Segment, labels: Sequence[str]) -> bool:
        """The tagger has no doubt that the segment is one of these fields."""
        odds = self.odds(segment, labels)
        return odds is not None and odds >= SURE
