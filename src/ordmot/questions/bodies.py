"""Bodies of which a story has one: "the police", "politiet" and "Olvik Police" are one voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from ordmot.lexicon import is_kind_of, read_data, senses

_ARTICLES = frozenset(("the", "a", "an", "den", "det", "de"))
_LANGUAGES = ("en", "nb")


class Bodies:
    """Looks up the one body of its kind in a story, by any name that says what it is."""

    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        self._proper: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        self._plain: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        for story, name in named:
            kind = kind_of_body(name)
            if kind is not None:
                kept = self._plain if is_generic(name) else self._proper
                kept[story, kind].add(name)

    def one_of(self, name: str, story: int) -> str | None:
        """Name the body that "the police" is: the only one that has a name, or none has one.

        None for what is no such body, has a name of its own, or may be either of several.
        """
        kind = kind_of_body(name)
        if kind is None or not is_generic(name):
            return None
        proper = self._proper[story, kind]
        if len(proper) > 1:
            return None
        return min(proper or self._plain[story, kind], default=None)


@cache
def kind_of_body(name: str) -> str | None:
    """Tell what kind of public body a name is of: "politiet" of police; None if of none."""
    kinds: dict[str, list[str]] = read_data("shared", "framing")["bodies"]
    concepts = {
        s.concept for word in name.split() for lang in _LANGUAGES for s in senses(word, lang)
    }
    for kind, members in kinds.items():
        if any(is_kind_of(concept, member) for concept in concepts for member in members):
            return kind
    return None


@cache
def is_generic(name: str) -> bool:
    """Tell whether a name is one word for any body of its kind: "the police", "Politiet"."""
    return len([word for word in name.split() if word.casefold() not in _ARTICLES]) == 1
