"""The report as one HTML page: nothing to load, nothing to run, every account beside its words."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ordmot.ledger import Ledger, Relation
from ordmot.report.case import Case, open_case, rank_questions
from ordmot.report.documents import DocumentView, show_document
from ordmot.report.marks import readable
from ordmot.report.pictures import Spec, picture_all
from ordmot.report.questions import QuestionView, show_question
from ordmot.report.relations import RelationView, show_gap
from ordmot.report.voices import VoiceView, list_voices
from ordmot.report.words import Words, majority_language, read_words

_GLANCE = 5
_VOICES = 12
_DRAWN = 60  # to draw the three pictures of a question takes a third of a second

Draw = Callable[[Spec], str]
"""Draws a Vega-Lite specification as SVG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that the page shows, worked out; the template only sets it.

    `strong` questions have a gap that is not weak, `weak` ones some relation, `lone` ones none.
    """

    case: Case
    strong: tuple[QuestionView, ...]
    weak: tuple[QuestionView, ...]
    lone: tuple[QuestionView, ...]
    across: tuple[RelationView, ...]
    relations: tuple[tuple[str, int, int], ...]
    voices: tuple[VoiceView, ...]
    documents: tuple[DocumentView, ...]

    @property
    def widest(self) -> tuple[QuestionView, ...]:
        """Give the questions that the cover names."""
        return self.strong[:_GLANCE]

    @property
    def main_voices(self) -> tuple[VoiceView, ...]:
        """Give the voices that say most."""
        return self.voices[:_VOICES]

    @property
    def other_voices(self) -> tuple[VoiceView, ...]:
        """Give the further voices, to be folded away."""
        return self.voices[_VOICES:]


def render_html(ledger: Ledger, language: str | None = None, draw: Draw | None = None) -> str:
    """Render the case as one HTML page in `language`; by default that of most documents.

    The page needs no network and runs no script; its policy forbids both. The same ledger gives
    the same page. `draw` draws the pictures of the clearest gaps; without it, and for the others,
    they are number lines that need no library.
    """
    words = read_words(language or majority_language(ledger.documents))
    page = compose(ledger, words)
    style = _read_style()
    template = _environment().get_template("page.html.jinja")
    return template.render(
        page=page,
        case=page.case,
        ledger=ledger,
        words=words,
        drawings=_draw_pictures(page, draw) if draw else {},
        style=Markup(style),  # noqa: S704 - the style sheet of this package, no word of a document
        style_hash=_hash_style(style),
    )


def _draw_pictures(page: Page, draw: Draw) -> dict[str, dict[str, Markup]]:
    """Draw the pictures of the clearest gaps, by question and name."""
    return {
        view.question.id: {
            name: Markup(draw(spec))  # noqa: S704 - drawn by a library that escapes every word
            for name, spec in picture_all(view, page.case).items()
        }
        for view in page.strong[:_DRAWN]
    }


def compose(ledger: Ledger, words: Words) -> Page:
    """Work out all that the page shows."""
    case = open_case(ledger, words, rank_questions(ledger))
    views = [show_question(case.ledger.question(id_), case) for id_ in case.numbers]
    readings = {reading.document.id: reading for reading in case.ledger.readings}
    return Page(
        case=case,
        strong=tuple(view for view in views if view.strong),
        weak=tuple(view for view in views if view.weak and not view.strong),
        lone=tuple(view for view in views if not view.strong and not view.weak),
        across=tuple(show_gap(gap, case, {}) for gap in case.gaps.get(None, ())),
        relations=_count_relations(case),
        voices=list_voices(case, views),
        documents=tuple(show_document(reading, case) for reading in readings.values()),
    )


def _count_relations(case: Case) -> tuple[tuple[str, int, int], ...]:
    """Count the gaps of each relation that was found, and how many of them are weak."""
    found = Counter(gap.relation for gap in case.ledger.gaps)
    weak = Counter(gap.relation for gap in case.ledger.gaps if gap.is_weak)
    return tuple(
        (case.words.name("relation", relation), found[relation], weak[relation])
        for relation in Relation
        if found[relation]
    )


@cache
def _environment() -> Environment:
    """Set up the templates: everything escaped, nothing undefined passed over in silence."""
    return Environment(
        loader=PackageLoader("ordmot.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_make_readable,
    )


def _make_readable(value: object) -> object:
    """Let no character onto the page that HTML forbids; what is markup already holds none."""
    is_words = isinstance(value, str) and not isinstance(value, Markup)
    return readable(str(value)) if is_words else value


@cache
def _read_style() -> str:
    """Read the style sheet."""
    path = resources.files("ordmot.report") / "templates" / "style.css"
    return path.read_text(encoding="utf-8")


def _hash_style(style: str) -> str:
    """Hash the style sheet for the page's policy, which lets no other style in."""
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
