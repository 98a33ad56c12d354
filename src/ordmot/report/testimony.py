"""One account from the words up: sentence, document, voice, amount, and how each was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ordmot.ledger import Answer, Claim, Hedge, Modality, Position, Quantity, Statement
from ordmot.lexicon import label
from ordmot.report.accounts import interval_in, name_root, name_voice, read_amount, read_claim
from ordmot.report.case import Case
from ordmot.report.notation import write_date, write_interval, write_unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact of an explanation and what it is; `label` is empty where the text says it all."""

    label: str
    text: str


def list_testimony(
    claim: Claim, answer: Answer | None, unit: str | None, case: Case
) -> Iterator[Line]:
    """List what is known of one side of a gap; `unit` is the one that the question is in."""
    statement = _statement_of(claim, case)
    yield _line(case, "sentence", _quote(claim.sentence.text, case))
    yield _line(case, "stands", _place(claim, case))
    yield _line(case, "chain", _chain(claim, case))
    yield _line(case, "act", _act(claim, statement, case))
    yield from _root_lines(claim, answer, case)
    yield from _amount_lines(claim, unit, case)
    yield from _sense_lines(claim, case)
    found = [claim.reason, *([statement.reason] if statement else [])]
    named = (case.words.reason(reason) for reason in found)
    yield _line(case, "found_by", "; ".join(named))


def _line(case: Case, key: str, text: str) -> Line:
    return Line(label=case.words.fill("explain", key), text=text)


def _quote(text: str, case: Case) -> str:
    """Quote words of a document on one line, with the quotation marks of the reader's language."""
    return case.words.fill("explain", "quoted", words=" ".join(text.split()))


def _statement_of(claim: Claim, case: Case) -> Statement | None:
    """Find the statement that a claim stands in."""
    if claim.statement is None:
        return None
    readings = (r for r in case.ledger.readings if r.document.id == claim.document)
    said = (s for reading in readings for s in reading.statements if s.id == claim.statement)
    return next(said, None)


def _place(claim: Claim, case: Case) -> str:
    """Name the document and the place of the words in it."""
    document = case.ledger.document(claim.document)
    language = case.words.language
    return case.words.fill(
        "explain",
        "place",
        title=document.metadata.title or document.name,
        publisher=document.metadata.publisher or document.name,
        date=write_date(document.metadata.date, language) or case.words("undated"),
        start=claim.span.start,
        end=claim.span.end,
    )


def _chain(claim: Claim, case: Case) -> str:
    """Write the voices from the document to the innermost, with what is known of each."""
    words, parts = case.words, []
    for voice in claim.voices:
        known = [words.name("kind", voice.kind), voice.role or ""]
        if voice.speaks_for:
            known.append(words("speaks_for", name=voice.speaks_for))
        parts.append(f"{name_voice(voice, words)} ({', '.join(each for each in known if each)})")
    return " > ".join(parts)


def _act(claim: Claim, statement: Statement | None, case: Case) -> str:
    """Give the words that say it is said, and the act they are."""
    if statement is None or statement.cue is None:
        return case.words.fill("explain", "plain")
    act = case.words.name("act", claim.act)
    return case.words.fill("explain", "cue", words=statement.cue.text, act=act)


def _root_lines(claim: Claim, answer: Answer | None, case: Case) -> Iterator[Line]:
    """Say whom the account goes back to, and why the names of that actor are one."""
    root = name_root(answer.root) if answer else claim.speaker.name
    is_self = root == claim.speaker.name and root != ""
    text = case.words.fill("explain", "root_self", root=root) if is_self else root
    yield _line(case, "root", text or case.words("speaker_unstated"))
    actor = case.actors.get(case.voice_ids.get(claim.speaker) or "")
    for merge in actor.merges if actor else ():
        if (
            merge.name != claim.speaker.name
            and actor is not None
            and claim.speaker.name != actor.name
        ):
            continue
        reason = case.words.reason(merge.reason)
        key = "merged_slip" if merge.is_slip else "merged"
        name = actor.name if actor is not None else ""
        yield _line(
            case,
            "names",
            case.words.fill("explain", key, name=merge.name, actor=name, reason=reason),
        )


def _amount_lines(claim: Claim, unit: str | None, case: Case) -> Iterator[Line]:
    """Say how the words became an interval, or a yes or no."""
    quantity, words = claim.quantity, case.words
    if quantity is None:
        yield from _answer_lines(claim, case)
        return
    counted = quantity.counted.text if quantity.counted else ""
    yield _line(case, "words", _quote(quantity.span.text, case))
    how = words.fill("became", _hedge_key(quantity), words=_hedge_words(quantity))
    text = words.fill("explain", "becomes", interval=read_amount(quantity, words), how=how)
    yield _line(case, "interval", text)
    if unit is not None and quantity.unit != unit:
        converted = interval_in(quantity, unit, quantity.dimension)
        if converted is not None:
            amount = write_interval(converted, quantity.kind, words.language)
            yield _line(case, "converted", f"{amount} {write_unit(unit, converted.high, words)}")
    named = _concepts(claim, case) or counted
    if named:
        yield _line(
            case,
            "counted",
            f"{_quote(counted, case)}: {named}" if counted not in ("", named) else named,
        )


def _answer_lines(claim: Claim, case: Case) -> Iterator[Line]:
    """Say what the words answer, or that they say yes or no."""
    words = case.words
    if claim.answer is None or claim.asked is None:
        yield _line(case, "polarity", words.fill("explain", "yes" if claim.is_affirmed else "no"))
        return
    yield _line(case, "answer", _quote(claim.answer.span.text, case))
    yield _line(case, "asked", words.fill("asked", claim.asked))
    yield _line(case, "interval", read_claim(claim, words))
    if claim.predicate is not None:
        yield _line(case, "deed", _quote(claim.predicate.span.text, case))


def _hedge_key(quantity: Quantity) -> str:
    """Name the way that the words became an interval."""
    if quantity.interval.high == 0 and quantity.interval.low == 0:
        return "none"
    if quantity.hedge is Hedge.MORE_THAN and quantity.interval.high is not None:
        return "more_than_ends"
    return quantity.hedge


def _hedge_words(quantity: Quantity) -> str:
    """Give the words that bound the number, those of the amount where none do."""
    return quantity.hedge_span.text if quantity.hedge_span else quantity.span.text


def _concepts(claim: Claim, case: Case) -> str:
    """Name what is counted, what narrows it and what happens to it, in the reader's language."""
    terms = (claim.counted, *claim.restrictors, claim.predicate)
    names = [label(term.concept, case.words.language) for term in terms if term is not None]
    return ", ".join(dict.fromkeys(name for name in names if name != "part"))


def _sense_lines(claim: Claim, case: Case) -> Iterator[Line]:
    """Say so where a claim is no plain account of what happened, or is placed in time."""
    words, senses = case.words, []
    if claim.modality is not Modality.ASSERTED:
        senses.append(words.name("modality", claim.modality))
    if claim.position is not Position.UNSTATED:
        senses.append(words.name("position", claim.position))
    if claim.contrast is not None:
        senses.append(_quote(claim.contrast.text, case))
    if senses:
        yield _line(case, "sense", ", ".join(senses))
