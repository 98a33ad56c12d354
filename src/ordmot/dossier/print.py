"""The dossier as a PDF: the gaps with their pictures, accounts, words and sources, and checks."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources

from ordmot.dossier.extras import missing
from ordmot.dossier.images import draw_svg
from ordmot.dossier.material import Material
from ordmot.ledger import Check, Document, Refusal, Review
from ordmot.report.accounts import Account
from ordmot.report.case import Case
from ordmot.report.html import Page, compose
from ordmot.report.marks import readable
from ordmot.report.notation import write_date
from ordmot.report.pictures import Spec, picture_positions, picture_question
from ordmot.report.questions import QuestionView
from ordmot.report.relations import RelationView
from ordmot.report.voices import VoiceView
from ordmot.report.words import Words

# fmt: off
_LABELS = (
    "title", "subtitle", "no_verdict", "contents", "questions", "folded", "lone", "across",
    "voices", "documents_read", "documents_refused", "checks", "checks_run", "checks_not_run",
    "check", "found", "reason", "account", "who", "exact_words", "read_as", "document",
    "relations", "hint", "none", "name", "also_written", "how_much", "key", "key_point",
    "key_range", "key_open", "key_arrow", "key_vague", "key_hollow", "decisions_taken",
    "page_of", "nothing_apart", "redacted",
)
# fmt: on
"""What the template says by itself, by the keys of the catalogue of words."""


def write_pdf(material: Material) -> bytes:
    """Write the case as a PDF; SettingsError where typst is not installed.

    It is PDF/UA, which a screen reader reads; where a document has a letter for which no font is at
    hand, and which then stands as a box, it is a tagged PDF. The same case, the same bytes.
    """
    try:
        import typst
    except ImportError as error:
        raise missing("typst", "A PDF") from error
    source = (resources.files(__package__) / "templates" / "dossier.typ").read_bytes()
    said = json.dumps(_clean(describe(material)), ensure_ascii=False)
    compiler = typst.Compiler(
        font_paths=typst.Fonts(include_system_fonts=False), sys_inputs={"data": said}
    )
    try:
        made = compiler.compile(source, format="pdf", pdf_standards="ua-1", timestamp=0)
    except typst.TypstError:
        made = compiler.compile(source, format="pdf", timestamp=0)
    return made if isinstance(made, bytes) else b"".join(made or ())


def _clean(value: object) -> object:
    """Let no sign through that print cannot show."""
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_clean(inner) for inner in value]
    return value


def describe(material: Material) -> dict[str, object]:
    """Work out all that the PDF says."""
    words = material.words
    page = compose(material.ledger, words)
    checks = material.ledger.comparison.checks
    return {
        "language": words.language,
        "words": {key: words(key, n="{n}", total="{total}") for key in _LABELS},
        "counts": _counts(page, words),
        "is_redacted": material.is_redacted,
        "run": str(material.run.get("ordmot", "")),
        "documents": [_document(view.document, words) for view in page.documents],
        "refused": [_refusal(refusal) for refusal in material.ledger.refusals],
        "strong": [_question(view, page.case) for view in page.strong],
        "weak": [_question(view, page.case) for view in page.weak],
        "lone": [_lone(view) for view in page.lone],
        "across": [_relation(view, words) for view in page.across if not view.gap.is_weak],
        "voices": [_voice(view, words) for view in page.voices],
        "checks_run": [_check(check, words) for check in checks if check.has_run],
        "checks_not_run": [_check(check, words) for check in checks if not check.has_run],
        "decisions": [_decision(review, words) for review in material.ledger.reviews],
    }


def _counts(page: Page, words: Words) -> list[str]:
    """Say how much there is."""
    ledger = page.case.ledger
    return [
        words.count("documents", len(ledger.documents)),
        words.count("voices", len(page.voices)),
        words.count("questions", len(ledger.questions)),
        words.count("gaps", len(ledger.gaps)),
    ]


def _document(document: Document, words: Words) -> dict[str, object]:
    """Name a document and its source."""
    known = document.metadata
    return {
        "id": document.id,
        "title": known.title or document.name,
        "name": document.name,
        "publisher": known.publisher or "",
        "date": write_date(known.date, words.language) or words("undated"),
        "url": known.url or "",
        "language": words.name("language", document.language),
        "sha256": document.sha256,
    }


def _refusal(refusal: Refusal) -> dict[str, object]:
    """Say what could not be read, and why."""
    return {"name": refusal.name, "reason": refusal.reason, "advice": refusal.advice}


def _question(view: QuestionView, case: Case) -> dict[str, object]:
    """Say all about a question, with its pictures where somebody stands against somebody."""
    specs = [picture_question(view, case), picture_positions(view, case.words)]
    pictures = [_picture(spec) for spec in specs if spec is not None] if view.strong else []
    return {
        "id": view.question.id,
        "number": view.number,
        "text": view.question.text,
        "language": view.question.language,
        "verdict": " · ".join(filter(None, [view.headline.name, view.ratio]))
        if view.headline
        else "",
        "scope": ", ".join(view.question.scope),
        "pictures": pictures,
        "accounts": [_account(account) for account in view.accounts],
        "relations": [_relation(r, case.words) for r in view.strong[:_MOST]],
        "more": max(0, len(view.strong) - _MOST),
        "reviews": list(view.reviews),
    }


_MOST = 6
"""Relations of one question that are printed: the rest say the same of further pairs."""


def _picture(spec: Spec) -> dict[str, object]:
    """Draw a picture; what it shows is said in words too."""
    return {"svg": draw_svg(spec), "alt": str(spec["description"])}


def _account(account: Account) -> dict[str, object]:
    """Say who says it, in which words, and where."""
    hedge = ": ".join(filter(None, [account.hedge, account.hedge_words]))
    known = account.document.metadata
    return {
        "letter": account.letter,
        "voice": account.voice,
        "act": account.act,
        "notes": [*filter(None, [account.role]), *account.told_by],
        "words": account.claim.span.text,
        "language": account.claim.language,
        "read_as": account.read_as,
        "hedge": hedge,
        "modality": account.modality,
        "document": account.title,
        "source": ", ".join(filter(None, [known.publisher, account.date])),
        "place": f"{account.claim.span.start}–{account.claim.span.end}",
    }


def _relation(view: RelationView, words: Words) -> dict[str, object]:
    """Say how accounts stand to one another, and why."""
    parties = [f"{p.letter + ' ' if p.letter else ''}{p.voice}: “{p.words}”" for p in view.parties]
    return {
        "name": view.name,
        "is_hint": view.gap.is_hint,
        "parties": f" {view.sign} ".join(parties),
        "size": view.size,
        "reason": words.reason(view.gap.reason),
        "reviews": list(view.reviews),
    }


def _lone(view: QuestionView) -> dict[str, object]:
    """Say what only one account answers."""
    said = [f"{a.voice}: “{a.claim.span.text}” ({a.read_as}; {a.title})" for a in view.accounts]
    return {"number": view.number, "text": view.question.text, "accounts": said}


def _voice(view: VoiceView, words: Words) -> dict[str, object]:
    """Say who speaks, and how much."""
    notes = [view.descriptor, words("speaks_for", name=view.speaks_for) if view.speaks_for else ""]
    return {
        "name": view.name,
        "kind": view.kind,
        "notes": [note for note in notes if note],
        "also": ", ".join(dict.fromkeys(merge.name for merge in view.merges)),
        "much": f"{words.count('accounts', view.tally.claims)}, "
        f"{words.count('documents', len(view.tally.documents))}",
    }


def _check(check: Check, words: Words) -> dict[str, object]:
    """Say what was checked, or why not."""
    return {
        "name": words.reason(check.name),
        "count": check.count,
        "reason": words.reason(check.reason),
    }


def _decision(review: Review, words: Words) -> dict[str, object]:
    """Say what a person decided, about what, when and why."""
    return {
        "decision": words.name("decision", review.decision),
        "by": review.by,
        "at": write_date(review.at[:16], words.language),
        "subject": review.subject,
        "note": review.note or review.grade,
    }
