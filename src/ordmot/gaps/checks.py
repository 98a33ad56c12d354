"""The checks that were made, how often, and those that could not be, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ordmot.ledger import Actor, Check, Gap, Question, Reading

_RULES = {
    "disjoint intervals": "figures of different sources under one question",
    "outcome of promise": "what was promised or expected against what came",
    "pledge and deed": "agreements against deeds that the text sets against them",
    "change of source": "earlier and later figures of one source",
    "later report": "first reports beside what came later",
    "opposite answers": "denials against assertions",
    "answers that exclude each other": "who did it, by what means or from where, told otherwise",
    "denied answer": "answers that somebody denies",
    "same answer": "answers that independent voices share",
    "narrower answer": "answers that say more exactly what another says",
    "turned answer": "earlier and later answers of one source",
    "shared interval": "figures that can all be right",
    "narrower interval": "narrower figures within wider ones",
    "narrower scope": "figures of a part beside figures of the whole",
    "sum of parts": "parts of one sentence added up against wholes",
}


def list_checks(
    readings: Sequence[Reading],
    actors: Sequence[Actor],
    questions: Sequence[Question],
    gaps: Sequence[Gap],
) -> tuple[Check, ...]:
    """List the checks of a comparison: each rule with its finds, and what could not be checked."""
    finds = Counter(gap.rule for gap in gaps)
    shared = sum(len(question.answers) > 1 for question in questions)
    ran = [
        Check(name=name, has_run=True, count=finds[rule], reason=f"{shared} shared questions seen")
        for rule, name in _RULES.items()
    ]
    return (*ran, _names(actors), *_not_run(readings, questions))


def _names(actors: Sequence[Actor]) -> Check:
    """Say how many names were joined to an actor, and which of them may be slips."""
    slips = [merge.name for actor in actors for merge in actor.merges if merge.is_slip]
    reason = f"perhaps slips: {', '.join(slips[:3])}" if slips else "none of them looks like a slip"
    count = sum(len(actor.merges) for actor in actors)
    return Check(name="names joined to one actor", has_run=True, count=count, reason=reason)


def _not_run(readings: Sequence[Reading], questions: Sequence[Question]) -> list[Check]:
    """List what could not be checked, and why."""
    checks = []
    undated = [r.document.name for r in readings if r.document.metadata.date is None]
    if undated:
        reason = f"no date is known for {', '.join(undated[:3])}"
        reason += f" and {len(undated) - 3} more" if len(undated) > 3 else ""
        name = "order in time between documents"
        checks.append(Check(name=name, has_run=False, count=len(undated), reason=reason))
    currencies = {q.unit for q in questions if q.dimension == "money" and q.unit}
    if len(currencies) > 1:
        reason = f"no rate is given between {', '.join(sorted(currencies))}"
        name = "amounts in different currencies"
        checks.append(Check(name=name, has_run=False, count=len(currencies), reason=reason))
    single = sum(len(question.answers) == 1 for question in questions)
    if single:
        reason = "only one account answers each of them"
        checks.append(
            Check(name="questions with one account", has_run=False, count=single, reason=reason)
        )
    return checks
