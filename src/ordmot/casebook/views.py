"""The case as a page shows it: what the reports work out, for one record at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from jinja2 import BaseLoader, PackageLoader

from ordmot.ledger import Claim, Gap, Ledger, Quantity, Question, Voice
from ordmot.questions import reword_question
from ordmot.report.accounts import Account, name_root, name_voice, read_amount, read_claim
from ordmot.report.case import Case, anchor_of, open_case, rank_questions
from ordmot.report.documents import list_edges
from ordmot.report.explanation import NO_GROUNDS, Explanation, Grounds, explain_in
from ordmot.report.marks import Mark, mark_text, readable
from ordmot.report.notation import write_date, write_number
from ordmot.report.number_line import NumberLine
from ordmot.report.pictures import Spec, picture_all
from ordmot.report.questions import QuestionView, draw_lines, show_question
from ordmot.report.relations import RelationView, say_difference, say_ratio, show_gap
from ordmot.report.words import Words, read_words

__all__ = [
    "Account",
    "Mark",
    "NumberLine",
    "QuestionView",
    "RelationView",
    "Views",
    "Words",
    "anchor_of",
    "list_edges",
    "mark_text",
    "name_root",
    "read_style",
    "read_words",
    "readable",
    "report_templates",
    "write_date",
    "write_number",
]


class Views:
    """What can be shown of a case in one language; each question is worked out once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._questions: dict[str, QuestionView] = {}
        self._asked: dict[str, Question] = {}

    @classmethod
    def of(cls, ledger: Ledger, language: str, before: Views | None = None) -> Views:
        """Look up once what every page needs, in `language` (`en`, `nb` …).

        What views of the case `before` a decision know of the same actors is taken over.
        """
        known = before._case if before is not None else None
        return cls(open_case(ledger, read_words(language), rank_questions(ledger), known))

    def in_language(self, language: str) -> Views:
        """Give the same case in another language."""
        return Views(replace(self._case, words=read_words(language)))

    @property
    def words(self) -> Words:
        """Give the words of the language."""
        return self._case.words

    @property
    def numbers(self) -> Mapping[str, int]:
        """Give the number of each question, in the order of their strongest gap."""
        return self._case.numbers

    def question(self, question_id: str) -> QuestionView:
        """Show a question; KeyError if there is none such."""
        view = self._questions.get(question_id)
        if view is None:
            view = show_question(self.asked(self._case.ledger.question(question_id)), self._case)
            self._questions[question_id] = view
        return view

    def asked(self, question: Question) -> Question:
        """Give a question in the words of the reader's language where the lexicon has them.

        Otherwise, and where a person worded it, it stays in its own.
        """
        found = self._asked.get(question.id)
        if found is None:
            claims = [self._case.ledger.claim(answer.claim) for answer in question.answers]
            language = self.words.language
            text = reword_question(question, claims, language) if claims else None
            found = replace(question, text=text, language=language) if text else question
            self._asked[question.id] = found
        return found

    def pictures(self, question_id: str) -> Mapping[str, Spec]:
        """Give the pictures of a question as Vega-Lite, by name; see `report.pictures`."""
        return picture_all(self.question(question_id), self._case)

    def glance(self, gap: Gap, most: int) -> tuple[NumberLine, ...]:
        """Draw the two sides of a gap among as many other accounts of its question as fit."""
        if gap.question is None:
            return ()
        view = self.question(gap.question)
        sides = {a.letter for a in view.accounts if a.claim.id in gap.claims}
        others = list(dict.fromkeys(a.letter for a in view.accounts if a.letter not in sides))
        room = max(1, most - len(sides))
        shown = sides | set(others[:: -(-len(others) // room) or 1])
        accounts = [account for account in view.accounts if account.letter in shown]
        return draw_lines(view.question, accounts, [gap], self._case)

    def relation(self, gap: Gap) -> RelationView:
        """Show a gap with the letters of its question."""
        accounts = self.question(gap.question).accounts if gap.question else ()
        return show_gap(gap, self._case, {account.claim.id: account for account in accounts})

    def explain(self, gap: Gap, grounds: Grounds = NO_GROUNDS, program: str = "") -> Explanation:
        """Explain a gap from the words up, with its claims compared row by row."""
        return explain_in(self._case, gap, grounds, program)

    def size_of(self, gap: Gap) -> str:
        """Say how large a gap is, as short as can be: `62 ×` or `17 apart`."""
        return say_ratio(gap, self.words) or say_difference(gap, self.words)

    def questions_of(self, claim_id: str) -> list[str]:
        """List the ids of the questions that a claim answers."""
        return self._case.questions_of(claim_id)

    def actor_of(self, voice: Voice) -> str | None:
        """Give the id of the actor who speaks, None where none is known."""
        return self._case.voice_ids.get(voice)

    def name(self, voice: Voice) -> str:
        """Name a voice for a reader."""
        return name_voice(voice, self.words)

    def amount(self, quantity: Quantity | None) -> str:
        """Write an amount as it was read: `≥ 6 hours`."""
        return read_amount(quantity, self.words)

    def reading(self, claim: Claim) -> str:
        """Write how an account is read: its amount, its answer, or yes or no."""
        return read_claim(claim, self.words)


def report_templates() -> BaseLoader:
    """Give the templates of the reports, whose pictures a page shows too."""
    return PackageLoader("ordmot.report", "templates")


@cache
def read_style() -> str:
    """Read the style sheet of the reports, which draws their pictures."""
    path = resources.files("ordmot.report") / "templates" / "style.css"
    return path.read_text(encoding="utf-8")
