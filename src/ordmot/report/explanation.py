"""Why a gap is one: the whole chain from the words to the relation, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ordmot.ledger import (
    Answer,
    Gap,
    Interval,
    Ledger,
    Likeness,
    Quantity,
    QuantityKind,
    RowScore,
    VoiceKind,
)
from ordmot.lexicon.measures import factor_to_base
from ordmot.report.accounts import interval_in, letter_of, name_root, name_voice
from ordmot.report.case import Case, open_case, rank_questions
from ordmot.report.notation import write_number, write_ratio, write_unit, write_value
from ordmot.report.relations import list_reviews
from ordmot.report.testimony import Line, list_testimony
from ordmot.report.words import majority_language, read_words

_LEAST_SHARE = 0.005
"""A row that adds less to the log-odds says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A link of the chain: its title and its lines."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What was worked out of a gap, in numbers: how alike its claims are, how likely it is right.

    Each is a sum of rows; `chance` is None where that is not what ranks it.
    """

    likenesses: tuple[Likeness, ...] = ()
    chance: Likeness | None = None


NO_GROUNDS = Grounds()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that lies behind a gap, in words: the sections in the order of the chain.

    `likenesses` and `chance` are the rows in numbers, as far as they are known.
    """

    gap: Gap
    language: str
    heading: str
    reason: str
    sections: tuple[Section, ...]
    likenesses: tuple[Likeness, ...]
    chance: Likeness | None


def pairs_of(gap: Gap) -> tuple[tuple[str, str], ...]:
    """Give the pairs of claims whose likeness a gap rests on: the first with each of the others."""
    return tuple((gap.claims[0], other) for other in gap.claims[1:])


def explain_gap(
    ledger: Ledger,
    gap: Gap,
    grounds: Grounds = NO_GROUNDS,
    *,
    language: str | None = None,
    program: str = "",
) -> Explanation:
    """Explain a gap from the words up, in `language`; by default that of most documents.

    `grounds` are the comparisons of its claims row by row; without them the reasons stand that the
    ledger keeps. `program` names what read and compared.
    """
    words = read_words(language or majority_language(ledger.documents))
    return explain_in(open_case(ledger, words, rank_questions(ledger)), gap, grounds, program)


def explain_in(
    case: Case, gap: Gap, grounds: Grounds = NO_GROUNDS, program: str = ""
) -> Explanation:
    """Explain a gap of a case that is open already, as `explain_gap` does."""
    words = case.words
    asked = (
        case.ledger.question(gap.question).text
        if gap.question
        else words.fill("explain", "between")
    )
    relation = words.name("relation", gap.relation)
    return Explanation(
        gap=gap,
        language=words.language,
        heading=words.fill("explain", "heading", relation=relation, question=asked),
        reason=words.reason(gap.reason),
        sections=tuple(_sections(gap, case, grounds, program)),
        likenesses=grounds.likenesses,
        chance=grounds.chance,
    )


def _sections(gap: Gap, case: Case, grounds: Grounds, program: str) -> Iterator[Section]:
    """Give the links of the chain in their order."""
    words = case.words
    answers = _answers_of(gap, case)
    for place, claim_id in enumerate(gap.claims):
        claim = case.ledger.claim(claim_id)
        who = name_voice(claim.speaker, words)
        title = words.fill("explain", "side", letter=letter_of(place), who=who)
        lines = list_testimony(claim, answers.get(claim_id), _unit_of(gap, case), case)
        yield Section(title=title, lines=tuple(lines))
    yield from _why_same(gap, case, grounds.likenesses, answers)
    is_open = case.ledger.claim(gap.claims[0]).answer is not None
    is_told = is_open and words.has_name("explained_answer", gap.relation)
    meaning = words.fill("explained_answer" if is_told else "explained", gap.relation)
    yield _section(case, "comparable", [Line(label="", text=meaning)])
    yield _section(case, "size", list(_size_lines(gap, case)))
    yield _section(case, "voices", list(_voice_lines(gap, case, answers)))
    if grounds.chance is not None:
        yield _section(case, "likely", list(_chance_lines(grounds.chance, case)))
    yield _section(case, "decided", list(_rule_lines(gap, case, program)))
    decided = list_reviews(gap.id, case) or (words.fill("explain", "nobody"),)
    yield _section(case, "people", [Line(label="", text=said) for said in decided])


def _section(case: Case, key: str, lines: Sequence[Line]) -> Section:
    return Section(title=case.words.fill("explain", key), lines=tuple(lines))


def _answers_of(gap: Gap, case: Case) -> dict[str, Answer]:
    """Find the answers that the claims of a gap are, those of its own question first."""
    found: dict[str, Answer] = {}
    for claim_id in gap.claims:
        asked = case.questions_of(claim_id)
        for question_id in sorted(asked, key=lambda each: each != gap.question):
            for answer in case.ledger.question(question_id).answers:
                if answer.claim == claim_id:
                    found.setdefault(claim_id, answer)
    return found


def _unit_of(gap: Gap, case: Case) -> str | None:
    return case.ledger.question(gap.question).unit if gap.question else None


def _why_same(
    gap: Gap, case: Case, likenesses: Sequence[Likeness], answers: dict[str, Answer]
) -> Iterator[Section]:
    """Say for each pair why both answer one question: every row that said something."""
    words = case.words
    letters = {claim: letter_of(place) for place, claim in enumerate(gap.claims)}
    known = {likeness.claims: likeness for likeness in likenesses}
    for one, other in pairs_of(gap):
        title = words.fill("explain", "same_question", one=letters[one], other=letters[other])
        if gap.question is None:
            lines = [Line(label="", text=words.fill("explain", "across"))]
        elif (one, other) in known:
            lines = list(_row_lines(known[one, other], case))
        else:
            lines = list(_stored_lines([answers[c] for c in (one, other) if c in answers], case))
        yield Section(title=title, lines=tuple(lines))


def _row_lines(likeness: Likeness, case: Case) -> Iterator[Line]:
    """Give the rows that tipped the scales, the heaviest first, and what they come to."""
    words = case.words
    for row, share in _shares_of(likeness, case):
        silent = words.fill("explain", "row_silent", score=write_number(row.score, words.language))
        reason = words.reason(row.reason) if row.reason else silent
        text = words.fill("explain", "row_line", share=share, reason=reason)
        yield Line(label=words.name("row", row.name), text=text)
    yield _total_line(likeness, "chance_of", case)


def _chance_lines(chance: Likeness, case: Case) -> Iterator[Line]:
    """Give the rows that speak for a gap and against it, the heaviest first, and their sum."""
    for row, share in _shares_of(chance, case):
        yield Line(label=case.words.name("ranked", row.name), text=share)
    yield _total_line(chance, "chance_right", case)


def _shares_of(likeness: Likeness, case: Case) -> Iterator[tuple[RowScore, str]]:
    """Give the rows that count, the heaviest first, each with what it adds."""
    for row in sorted(likeness.rows, key=lambda row: -abs(row.share)):
        if abs(row.share) >= _LEAST_SHARE:
            sign = "+" if row.share > 0 else ""
            yield row, f"{sign}{write_number(round(row.share, 2), case.words.language)}"


def _total_line(likeness: Likeness, key: str, case: Case) -> Line:
    """Say what all rows come to."""
    words, language = case.words, case.words.language
    text = words.fill(
        "explain",
        key,
        chance=write_number(round(likeness.score, 2), language),
        bias=write_number(likeness.bias, language),
        sum=write_number(round(sum(row.share for row in likeness.rows), 2), language),
    )
    return Line(label=words.fill("explain", "chance"), text=text)


def _stored_lines(answers: Sequence[Answer], case: Case) -> Iterator[Line]:
    """Give the reasons that the ledger keeps where the rows are not known."""
    said = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    reasons = "; ".join(case.words.reason(reason) for reason in said)
    text = reasons or case.words.fill("explain", "no_rows")
    yield Line(label=case.words.fill("explain", "stored"), text=text)


def _size_lines(gap: Gap, case: Case) -> Iterator[Line]:
    """Show the sums behind the size: the nearest ends, the middles, the difference."""
    words, language = case.words, case.words.language
    amounts = [case.ledger.claim(claim).quantity for claim in gap.claims[:2]]
    ends = _ends(amounts[0], amounts[1])
    if any(amount is None for amount in amounts):
        is_open = case.ledger.claim(gap.claims[0]).answer is not None
        key = "no_size_open_answer" if is_open else "no_size_answer"
        yield Line(label="", text=words.fill("explain", key))
    elif gap.size is None or ends is None:
        yield Line(label="", text=words.fill("explain", "no_size_shared"))
    else:
        (lower, upper), middles = ends
        pairs = (
            ("nearest", gap.size.nearest_ratio, (lower, upper)),
            ("middles", gap.size.middle_ratio, middles),
        )
        for key, ratio, (low, high) in pairs:
            if ratio is not None and low is not None and high is not None:
                text = words.fill(
                    "explain",
                    "divided",
                    upper=write_number(high, language),
                    lower=write_number(low, language),
                    ratio=write_ratio(ratio, language),
                )
                yield Line(label=words.fill("explain", key), text=text)
        kind = QuantityKind.AMOUNT if amounts[0] is None else amounts[0].kind
        yield from _difference_lines(gap, case, (lower, upper), kind)


def _difference_lines(
    gap: Gap, case: Case, ends: tuple[float | None, float | None], kind: QuantityKind
) -> Iterator[Line]:
    """Show the difference of the nearest ends, or that there is none in numbers."""
    words, language = case.words, case.words.language
    lower, upper = ends
    if gap.size is None or gap.size.difference is None or lower is None or upper is None:
        yield Line(label="", text=words.fill("explain", "no_size_open"))
        return
    amount = gap.size.difference
    difference = f"{write_number(amount, language)} {write_unit(gap.size.unit, amount, words)}"
    text = words.fill(
        "explain",
        "subtracted",
        upper=write_value(upper, kind, language),
        lower=write_value(lower, kind, language),
        difference=difference,
    )
    yield Line(label=words.fill("explain", "difference"), text=text.strip())


_Pair = tuple[float | None, float | None]


def _ends(one: Quantity | None, other: Quantity | None) -> tuple[_Pair, _Pair] | None:
    """Give the nearest ends and the middles of two disjoint amounts, in the unit of the first."""
    if one is None or other is None:
        return None
    left, right = one.interval, _in_unit(other, one)
    if right is None or not left.is_disjoint(right):
        return None
    lower, upper = (left, right) if left.is_below(right) else (right, left)
    return (lower.high, upper.low), (lower.middle, upper.middle)


def _in_unit(quantity: Quantity, wanted: Quantity) -> Interval | None:
    """Convert an amount to the unit of another; as it is where neither has a fixed size."""
    sizes = (factor_to_base(q.dimension, q.unit) for q in (quantity, wanted))
    if None in sizes:
        return quantity.interval
    return interval_in(quantity, wanted.unit, wanted.dimension)


def _voice_lines(gap: Gap, case: Case, answers: dict[str, Answer]) -> Iterator[Line]:
    """Say whether the accounts go back to different sources."""
    words = case.words
    roots = list(dict.fromkeys(answers[claim].root for claim in gap.claims if claim in answers))
    names = " ↔ ".join(name_root(root) or words("speaker_unstated") for root in roots)
    if len(roots) == 1:
        yield Line(label="", text=words.fill("explain", "one_root", root=names))
    elif roots:
        yield Line(label="", text=words.fill("explain", "independent", roots=names))
    for claim_id in gap.claims:
        claim = case.ledger.claim(claim_id)
        if claim.speaker.kind is VoiceKind.DOCUMENT and claim.root is None:
            name = name_voice(claim.speaker, words)
            yield Line(label="", text=words.fill("explain", "outlet", name=name))


def _rule_lines(gap: Gap, case: Case, program: str) -> Iterator[Line]:
    """Say which rule decided, in which version, and where the gap ranks."""
    words, language = case.words, case.words.language
    rule = words.reason(gap.rule)
    text = words.fill("explain", "rule_of", rule=rule, version=gap.rule_version)
    yield Line(label=words.fill("explain", "rule"), text=text)
    score = write_number(round(gap.score, 2), language)
    key = "rank_weak" if gap.is_weak else "rank_of"
    yield Line(label=words.fill("explain", "rank"), text=words.fill("explain", key, score=score))
    if program:
        yield Line(label=words.fill("explain", "program"), text=program)
