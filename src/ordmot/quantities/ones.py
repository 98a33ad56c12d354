"""When "one", "a" and "en" count, and when they only point."""

from __future__ import annotations

from ordmot.ledger import Hedge
from ordmot.quantities.figures import Figure
from ordmot.quantities.measured import Language
from ordmot.quantities.numbers import find_atoms
from ordmot.quantities.tokens import Tokens

_SMALL = 13
_BARE = 2
_MARKS = (",", ".", "–", "—")


_FATE = 4
"""Words from "one" to what became of it: "one was | still | missing"."""


def is_amount(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether a figure states an amount; articles and the pronoun "one" do not."""
    if figure.form == "article":
        return _is_counting_article(tokens, figure, language)
    if _is_noun(tokens, figure, language):
        return False
    is_one = figure.form == "words" and figure.stated == (1.0,)
    is_article = tokens.words[figure.core[0]] in language.units.articles
    is_single = figure.value.number_end == figure.core[0] + 1
    if is_one and is_article and is_single and figure.unit is not None:
        return _is_counting_article(tokens, figure, language)
    if not is_one or figure.unit is not None or figure.core[1] - figure.core[0] > 1:
        return True
    return _is_counting_one(tokens, figure, language)


def _is_noun(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether an article makes a noun of a number word: "et tre" is a tree."""
    at = figure.core[0]
    if language.vocabulary.traits["one_counts"] or figure.unit is not None:
        return False
    is_word = figure.form == "words" and figure.core[1] - at == 1 and figure.value.low < _SMALL
    return is_word and tokens.word(at - 1) in language.units.articles


def _is_counting_article(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether an article states a one: "within an hour", but not "a day later".

    In "the fall of a foot bridge" the unit is no measure.
    """
    if tokens.word(figure.end) in language.units.attributive:
        return False
    is_whole_text = len(tokens) == figure.end - figure.start
    is_hedged = figure.hedge is not Hedge.EXACT
    is_answer = figure.start == 0 and tokens.word(figure.end) in _MARKS  # "An hour, they say."
    is_said = tokens.word(figure.start - 1) in language.units.lone_after
    is_more = figure.end - figure.start > _BARE  # "an hour and a quarter"
    is_added = tokens.word(figure.end) in language.units.lone_before
    return is_hedged or is_whole_text or is_answer or is_said or is_more or is_added


def _is_one_of_the_best(tokens: Tokens, at: int, language: Language) -> bool:
    """Tell whether "one of the" only ranks: "one of the country's largest", "en av de fremste"."""
    if tokens.word(at + 1) not in language.vocabulary.of:
        return False
    following = tokens.words[at + 2 : at + 6]
    ranks, endings = (
        language.vocabulary.one["ranks"],
        tuple(language.vocabulary.one["rank_endings"]),
    )
    return any(word in ranks or (len(word) > 4 and word.endswith(endings)) for word in following)


def _is_counting_one(tokens: Tokens, figure: Figure, language: Language) -> bool:
    """Tell whether "one" counts: "one bomb", "én mann"; not "one can see", "en mann"."""
    one = language.vocabulary.one
    at = figure.core[0]
    word, before, after = tokens.words[at], tokens.word(at - 1), tokens.word(at + 1)
    if word in one["counting"]:
        return True
    if find_atoms(after, language.vocabulary) or after[:1].isdecimal():
        return False
    if after in language.vocabulary.people:
        return True
    if before in one["alone"] and tokens.word(at - 2) in language.vocabulary.definites:
        return False
    if before in one["not_after"]:
        return False
    if after in one["being"]:
        return not one["fates"].isdisjoint(tokens.words[at + 2 : at + _FATE])
    if after in one["not_before"]:
        return False
    is_bare = figure.hedge is Hedge.EXACT and not after[:1].isalnum() and after != "("
    if word == "one" and is_bare and before not in one["before_bare"] and len(tokens) > 2:
        return False
    if _is_one_of_the_best(tokens, at, language):
        return False
    if language.vocabulary.traits["one_counts"]:
        return True
    return after in one["before"] or _is_bounded(figure)


def _is_bounded(figure: Figure) -> bool:
    """Tell whether a bound makes a number of "en": "minst en", "mer enn en", but not "under en"."""
    words = figure.hedge_tokens
    is_phrase = words is not None and words[1] - words[0] > 1
    is_bound = figure.hedge in (Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.AT_MOST)
    return figure.hedge is Hedge.AT_LEAST or (is_bound and is_phrase)
