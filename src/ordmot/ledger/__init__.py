"""The records: frozen, content-hashed, each carrying the words it rests on."""

from ordmot.ledger.actor import Actor, Merge
from ordmot.ledger.claim import Claim, Modality, Position, Term
from ordmot.ledger.document import Document, Markup, Metadata, Refusal, Source, Stretch
from ordmot.ledger.gap import Check, Gap, Relation, Size
from ordmot.ledger.identity import as_plain, content_id, sha256_of
from ordmot.ledger.interval import Interval, format_number
from ordmot.ledger.ledger import Comparison, Ledger, Reading
from ordmot.ledger.likeness import Likeness, RowScore
from ordmot.ledger.passage import Passage, PassageKind
from ordmot.ledger.quantity import Amount, Hedge, Quantity, QuantityKind
from ordmot.ledger.question import Answer, Question
from ordmot.ledger.review import Decision, Review
from ordmot.ledger.span import Span, cut
from ordmot.ledger.statement import Act, Mode, Statement, Voice, VoiceKind

__all__ = [
    "Act",
    "Actor",
    "Amount",
    "Answer",
    "Check",
    "Claim",
    "Comparison",
    "Decision",
    "Document",
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
    "Statement",
    "Stretch",
    "Term",
    "Voice",
    "VoiceKind",
    "as_plain",
    "content_id",
    "cut",
    "format_number",
    "sha256_of",
]
