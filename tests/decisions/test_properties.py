"""Laws of the log: whatever is decided, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ordmot.flow import compare_accounts, decide, read_one
from ordmot.ledger import (
    VERDICTS,
    Decision,
    Edit,
    Interval,
    Ledger,
    Reading,
    Relation,
    Review,
    Source,
    Subject,
)
from tests.plans import TINY

_TEXTS = {
    "a.txt": "Kari: 40 boats\nSiv: 7 crates\nOla: 3 ropes\nKari: 5 tents",
    "b.txt": "Ola: 55 boats\nSiv: 9 crates\nEli: 8 ropes\nEli: 90 tents",
    "c.txt": "Eli: 41 boats\nKari: 9 crates\nSiv: 4 ropes\nOla: 6 tents",
}


def _machine() -> Ledger:
    sources = [Source(name=name, data=text.encode()) for name, text in _TEXTS.items()]
    found = [read_one(TINY, source) for source in sources]
    readings = tuple(each for each in found if isinstance(each, Reading))
    return Ledger(readings=readings, comparison=compare_accounts(TINY, readings))


MACHINE = _machine()
QUESTIONS = tuple(question.id for question in MACHINE.questions)
CLAIMS = tuple(claim.id for claim in MACHINE.claims)
ACTORS = tuple(actor.id for actor in MACHINE.comparison.actors)
GAPS = tuple(gap.id for gap in MACHINE.gaps)


def _subject(record: str) -> Subject:
    return MACHINE.subject(record) or Subject(record=record)


def _entry(record: str, decision: Decision, **said: object) -> Review:
    subject = _subject(record)
    plain = {"subject": record, "spans": subject.spans, "decision": decision, "by": "Kari"}
    return Review(**(plain | {"at": "2031"} | said))  # type: ignore[arg-type]


def _others(records: Sequence[str]) -> tuple[Subject, ...]:
    return tuple(_subject(record) for record in records)


verdicts = st.builds(
    _entry,
    st.sampled_from((*GAPS, *QUESTIONS, *CLAIMS, "gap-0", "claim-0")),
    st.sampled_from([*sorted(VERDICTS), Decision.SECOND_READ, Decision.NOTED]),
)
numbers = st.integers(0, 99).map(lambda n: Interval(low=float(n), high=float(n)))
edits = st.one_of(
    st.builds(Edit, interval=numbers),
    st.builds(Edit, voice=st.sampled_from(["Eli", "Nobody known", "a.txt"])),
    st.builds(Edit, unit=st.sampled_from(["hour", "NOK", ""])),
)
edited = st.builds(
    _entry, st.sampled_from(CLAIMS), st.just(Decision.EDITED), edit=edits
) | st.builds(
    _entry,
    st.sampled_from(GAPS),
    st.just(Decision.EDITED),
    edit=st.builds(Edit, relation=st.sampled_from(Relation)),
)
moves = st.builds(
    _entry,
    st.sampled_from(CLAIMS),
    st.just(Decision.MOVED),
    others=st.lists(st.sampled_from(QUESTIONS), max_size=1).map(_others),
)
merges = st.builds(
    _entry,
    st.sampled_from(QUESTIONS),
    st.just(Decision.MERGED),
    others=st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=2).map(_others),
) | st.builds(
    _entry,
    st.sampled_from(ACTORS),
    st.just(Decision.MERGED),
    others=st.lists(st.sampled_from(ACTORS), min_size=1, max_size=2).map(_others),
)
splits = st.builds(
    _entry,
    st.sampled_from(QUESTIONS),
    st.just(Decision.SPLIT),
    others=st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=4).map(_others),
) | st.builds(_entry, st.sampled_from(ACTORS), st.just(Decision.SPLIT), names=st.just(("Siv",)))
decisions = st.one_of(verdicts, edited, moves, merges, splits)
logs = st.lists(decisions, max_size=8)


def _chained(log: Sequence[Review]) -> tuple[Review, ...]:
    """Seal entries one behind the other."""
    chain: list[Review] = []
    for entry in log:
        chain.append(replace(entry, previous=chain[-1].seal if chain else ""))
    return tuple(chain)


def _decide(log: Sequence[Review]) -> Ledger:
    return decide(lambda: TINY, replace(MACHINE, reviews=_chained(log)))


def _content(ledger: Ledger) -> tuple[object, ...]:
    """Give what a ledger says, apart from its log."""
    found = ledger.comparison
    return ledger.readings, found.actors, found.questions, found.gaps


@settings(max_examples=60, deadline=None)
@given(logs)
def test_a_log_applied_twice_is_applied_once(log: list[Review]) -> None:
    once = _decide(log)
    assert decide(lambda: TINY, once) == once


@settings(max_examples=60, deadline=None)
@given(logs)
def test_nothing_the_machine_found_is_lost(log: list[Review]) -> None:
    decided = _decide(log)
    assert decided.machine is None or _content(decided.machine) == _content(MACHINE)
    assert {claim.id for claim in decided.claims} == set(CLAIMS)
    for claim in MACHINE.claims:
        assert decided.machine_claim(claim.id) == claim
        assert decided.claim(claim.id).span == claim.span
    answered = [answer.claim for question in decided.questions for answer in question.answers]
    assert len(answered) == len(set(answered))
    assert all(claim in answered for gap in decided.gaps for claim in gap.claims)
    assert decided.reviews == _chained(log)


@settings(max_examples=60, deadline=None)
@given(logs, decisions, st.integers(0, 3))
def test_undo_restores_the_state_exactly(log: list[Review], more: Review, times: int) -> None:
    chain = [*_chained([*log, more])]
    for _ in range(2 * times + 1):
        last = chain[-1]
        undo = Review(subject=last.id, decision=Decision.UNDONE, by="Kari", at="2031")
        chain.append(replace(undo, previous=last.seal))
    assert _content(_decide(chain)) == _content(_decide(log))
    redone = [*chain, _undoing(chain[-1])]
    assert _content(_decide(redone)) == _content(_decide([*log, more]))


def _undoing(entry: Review) -> Review:
    undo = Review(subject=entry.id, decision=Decision.UNDONE, by="Kari", at="2031")
    return replace(undo, previous=entry.seal)


def _about(question: str) -> st.SearchStrategy[Review]:
    """Draw a decision that touches one question only."""
    whole = MACHINE.question(question)
    claims = [answer.claim for answer in whole.answers]
    gaps = [gap.id for gap in MACHINE.gaps_of(question)]
    account = st.sampled_from(claims)
    return st.one_of(
        st.builds(_entry, st.sampled_from([question, *gaps, *claims]), st.just(Decision.REJECTED)),
        st.builds(_entry, st.sampled_from([question, *gaps, *claims]), st.just(Decision.ACCEPTED)),
        st.builds(_entry, account, st.just(Decision.EDITED), edit=edits),
        st.builds(_entry, account, st.just(Decision.MOVED)),
        st.builds(
            _entry,
            st.just(question),
            st.just(Decision.SPLIT),
            others=st.lists(account, min_size=1, max_size=2, unique=True).map(_others),
        ),
        st.builds(
            _entry,
            st.just(question),
            st.just(Decision.EDITED),
            edit=st.builds(Edit, text=st.just("How many?")),
        ),
    )


@settings(max_examples=80, deadline=None)
@given(st.tuples(*map(_about, QUESTIONS)), st.data())
def test_the_order_of_independent_decisions_does_not_matter(
    drawn: tuple[Review, ...], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(drawn))
    left, right = _decide(drawn), _decide(other)
    assert _wordless(left) == _wordless(right)
    for record in (*CLAIMS, *GAPS, *QUESTIONS):
        assert left.standing(record).decision == right.standing(record).decision


def _wordless(ledger: Ledger) -> tuple[object, ...]:
    """Give what a ledger says, apart from its log; questions of one rank in any order."""
    readings, actors, _, gaps = _content(ledger)
    return readings, actors, set(ledger.questions), gaps


@settings(max_examples=40, deadline=None)
@given(logs, st.sampled_from(QUESTIONS))
def test_a_subject_is_found_by_its_words_whatever_became_of_it(
    log: list[Review], question: str
) -> None:
    decided = _decide(log)
    found = decided.find(_subject(question))
    answered = {answer.claim for q in decided.questions for answer in q.answers}
    own = {answer.claim for answer in MACHINE.question(question).answers}
    if len(own & answered) == len(own):
        homes = [q.id for q in decided.questions if {a.claim for a in q.answers} & own]
        assert found in homes or len(homes) > 2
