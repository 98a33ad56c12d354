"""The languages of the interface: message catalogues, one file a language."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from functools import cache
from importlib import resources
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = "en"
"""The language that the messages are written in."""

_NEIGHBOURS = {"no": "nb", "nn": "nb"}
# Who asks for Norwegian, or for Nynorsk, reads Bokmål better than English.


@cache
def list_languages() -> tuple[str, ...]:
    """List the languages there are messages in: a folder of `locales` each.

    >>> "nb" in list_languages()
    True
    """
    folder = resources.files(__package__) / "locales"
    found = [entry.name for entry in folder.iterdir() if (entry / "messages.po").is_file()]
    return (SOURCE, *sorted(found))


@cache
def read_messages(language: str) -> gettext.NullTranslations:
    """Read the catalogue of a language; the messages themselves where there is none.

    >>> read_messages("nb").gettext("Documents")
    'Dokumenter'
    """
    path = resources.files(__package__) / "locales" / language / "messages.po"
    if language == SOURCE or not path.is_file():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def choose_language(chosen: str | None, accepted: str) -> str:
    """Choose the language: the reader's own choice, else the best that the browser asks for.

    >>> choose_language(None, "nn;q=0.9, en;q=0.8"), choose_language("en", "nb")
    ('nb', 'en')
    """
    known = list_languages()
    wanted = [chosen or "", *_by_preference(accepted)]
    served = (_NEIGHBOURS.get(language, language) for language in wanted)
    return next((language for language in served if language in known), SOURCE)


def _by_preference(accepted: str) -> Iterator[str]:
    """Give the languages of an Accept-Language header, the most wanted first."""
    weighed = [part.partition(";q=") for part in accepted.replace(" ", "").split(",")]
    for tag, _, _ in sorted(weighed, key=lambda part: -_weight(part[2])):
        yield tag.partition("-")[0].lower()


def _weight(stated: str) -> float:
    """Read a weight; 1 where none is stated or it is malformed."""
    try:
        return float(stated or "1")
    except ValueError:
        return 1.0
