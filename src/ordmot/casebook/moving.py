"""Moving accounts as a spreadsheet says: which question a cell means, whatever else was moved."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.casebook.checking import check_fits, claim_of
from ordmot.casebook.desk import Desk
from ordmot.errors import SettingsError
from ordmot.ledger import Ledger, Question

OWN = frozenset({"own", "eget"})
"""What stands in the cell of an account that is to have a question of its own."""

_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Where an account goes: to a question, or with None to one of its own."""

    question: Question | None

    def check(self, ledger: Ledger, account: str) -> None:
        """Refuse a question that asks for something else."""
        if self.question is not None:
            check_fits(claim_of(ledger, account), self.question)

    def take(self, desk: Desk, account: str, by: str | None, note: str) -> None:
        """Move an account there."""
        desk.move_account(account, self._find(desk.ledger()), by=by, note=note)

    def _find(self, ledger: Ledger) -> str | None:
        """Find the question as it is now: its id changes with every account that moves in."""
        if self.question is None:
            return None
        own = {answer.claim for answer in self.question.answers}
        shared = {
            question.id: sum(answer.claim in own for answer in question.answers)
            for question in ledger.questions
        }
        return max(shared, key=lambda id_: (shared[id_], id_))


def read_goal(ledger: Ledger, cell: str) -> Goal:
    """Read which question a cell means, by its text, its id, or `own`; SettingsError if unclear."""
    if cell.casefold() in OWN:
        return Goal(question=None)
    if not cell:
        raise SettingsError(
            "An emptied cell moves nothing: write a question, its id, or `own` for one of its own."
        )
    fitting = [question for question in ledger.questions if cell in (question.id, question.text)]
    if not fitting:
        raise SettingsError(
            f"The case has no question {cell!r}. Copy it, or its id, from the sheet of questions."
        )
    if len(fitting) > 1:
        raise SettingsError(
            f"{len(fitting)} questions read so. Write the id of one: {_list_ids(fitting)}."
        )
    return Goal(question=fitting[0])


def _list_ids(questions: list[Question]) -> str:
    """List the ids of some questions."""
    more = " …" if len(questions) > _MOST else ""
    return ", ".join(question.id for question in questions[:_MOST]) + more


def is_there(ledger: Ledger, account: str, cell: str) -> bool:
    """Tell whether an account already answers the question that a cell means."""
    own = [q for q in ledger.questions if any(answer.claim == account for answer in q.answers)]
    if cell.casefold() in OWN:
        return any(len(question.answers) == 1 for question in own)
    return any(cell in (question.id, question.text) for question in own)
