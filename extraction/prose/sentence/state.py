"""The sentence that is being read, and what it has said so far: all that the clauses of one sentence share.

Belongs here: plain state, with who writes each field.
Does not belong here: what goes on behind the end of a sentence (``Flow`` of ``subjects``), deciding anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from extraction.prose.sentence.subjects import Flow, Subject, Surroundings
from extraction.text.normalise import Folded
from extraction.text.sentences import Sentence
from extraction.words import grammar


@dataclass(slots=True)
class Said:
    """What a sentence has said so far; made anew for each, so nothing outlives it."""

    #: what the amounts of money were of; None where nobody knows (written by ``Clauses``)
    amounts: list[Subject | None] = field(default_factory=list)
    #: the latest year for which a level of each concept was given (``Clauses``)
    levels: dict[str, int] = field(default_factory=dict)
    #: whether an amount stood behind words that say whose it is and that nobody knows (``Clauses``)
    unknown: bool = False
    #: whether the amount is known and passed over (``Others``; ``Clauses`` forgets it at each number)
    passed: bool = False
    #: subjects before the brackets that are open, the wholes of the lists that these stand in, and where a label of something
    #: else ends before them (``Numbers``)
    open: list[tuple[Subject | None, Subject | None, int]] = field(default_factory=list)
    #: where the second of two amounts with one unit begins (``Numbers``)
    second: int = -1
    #: subjects whose amounts follow in turn: 甲和乙分别为… (``Levels`` and ``Labelled`` begin, ``Parts`` takes the next)
    turns: list[Subject] = field(default_factory=list)
    #: subjects whose shares follow in turn, 分别占…, with the words for their whole (``Shares``)
    share_turns: list[tuple[Subject, str]] = field(default_factory=list)
    #: budget stage of an amount in 完成预算27万元的63.2%, for the rate that follows (``Completions``)
    completed: str | None = None
    #: words of a comparison whose number came before its verb: 较上年15.03减少0.83万元 (``Clauses``, ``Changes``)
    compared: str = ""
    #: what the last change was measured against (``Changes``)
    base_stage: str | None = None
    #: whether the last change stood behind a list of parts, so that it may be of the whole (``Changes``)
    after_list: str | None = None
    #: the second of two changes named together: 收、支总计各减少3.86,5.97万元 (``Changes``)
    second_change: tuple[Subject, bool, str | None] | None = None
    #: subjects whose rates, changes or amounts follow in turn behind 分别, with measure and base (``InTurn``)
    waiting: list[tuple[Subject, str, str | None]] = field(default_factory=list)
    #: where the last share ends, and of what it is (``Shares``)
    last_share: tuple[int, Subject] | None = None
    #: whether the last of such changes fell (``InTurn``)
    falls: bool = False
    #: the last change: where its amount ends, of what it is, whether it falls, against what (``Changes``)
    last_change: tuple[int, Subject, bool, str | None] | None = None
    #: the last change that a verb before its label made: where its amount ends, its stage, the verb (``Labelled``)
    verb_change: tuple[int, str | None, re.Match[str]] | None = None
    #: the last change of a part inside a reason, in the same way (``ReasonedParts``)
    reasoned: tuple[int, Subject, bool, str | None] | None = None
    #: what grew or fell from one level, where the other level is what follows (``Growth``)
    grown: Subject | None = None
    #: how much the last change of an amount was (``Clauses``)
    change_of: Decimal | None = None
    #: whether amounts are the parts of that change (``Clauses``, ``Labelled``)
    parts_of_change: bool = False
    #: where words end that leave the year of what follows open, and why; None until asked (``Dating``)
    doubts: list[tuple[int, str]] | None = None


@dataclass(slots=True)
class State:
    """The sentence that is being read. One object serves a whole report, for the clauses hold on to it."""

    #: the text of the document, as it is quoted
    source: str
    #: the paragraph, folded, and its text
    folded: Folded = field(init=False)
    text: str = field(init=False)
    sentence: Sentence = field(init=False)
    sentence_no: int = field(init=False)
    #: what goes on from number to number inside the paragraph
    flow: Flow = field(init=False)
    #: what headings and document say about the paragraph
    around: Surroundings = field(init=False)
    said: Said = field(init=False)

    def enter(
        self, folded: Folded, sentence: Sentence, flow: Flow, around: Surroundings, sentence_no: int
    ) -> None:
        """Begin a sentence of which nothing has been said yet."""
        self.folded, self.text = folded, folded.text
        self.sentence, self.sentence_no = sentence, sentence_no
        self.flow, self.around = flow, around
        self.said = Said()

    def before(self, position: int) -> str:
        """The words of the sentence just before a position."""
        return self.text[max(self.sentence.start, position - grammar.REACH) : position]

    def with_year(self, start: int) -> int:
        """Where the year begins that stands just before ``start``, else ``start``."""
        years = self.sentence.years_until(start)
        return years[-1].start if years and years[-1].end == start else start
