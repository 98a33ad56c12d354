"""Every message of the pages is there in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from ordmot.workbench.languages import SOURCE, choose_language, list_languages

_FOLDER = Path(str(resources.files("ordmot.workbench")))
_METHODS = [("templates/**.jinja", "jinja2"), ("static/**.js", "javascript")]
_OPTIONS = {"templates/**.jinja": {"trimmed": "true", "silent": "false"}}


def _messages() -> Iterator[tuple[str, ...]]:
    for _, _, message, _, _ in extract_from_dir(_FOLDER, _METHODS, _OPTIONS):
        yield tuple(message) if isinstance(message, (tuple, list)) else (message,)


_MESSAGES = sorted(set(_messages()))
_OTHERS = [language for language in list_languages() if language != SOURCE]


def test_there_are_messages_and_languages() -> None:
    assert len(_MESSAGES) > 40
    assert "nb" in _OTHERS


@pytest.mark.parametrize("language", _OTHERS)
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    with (_FOLDER / "locales" / language / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    found = {message.id: message.string for message in catalogue if message.id}
    known = {message if len(message) > 1 else message[0] for message in _MESSAGES}
    assert set(found) == known
    for message, said in found.items():
        forms = said if isinstance(said, tuple) else (said,)
        assert all(forms), message
        first = message[0] if isinstance(message, tuple) else message
        for form in forms:
            assert set(re.findall(r"%\(\w+\)s", form)) <= set(re.findall(r"%\(\w+\)s", first))


@pytest.mark.parametrize(
    ("chosen", "accepted", "expected"),
    [
        (None, "", "en"),
        (None, "nb-NO,nb;q=0.9,en;q=0.8", "nb"),
        (None, "no", "nb"),
        (None, "de, nn;q=0.4, en;q=0.3", "nb"),
        (None, "en;q=zero, nb;q=0.1", "en"),
        ("nb", "en", "nb"),
        ("../../etc", "en", "en"),
    ],
)
def test_the_reader_gets_the_language_that_is_wanted(
    chosen: str | None, accepted: str, expected: str
) -> None:
    assert choose_language(chosen, accepted) == expected


def test_the_page_is_in_the_language_of_the_browser(client: TestClient) -> None:
    page = client.get("/", headers={"accept-language": "nb"}).text
    assert '<html lang="nb">' in page
    assert "Dokumenter" in page
