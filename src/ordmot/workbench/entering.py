"""What a person enters in a form: numbers, choices, and words of a document."""

from __future__ import annotations

import math

from starlette.datastructures import FormData

from ordmot.casebook.views import readable
from ordmot.errors import CaseError, SettingsError
from ordmot.ledger import Claim, Document, Edit, Interval, Span, cut, parse_end
from ordmot.workbench.bench import as_number, field_of


def chosen_of(form: FormData, name: str) -> list[str]:
    """Give the values that were chosen of a field; SettingsError where there is none."""
    chosen = [value for value in form.getlist(name) if isinstance(value, str) and value.strip()]
    if not chosen:
        raise SettingsError("Nothing was chosen. Go back, choose at least one, and send it again.")
    return chosen


def read_account_edit(form: FormData, machine: Claim | None) -> Edit:
    """Read how a person reads an account; what the machine reads alike is no edit."""
    interval = _read_interval(form)
    unit = field_of(form, "unit").strip()
    voice = field_of(form, "voice").strip()
    text = field_of(form, "text").strip()
    own_text = machine.answer_words if machine else ""
    quantity = machine.quantity if machine else None
    own_unit = (quantity.unit or "") if quantity else ""
    own_voice = machine.speaker.name if machine else ""
    return Edit(
        interval=None if quantity and interval == quantity.interval else interval,
        unit=None if unit == own_unit else unit,
        voice=None if voice in ("", own_voice) else voice,
        text=None if text in ("", own_text) else text,
    )


def _read_interval(form: FormData) -> Interval | None:
    """Read an interval; None where neither end is given."""
    low, high = _read_end(form, "low"), _read_end(form, "high")
    if low is None and high is None:
        return None
    if low is not None and high is not None and low > high:
        raise SettingsError(f"The low end {low:g} is above the high end {high:g}. Swap them.")
    return Interval(
        low=low,
        high=high,
        low_open=low is not None and "low_open" in form,
        high_open=high is not None and "high_open" in form,
    )


def _read_end(form: FormData, name: str) -> float | None:
    """Read one end of an interval; None where it is left open."""
    given = field_of(form, name).strip()
    if not given:
        return None
    try:
        value = parse_end(given)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise SettingsError(f"{given!r} is no number. Write digits only, as in 4000.")
    return value


def read_words(form: FormData, document: Document) -> Span:
    """Find the words of a document that a person selected or typed; CaseError where it has none.

    Where they were selected, `start` says at which character.
    """
    words = field_of(form, "words").replace("\r\n", "\n")
    given = field_of(form, "start")
    start = as_number(given, -1)
    text = readable(document.text)
    if not words.strip():
        raise SettingsError("No words were given. Select them in the text, or copy them from it.")
    if start < 0 or text[start : start + len(words)] != words:
        start = text.find(words)
        if start >= 0 and text.find(words, start + 1) >= 0:
            raise CaseError("These words stand in the document more than once. Give more of them.")
    if start < 0:
        raise CaseError("The document does not hold these words. Copy them exactly as they stand.")
    return cut(document.id, document.text, start, start + len(words))
