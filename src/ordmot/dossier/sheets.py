"""The sheets of the spreadsheet as plain rows: what stands in them, before any library writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ordmot.dossier.material import Material
from ordmot.ledger import (
    Claim,
    Document,
    Gap,
    Ledger,
    QuantityKind,
    Question,
    Relation,
    Review,
    VoiceKind,
    format_day,
)
from ordmot.report.accounts import list_accounts, name_voice, read_claim
from ordmot.report.case import Case, open_case, rank_questions
from ordmot.report.questions import show_question
from ordmot.report.relations import say_size
from ordmot.report.voices import list_voices

Cell = str | float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its key in the catalogue of words, its width in letters.

    `is_edited` marks those in which a person decides; `choices` are what such a cell may hold, keys
    of a `group` of words in the catalogue where there is one; `listed` is the sheet in whose column
    of the same key all choices stand.
    """

    key: str
    width: int = 14
    is_edited: bool = False
    choices: tuple[str, ...] = ()
    group: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: the id of its record, its cells by column, and the rows that cells lead to.

    `state` is the newest decision about the record when the row was written.
    """

    id: str
    cells: Mapping[str, Cell]
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its key in the catalogue, its columns, and its rows in order."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


VERDICTS = ("accepted", "rejected", "unsure", "second-read", "edited")
GRADES = tuple(f"{letter}{digit}" for letter in "ABCDEF" for digit in "123456")

_ID = Column(key="id", width=24)
_DECISION = Column(key="decision", width=15, is_edited=True, choices=VERDICTS, group="decision")
_RELATION = Column(
    key="edited_relation", width=18, is_edited=True, choices=tuple(Relation), group="relation"
)
_NOTE = Column(key="note", width=34, is_edited=True)
_GRADE = Column(key="grade", width=9, is_edited=True, choices=GRADES)


def _edited(key: str, width: int = 14) -> Column:
    """Declare a column in which a person corrects a reading."""
    return Column(key=key, width=width, is_edited=True)


COLUMNS: dict[str, tuple[Column, ...]] = {
    "gaps": (
        _ID,
        Column(key="relation", width=18),
        Column(key="asked", width=42),
        Column(key="size", width=34),
        Column(key="accounts", width=60),
        Column(key="reason", width=50),
        Column(key="strength", width=10),
        Column(key="is_weak", width=9),
        _DECISION,
        _NOTE,
        _RELATION,
    ),
    "questions": (
        _ID,
        Column(key="asked", width=50),
        Column(key="scope", width=26),
        Column(key="unit"),
        Column(key="lowest", width=12),
        Column(key="highest", width=12),
        Column(key="how_many", width=11),
        Column(key="how_many_gaps", width=11),
        _DECISION,
        _NOTE,
        _edited("edited_text", 40),
    ),
    "accounts": (
        _ID,
        Column(key="asked", width=38, is_edited=True, listed="questions"),
        Column(key="letter", width=8),
        Column(key="who", width=24),
        Column(key="chain", width=30),
        Column(key="words", width=52),
        Column(key="read_as", width=16),
        Column(key="low", width=12),
        Column(key="high", width=12),
        Column(key="unit", width=12),
        Column(key="hedge", width=12),
        Column(key="document", width=26),
        Column(key="publisher", width=20),
        Column(key="date", width=12),
        Column(key="relation", width=18),
        _DECISION,
        _NOTE,
        _edited("edited_low"),
        _edited("edited_high"),
        _edited("edited_unit"),
        _edited("edited_voice", 20),
        _GRADE,
    ),
    "documents": (
        _ID,
        Column(key="document", width=30),
        Column(key="title", width=42),
        Column(key="publisher", width=24),
        Column(key="date", width=16),
        Column(key="address", width=34),
        Column(key="language", width=18),
        Column(key="how_many", width=11),
        Column(key="sha256", width=20),
        _GRADE,
        _NOTE,
    ),
    "voices": (
        _ID,
        Column(key="who", width=30),
        Column(key="kind", width=14),
        Column(key="also_written", width=36),
        Column(key="role", width=26),
        Column(key="speaks_for", width=24),
        Column(key="how_many", width=11),
        Column(key="how_many_documents", width=11),
        _GRADE,
        _NOTE,
    ),
    "decisions": (
        _ID,
        Column(key="at", width=27),
        Column(key="by", width=18),
        Column(key="decided", width=16),
        Column(key="subject", width=26),
        Column(key="why", width=50),
    ),
    "words": (
        _ID,
        Column(key="words", width=52),
        Column(key="sentence", width=80),
        Column(key="document", width=30),
        Column(key="start", width=9),
        Column(key="end", width=9),
    ),
}
"""Every sheet with its columns, in order."""


def lay_out(material: Material) -> tuple[Sheet, ...]:
    """Lay the case out in sheets; rows have the ids of their records, which stay the same."""
    ledger = material.ledger
    case = open_case(ledger, material.words, rank_questions(ledger))
    makers: dict[str, Callable[[Case], Iterator[Row]]] = {
        "gaps": _gap_rows,
        "questions": _question_rows,
        "accounts": _account_rows,
        "documents": _document_rows,
        "voices": _voice_rows,
        "decisions": _decision_rows,
        "words": _word_rows,
    }
    return tuple(
        Sheet(key=key, columns=COLUMNS[key], rows=tuple(make(case))) for key, make in makers.items()
    )


def state_of(ledger: Ledger, record: str) -> str:
    """Name the newest decision about a record, nothing where there is none."""
    reviews = ledger.standing(record).reviews
    return reviews[-1].id if reviews else ""


def _decided(case: Case, record: str) -> dict[str, Cell]:
    """Give the cells of what people decided about a record."""
    standing = case.ledger.standing(record)
    said = [review.note for review in standing.reviews if review.note and review.subject == record]
    note = said[-1] if said else standing.note
    decision = standing.decision
    return {
        "decision": case.words.name("decision", decision) if decision else None,
        "note": note or None,
    }


def _graded(case: Case, record: str) -> Cell:
    """Give a person's grade of a record, nothing where nobody graded it."""
    reviews = case.ledger.standing(record).reviews
    return case.ledger.grade(record) if any(review.grade for review in reviews) else None


def _gap_rows(case: Case) -> Iterator[Row]:
    """Give a row for each gap, the strongest first."""
    words, asked = case.words, {q.id: q.text for q in case.ledger.questions}
    for gap in case.ledger.gaps:
        yield Row(
            id=gap.id,
            cells={
                "relation": words.name("relation", gap.relation),
                "asked": asked.get(gap.question or ""),
                "size": say_size(gap.size, words),
                "accounts": "\n".join(_short(case.ledger.claim(c), case) for c in gap.claims),
                "reason": gap.reason,
                "strength": round(gap.score, 2),
                "is_weak": words("weak") if gap.is_weak else None,
                **_decided(case, gap.id),
            },
            links=_gap_links(gap),
            state=state_of(case.ledger, gap.id),
        )


def _gap_links(gap: Gap) -> dict[str, tuple[str, str]]:
    """Lead from a gap to its question and its first account."""
    to_question = {"asked": ("questions", gap.question)} if gap.question else {}
    return {**to_question, "accounts": ("accounts", gap.claims[0])}


def _short(claim: Claim, case: Case) -> str:
    """Say an account on one line."""
    return f"{name_voice(claim.speaker, case.words)}: “{claim.span.text}” ({_read(claim, case)})"


def _read(claim: Claim, case: Case) -> str:
    """Say how an account is read."""
    return read_claim(claim, case.words)


def _question_rows(case: Case) -> Iterator[Row]:
    """Give a row for each question."""
    for question in rank_questions(case.ledger):
        accounts = list_accounts(question, case)
        intervals = [account.interval for account in accounts if account.interval]
        quantity = accounts[0].claim.quantity if accounts else None
        kind = QuantityKind.AMOUNT if quantity is None else quantity.kind
        lows = [i.low for i in intervals if i.low is not None]
        highs = [i.high for i in intervals if i.high is not None]
        yield Row(
            id=question.id,
            cells={
                "asked": question.text,
                "scope": ", ".join(question.scope),
                "unit": question.unit,
                "lowest": _end(min(lows, default=None), kind),
                "highest": _end(max(highs, default=None), kind),
                "how_many": len(question.answers),
                "how_many_gaps": len(case.gaps.get(question.id, ())),
                **_decided(case, question.id),
            },
            links={"asked": ("accounts", question.answers[0].claim)} if question.answers else {},
            state=state_of(case.ledger, question.id),
        )


def _account_rows(case: Case) -> Iterator[Row]:
    """Give a row for each account: by question, and at last those that answer none."""
    relations: dict[str, str] = {}
    for gap in case.ledger.gaps:
        for party in gap.claims:
            relations.setdefault(party, case.words.name("relation", gap.relation))
    seen: set[str] = set()
    for question in rank_questions(case.ledger):
        for account in list_accounts(question, case):
            seen.add(account.claim.id)
            cells = {"letter": account.letter, "relation": relations.get(account.claim.id)}
            yield _account_row(account.claim, question, cells, case)
    for claim in case.ledger.claims:
        if claim.id not in seen:
            yield _account_row(claim, None, {}, case)


def _account_row(
    claim: Claim, question: Question | None, further: Mapping[str, Cell], case: Case
) -> Row:
    """Make the row of an account."""
    document = case.ledger.document(claim.document)
    links = {"words": ("words", claim.id), "document": ("documents", document.id)}
    if question is not None:
        links["asked"] = ("questions", question.id)
    return Row(
        id=claim.id,
        cells={
            "asked": question.text if question else None,
            "who": name_voice(claim.speaker, case.words),
            "chain": " > ".join(name_voice(voice, case.words) for voice in claim.voices),
            "words": claim.span.text,
            "read_as": _read(claim, case),
            **_amount(claim, case),
            **_source(document),
            **further,
            **_decided(case, claim.id),
            "grade": _graded(case, claim.id),
        },
        links=links,
        state=state_of(case.ledger, claim.id),
    )


def _amount(claim: Claim, case: Case) -> dict[str, Cell]:
    """Give the ends of an account's interval; an open end is an empty cell."""
    quantity = claim.quantity
    if quantity is None:
        return {}
    return {
        "low": _end(quantity.interval.low, quantity.kind),
        "high": _end(quantity.interval.high, quantity.kind),
        "unit": quantity.unit,
        "hedge": case.words.name("hedge", quantity.hedge),
    }


def _source(document: Document) -> dict[str, Cell]:
    """Say where an account stands."""
    known = document.metadata
    return {"document": document.name, "publisher": known.publisher, "date": known.date}


def _end(value: float | None, kind: QuantityKind) -> Cell:
    """Write an end of an interval: a number, or the day of a date."""
    if value is not None and kind is QuantityKind.DATE:
        return format_day(value)
    return _number(value)


def _number(value: float | None) -> float | int | None:
    """Write a whole number as one; what is no finite number is an open end."""
    if value is None or abs(value) == float("inf"):
        return None
    return int(value) if float(value).is_integer() and abs(value) < 1e15 else value


def _document_rows(case: Case) -> Iterator[Row]:
    """Give a row for each document."""
    for reading in case.ledger.readings:
        document, known = reading.document, reading.document.metadata
        is_web = (known.url or "").startswith(("https://", "http://"))
        yield Row(
            id=document.id,
            cells={
                **_source(document),
                "title": known.title,
                "address": known.url,
                "language": case.words.name("language", document.language),
                "how_many": len(reading.claims),
                "sha256": document.sha256,
                "grade": _graded(case, document.id),
                "note": _decided(case, document.id)["note"],
            },
            addresses={"address": known.url} if is_web and known.url else {},
            state=state_of(case.ledger, document.id),
        )


def _voice_rows(case: Case) -> Iterator[Row]:
    """Give a row for each voice, those first that say most; then the ones that say nothing."""
    views = [show_question(case.ledger.question(id_), case) for id_ in case.numbers]
    tallies = {view.anchor: view.tally for view in list_voices(case, views) if view.anchor}
    ranked = dict.fromkeys([*(id_ for id_ in tallies if id_ in case.actors), *case.actors])
    for actor in (case.actors[id_] for id_ in ranked):
        tally = tallies.get(actor.id)
        chief = case.actors.get(actor.speaks_for or "")
        kind = "" if actor.kind is VoiceKind.UNSTATED else case.words.name("kind", actor.kind)
        yield Row(
            id=actor.id,
            cells={
                "who": actor.name,
                "kind": kind,
                "also_written": ", ".join(dict.fromkeys(actor.names[1:])),
                "role": actor.descriptor,
                "speaks_for": chief.name if chief else None,
                "how_many": tally.claims if tally else 0,
                "how_many_documents": len(tally.documents) if tally else 0,
                "grade": _graded(case, actor.id),
                "note": _decided(case, actor.id)["note"],
            },
            state=state_of(case.ledger, actor.id),
        )


def _decision_rows(case: Case) -> Iterator[Row]:
    """Give a row for each entry of the log, in its order."""
    for review in case.ledger.reviews:
        yield Row(id=review.id, cells=_logged(review, case))


def _logged(review: Review, case: Case) -> dict[str, Cell]:
    """Give the cells of an entry of the log."""
    return {
        "at": review.at,
        "by": review.by,
        "decided": case.words.name("decision", review.decision),
        "subject": review.subject,
        "why": review.note or review.grade,
    }


def _word_rows(case: Case) -> Iterator[Row]:
    """Give the words of each account, in their sentence."""
    for claim in case.ledger.claims:
        yield Row(
            id=claim.id,
            cells={
                "words": claim.span.text,
                "sentence": claim.sentence.text,
                "document": case.ledger.document(claim.document).name,
                "start": claim.span.start,
                "end": claim.span.end,
            },
            links={"words": ("accounts", claim.id)},
        )
