"""The accounts of a question: who says it, in which words, and the letter that stands for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ordmot.ledger import (
    Act,
    Answer,
    Claim,
    Document,
    Hedge,
    Interval,
    Ledger,
    Modality,
    Position,
    Quantity,
    QuantityKind,
    Question,
    Voice,
    VoiceKind,
)
from ordmot.lexicon.measures import factor_to_base
from ordmot.report.case import Case, anchor_of
from ordmot.report.notation import write_date, write_interval, write_unit
from ordmot.report.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One answer as the page shows it; answers of one root and one amount share a letter.

    `interval` is the amount in the unit of the question, None where it cannot be converted or
    nothing is counted.
    """

    letter: str
    claim: Claim
    voice: str
    voice_id: str | None
    role: str | None
    told_by: tuple[str, ...]
    root: str | None
    act: str
    read_as: str
    hedge: str
    modality: str
    interval: Interval | None
    document: Document
    date: str
    position: str
    reasons: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """Name the place in the document where its words stand."""
        return anchor_of(self.claim.id)

    @property
    def title(self) -> str:
        """Name the document for a reader."""
        return self.document.metadata.title or self.document.name

    @property
    def hedge_words(self) -> str:
        """Give the words of the text that bound the number."""
        quantity = self.claim.quantity
        return quantity.hedge_span.text if quantity and quantity.hedge_span else ""

    @property
    def is_hollow(self) -> bool:
        """Tell whether the account is of what is not said to have happened."""
        return self.claim.modality is not Modality.ASSERTED

    @property
    def is_vague(self) -> bool:
        """Tell whether the words state no number."""
        return self.claim.quantity is not None and self.claim.quantity.hedge is Hedge.VAGUE


def name_voice(voice: Voice, words: Words) -> str:
    """Name a voice for a reader: an unstated source and the document's own words are said so."""
    if voice.kind is VoiceKind.UNSTATED:
        return words("speaker_unstated")
    return voice.name or words("speaker_unstated")


def name_root(root: str) -> str:
    """Give the name of a root source without the document that sets apart those of one name."""
    return root.split(" [document-")[0]


def letter_of(index: int) -> str:
    """Count in letters: A, B … Z, AA, AB.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(index, 26)
    return (letter_of(rest - 1) if rest else "") + chr(ord("A") + last)


def list_accounts(question: Question, case: Case) -> tuple[Account, ...]:
    """List the accounts of a question from the lowest to the highest, "yes" before "no"."""
    answers = sorted(question.answers, key=lambda answer: _order(answer, question, case.ledger))
    letters: dict[object, str] = {}
    accounts = []
    for answer in answers:
        claim = case.ledger.claim(answer.claim)
        key = _sameness(answer, claim, question)
        letter = letters.setdefault(key, letter_of(len(letters)))
        accounts.append(_show(answer, claim, question, case, letter))
    return tuple(accounts)


def _order(answer: Answer, question: Question, ledger: Ledger) -> tuple[object, ...]:
    """Order by amount, then by who says it and when."""
    claim = ledger.claim(answer.claim)
    interval = interval_in(claim.quantity, question.unit, question.dimension)
    infinity = float("inf")
    low, high = (interval.low, interval.high) if interval else (infinity, infinity)
    return (
        -infinity if low is None else low,
        infinity if high is None else high,
        claim.answer_words.casefold(),
        not claim.is_affirmed,
        name_root(answer.root) or claim.speaker.name,
        ledger.document(claim.document).metadata.date or "",
        claim.document,
        claim.span.start,
        claim.id,
    )


def _sameness(answer: Answer, claim: Claim, question: Question) -> object:
    """Say what makes two answers one account: root, amount, and the sense they are said in."""
    interval = interval_in(claim.quantity, question.unit, question.dimension)
    amount = interval or claim.quantity or claim.answer_words.casefold()
    root = answer.root or (claim.id if claim.speaker.kind is VoiceKind.ANONYMOUS else "")
    return root or claim.speaker.name, amount, claim.is_affirmed, claim.modality


def interval_in(quantity: Quantity | None, unit: str | None, dimension: str) -> Interval | None:
    """Convert an amount to a unit; by the text's own conversion where no factor is fixed."""
    if quantity is None:
        return None
    if quantity.unit == unit:
        return quantity.interval
    own, wanted = (factor_to_base(dimension, name) for name in (quantity.unit, unit))
    if own and wanted and quantity.unit and unit:
        return quantity.interval.scale(own / wanted)
    return next((c.interval for c in quantity.conversions if c.unit == unit), None)


def _show(answer: Answer, claim: Claim, question: Question, case: Case, letter: str) -> Account:
    """Make the account of one answer."""
    words = case.words
    document = case.ledger.document(claim.document)
    quantity, speaker = claim.quantity, claim.speaker
    root = name_root(answer.root)
    # The document itself stands in its own column.
    own = document.own_voice
    outer = [v for v in claim.voices[:-1] if v.kind is not VoiceKind.DOCUMENT and v != own]
    return Account(
        letter=letter,
        claim=claim,
        voice=name_voice(speaker, words),
        voice_id=case.voice_ids.get(speaker),
        role=words("own_words") if speaker.kind is VoiceKind.DOCUMENT else speaker.role,
        told_by=tuple(name_voice(voice, words) for voice in reversed(outer)),
        root=root if _is_another(root, speaker, case) else None,
        act=_name_act(claim, words),
        read_as=read_claim(claim, words),
        hedge=_name_hedge(quantity, words),
        modality=_name_modality(claim, words),
        interval=interval_in(quantity, question.unit, question.dimension),
        document=document,
        date=write_date(document.metadata.date, words.language) or words("undated"),
        position=_name_position(claim, words),
        reasons=answer.reasons,
    )


def _is_another(root: str, speaker: Voice, case: Case) -> bool:
    """Tell whether the root source is somebody else than the speaker, by whatever name."""
    if not root or root == speaker.name:
        return False
    actor = case.voice_ids.get(speaker)
    return actor is None or case.voice_ids.named(root) != actor


def read_amount(quantity: Quantity | None, words: Words) -> str:
    """Write an amount as it was read, with its unit: `≥ 6 hours`; nothing where none is stated."""
    if quantity is None:
        return ""
    amount = write_interval(quantity.interval, quantity.kind, words.language)
    if quantity.kind is not QuantityKind.AMOUNT:
        return amount
    unit = write_unit(quantity.unit, quantity.interval.high, words)
    space = "" if unit == "%" and words.language == "en" else "\N{NO-BREAK SPACE}"
    return f"{amount}{space}{unit}" if unit else amount


def read_claim(claim: Claim, words: Words) -> str:
    """Write how an account is read: its amount, its answer, or else yes or no."""
    if claim.quantity is not None:
        return read_amount(claim.quantity, words)
    answer = claim.answer_words
    if not answer:
        return words("affirmed" if claim.is_affirmed else "denied")
    return answer if claim.is_affirmed else words("not_answer", answer=answer)


def _name_act(claim: Claim, words: Words) -> str:
    """Name the speech act, where the cue told one; the document's own narration has none."""
    if claim.speaker.kind is VoiceKind.DOCUMENT:
        return ""
    has_name = claim.act is not Act.OTHER and words.has_name("act", claim.act)
    return words.name("act", claim.act) if has_name else ""


def _name_hedge(quantity: Quantity | None, words: Words) -> str:
    """Name the hedge, unless the text's own words, shown beside it, are the same."""
    if quantity is None or quantity.hedge is Hedge.EXACT:
        return ""
    name = words.name("hedge", quantity.hedge)
    own = quantity.hedge_span.text if quantity.hedge_span else ""
    return "" if own.casefold() == name.casefold() else name


def _name_modality(claim: Claim, words: Words) -> str:
    """Name the sense of a claim that is not simply asserted."""
    return "" if claim.modality is Modality.ASSERTED else words.name("modality", claim.modality)


def _name_position(claim: Claim, words: Words) -> str:
    """Name where the claim stands in the speaker's own order of time."""
    return "" if claim.position is Position.UNSTATED else words.name("position", claim.position)


def by_letter(accounts: Sequence[Account]) -> Iterator[tuple[Account, int]]:
    """Give the first account of each letter, and in how many documents it is printed."""
    documents: dict[str, set[str]] = {}
    for account in accounts:
        documents.setdefault(account.letter, set()).add(account.document.id)
    seen: set[str] = set()
    for account in accounts:
        if account.letter not in seen:
            seen.add(account.letter)
            yield account, len(documents[account.letter])
