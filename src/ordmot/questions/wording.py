"""The words of a question, in the language of most of its accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ordmot.ledger import Claim, Term
from ordmot.lexicon import label, read_data, serving_language

_EVENT_WORDS = 4


def word_question(claims: Sequence[Claim]) -> str:
    """Word the question that claims answer: "How many foreign fighters (leave, Raqqa)?"."""
    language = _language(claims)
    templates: dict[str, str] = read_data(language, "questions")["templates"]
    quantity = claims[0].quantity
    if quantity is None:
        return templates["yes_no"].format(event=_event(claims, language))
    counted, event = _counted(claims, language), _event(claims, language)
    kind = quantity.dimension
    if kind == "count":
        kind = "count_event" if counted and event else "count" if counted else "count_nothing"
    template = templates.get(kind, templates["amount"])
    text = template.format(counted=counted, event=event or counted or "–")
    return templates["per"].format(question=text) if quantity.per is not None else text


def _language(claims: Sequence[Claim]) -> str:
    counts = Counter(serving_language(claim.language) for claim in claims)
    return max(sorted(counts), key=lambda language: counts[language])


def _counted(claims: Sequence[Claim], language: str) -> str:
    """Write the counted kind with the restrictors that every claim has."""
    heads = Counter(claim.counted.concept for claim in claims if claim.counted)
    if not heads:
        return ""
    shared = set.intersection(*({t.concept for t in claim.restrictors} for claim in claims))
    narrowing = sorted(_word(concept, language) for concept in shared if concept != "~part")
    return " ".join([*narrowing, _word(min(heads, key=lambda h: (-heads[h], h)), language)])


def _event(claims: Sequence[Claim], language: str) -> str:
    """Write what happens: the predicate and the terms that most claims share."""
    words = [_word(concept, language) for concept in _commonest_predicate(claims)]
    around = Counter(c for claim in claims for c in {t.concept for t in _around(claim)})
    common = sorted(around, key=lambda concept: (-around[concept], concept))
    for concept in common:
        word = _word(concept, language)
        if len(words) < _EVENT_WORDS and around[concept] * 2 > len(claims) and word not in words:
            words.append(word)
    return ", ".join(words)


def _commonest_predicate(claims: Sequence[Claim]) -> list[str]:
    """Give the predicate of most claims, or nothing where none has one."""
    counts = Counter(claim.predicate.concept for claim in claims if claim.predicate)
    return [min(counts, key=lambda concept: (-counts[concept], concept))] if counts else []


def _around(claim: Claim) -> tuple[Term, ...]:
    return (*claim.participants, *claim.places)


def _word(concept: str, language: str) -> str:
    """Write a concept in a language; a word the lexicon does not know stays as it is."""
    if concept[0] in "=~@":
        return concept[1:]
    return label(concept, language)


def word_scope(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Give the places and times that claims name, the commonest first, in their own words."""
    counts = Counter(term.span.text for claim in claims for term in (*claim.places, *claim.times))
    return tuple(sorted(counts, key=lambda words: (-counts[words], words))[:5])
