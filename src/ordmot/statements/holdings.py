"""Figures that somebody has: "The ministry has 31, the hospital 36" tells what each counted."""

from __future__ import annotations

from collections.abc import Sequence

from ordmot.ledger import Act
from ordmot.statements.beside import Side, bare_amount, is_border, read_gap
from ordmot.statements.language import Cue, CueWords, Language
from ordmot.statements.sentence import AMOUNT, Sentence
from ordmot.statements.sources import phrase_before
from ordmot.statements.speakers import head_of
from ordmot.statements.words import Word

_HAVING = Cue("verb", Act.CLAIM, frozenset({"amount"}))


def read_holdings(sentence: Sentence) -> None:
    """Read «Departementet har 31, sykehuset 36», where both keep count and no noun is said.

    What a party or a team has are seats or points, and "31 beds" are beds.
    """
    words, lang = sentence.words, sentence.lang
    at = next((i for i, word in enumerate(words) if word.lower in lang["having"]), 0)
    source = phrase_before(words, at, lang)
    amount = bare_amount(words, at + 1, lang)
    if source is None or amount is None or not _keeps_count(words[slice(*source)], lang):
        return
    border = amount[1]
    side = read_gap(words, border, "", lang) if is_border(words, border, lang) else None
    if side is not None and _is_bare(words, side, lang):
        sentence.add(CueWords(at, at + 1, _HAVING), source, [amount], AMOUNT)


def _is_bare(words: Sequence[Word], side: Side, lang: Language) -> bool:
    is_number = bare_amount(words, side.content[0], lang) == side.content
    return is_number and _keeps_count(words[slice(*side.source)], lang)


def _keeps_count(words: Sequence[Word], lang: Language) -> bool:
    """Tell who or what keeps a count: a ministry, a hospital, a log."""
    head = head_of(words, lang).lower
    is_compound = bool(lang["definite_endings"]) and head.endswith(tuple(lang["registrars"]))
    return head in lang["registrars"] or is_compound or lang.names_writing(head)
