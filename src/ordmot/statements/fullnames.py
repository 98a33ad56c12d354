"""The personal names of a document, and the fullest form of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ordmot.statements.language import Language
from ordmot.statements.phrases import is_role, place_length
from ordmot.statements.words import PARTICLES, Word

_TOKEN = re.compile(r"[^\W\d_]\w*(?:[-'’]\w+)*\.?|\S")
_LONGEST_NAME = 4
_TITLED = 2
"""Words of "Col Moe"; with more, a title may be cut off the name."""
_NEVER_NAMES = (
    "determiners",
    "pronouns",
    "openers",
    "prepositions",
    "subordinators",
    "times",
    "organisations",
    "auxiliaries",
    "questions",
)


class FullNames:
    """The names of two words or more with the places where they stand."""

    def __init__(self, text: str, languages: Sequence[Language]) -> None:
        self._languages = languages
        self._titles = frozenset[str]().union(*(lang["titles"] for lang in languages))
        self._kinds: dict[str, bool] = {}
        self._by_last: dict[str, tuple[list[int], list[str]]] = {}
        for start, name in self._runs(text):
            places, names = self._by_last.setdefault(name.rsplit(" ", 1)[-1], ([], []))
            places.append(start)
            names.append(name)
        self._distinct = {last: set(names) for last, (_, names) in self._by_last.items()}

    def fullest(self, name: str, offset: int) -> str:
        """Give the longest form of a name; of two namesakes the one named last before `offset`.

        >>> from ordmot.statements.language import language_of
        >>> names = FullNames("Capt Eva Lie sank. Lie swam.", [language_of("en")])
        >>> names.fullest("Lie", 19)
        'Capt Eva Lie'
        """
        last = name.rsplit(" ", 1)[-1]
        parts = {part for part in name.split() if not self._is_title(part)}
        fits = {full for full in self._distinct.get(last, ()) if parts <= set(full.split())}
        longer = [f for f in fits if len(f) > len(name) or len(f.split()) > len(parts) > 0]
        if not longer or not parts:
            return name
        nearest = self._last_before(last, fits, offset)
        given = {part for part in nearest.split() if not self._is_title(part)}
        return max((full for full in fits if given <= set(full.split())), key=lambda f: (len(f), f))

    def _last_before(self, last: str, fits: set[str], offset: int) -> str:
        places, names = self._by_last[last]
        for at in range(bisect_right(places, offset) - 1, -1, -1):
            if names[at] in fits:
                return names[at]
        return next(full for full in names if full in fits)

    def _runs(self, text: str) -> Iterator[tuple[int, str]]:
        """Walk through the runs of capitalised words, without articles and sentence openers."""
        run: list[str] = []
        before = ["", ""]  # the words before the run
        start = end = 0
        is_owner = False
        for match in _TOKEN.finditer(text):
            token = match.group()
            is_next = bool(run) and match.start() == end + 1 and text[end] == " " and not is_owner
            if not is_next or not self._goes_on(token, run):
                yield from _as_name(start, run[self._place_length(before, run) :])
                before = [*before, *run][-2:]
                run, start = [], match.start()
            if run or self._is_name(token, is_first=True):
                run.append(self._bare(token))
            else:
                before = [before[-1], token]
            end = match.end()
            is_owner = _is_genitive(token)
            if run and token.endswith(".") and not self._is_short(token):
                yield from _as_name(start, run[self._place_length(before, run) :])
                before, run = ["", ""], []
        yield from _as_name(start, run[self._place_length(before, run) :])

    def _place_length(self, before: Sequence[str], run: Sequence[str]) -> int:
        """Count the words of a run before the holder of an office: «ordfører i | Vik | Ida Moe».

        So is the end of one of several words: "Defence | Minister | Ida Moe".
        """
        if len(run) > _TITLED and self._ends_office(before[-1], run[0]):
            return 1
        role, link = (word.lower() for word in before)
        fits = (lang for lang in self._languages if link in lang["noun_prepositions"])
        return next((place_length(run, lang) for lang in fits if lang.names_role(role)), 0)

    def _ends_office(self, before: str, title: str) -> bool:
        """Tell an office of several words from a title: "Defence | Minister", but no "Mr | Col"."""
        is_role = any(title.lower() in lang["persons"] for lang in self._languages)
        is_open = before[:1].isupper() and not before.isupper() and not _is_genitive(before)
        word = before.lower()
        small = any(
            word in lang["determiners"] or lang.names_organisation(word) for lang in self._languages
        )
        return self._is_title(title) and is_role and is_open and not small

    def _goes_on(self, token: str, run: Sequence[str]) -> bool:
        is_titled = self._is_title(token) and not self._is_title(run[-1])
        if is_titled or self._is_mere_role(self._bare(run[-1])):
            return False  # "Iceland | President Ola Lie"
        is_particle = token.lower().split("-")[0] in PARTICLES
        return len(run) < _LONGEST_NAME and (is_particle or self._is_name(token, is_first=False))

    def _bare(self, token: str) -> str:
        """Cut off a genitive and a full stop that is not an abbreviation's."""
        word = re.sub(r"['’]s$", "", token.rstrip("."))
        return token if token.endswith(".") and self._is_short(token) else word

    def _is_short(self, token: str) -> bool:
        return len(token) == 2 or self._is_title(token)

    def _is_title(self, token: str) -> bool:
        return token.lower().rstrip(".") in self._titles

    def _is_name(self, token: str, *, is_first: bool) -> bool:
        if not token[:1].isupper():
            return False
        word = self._bare(token).rstrip(".")
        key = f"{is_first}{word}"
        if key not in self._kinds:
            self._kinds[key] = not self._is_common(word.lower()) and not (
                is_first and self._is_mere_role(word)
            )
        return self._kinds[key]

    def _is_common(self, word: str) -> bool:
        return any(
            lang.introduces(word) or any(word in lang[name] for name in _NEVER_NAMES)
            for lang in self._languages
        )

    def _is_mere_role(self, token: str) -> bool:
        """Tell a role that opens a sentence («Havnesjef Ida Moe») from a title ("Col Ames")."""
        word = Word(0, len(token), token, token.lower())
        return not self._is_title(token) and any(is_role(word, lang) for lang in self._languages)


def _is_genitive(token: str) -> bool:
    """Tell "Nord's | Ann Lind", «NRKs | Ida Moe» from one name."""
    return bool(re.search(r"['’]s$", token)) or (
        len(token) > 2 and token[:-1].isupper() and token.endswith("s")
    )


def _as_name(start: int, run: list[str]) -> Iterator[tuple[int, str]]:
    while run and run[-1].lower() in PARTICLES:
        run.pop()
    if len(run) > 1:
        yield start, " ".join(run)
