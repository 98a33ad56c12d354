"""Whether a decision makes sense on the record it is about; an error says what does."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ordmot.errors import CaseError, SettingsError
from ordmot.ledger import Actor, Claim, Edit, Ledger, Question, Standing, Subject
from ordmot.lexicon.measures import compared_in, dimension_of

_GRADE = re.compile(r"[A-F][1-6]")
_LISTED = {
    "question": "`ordmot gaps` lists the questions",
    "claim": "`ordmot question ID` lists the accounts",
    "actor": "`ordmot voices` lists the actors",
    "gap": "`ordmot gaps` lists the gaps",
}
_CAN_BE_EDITED = {
    "claim": ("interval", "unit", "voice"),
    "question": ("text",),
    "gap": ("relation",),
}
_GRADED = ("document", "actor", "claim")


def kind_of(record: str) -> str:
    """Give the kind of a record from its id."""
    return record.rpartition("-")[0]


def subject_of(ledger: Ledger, record: str) -> Subject:
    """Give a record of the case with its words, as decided or as the machine has it."""
    found = ledger.subject(record) or (ledger.machine or ledger).subject(record)
    if found is None:
        raise CaseError(f"The case has no record {record!r}. `ordmot gaps` shows the ids.")
    return found


def check_kind(record: str, kind: str) -> None:
    """Refuse a record of another kind."""
    if kind_of(record) != kind:
        raise CaseError(f"{record!r} is no {kind}: {_LISTED[kind]}.")


def question_of(ledger: Ledger, record: str) -> Question:
    """Give a question of the case as decided."""
    check_kind(record, "question")
    try:
        return ledger.question(record)
    except KeyError:
        raise CaseError(_gone(ledger, record, "question")) from None


def claim_of(ledger: Ledger, record: str) -> Claim:
    """Give an account of the case as decided."""
    check_kind(record, "claim")
    try:
        return ledger.claim(record)
    except KeyError:
        raise CaseError(_gone(ledger, record, "claim")) from None


def actor_of(ledger: Ledger, record: str) -> Actor:
    """Give an actor of the case as decided."""
    check_kind(record, "actor")
    for actor in ledger.comparison.actors:
        if actor.id == record:
            return actor
    raise CaseError(_gone(ledger, record, "actor"))


def _gone(ledger: Ledger, record: str, kind: str) -> str:
    """Say that a record is not there, and what became of it where that is known."""
    old = ledger.machine.subject(record) if ledger.machine else None
    now = ledger.find(old) if old is not None else None
    became = f" It is {now} since somebody changed it." if now is not None else ""
    return f"The case has no {kind} {record!r}.{became} {_LISTED[kind]}."


def check_same(ledger: Ledger, questions: Sequence[str]) -> None:
    """Refuse to put questions together whose accounts cannot be compared, or one with itself."""
    found = [question_of(ledger, question) for question in questions]
    if len({question.id for question in found}) < max(2, len(found)):
        raise CaseError("A merge takes two records or more, each once.")
    for question in found[1:]:
        _check_dimension(question.dimension, found[0])


def check_fits(claim: Claim, question: Question) -> None:
    """Refuse to put an account into a question that asks for something else."""
    _check_dimension(compared_in(claim), question)


def _check_dimension(own: str, question: Question) -> None:
    """Refuse another dimension than that of a question."""
    if own != question.dimension:
        raise CaseError(
            f"One is in {own}, {question.id} in {question.dimension}: such accounts cannot be "
            "compared. Edit the unit of the account first if it was read wrongly."
        )


def check_leaving(kind: str, leaving: Sequence[str], whole: Sequence[str]) -> None:
    """Refuse a split that leaves nothing behind, or takes out what is not there."""
    strange = [each for each in leaving if each not in whole]
    if strange:
        raise CaseError(f"It has no {kind} {strange[0]!r}. It has: {', '.join(whole)}.")
    if not leaving or set(leaving) == set(whole):
        raise CaseError(f"A split takes out at least one {kind} and leaves at least one.")


def check_reader(standing: Standing, by: str) -> None:
    """Refuse a second reader where nobody was the first, or who is the same person."""
    if standing.decision is None:
        raise CaseError("A second reader follows a first: nobody gave a verdict on it yet.")
    if standing.by == by:
        raise CaseError(f"{by} gave the verdict: the second reader is somebody else. Use --by.")


def check_grade(record: str, grade: str) -> None:
    """Refuse what is no Admiralty grade, or not of a source."""
    if kind_of(record) not in _GRADED:
        raise CaseError(f"{record!r} has no grade: documents, actors and accounts have.")
    if not _GRADE.fullmatch(grade):
        raise SettingsError(
            f"{grade!r} is no grade: a letter A to F for the reliability of the source and a digit "
            "1 to 6 for the credibility of what it says, as in B2."
        )


def check_edit(claim: Claim | None, record: str, edit: Edit) -> None:
    """Refuse an edit that says nothing, or what a record of its kind does not have."""
    fields = _CAN_BE_EDITED.get(kind_of(record))
    if fields is not None and claim is not None and claim.answer is not None:
        fields = (*fields, "text")
    if fields is None:
        raise CaseError(f"{record!r} cannot be edited: accounts, questions and gaps can.")
    given = [
        name
        for name in ("interval", "unit", "voice", "text", "relation")
        if getattr(edit, name) is not None
    ]
    strange = [name for name in given if name not in fields]
    if strange or not given:
        raise SettingsError(f"Of {record} one can edit {', '.join(fields)}.")
    if not (edit.voice or "x").strip() or not (edit.text or "x").strip():
        raise SettingsError("The new words are empty.")
    if claim is not None:
        _check_reading(claim, edit)


def _check_reading(claim: Claim, edit: Edit) -> None:
    """Refuse an interval or a unit that is none."""
    ends = (edit.interval.low, edit.interval.high) if edit.interval else ()
    if edit.interval and (
        ends == (None, None) or any(e is not None and math.isinf(e) for e in ends)
    ):
        raise SettingsError("An interval has a low end or a high end, or both, each a number.")
    if edit.unit is not None and claim.quantity is None and edit.interval is None:
        raise SettingsError("A yes/no account has no unit: give an interval too.")
    if edit.unit and dimension_of(edit.unit) is None:
        raise SettingsError(
            f"{edit.unit!r} is no unit that Ordmot knows. Write it as in `kilometre`, `hour`, "
            "`percent` or `NOK`; nothing for a bare count."
        )
