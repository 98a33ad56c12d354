"""The words of a question, in the language of most of its accounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ordmot.ledger import Asked, Claim, Modality, Term
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.answers import is_deed, name_event, question_words
from ordmot.lexicon.frames import degreed, framing_events
from ordmot.lexicon.verb_forms import (
    dispute_question,
    event_name,
    event_noun,
    is_suffered,
    lasts,
    money_question,
    passive_words,
    phrased_kind,
    place_words,
    said_of,
    said_with_place,
)
from ordmot.questions.naming import commonest_head, name_counted
from ordmot.questions.quoting import quote_amount, quote_dispute

LONGEST = 90
"""Characters of a question; what is longer is said without place, or cut."""
_WORD = re.compile(r"\w+")
_NEAR = 25
"""Characters before an amount in which its auxiliary stands: "ble 40 menn …"."""
_FAR = 6
"""Words between the counted and what is said of them."""
_FEW = 3
_TIMES = ("time_of_day", "date")
_AGO = "ago"
"""The scope of what is told from the day of telling: "three days ago"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Accounts:
    """The claims of a question, those in its language, and that language."""

    claims: Sequence[Claim]
    own: Sequence[Claim]
    language: str

    def template(self, name: str) -> str:
        """Give a template of the language, the one for amounts where the dimension has none."""
        templates: dict[str, str] = read_data(self.language, "questions")["templates"]
        return templates.get(name, templates["amount_words"])


def word_question(claims: Sequence[Claim]) -> str:
    """Word the question that claims answer: "How many foreign fighters left Skjergrunn?".

    What the accounts do not share is left out. Where too little is shared for a sentence, an
    account's own words stand with a gap for the amount ("How long: “we waited … at the gate”?"),
    or, for what is denied, after a heading ("Disputed: “the gate was locked”").
    """
    accounts = _in_language(claims, language_of(claims))
    quantity = claims[0].quantity
    if quantity is None:
        asked = claims[0].asked
        if asked is not None:
            return _ask_open(accounts, asked) or _quote_open(accounts, asked)
        return _ask_dispute(accounts) or _quote_dispute(accounts)
    return _ask_amount(accounts, quantity.dimension) or _word_gap(accounts, quantity.dimension)


def word_sentence(claims: Sequence[Claim], language: str) -> str:
    """Word the question that claims answer in a language, "" where a sentence cannot be made."""
    accounts, quantity = _in_language(claims, language), claims[0].quantity
    if quantity is None:
        asked = claims[0].asked
        return _ask_dispute(accounts) if asked is None else _ask_open(accounts, asked)
    return _ask_amount(accounts, quantity.dimension)


def _in_language(claims: Sequence[Claim], language: str) -> _Accounts:
    ordered = sorted(claims, key=lambda claim: claim.id)
    own = [claim for claim in ordered if serving_language(claim.language) == language]
    return _Accounts(claims=ordered, own=own, language=language)


def _ask_amount(accounts: _Accounts, dimension: str) -> str:
    """Word a question for an amount as a sentence, "" where too little is shared."""
    choices = {"count": _word_count, "money": _word_money, "share": _word_share}
    return choices.get(dimension, _word_measure)(accounts)


def language_of(claims: Sequence[Claim]) -> str:
    """Tell the language that most claims are served by: a question is worded in it."""
    counts = Counter(serving_language(claim.language) for claim in claims)
    return max(sorted(counts), key=lambda language: counts[language])


def _word_count(accounts: _Accounts) -> str:
    """Word "How many": what was said of the counted, or that there were some."""
    head = commonest_head(accounts.claims)
    counted = name_counted(head, accounts.claims, accounts.own, accounts.language)
    is_alone = len({claim.span.text for claim in accounts.claims}) == 1
    event = _shared_event(accounts)
    if event == head:
        event = None  # shots are shot
    said = _said(event, head, accounts) if event and (counted or not is_alone) else None
    if event is not None and said is not None and not _names_event(counted, accounts):
        said = _by_degree(said, accounts) if event in degreed() else said
        placed, per = _placed(event, said, accounts), _per(accounts)
        choices = (f"{placed}{per}", f"{said}{per}", said)
        return _first_short(accounts.template("count_said"), counted, choices)
    is_silent = is_alone and any(claim.predicate for claim in accounts.claims)
    is_silent = is_silent or _names_event(counted, accounts)
    if not counted or is_silent or _is_part(counted, accounts.language):
        return ""
    name = event_name(event, accounts.language) if event else None
    template = accounts.template("count_there" if name is None else "count_event")
    text = _fill(template, counted=counted, event=name or "")
    with_rate = f"{text.removesuffix('?')}{_per(accounts)}?"
    return with_rate if len(with_rate) <= LONGEST else text


def _names_event(counted: str, accounts: _Accounts) -> bool:
    """Tell whether the name of a part says already what befell it: "of the | freed | men"."""
    if not counted or not _is_part(counted, accounts.language):
        return False
    events = [c.predicate.span for c in accounts.claims if c.predicate is not None]
    named = [c.quantity.counted for c in accounts.claims if c.quantity and c.quantity.counted]
    return any(name.covers(event) for name in named for event in events)


def _by_degree(said: str, accounts: _Accounts) -> str:
    """Say how badly people were hurt, where all accounts do: "were | seriously | injured"."""
    told = [{term.concept for term in claim.restrictors} for claim in accounts.claims]
    words: dict[str, str] = read_data(accounts.language, "questions")["degrees"]
    degree = next((words[d] for d in sorted(set.intersection(*told)) if d in words), None)
    auxiliary, _, event = said.partition(" ")
    return f"{auxiliary} {degree} {event}" if degree and event else said


def _is_part(counted: str, language: str) -> bool:
    """Tell whether the name is of a whole that a part is taken of: "of the boats"."""
    return counted.split()[0].casefold() in read_data(language, "questions")["nouns"]["part"]


def _word_share(accounts: _Accounts) -> str:
    """Word "What share of the voters stayed": needs both the whole and what is said of it."""
    head = commonest_head(accounts.claims)
    counted = name_counted(head, accounts.claims, accounts.own, accounts.language)
    event = _shared_event(accounts)
    said = _said(event, head, accounts) if event else None
    if not counted or said is None:
        return ""
    is_part = _is_part(counted, accounts.language)
    whole = counted if is_part else _fill(accounts.template("share_whole"), counted=counted)
    return _fill(accounts.template("share_said"), counted=whole, said=said)


def _word_money(accounts: _Accounts) -> str:
    """Word "How much was paid per person"."""
    event = _shared_event(accounts)
    question = money_question(event, accounts.language) if event else None
    if question is None:
        return ""
    choices = (f"{question}{_per(accounts)}", question)
    return _first_short(accounts.template("money_said"), "", choices)


def _word_measure(accounts: _Accounts) -> str:
    """Word how long or when a shared event was; one account alone is better quoted."""
    quantity = accounts.claims[0].quantity
    event = _shared_event(accounts, with_counted=True)
    if quantity is None or event is None or len(accounts.claims) == 1:
        return ""
    if any(term.concept == _AGO for claim in accounts.claims for term in claim.scope):
        return ""  # "a sit-in broken up | three days ago" did not last three days
    noun = event_noun(event, accounts.language)
    template = accounts.template(f"{quantity.dimension}_event")
    if noun is None or "{event}" not in template:
        return ""
    if quantity.dimension not in _TIMES and not lasts(event, accounts.language):
        return ""
    return _fill(template, event=noun)


def _word_gap(accounts: _Accounts, dimension: str) -> str:
    """Word a question with an account's own words around the gap."""
    template = accounts.template(f"{dimension}_words")
    bare = _fill(template, words="").replace(": ?", "?").replace(":?", "?")
    mark = str(read_data(accounts.language, "questions")["marks"]["quoted"])
    room = LONGEST - len(bare) - len(mark.format(words="")) - len(": ")
    words = quote_amount(accounts.own, accounts.claims, room)
    return _fill(template, words=mark.format(words=words)) if words else bare


def _ask_open(accounts: _Accounts, asked: Asked) -> str:
    """Word an open question ("Who was behind the shelling?"), "" where the event has no noun."""
    event = _event_asked_of(accounts)
    name = name_event(event, accounts.language) if event else None
    if event is None or name is None:
        return ""
    is_used = asked is Asked.MEANS and is_deed(event, "wilful")
    template = question_words("means_used" if is_used else asked.value, accounts.language)
    placed = name if asked is Asked.ORIGIN else _placed(event, name, accounts)
    texts = [_fill(template, event=said) for said in (placed, name)]
    return next((text for text in texts if len(text) <= LONGEST), texts[-1])


def _quote_open(accounts: _Accounts, asked: Asked) -> str:
    """Head the plainest answer to an open question."""
    marks: dict[str, str] = read_data(accounts.language, "questions")["marks"]
    template = question_words(f"{asked}_words", accounts.language)
    room = LONGEST - len(template.format(words="“”"))
    words = quote_dispute(accounts.own, accounts.claims, room)
    return _fill(template, words=marks["quoted"].format(words=words))


def _event_asked_of(accounts: _Accounts) -> str | None:
    """Give the event that most answers are of."""
    events = Counter(c.predicate.concept for c in accounts.claims if c.predicate)
    return min(events, key=lambda event: (-events[event], event), default=None)


def _ask_dispute(accounts: _Accounts) -> str:
    """Word a yes/no question, "" where grammar would be a guess."""
    event = _disputed_event(accounts)
    return (dispute_question(event, accounts.language) if event else None) or ""


def _quote_dispute(accounts: _Accounts) -> str:
    """Head the plainest assertion of what is disputed."""
    marks: dict[str, str] = read_data(accounts.language, "questions")["marks"]
    template = accounts.template("disputed")
    words = quote_dispute(accounts.own, accounts.claims, LONGEST - len(template.format(words="“”")))
    return _fill(template, words=marks["quoted"].format(words=words)) if words else marks["unnamed"]


def _disputed_event(accounts: _Accounts) -> str | None:
    """Give the event that more than half of the accounts speak of, predicates before others."""
    claims = accounts.claims
    own = Counter(e for claim in claims for e in _events(claim.predicate))
    said = Counter(e for c in claims for e in set(_events(c.predicate, *c.participants)))
    for counts in (own, said):
        shared = [e for e in counts if counts[e] * 2 > len(claims)]
        worded = [e for e in shared if dispute_question(e, accounts.language) is not None]
        if worded:
            return min(worded, key=lambda event: (-counts[event], event))
    return None


def _events(*terms: Term | None) -> list[str]:
    """Give the events among terms that are more than ways of saying."""
    return [t.concept for t in terms if t and is_kind_of(t.concept, "event")]


def _shared_event(accounts: _Accounts, *, with_counted: bool = False) -> str | None:
    """Give the event of most claims that name one, or the narrowest kind that holds for most.

    One account in four is too few: the others may mean something else.
    """
    terms = [(c.predicate, c.counted if with_counted else None) for c in accounts.claims]
    named = [e for pair in terms for e in _events(*pair)[:1] if e not in framing_events()]
    if len(named) * _FEW <= len(accounts.claims):
        return None
    own = Counter(named)
    event = min(own, key=lambda e: (-own[e], e))
    if own[event] * 2 > len(named):
        return event
    kinds = Counter(phrased_kind(e, accounts.language) for e in named)
    covered = {kind: sum(is_kind_of(e, kind) for e in named) for kind in kinds}
    holding = [kind for kind in kinds if covered[kind] * 2 > len(named)]
    return min(holding, key=lambda kind: (covered[kind], -kinds[kind], kind), default=None)


def _said(event: str, head: str | None, accounts: _Accounts) -> str | None:
    """Say what happened, where an account does so itself; not of what is only promised."""
    if not any(c.modality is Modality.ASSERTED and _is_tied(c) for c in accounts.claims):
        return None
    is_passive = _is_passive(accounts.claims)
    return said_of(event, accounts.language, counted=head, is_passive=is_passive)


def _is_tied(claim: Claim) -> bool:
    """Tell whether grammar ties the event to the counted: a word of the same sentence may not be.

    The counted follow the verb ("killed nine"), or the verb follows them, after "were" where they
    suffer it, a few words on at most.
    """
    if claim.quantity is None or claim.predicate is None:
        return False
    amount, happening = claim.quantity.span, claim.predicate.span
    if claim.counted and happening.overlaps(claim.counted.span):
        return True
    if happening.end <= amount.start:
        return amount.start - happening.end <= _NEAR
    last = max(amount.end, claim.counted.span.end if claim.counted else 0)
    between = _words(claim, last, happening.start)
    if not is_suffered(claim.predicate.concept, claim.language):
        return len(between) <= _FAR
    before = _words(claim, amount.start - _NEAR, amount.start)
    passive = passive_words(claim.language)
    return not between or (len(between) <= _FAR and not passive.isdisjoint(between + before))


def _words(claim: Claim, start: int, end: int) -> list[str]:
    """Give the words of a claim's sentence between two places, in small letters."""
    first = claim.sentence.start
    text = claim.sentence.text[max(0, start - first) : max(0, end - first)]
    return [word.casefold() for word in _WORD.findall(text)]


def _is_passive(claims: Sequence[Claim]) -> bool | None:
    """Tell by the accounts' grammar whether the counted suffer the event; None where it is even."""
    votes = Counter(vote for claim in claims if (vote := _voice(claim)) is not None)
    return None if votes[True] == votes[False] else votes[True] > votes[False]


def _voice(claim: Claim) -> bool | None:
    """Tell whether one account puts the counted through the event, or has them do it.

    What follows the verb is its object ("threatened 40 drivers"), what comes before it with "were"
    suffers it, what comes before it without does it.
    """
    if claim.quantity is None or claim.counted is None or claim.predicate is None:
        return None
    amount, happening = claim.quantity.span, claim.predicate.span
    if happening.start < amount.start:
        return True
    words = _words(claim, amount.start - _NEAR, happening.start)
    return not passive_words(claim.language).isdisjoint(words)


def _placed(event: str, said: str, accounts: _Accounts) -> str:
    """Add the place that most accounts name, as their own words put it: "in Skjergrunn"."""
    named = Counter(t.concept for c in accounts.claims for t in _names(c))
    place = min(named, key=lambda p: (-named[p], p), default=None)
    if place is None or named[place] * 2 <= len(accounts.claims):
        return said
    found = [(t, _word_before(c, t)) for c in accounts.own for t in _names(c) if t.concept == place]
    leaving = place_words(accounts.language, leaving=True)
    for term, before in found:
        with_place = said_with_place(event, term.span.text, accounts.language)
        is_left = before in leaving or _is_object(accounts.own, term)
        if with_place is not None and is_left:
            return with_place
        if with_place is None and before in place_words(accounts.language):
            return f"{_without_stand_in(said, accounts.language)} {before} {term.span.text}"
    return said


def _without_stand_in(said: str, language: str) -> str:
    """Leave out what stands for the place that is named next: "lived | there | in Tarn"."""
    stand_ins = read_data(language, "questions")["places"]["stand_ins"]
    head, _, last = said.rpartition(" ")
    return head if head and last in stand_ins else said


def name_places(claims: Sequence[Claim]) -> list[str]:
    """Give the names of claims in their own words, the commonest first."""
    counts = Counter(term.span.text for claim in claims for term in _names(claim))
    return sorted(counts, key=lambda words: (-counts[words], words))


def _names(claim: Claim) -> tuple[Term, ...]:
    """Give the names of a claim, each once: a place may be listed among those who take part."""
    terms = {t.concept: t for t in (*claim.participants, *claim.places) if t.concept[0] == "="}
    return tuple(terms.values())


def _word_before(claim: Claim, term: Term) -> str:
    words = claim.sentence.text[: max(0, term.span.start - claim.sentence.start)].split()
    return words[-1].casefold() if words else ""


def _is_object(claims: Sequence[Claim], term: Term) -> bool:
    """Tell whether a name follows the verb itself: "left Skjergrunn", "forlot Skjergrunn"."""
    ends = {claim.predicate.span.end for claim in claims if claim.predicate}
    return term.span.start - 1 in ends


def _per(accounts: _Accounts) -> str:
    """Give the words of the rate that most accounts give, with a space before them."""
    words = Counter(c.quantity.per.text for c in accounts.own if c.quantity and c.quantity.per)
    best = min(words, key=lambda w: (-words[w], w), default="")
    return f" {best}" if words[best] * 2 > len(accounts.own) else ""


def _first_short(template: str, counted: str, choices: Sequence[str]) -> str:
    """Fill a template with the first choice that leaves the question short enough."""
    texts = [_fill(template, counted=counted, said=said) for said in choices]
    return next((text for text in texts if len(text) <= LONGEST), texts[-1])


def _fill(template: str, **words: str) -> str:
    """Fill a template; whatever it holds ends up on one line with single spaces."""
    return " ".join(template.format(**words).split())


def word_scope(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Give the places and times that claims name, the commonest first, in their own words."""
    counts = Counter(term.span.text for claim in claims for term in (*claim.places, *claim.times))
    return tuple(sorted(counts, key=lambda words: (-counts[words], words))[:5])
