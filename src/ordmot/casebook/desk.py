"""The desk: what people decide about a case, each decision one entry of its log."""

from __future__ import annotations

import getpass
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from ordmot.casebook.adding import make_account
from ordmot.casebook.checking import (
    actor_of,
    check_edit,
    check_fits,
    check_grade,
    check_leaving,
    check_reader,
    check_same,
    claim_of,
    kind_of,
    question_of,
    subject_of,
)
from ordmot.casebook.undoing import entry_in_force, newest_decision, newest_undo
from ordmot.errors import CaseError, SettingsError
from ordmot.flow import Plan, Store
from ordmot.ledger import Decision, Edit, Ledger, Review, Span, Subject

_VERDICTS = (Decision.ACCEPTED, Decision.REJECTED, Decision.UNSURE, Decision.SECOND_READ)


class Desk(ABC):
    """Records decisions: each method adds one entry to the log of the case and gives it.

    `by` is the name of the person, by default that of the account on this machine; `note` says
    why. CaseError where the case has no such record, or the decision makes no sense there.
    """

    _store: Store

    @abstractmethod
    def ledger(self) -> Ledger:
        """Give the ledger of the case as people decided it."""

    @property
    @abstractmethod
    def _plan(self) -> Plan:
        """Give the plan: how the words of an added account are measured."""

    def log(self) -> tuple[Review, ...]:
        """Give every entry of the log, in the order in which it grew."""
        return self._store.reviews()

    def review(
        self, record: str, decision: Decision, *, by: str | None = None, note: str = ""
    ) -> Review:
        """Record a verdict on a record, or that a second person read it and agrees.

        A rejected gap is folded away, a rejected account answers no question; an accepted gap is
        never folded. The newest verdict counts, and all are kept.
        """
        verdict = Decision(decision)
        if verdict not in _VERDICTS:
            raise CaseError(
                f"“{verdict}” says too little: edit, move, merge, split, add, note, grade and undo "
                "have commands and methods of their own."
            )
        entry = self._entry(record, verdict, by, note)
        if verdict is Decision.SECOND_READ:
            check_reader(self.ledger().standing(record), entry.by)
        return self._store.append_review(entry)

    def edit(self, record: str, edit: Edit, *, by: str | None = None, note: str = "") -> Review:
        """Read a record differently; the machine's own values stay beside it.

        Of an account the interval, the unit and the voice can be edited, of a question its text,
        of a gap its relation.
        """
        claim = claim_of(self.ledger(), record) if kind_of(record) == "claim" else None
        check_edit(claim, record, edit)
        return self._store.append_review(
            replace(self._entry(record, Decision.EDITED, by, note), edit=edit)
        )

    def move_account(
        self, account: str, question: str | None, *, by: str | None = None, note: str = ""
    ) -> Review:
        """Let an account answer another question, or with None a question of its own."""
        ledger = self.ledger()
        claim = claim_of(ledger, account)
        if question is not None:
            check_fits(claim, question_of(ledger, question))
        entry = self._entry(account, Decision.MOVED, by, note)
        return self._store.append_review(replace(entry, others=self._subjects([question])))

    def merge_questions(
        self, question: str, others: Sequence[str], *, by: str | None = None, note: str = ""
    ) -> Review:
        """Let the accounts of several questions answer the first, which keeps its words."""
        check_same(self.ledger(), [question, *others])
        entry = self._entry(question, Decision.MERGED, by, note)
        return self._store.append_review(replace(entry, others=self._subjects(others)))

    def split_question(
        self, question: str, accounts: Sequence[str], *, by: str | None = None, note: str = ""
    ) -> Review:
        """Let some accounts of a question answer a new one, together."""
        whole = question_of(self.ledger(), question)
        check_leaving("account", accounts, [answer.claim for answer in whole.answers])
        entry = self._entry(question, Decision.SPLIT, by, note)
        return self._store.append_review(replace(entry, others=self._subjects(accounts)))

    def merge_actors(
        self, actor: str, others: Sequence[str], *, by: str | None = None, note: str = ""
    ) -> Review:
        """Take several actors for one, under the name of the first."""
        found = [actor_of(self.ledger(), each).id for each in (actor, *others)]
        if len(set(found)) < max(2, len(found)):
            raise CaseError("A merge takes two records or more, each once.")
        entry = self._entry(actor, Decision.MERGED, by, note)
        return self._store.append_review(replace(entry, others=self._subjects(others)))

    def split_actor(
        self, actor: str, names: Sequence[str], *, by: str | None = None, note: str = ""
    ) -> Review:
        """Take some names of an actor for another one."""
        check_leaving("name", names, actor_of(self.ledger(), actor).names)
        entry = self._entry(actor, Decision.SPLIT, by, note)
        return self._store.append_review(replace(entry, names=tuple(names)))

    def add_account(
        self,
        words: Span,
        question: str | None = None,
        reading: Edit | None = None,
        *,
        by: str | None = None,
        note: str = "",
    ) -> Review:
        """Add an account that the machine missed, on selected words of a document.

        `reading` says its interval, unit and voice; without an interval the words are measured,
        and where they hold no amount it is a yes/no account; without a voice it is the document's
        own. Without a question it has one of its own.
        """
        ledger, who = self.ledger(), by or _account()
        claim = make_account(self._plan, ledger, words, reading or Edit(), who)
        if reading is not None and reading != Edit():
            check_edit(claim, claim.id, reading)
        if question is not None:
            check_fits(claim, question_of(ledger, question))
        return self._store.append_review(
            Review(
                subject=claim.id,
                spans=(claim.anchor, claim.span),
                decision=Decision.ADDED,
                by=who,
                at=_now(),
                note=note,
                others=self._subjects([question]),
                account=claim,
            )
        )

    def grade(self, record: str, grade: str, *, by: str | None = None, note: str = "") -> Review:
        """Grade a source, a document or an actor, on the Admiralty scale: A–F and 1–6, as in B2."""
        check_grade(record, grade)
        entry = self._entry(record, Decision.GRADED, by, note)
        return self._store.append_review(replace(entry, grade=grade))

    def note(self, record: str, text: str, *, by: str | None = None) -> Review:
        """Say something about a record."""
        if not text.strip():
            raise SettingsError("The note is empty.")
        return self._store.append_review(self._entry(record, Decision.NOTED, by, text))

    def undo(self, entry: str | None = None, *, by: str | None = None, note: str = "") -> Review:
        """Take back an entry of the log; without one the person's newest decision in force.

        The entry stays in the log, and so does this one, which can be taken back like any other.
        """
        who, log = by or _account(), self.log()
        taken = entry_in_force(log, entry) if entry is not None else newest_decision(log, who)
        return self._taken_back(taken, who, note)

    def redo(self, *, by: str | None = None) -> Review:
        """Take back the person's newest undo."""
        who = by or _account()
        return self._taken_back(newest_undo(self.log(), who), who, "")

    def _taken_back(self, entry: Review, by: str, note: str) -> Review:
        """Take back an entry of the log."""
        undo = Review(subject=entry.id, decision=Decision.UNDONE, by=by, at=_now(), note=note)
        return self._store.append_review(undo)

    def _entry(self, record: str, decision: Decision, by: str | None, note: str) -> Review:
        """Draft an entry about a record of the case, with the words it rests on."""
        subject = subject_of(self.ledger(), record)
        return Review(
            subject=subject.record,
            spans=subject.spans,
            decision=decision,
            by=by or _account(),
            at=_now(),
            note=note,
        )

    def _subjects(self, records: Sequence[str | None]) -> tuple[Subject, ...]:
        """Give records with the words they rest on."""
        ledger = self.ledger()
        return tuple(subject_of(ledger, record) for record in records if record is not None)


def _account() -> str:
    """Name the person by the account on this machine."""
    return getpass.getuser()


def _now() -> str:
    """Give the moment, in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
