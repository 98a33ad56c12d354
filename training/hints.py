"""What proper nouns of a treebank tell about names where nobody marked names.

English has few sentences with names marked, but many whose parts of speech are. A proper noun is
nearly always part of a name of some type, and a word far from any proper noun never is.
"""

from __future__ import annotations

import calendar
from dataclasses import replace

from training.corpora import Sentence

# Days and months are proper nouns in English treebanks, and name nobody.
CALENDAR = frozenset(
    word.lower()
    for words in (calendar.day_name, calendar.day_abbr, calendar.month_name, calendar.month_abbr)
    for word in words
    if word
)
PROPER, UNKNOWN = "PROPN", ""


def with_name_hints(sentence: Sentence) -> Sentence:
    """Mark where a name of some type must start or go on, and where none can be."""
    return replace(sentence, names=name_hints(sentence), scheme="hint")


def name_hints(sentence: Sentence) -> tuple[str, ...]:
    """Find the hint of each word: start of a name, start or middle, outside, or not known.

    In "the mayor of North Hill said" the neighbours of the two proper nouns may belong to the name.

    >>> from training.tree import Node, Tree
    >>> parts = {"mayors": "NOUN", "of": "ADP", "North": "PROPN", "Hill": "PROPN"}
    >>> nodes = (Node(form=w, upos=p, head=0, relation="dep") for w, p in parts.items())
    >>> name_hints(Sentence(words=tuple(parts), spaces=(), tree=Tree(nodes=tuple(nodes))))
    ('O', '', 'B-any', 'S-any')
    """
    nodes = sentence.tree.nodes if sentence.tree is not None else ()
    proper = [False, *(node.upos == PROPER for node in nodes), False]
    hints: list[str] = []
    may_go_on = False  # nothing but words that may belong to a name since the last proper noun
    for at, node in enumerate(nodes, 1):
        if proper[at] and node.form.lower() not in CALENDAR:
            hints.append("S-any" if may_go_on else "B-any")
            may_go_on = True
        elif any(proper[at - 1 : at + 2]) or node.upos in {"ADJ", "X", "SYM"}:
            hints.append(UNKNOWN)
        else:
            hints.append("O")
            may_go_on = False
    return tuple(hints)
