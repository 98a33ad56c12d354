"""What people decide, applied to what the machine found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ordmot.casebook import Casebook
from ordmot.errors import CaseError, SettingsError
from ordmot.ledger import (
    Actor,
    Claim,
    Decision,
    Edit,
    Gap,
    Interval,
    Ledger,
    Question,
    Relation,
    broken_links,
    cut,
)
from tests.plans import TINY

_TEXTS = {
    "a.txt": "Kari: 40 boats\nSiv: 7 crates",
    "b.txt": "Ola: 55 boats\nSiv: 9 crates\nNobody counted the 12 ropes",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def book(tmp_path: Path, folder: Path) -> Iterator[Casebook]:
    with Casebook.open(tmp_path / "test.ordmot", plan=TINY) as book:
        book.add([folder])
        yield book


def claim_of(ledger: Ledger, words: str) -> Claim:
    (found,) = [claim for claim in ledger.claims if claim.span.text == words]
    return found


def question_of(ledger: Ledger, words: str) -> Question:
    claim = claim_of(ledger, words)
    (found,) = [q for q in ledger.questions if claim.id in {a.claim for a in q.answers}]
    return found


def gap_of(ledger: Ledger, *words: str) -> Gap:
    wanted = {claim_of(ledger, each).id for each in words}
    (found,) = [gap for gap in ledger.gaps if set(gap.claims) == wanted]
    return found


def actor_of(ledger: Ledger, name: str) -> Actor:
    (found,) = [actor for actor in ledger.comparison.actors if actor.name == name]
    return found


def answers(ledger: Ledger) -> set[frozenset[str]]:
    """Give the questions as the sets of words that answer them."""
    return {
        frozenset(ledger.claim(answer.claim).span.text for answer in question.answers)
        for question in ledger.questions
    }


def test_without_a_decision_the_ledger_is_the_machines(book: Casebook) -> None:
    ledger = book.ledger()
    assert ledger.machine is None
    assert ledger.standing(ledger.gaps[0].id).decision is None
    assert answers(ledger) == {
        frozenset({"40 boats", "55 boats"}),
        frozenset({"7 crates", "9 crates"}),
    }


def test_a_rejected_gap_is_folded_and_an_accepted_one_is_not(book: Casebook) -> None:
    boats = gap_of(book.ledger(), "40 boats", "55 boats")
    crates = gap_of(book.ledger(), "7 crates", "9 crates")
    book.review(boats.id, Decision.REJECTED, by="Kari")
    book.review(crates.id, Decision.ACCEPTED, by="Kari")
    ledger = book.ledger()
    assert [(gap.id, gap.is_weak) for gap in ledger.gaps] == [(crates.id, False), (boats.id, True)]
    assert ledger.machine is not None
    assert not gap_of(ledger.machine, "40 boats", "55 boats").is_weak
    assert ledger.standing(boats.id).decision is Decision.REJECTED


def test_the_newest_verdict_counts(book: Casebook) -> None:
    gap = book.ledger().gaps[0]
    for decision in (Decision.REJECTED, Decision.UNSURE, Decision.ACCEPTED):
        book.review(gap.id, decision, by="Kari", note=decision)
    standing = book.ledger().standing(gap.id)
    assert (standing.decision, standing.note) == (Decision.ACCEPTED, "accepted")
    assert len(standing.reviews) == 3


def test_a_rejected_question_folds_its_gaps(book: Casebook) -> None:
    question = question_of(book.ledger(), "7 crates")
    book.review(question.id, Decision.REJECTED)
    assert gap_of(book.ledger(), "7 crates", "9 crates").is_weak
    assert not gap_of(book.ledger(), "40 boats", "55 boats").is_weak


def test_a_rejected_account_answers_nothing_until_it_is_accepted_again(book: Casebook) -> None:
    claim = claim_of(book.ledger(), "40 boats")
    book.review(claim.id, Decision.REJECTED)
    assert frozenset({"55 boats"}) in answers(book.ledger())
    assert claim_of(book.ledger(), "40 boats") == claim
    book.review(claim.id, Decision.ACCEPTED)
    assert frozenset({"40 boats", "55 boats"}) in answers(book.ledger())


def test_a_second_reader_is_somebody_else_and_follows_a_first(book: Casebook) -> None:
    gap = book.ledger().gaps[0]
    with pytest.raises(CaseError, match="follows a first"):
        book.review(gap.id, Decision.SECOND_READ, by="Kari")
    book.review(gap.id, Decision.ACCEPTED, by="Kari")
    with pytest.raises(CaseError, match="somebody else"):
        book.review(gap.id, Decision.SECOND_READ, by="Kari")
    book.review(gap.id, Decision.SECOND_READ, by="Ola")
    standing = book.ledger().standing(gap.id)
    assert (standing.decision, standing.second_readers) == (Decision.ACCEPTED, ("Ola",))
    book.review(gap.id, Decision.REJECTED, by="Kari")
    assert book.ledger().standing(gap.id).second_readers == ()


def test_an_edited_account_keeps_its_id_and_is_compared_anew(book: Casebook) -> None:
    claim = claim_of(book.ledger(), "40 boats")
    book.edit(claim.id, Edit(interval=Interval(low=55, high=55)), by="Kari", note="a slip")
    ledger = book.ledger()
    edited = ledger.claim(claim.id)
    assert edited.quantity is not None
    assert edited.quantity.interval == Interval(low=55, high=55)
    assert (edited.origin, edited.span) == (claim.id, claim.span)
    assert ledger.machine_claim(claim.id) == claim
    assert not [gap for gap in ledger.gaps if claim.id in gap.claims]
    assert ledger.standing(claim.id).decision is Decision.EDITED


def test_another_unit_takes_an_account_out_of_its_question(book: Casebook) -> None:
    claim = claim_of(book.ledger(), "40 boats")
    book.edit(claim.id, Edit(unit="hour"))
    ledger = book.ledger()
    assert {frozenset({"40 boats"}), frozenset({"55 boats"})} <= answers(ledger)
    assert question_of(ledger, "40 boats").dimension == "duration"
    with pytest.raises(CaseError, match="cannot be compared"):
        book.move_account(claim.id, question_of(ledger, "55 boats").id)


def test_another_voice_is_given_to_an_account(book: Casebook) -> None:
    claim = claim_of(book.ledger(), "40 boats")
    book.edit(claim.id, Edit(voice="Siv"))
    edited = book.ledger().claim(claim.id)
    assert edited.speaker.name == "Siv"
    assert edited.speaker.span is not None
    assert edited.speaker.span.document == claim.document
    book.edit(claim.id, Edit(voice="Harbour Office"))
    assert actor_of(book.ledger(), "Harbour Office").mentions == ()
    book.edit(claim.id, Edit(voice="A.TXT"))
    assert len(book.ledger().claim(claim.id).voices) == 1


def test_a_question_gets_other_words_and_a_gap_another_relation(book: Casebook) -> None:
    ledger = book.ledger()
    question, gap = question_of(ledger, "40 boats"), gap_of(ledger, "40 boats", "55 boats")
    book.edit(question.id, Edit(text="How many boats lay there?"))
    book.edit(gap.id, Edit(relation=Relation.SUBSET), by="Kari", note="the small ones")
    ledger = book.ledger()
    assert ledger.question(question.id).text == "How many boats lay there?"
    edited = gap_of(ledger, "40 boats", "55 boats")
    assert (edited.id, edited.relation) == (gap.id, Relation.SUBSET)
    assert edited.reason == "the small ones (Kari)"


@pytest.mark.parametrize(
    ("words", "edit", "said"),
    [
        ("40 boats", Edit(), "one can edit interval, unit, voice"),
        ("40 boats", Edit(text="How many?"), "one can edit"),
        ("40 boats", Edit(unit="furlong"), "no unit that Ordmot knows"),
        ("40 boats", Edit(voice=" "), "empty"),
        ("40 boats", Edit(interval=Interval(low=None, high=None)), "low end or a high end"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    book: Casebook, words: str, edit: Edit, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        book.edit(claim_of(book.ledger(), words).id, edit)
    assert book.log() == ()


def test_an_account_moves_and_stands_alone(book: Casebook) -> None:
    ledger = book.ledger()
    claim, boats = claim_of(ledger, "7 crates"), question_of(ledger, "40 boats")
    book.move_account(claim.id, boats.id, by="Kari")
    ledger = book.ledger()
    assert answers(ledger) == {
        frozenset({"40 boats", "55 boats", "7 crates"}),
        frozenset({"9 crates"}),
    }
    assert question_of(ledger, "7 crates").text == boats.text
    gap_of(ledger, "7 crates", "55 boats")
    book.move_account(claim.id, None)
    assert frozenset({"7 crates"}) in answers(book.ledger())


def test_questions_merge_and_split(book: Casebook) -> None:
    ledger = book.ledger()
    boats, crates = question_of(ledger, "40 boats"), question_of(ledger, "7 crates")
    book.merge_questions(boats.id, [crates.id])
    (merged,) = book.ledger().questions
    assert merged.text == boats.text
    leaving = [claim_of(ledger, words).id for words in ("40 boats", "9 crates")]
    book.split_question(merged.id, leaving)
    assert answers(book.ledger()) == {
        frozenset({"40 boats", "9 crates"}),
        frozenset({"55 boats", "7 crates"}),
    }


def test_a_merge_or_split_that_changes_nothing_is_refused(book: Casebook) -> None:
    question = question_of(book.ledger(), "40 boats")
    whole = [answer.claim for answer in question.answers]
    with pytest.raises(CaseError, match="each once"):
        book.merge_questions(question.id, [question.id])
    with pytest.raises(CaseError, match="leaves at least one"):
        book.split_question(question.id, whole)
    with pytest.raises(CaseError, match="It has no account"):
        book.split_question(question.id, [claim_of(book.ledger(), "7 crates").id])
    with pytest.raises(CaseError, match="is no question"):
        book.merge_questions(question.id, whole)


def test_actors_merge_and_split(book: Casebook) -> None:
    ledger = book.ledger()
    kari, siv = actor_of(ledger, "Kari"), actor_of(ledger, "Siv")
    book.merge_actors(kari.id, [siv.id], by="Ola")
    merged = actor_of(book.ledger(), "Kari")
    assert merged.names == ("Kari", "Siv")
    assert merged.merges[0].reason == "merged by Ola"
    assert set(merged.mentions) == {*kari.mentions, *siv.mentions}
    book.split_actor(merged.id, ["Siv"])
    assert actor_of(book.ledger(), "Siv").mentions == siv.mentions
    assert actor_of(book.ledger(), "Kari") == kari


def test_an_account_that_was_missed_is_added(book: Casebook) -> None:
    ledger = book.ledger()
    (document,) = [d for d in ledger.documents if d.name == "b.txt"]
    start = document.text.index("the 12 ropes")
    words = cut(document.id, document.text, start, len(document.text))
    boats = question_of(ledger, "40 boats")
    added = book.add_account(words, boats.id, Edit(voice="Ola"), by="Kari")
    ledger = book.ledger()
    claim = ledger.claim(added.subject)
    assert claim.quantity is not None
    assert claim.quantity.interval == Interval(low=12, high=12)
    assert claim.sentence.text == "Nobody counted the 12 ropes"
    assert [voice.name for voice in claim.voices] == ["b.txt", "Ola"]
    assert "the 12 ropes" in {w for q in answers(ledger) for w in q if "55 boats" in q}
    assert ledger.machine_claim(claim.id) is None
    gap_of(ledger, "the 12 ropes", "40 boats")
    with pytest.raises(CaseError, match="already"):
        book.add_account(words, None, Edit(voice="Ola"))


def test_an_added_account_stays_through_a_new_reading(book: Casebook) -> None:
    (document,) = [d for d in book.ledger().documents if d.name == "b.txt"]
    words = cut(document.id, document.text, document.text.index("12"), len(document.text))
    added = book.add_account(words, None, Edit(interval=Interval(low=10, high=14)))
    book.read_again()
    assert book.ledger().claim(added.subject).span == words
    assert frozenset({"12 ropes"}) in answers(book.ledger())


def test_sources_are_graded_by_people_only(book: Casebook) -> None:
    document = book.ledger().documents[0]
    assert book.ledger().grade(document.id) == "F6"
    book.grade(document.id, "B2", by="Kari")
    book.grade(document.id, "A1", by="Ola")
    assert book.ledger().grade(document.id) == "A1"
    with pytest.raises(SettingsError, match="as in B2"):
        book.grade(document.id, "G7")
    with pytest.raises(CaseError, match="has no grade"):
        book.grade(book.ledger().gaps[0].id, "B2")


def test_notes_are_kept_beside_the_verdict(book: Casebook) -> None:
    gap = book.ledger().gaps[0]
    book.review(gap.id, Decision.ACCEPTED)
    book.note(gap.id, "Ring both harbours", by="Kari")
    standing = book.ledger().standing(gap.id)
    assert standing.decision is Decision.ACCEPTED
    assert [note.note for note in standing.notes] == ["Ring both harbours"]
    with pytest.raises(SettingsError, match="empty"):
        book.note(gap.id, " ")


def test_undo_and_redo_go_back_and_forth(book: Casebook) -> None:
    boats = gap_of(book.ledger(), "40 boats", "55 boats")
    crates = gap_of(book.ledger(), "7 crates", "9 crates")
    states = [book.ledger().gaps]
    for gap in (boats, crates):
        book.review(gap.id, Decision.REJECTED, by="Kari")
        states.append(book.ledger().gaps)
    for state in reversed(states[:-1]):
        book.undo(by="Kari")
        assert book.ledger().gaps == state
    for state in states[1:]:
        book.redo(by="Kari")
        assert book.ledger().gaps == state
    assert len(book.log()) == 6


def test_there_has_to_be_something_to_undo(book: Casebook) -> None:
    gap = book.ledger().gaps[0]
    book.review(gap.id, Decision.REJECTED, by="Kari")
    with pytest.raises(CaseError, match="Ola has decided nothing"):
        book.undo(by="Ola")
    with pytest.raises(CaseError, match="Kari has undone nothing"):
        book.redo(by="Kari")
    book.undo(by="Kari")
    book.review(gap.id, Decision.UNSURE, by="Kari")
    with pytest.raises(CaseError, match="since the last decision"):
        book.redo(by="Kari")


def test_an_entry_of_somebody_else_is_undone_by_its_id(book: Casebook) -> None:
    gap = book.ledger().gaps[0]
    entry = book.review(gap.id, Decision.REJECTED, by="Kari")
    book.undo(entry.id, by="Ola")
    assert book.ledger().standing(gap.id).decision is None
    with pytest.raises(CaseError, match="taken back already"):
        book.undo(entry.id, by="Ola")
    with pytest.raises(CaseError, match="no entry"):
        book.undo("review-0")


def test_a_verdict_given_before_an_account_was_edited_is_an_earlier_one(book: Casebook) -> None:
    gap = gap_of(book.ledger(), "40 boats", "55 boats")
    book.review(gap.id, Decision.REJECTED, by="Kari")
    book.edit(claim_of(book.ledger(), "40 boats").id, Edit(interval=Interval(low=12, high=12)))
    standing = book.ledger().standing(gap.id)
    assert (standing.decision, standing.is_earlier) == (Decision.REJECTED, True)
    assert not gap_of(book.ledger(), "40 boats", "55 boats").is_weak
    book.review(gap.id, Decision.REJECTED, by="Kari")
    assert gap_of(book.ledger(), "40 boats", "55 boats").is_weak


def test_the_log_only_grows(book: Casebook, folder: Path) -> None:
    ledger = book.ledger()
    boats, crates = question_of(ledger, "40 boats"), question_of(ledger, "7 crates")
    claim = claim_of(ledger, "7 crates")
    document = ledger.documents[0]
    kari, siv = actor_of(ledger, "Kari"), actor_of(ledger, "Siv")
    (folder / "c.txt").write_text("Eli: 90 boats")
    deeds: list[Callable[[], object]] = [
        lambda: book.review(boats.id, Decision.ACCEPTED, by="Kari"),
        lambda: book.review(boats.id, Decision.SECOND_READ, by="Ola"),
        lambda: book.edit(claim.id, Edit(interval=Interval(low=1, high=None))),
        lambda: book.move_account(claim.id, boats.id),
        lambda: book.note(crates.id, "One of them moved"),
        lambda: book.merge_actors(kari.id, [siv.id]),
        lambda: book.grade(document.id, "C3"),
        lambda: book.add([folder]),
        lambda: book.undo(),
        lambda: book.redo(),
        lambda: book.read_again(),
        lambda: book.ledger(),
    ]
    before = book.log()
    for deed in deeds:
        deed()
        log = book.log()
        assert log[: len(before)] == before
        assert len(log) - len(before) <= 1
        before = log
    assert list(broken_links(before)) == []
    assert book.verify().faults == ()
