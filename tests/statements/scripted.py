"""A reader that notes what a test tells it to: words marked in the text, no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.encoder import Attribution, Mark, Name, Notes
from ordmot.ledger import Statement
from ordmot.statements import attribute
from tests.statements.reading import make_document, make_passages


@dataclass(frozen=True, kw_only=True)
class Said:
    """An attribution by its words; each is looked up from the first occurrence on."""

    content: str | Sequence[str]
    source: str | None = None
    cue: str | None = None
    act: str = "say"
    score: float = 0.9


class Scripted:
    """Notes the same attributions in every text."""

    version = "scripted"

    def __init__(self, *script: Said, people: Sequence[str] = ()) -> None:
        self._script = script
        self._people = people

    def read(self, text: str) -> Notes:
        """Note what the script says."""
        starts = {person: text.index(person) for person in self._people}
        return Notes(
            attributions=tuple(_attribution(text, said) for said in self._script),
            names=tuple(
                Name(start=start, end=start + len(person), kind="PER", score=0.9)
                for person, start in starts.items()
            ),
        )


def _attribution(text: str, said: Said) -> Attribution:
    contents = [said.content] if isinstance(said.content, str) else said.content
    return Attribution(
        source=_mark(text, said.source, said.score) if said.source else None,
        cue=_mark(text, said.cue, said.score) if said.cue else None,
        contents=tuple(_mark(text, words, said.score) for words in contents),
        act=said.act if said.cue else None,
        act_score=said.score,
    )


def _mark(text: str, words: str, score: float) -> Mark:
    start = text.index(words)
    return Mark(start=start, end=start + len(words), score=score)


def read_with(
    text: str, *script: Said, language: str = "en", people: Sequence[str] = ()
) -> tuple[Statement, ...]:
    """Attribute a text with a reader that notes the script."""
    document = make_document(text, language)
    return attribute(document, make_passages(document, language), Scripted(*script, people=people))
