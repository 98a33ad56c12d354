"""Pictures of a case, drawn as SVG where this machine can draw."""

from __future__ import annotations

from collections.abc import Mapping

from ordmot.casebook.views import Views
from ordmot.dossier.images import can_draw, draw_picture
from ordmot.report.pictures import say_picture

__all__ = ["can_draw", "draw_of_question", "say_pictures"]


def say_pictures(views: Views, question_id: str) -> Mapping[str, str]:
    """Say what each picture of a question shows, by its name; nothing where none can be drawn.

    Where there is none, `QuestionView.lines` holds a number line that needs no library.
    """
    if not can_draw():
        return {}
    return {name: say_picture(spec) for name, spec in views.pictures(question_id).items()}


def draw_of_question(views: Views, question_id: str, name: str) -> str:
    """Draw a picture of a question as SVG; KeyError if it has none of this name.

    SettingsError where vl-convert is not installed.
    """
    return draw_picture(views.pictures(question_id)[name])
