"""The records: frozen, content-hashed, each carrying the words it rests on."""

from ordmot.ledger.actor import Actor, Merge
from ordmot.ledger.claim import DAY, PROSPECTIVE, YEAR, Asked, Claim, Modality, Position, Term
from ordmot.ledger.document import Document, Markup, Metadata, Refusal, Source, Stretch
from ordmot.ledger.finding import Finder
from ordmot.ledger.gap import Check, Gap, Relation, Size, foremost
from ordmot.ledger.identity import as_plain, content_id, sha256_of
from ordmot.ledger.interval import Interval, format_day, format_number, in_days, parse_end
from ordmot.ledger.ledger import Ledger
from ordmot.ledger.likeness import Likeness, RowScore
from ordmot.ledger.lookup import Findings, Texts, strength
from ordmot.ledger.passage import Passage, PassageKind
from ordmot.ledger.quantity import Amount, Hedge, Quantity, QuantityKind
from ordmot.ledger.question import Answer, Question, question_id
from ordmot.ledger.reading import Comparison, Reading
from ordmot.ledger.review import (
    VERDICTS,
    Decision,
    Edit,
    Review,
    Subject,
    broken_links,
    in_force,
    seal_of,
)
from ordmot.ledger.span import Span, cut
from ordmot.ledger.standing import DEFAULT_GRADE, Standing
from ordmot.ledger.statement import REJOINDER, Act, Mode, Statement, Voice, VoiceKind

__all__ = [
    "DAY",
    "DEFAULT_GRADE",
    "PROSPECTIVE",
    "REJOINDER",
    "VERDICTS",
    "YEAR",
    "Act",
    "Actor",
    "Amount",
    "Answer",
    "Asked",
    "Check",
    "Claim",
    "Comparison",
    "Decision",
    "Document",
    "Edit",
    "Finder",
    "Findings",
    "Gap",
    "Hedge",
    "Interval",
    "Ledger",
    "Likeness",
    "Markup",
    "Merge",
    "Metadata",
    "Modality",
    "Mode",
    "Passage",
    "PassageKind",
    "Position",
    "Quantity",
    "QuantityKind",
    "Question",
    "Reading",
    "Refusal",
    "Relation",
    "Review",
    "RowScore",
    "Size",
    "Source",
    "Span",
    "Standing",
    "Statement",
    "Stretch",
    "Subject",
    "Term",
    "Texts",
    "Voice",
    "VoiceKind",
    "as_plain",
    "broken_links",
    "content_id",
    "cut",
    "foremost",
    "format_day",
    "format_number",
    "in_days",
    "in_force",
    "parse_end",
    "question_id",
    "seal_of",
    "sha256_of",
    "strength",
]
