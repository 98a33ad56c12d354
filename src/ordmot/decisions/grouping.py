"""Questions as people put them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ordmot.ledger import (
    Answer,
    Claim,
    Comparison,
    Decision,
    Finder,
    Findings,
    Ledger,
    Question,
    Reading,
    Review,
    Subject,
    Texts,
    question_id,
)
from ordmot.lexicon.measures import compared_in


@dataclass(slots=True, kw_only=True)
class _Group:
    """A question while decisions are applied: its answers by claim, and the machine's question."""

    base: Question
    answers: dict[str, Answer] = field(default_factory=dict)
    text: str = ""


class Grouping:
    """The questions of a case while people's decisions are applied to them, in log order.

    A group keeps its key however its accounts change. Every id that its question had on the way
    leads to it, so that a later decision finds what an earlier one made; a decision on an id that
    is gone finds the group that holds most of the accounts, by their words.
    """

    def __init__(self, machine: Ledger, texts: Texts) -> None:
        self._machine = machine.findings
        self._texts = texts
        self._finder = Finder(texts, Findings(Comparison()))
        self._groups: dict[str, _Group] = {}
        self._moved: dict[str, str | None] = {}
        self._keys: dict[str, str] = {}
        for reading, before in zip(texts.readings, machine.readings, strict=True):
            if reading is not before:
                self._set_apart(reading)

    def _set_apart(self, reading: Reading) -> None:
        """Let accounts stand alone whose dimension, as edited, is not that of their question."""
        for claim in reading.claims:
            if claim.origin is None:
                continue
            homes = self._machine.homes.get(claim.id, ())
            unfit = [key for key in homes if self._group(key).base.dimension != compared_in(claim)]
            for key in unfit:
                del self._group(key).answers[claim.id]
                self._moved[claim.id] = None
            if unfit:
                self._stand_alone(claim, "its unit was edited")

    def _group(self, key: str) -> _Group:
        """Give a group, made of the machine's question when a decision first touches it."""
        if key not in self._groups:
            question = self._machine.questions[key]
            answers = {answer.claim: answer for answer in question.answers}
            self._groups[key] = _Group(base=question, answers=answers, text=question.text)
        return self._groups[key]

    def _home(self, claim: str) -> str | None:
        """Give the group that an account is in now."""
        if claim in self._moved:
            return self._moved[claim]
        homes = self._machine.homes.get(claim)
        return homes[-1] if homes else None

    def apply(self, entry: Review) -> None:
        """Apply one decision, where what it is about can be found."""
        deed = _DEEDS.get(entry.decision)
        if deed is not None:
            deed(self, entry)

    def move(self, entry: Review) -> None:
        """Put an account, also one that a person added, into a question or one of its own."""
        claim = self._texts.claims.get(self._finder.find(entry.about) or "")
        if claim is None:
            return
        if not entry.others:
            self._stand_alone(claim, _reason("set apart", entry), entry.id)
            return
        key = self._key(entry.others[0])
        if key is not None and self._group(key).base.dimension == compared_in(claim):
            self._place(claim.id, key, _reason("placed here", entry))

    def merge(self, entry: Review) -> None:
        """Put the accounts of several questions into the first."""
        key = self._key(entry.about)
        others = [self._key(subject) for subject in entry.others]
        for other in dict.fromkeys(others):
            if key is None or other is None or other == key:
                continue
            if self._group(other).base.dimension == self._group(key).base.dimension:
                for claim in tuple(self._group(other).answers):
                    self._place(claim, key, _reason("merged", entry))

    def split(self, entry: Review) -> None:
        """Put some accounts of a question into a new one."""
        key = self._key(entry.about)
        found = [self._finder.find(subject) for subject in entry.others]
        leaving = [claim for claim in found if claim is not None and self._home(claim) == key]
        if key is None or not leaving:
            return
        self._groups[entry.id] = _Group(base=self._group(key).base)
        for claim in leaving:
            self._place(claim, entry.id, _reason("split off", entry))

    def edit(self, entry: Review) -> None:
        """Give a question the text of a person."""
        text = entry.edit.text if entry.edit else None
        key = self._key(entry.about) if text else None
        if key is not None and text:
            self._group(key).text = text

    def drop(self, claims: Sequence[str]) -> None:
        """Take accounts out of their questions."""
        for claim in claims:
            self._leave(claim)

    def questions(self) -> tuple[Question, ...]:
        """Give the questions that still have accounts: those that changed as drafts."""
        untouched = (q for key, q in self._machine.questions.items() if key not in self._groups)
        touched = (self._question(group) for group in self._groups.values() if group.answers)
        return (*untouched, *touched)

    def _question(self, group: _Group) -> Question:
        """Give a question as it was, or a draft whose shared words have to be worked out anew."""
        answers = {answer.claim: answer for answer in group.base.answers}
        if answers == group.answers:
            return replace(group.base, text=group.text)
        return replace(
            group.base,
            text=group.text,
            concepts=(),
            scope=(),
            answers=tuple(group.answers[c] for c in sorted(group.answers, key=self._place_of)),
        )

    def _place_of(self, claim: str) -> tuple[str, int]:
        """Order accounts as questions list them: by document, then as it was read."""
        document = self._texts.claims[claim].document
        own = (each.id for each in self._texts.claims_of[document])
        return document, next(place for place, each in enumerate(own) if each == claim)

    def _key(self, subject: Subject) -> str | None:
        """Find the group that a question is now."""
        record = subject.record
        key = self._keys.get(record, record if record in self._machine.questions else None)
        if key is not None and self._group(key).answers:
            return key
        return self._finder.holder_on(subject.spans, self._home) if subject.spans else None

    def _stand_alone(self, claim: Claim, reason: str, key: str = "") -> None:
        """Make a question of one account."""
        own = key or f"alone-{claim.id}"
        base = Question(
            text="",
            language=claim.language,
            dimension=compared_in(claim),
            unit=claim.quantity.unit if claim.quantity else None,
            concepts=(),
            scope=(),
            answers=(),
        )
        self._groups[own] = _Group(base=base)
        self._place(claim.id, own, reason)

    def _place(self, claim: str, key: str, reason: str) -> None:
        """Put an account into a group: surely, for a person did."""
        old = self._leave(claim)
        root = old.root if old is not None else ""
        answer = Answer(claim=claim, score=1.0, root=root, reasons=(reason,), is_placed=True)
        self._group(key).answers[claim] = answer
        self._moved[claim] = key
        self._remember(key)

    def _leave(self, claim: str) -> Answer | None:
        """Take an account out of its group, and give its answer there."""
        key = self._home(claim)
        if key is None:
            return None
        self._moved[claim] = None
        answer = self._group(key).answers.pop(claim)
        self._remember(key)
        return answer

    def _remember(self, key: str) -> None:
        """Let the id that a question has now lead to its group."""
        group = self._group(key)
        if group.answers:
            self._keys[question_id(group.base.dimension, group.answers)] = key


_DEEDS: Mapping[Decision, Callable[[Grouping, Review], None]] = {
    Decision.MOVED: Grouping.move,
    Decision.ADDED: Grouping.move,
    Decision.MERGED: Grouping.merge,
    Decision.SPLIT: Grouping.split,
    Decision.EDITED: Grouping.edit,
}


def _reason(words: str, entry: Review) -> str:
    """Say what a person did, and why."""
    return f"{words} by {entry.by}{f': {entry.note}' if entry.note else ''}"
