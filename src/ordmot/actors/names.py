"""Names as they are compared: titles and articles off, acronyms, aliases, states."""

from __future__ import annotations

import re
from functools import cache

from ordmot.lexicon import LANGUAGES, is_kind_of, read_data, senses

_TOKEN = re.compile(r"\w+(?:[-'’.&]\w+)*")
_GENITIVE = re.compile(r"['’]s?$")


@cache
def name_key(name: str) -> str:
    """Give the form under which a name is compared: "Col Ryan Dillon's" -> `ryan dillon`.

    Articles and titles go, unless no name would be left ("the colonel" -> `colonel`, "Israeli
    officials" -> `israeli officials`); the "Justice" of a ministry is no title.
    """
    words = _plain_words(name)
    if len(words) > 1 and words[-1] in _kinds_of_body():
        return " ".join(words)
    kept = [word for word in words if word not in _listed("titles")]
    is_name = any(_nation(word) is None for word in kept)
    return " ".join(kept if is_name else words) or name.casefold().strip()


def _plain_words(name: str) -> list[str]:
    """Give the words of a name in lower case, articles and genitive endings off."""
    words = [_GENITIVE.sub("", word) for word in _TOKEN.findall(name.casefold())]
    return [word for word in words if word not in _listed("articles")]


@cache
def _listed(key: str) -> frozenset[str]:
    """Give a word list of the actors lexicon, both languages together: voices mix them."""
    return frozenset(word for lang in LANGUAGES for word in read_data(lang, "actors")[key])


def is_proper(name: str) -> bool:
    """Tell whether a name has a capital beyond its title: "Ryan Dillon", but not "a driver"."""
    words = _TOKEN.findall(name)
    return any(w[0].isupper() and w.casefold() not in _listed("titles") for w in words)


def initials_of(name: str) -> str:
    """Give the letters an acronym of the name has: "Syrian Democratic Forces" -> `SDF`."""
    words = [w for w in _TOKEN.findall(name) if w.casefold() not in _listed("joiners")]
    return "".join(word[0] for word in words).upper()


def is_acronym(name: str) -> bool:
    """Tell whether a name is two to six capitals: `SDF`, `U.N.`."""
    letters = name.replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6


def ends_as_body(key: str) -> bool:
    """Tell whether a compared name ends as organisations do ("forces", "utvalget")."""
    return key.rsplit(" ", 1)[-1] in _listed("slips_in")


def is_body(key: str) -> bool:
    """Tell whether a compared name is built as those of bodies are: "university of bergen"."""
    return ends_as_body(key) or any(word in _listed("joiners") for word in key.split())


@cache
def body_words(name: str) -> frozenset[str]:
    """Give the words of the name of a body, whatever their order; none where no body is named.

    "Ministry of Justice" and "the Justice Ministry" -> `ministry`, `justice`.
    """
    words = frozenset(word for word in _plain_words(name) if word not in _listed("joiners"))
    return words if words & _listed("slips_in") else frozenset()


def describes_body(words: str) -> bool:
    """Tell whether words before a name only say what kind of body it is: "the coastal agency"."""
    plain = [word for word in _TOKEN.findall(words) if word.casefold() not in _listed("articles")]
    return (
        bool(plain)
        and plain[-1].casefold() in _kinds_of_body()
        and (plain[-1].islower() or len(plain) == 1)
    )


@cache
def _kinds_of_body() -> frozenset[str]:
    """Give the nouns for bodies, in both languages: "agency", «avisa»."""
    roles = [read_data(lang, "roles") for lang in LANGUAGES]
    lists = ("generic_bodies", "organisations", "outlets")
    return frozenset(word for each in roles for name in lists for word in each[name])


def is_sole_body(key: str) -> bool:
    """Tell whether a compared name is a body of which a place has one: "police", "kommunen"."""
    return key in _listed("sole")


@cache
def known_actor(key: str) -> str | None:
    """Give the main name of an actor with aliases in the lexicon: `isis` -> "Islamic State"."""
    return _aliases().get(key)


@cache
def _aliases() -> dict[str, str]:
    entries = read_data("shared", "aliases")["actor"]
    return {name_key(name): entry["names"][0] for entry in entries for name in entry["names"]}


@cache
def belongs_to(main_name: str) -> str | None:
    """Give the body that a known actor is a part of: "UNRWA" -> "United Nations"."""
    for entry in read_data("shared", "aliases")["actor"]:
        if entry["names"][0] == main_name:
            part_of: str | None = entry.get("part_of")
            return part_of
    return None


@cache
def state_of(name: str) -> str | None:
    """Name the nation whose state speaks: "the Sudanese government", "Sudan's armed forces".

    A country alone speaks as its state; a nationality needs an institution beside it and nothing
    more: the "Syrian Democratic Forces" are not the Syrian forces.
    """
    words = _plain_words(name)
    nations = {nation for word in words if (nation := _nation(word)) is not None}
    if len(nations) != 1:
        return None
    institution = " ".join(word for word in words if _nation(word) is None)
    is_alone = not institution and _is_country(words[0])
    return nations.pop() if is_alone or institution in _listed("state") else None


@cache
def _nation(word: str) -> str | None:
    """Give the nation a word names or qualifies: `sudanese`, `sudan` -> the same concept."""
    for language in LANGUAGES:
        for sense in senses(word, language):
            for concept in (sense.concept, sense.restrictor):
                if concept is not None and is_kind_of(concept, "nation"):
                    return concept
    return None


@cache
def _is_country(word: str) -> bool:
    """Tell whether a word names a country and not its people or what is of it."""
    return any(
        sense.role == "noun" and is_kind_of(sense.concept, "nation")
        for language in LANGUAGES
        for sense in senses(word, language)
    )
