"""An account's own words with the amount left out: "“we waited … at the gate”"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ordmot.ledger import Claim, Span
from ordmot.lexicon import read_data, serving_language
from ordmot.lexicon.frames import framing_events

_GAP = "…"
_QUOTES = "\"'“”«»„‘’"
_ENDS = " .,;:!?–—-"
_FEWEST = 3
"""Words that make a clause understood; with fewer the whole sentence is quoted."""
_ENOUGH = 0.5
"""What an assertion must tell at least of what is denied, to be quoted rather than a denial."""
_MERE = 0.5
"""What a word counts that does little more than lead to what is said: "want", "become"."""
_MINOR = 0.35
"""How much more a minor clause must tell than one that stands by itself."""
_PER_WORD = 0.03
"""How much more each further word of a quotation must tell."""


class _Told:
    """What claims speak of, counted once: a question may have thousands of them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._ids = {claim.id for claim in claims}
        self._times = Counter(concept for claim in claims for concept in _spoken_of(claim))

    def rate(self, claim: Claim) -> float:
        """Add up what shares of the other claims speak of each thing that a claim names."""
        own = claim.id in self._ids
        shared = (
            (self._times[concept] - own) * (_MERE if concept in framing_events() else 1)
            for concept in _spoken_of(claim)
        )
        return sum(shared) / max(1, len(self._ids) - own)


def quote_amount(claims: Sequence[Claim], told: Sequence[Claim], width: int) -> str:
    """Quote the most telling of some claims with a gap for its amount, in `width` characters.

    `told` are all claims of the question: of what more of them speak tells more.
    """
    quotes = ((_with_gap(claim, width), claim) for claim in claims)
    return _most_telling([(quote, claim) for quote, claim in quotes if quote], _Told(told))


def quote_dispute(claims: Sequence[Claim], told: Sequence[Claim], width: int) -> str:
    """Quote the claim that names most of what is denied, an assertion before a denial.

    `told` are all claims of the question.
    """
    denied = _Told([claim for claim in told if not claim.is_affirmed] or told)
    asserted = [c for c in claims if c.is_affirmed and denied.rate(c) >= _ENOUGH]
    quotes = ((_clause(claim), claim) for claim in asserted or claims)
    return _shorten(_most_telling([q for q in quotes if q[0]], denied), width)


def _most_telling(quotes: Sequence[tuple[str, Claim]], told: _Told) -> str:
    """Choose among those that are long enough to be understood, of the telling the shortest."""
    rated = [
        (
            len(words.split()) < _FEWEST,
            _PER_WORD * len(words.split()) + _MINOR * _is_minor(words, claim) - told.rate(claim),
            words,
        )
        for words, claim in quotes
    ]
    return min(rated, default=(False, 0.0, ""))[2]


def _is_minor(words: str, claim: Claim) -> bool:
    """Tell whether a clause does not stand by itself: "in a note", "to take arms", "it was so"."""
    if claim.quantity is not None:
        return False  # the gap is what is asked for, whatever stands around it
    minor = read_data(serving_language(claim.language), "questions")["quotations"]["minor"]
    return words.partition(" ")[0].casefold() in minor


def _spoken_of(claim: Claim) -> frozenset[str]:
    """Give the concepts that the words of a claim themselves name."""
    terms = (claim.predicate, claim.counted, *claim.restrictors, *claim.participants, *claim.places)
    return frozenset(term.concept for term in terms if term and claim.span.covers(term.span))


def _clause(claim: Claim) -> str:
    return _opened(_plain(claim.span.text), claim)


def _with_gap(claim: Claim, width: int) -> str:
    """Write a claim's clause, or its sentence where the clause is too short, with the gap."""
    quantity = claim.quantity
    if quantity is None:
        return ""
    clause = _opened(_cut_out(_with_rate(claim), quantity.span), claim)
    if len(clause.replace(_GAP, " ").split()) < _FEWEST:
        clause = _cut_out(claim.sentence, quantity.span)
    return _around_gap(clause, width) if any(map(str.isalpha, clause)) else ""


def _with_rate(claim: Claim) -> Span:
    """Give the span of a claim up to the words of its rate: "charges $600 (£460) per person"."""
    per = claim.quantity.per if claim.quantity else None
    start, end = claim.span.start, claim.span.end
    whole = claim.sentence
    if per is None or per.end <= end or not whole.start <= start <= per.end <= whole.end:
        return claim.span
    words = whole.text[start - whole.start : per.end - whole.start]
    return Span(document=whole.document, start=start, end=per.end, text=words)


def _opened(words: str, claim: Claim) -> str:
    """Leave out the words that tie a clause to what stands before it: "that", "og"."""
    if claim.span.start <= claim.sentence.start:
        return words
    openers = read_data(serving_language(claim.language), "questions")["quotations"]["openers"]
    first, _, rest = words.partition(" ")
    while rest and first.casefold() in openers:
        words = rest.strip(_ENDS)
        first, _, rest = words.partition(" ")
    return words


def _cut_out(span: Span, amount: Span) -> str:
    """Write the words of a span with the gap where the amount stands."""
    if not (span.start <= amount.start and amount.end <= span.end):
        return _plain(span.text)
    start, end = amount.start - span.start, amount.end - span.start
    return _plain(f"{span.text[:start]}{_GAP}{span.text[end:]}")


def _plain(words: str) -> str:
    """Write words on one line, without the marks around them."""
    kept = "".join(letter for letter in words if letter not in '"“”«»„|')
    return _closed(" ".join(kept.split())).replace(" ,", ",").strip(_ENDS + _QUOTES)


def _closed(words: str) -> str:
    """Leave out what belongs to brackets of which the words hold only one."""
    for letter in words:
        if letter in "()":
            break
    else:
        return words
    if letter == ")":
        return _closed(words.partition(")")[2])
    before, _, after = words.partition("(")
    inside, mark, rest = after.partition(")")
    return f"{before}({inside}){_closed(rest)}" if mark else before


def _around_gap(words: str, width: int) -> str:
    """Keep as many words around the gap as there is room for."""
    if len(words) <= width or _GAP not in words:
        return _shorten(words, width)
    before, _, after = words.partition(_GAP)
    room = width - len(_GAP)
    tail = _shorten(after.strip(), max(room // 2, room - len(before)))
    head = before
    while len(head) > room - len(tail) - 1 and " " in head.strip():
        head = head.lstrip().partition(" ")[2]
    between = "" if tail[:1] in _ENDS else " "
    return _shorten(f"{head}{_GAP}{between}{tail}".strip(), width)


def _shorten(words: str, width: int) -> str:
    """Cut words at a space, so that they fit."""
    if len(words) <= width:
        return words
    kept = words[: width - 1]
    return f"{kept.rpartition(' ')[0] or kept}{_GAP}"
