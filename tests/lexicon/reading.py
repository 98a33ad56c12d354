"""Writing what the lexicon finds in a text the way the cases do."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from ordmot.lexicon import Sense, senses_at

CASES = Path(__file__).parents[1] / "cases" / "lexicon"


def load_cases(language: str) -> list[dict[str, Any]]:
    """Read the cases of a language."""
    cases: list[dict[str, Any]] = tomllib.loads((CASES / f"{language}.toml").read_text())["case"]
    return cases


def read_terms(text: str, language: str) -> list[str]:
    """Read a text word by word: `words=concept.role[predicate]<restrictor>` for each term."""
    words, index, found = text.split(), 0, []
    while index < len(words):
        match = senses_at(words, index, language)
        length = 1 if match is None else match[1]
        if match is not None:
            found.append(f"{' '.join(words[index : index + length])}={written(match[0])}")
        index += length
    return found


def written(sense: Sense) -> str:
    """Write a sense in short."""
    predicate = f"[{sense.predicate}]" if sense.predicate else ""
    restrictor = f"<{sense.restrictor}>" if sense.restrictor else ""
    return f"{sense.concept}.{sense.role[0]}{predicate}{restrictor}"
