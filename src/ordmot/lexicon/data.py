"""Reading the data files of the lexicon."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "nb")
"""The languages that have a folder of data."""

_SERVED_BY = {"nn": "nb", "da": "nb", "sv": "nb", "no": "nb"}
# Nynorsk, Danish and Swedish share most number words, cues and punctuation with Bokmål: reading
# them with its data finds much, where reading them as English finds nothing.


def serving_language(language: str) -> str:
    """Name the language whose data serves a passage: `nn` -> `nb`, `und` -> `en`."""
    served = _SERVED_BY.get(language, language)
    return served if served in LANGUAGES else "en"


@cache
def read_data(language: str, name: str) -> dict[str, Any]:
    """Read `lexicon/<language>/<name>.toml`; `language` is a folder, `shared` the neutral one."""
    folder = resources.files(__package__)
    path = folder / f"{name}.toml" if language == "shared" else folder / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
