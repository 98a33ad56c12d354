"""What stands between two accounts, rule by rule."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ordmot.gaps import compare
from ordmot.ledger import Act, Claim, Document, Gap, Interval, Modality, Position, Relation, Span
from tests.making import make_claim, make_document, make_question, make_reading, point

EARLY = make_document("early.txt", date="2031-05-17")
LATE = make_document("late.txt", date="2031-05-24")


def gaps_of(claims: list[Claim], roots: list[str] | None = None) -> list[Gap]:
    readings = [
        make_reading(document, [c for c in claims if c.document == document.id])
        for document in (EARLY, LATE)
    ]
    gaps, _ = compare(readings, (), [make_question(claims, roots)])
    return list(gaps)


def relations(gaps: list[Gap]) -> set[Relation]:
    return {gap.relation for gap in gaps}


def test_figures_that_share_no_value_contradict_with_their_size() -> None:
    few = make_claim(point(12), speaker="the mayor", document=EARLY)
    many = make_claim(point(36), speaker="the army", document=EARLY, place=40)
    (gap,) = gaps_of([few, many])
    assert gap.relation is Relation.CONTRADICTS
    assert gap.size is not None
    assert (gap.size.nearest_ratio, gap.size.difference) == (3.0, 24)
    assert not gap.is_weak
    assert "the mayor" in gap.reason
    assert "the army" in gap.reason


def test_none_against_some_contradicts_without_a_ratio() -> None:
    none = make_claim(point(0), speaker="the army", document=EARLY)
    some = make_claim(Interval(low=12, high=None), speaker="the mayor", document=EARLY, place=40)
    (gap,) = gaps_of([none, some])
    assert gap.relation is Relation.CONTRADICTS
    assert gap.size is not None
    assert gap.size.nearest_ratio is None


def test_figures_that_can_both_be_right_agree() -> None:
    about = make_claim(Interval(low=3600, high=4400), speaker="a", document=EARLY)
    exact = make_claim(point(4000), speaker="b", document=LATE)
    assert relations(gaps_of([about, exact])) == {Relation.REFINES, Relation.AGREES}


def test_a_later_figure_of_the_same_root_is_an_update() -> None:
    first = make_claim(point(30), speaker="a spokesman", document=EARLY)
    later = make_claim(point(40), speaker="the director", document=LATE)
    (gap,) = gaps_of([later, first], ["the agency", "the agency"])
    assert gap.relation is Relation.UPDATED
    assert gap.claims == (first.id, later.id)


def test_what_stands_against_a_figure_given_up_since_is_folded() -> None:
    first = make_claim(point(30), speaker="the agency", document=EARLY)
    rival = make_claim(point(90), speaker="the union", document=EARLY, place=40)
    later = make_claim(point(40), speaker="the agency", document=LATE)
    found = {gap.claims: gap for gap in gaps_of([first, rival, later])}
    old, live = found[first.id, rival.id], found[rival.id, later.id]
    assert (old.relation, live.relation) == (Relation.CONTRADICTS, Relation.CONTRADICTS)
    assert old.is_weak
    assert old.reason.endswith("the agency has since said “40”")
    assert not live.is_weak


def test_echoes_of_one_figure_are_no_gap() -> None:
    first = make_claim(point(30), speaker=None, document=EARLY)
    echo = make_claim(point(30), speaker=None, document=LATE)
    assert gaps_of([first, echo], ["the agency", "the agency"]) == []


def test_an_outcome_falls_short_of_a_promise() -> None:
    promise = make_claim(
        Interval(low=None, high=6),
        modality=Modality.PROMISED,
        document=EARLY,
        dimension="duration",
        unit="hour",
    )
    words = Span(document=EARLY.id, start=0, end=10, text="in reality")
    outcome = make_claim(point(3), document=EARLY, place=40, dimension="duration", unit="day")
    outcome = replace(outcome, set_against=promise.id, contrast=words)
    (gap,) = gaps_of([promise, outcome])
    assert gap.relation is Relation.FELL_SHORT
    assert gap.size is not None
    assert (gap.size.nearest_ratio, gap.size.difference, gap.size.unit) == (12.0, 66.0, "hour")
    assert "in reality" in gap.reason


def test_what_one_demands_and_another_promises_is_no_contradiction() -> None:
    demand = make_claim(point(60), modality=Modality.PLANNED, speaker="the union", document=EARLY)
    offer = make_claim(point(30), modality=Modality.PROMISED, speaker="the firm", document=LATE)
    assert gaps_of([demand, offer]) == []
    said = make_claim(point(30), speaker="the firm", document=LATE)
    rival = make_claim(point(60), speaker="the union", document=EARLY)
    assert [gap.relation for gap in gaps_of([rival, said])] == [Relation.CONTRADICTS]


def test_guesses_raise_no_alarm() -> None:
    guess = make_claim(point(500), modality=Modality.SPECULATED, speaker="a", document=EARLY)
    count = make_claim(point(12), speaker="b", document=EARLY, place=40)
    assert all(gap.is_weak for gap in gaps_of([guess, count]))


def test_a_subset_is_not_comparable_and_says_why() -> None:
    part = make_claim(
        point(4),
        counted="fighter",
        restrictors=["foreign"],
        speaker="the colonel",
        predicate="leave",
        document=EARLY,
    )
    whole = make_claim(
        point(250), counted="fighter", predicate="leave", speaker="the coalition", document=LATE
    )
    readings = [make_reading(EARLY, [part]), make_reading(LATE, [whole])]
    questions = [make_question([part]), make_question([whole])]
    gaps, _ = compare(readings, (), questions)
    (gap,) = gaps
    assert gap.relation is Relation.SUBSET
    assert "not comparable" in gap.reason
    assert "foreign" in gap.reason


def test_parts_of_one_sentence_hint_at_a_whole() -> None:
    sentence = Span(document=EARLY.id, start=0, end=90, text="x" * 90)
    fighters = make_claim(
        point(250), counted="fighter", predicate="leave", document=EARLY, sentence=sentence
    )
    families = make_claim(
        point(3500),
        counted="family_member",
        predicate="leave",
        document=EARLY,
        place=40,
        sentence=sentence,
    )
    whole = make_claim(
        Interval(low=3600, high=4400),
        counted="person",
        predicate="leave",
        speaker="a driver",
        document=LATE,
    )
    readings = [make_reading(EARLY, [fighters, families]), make_reading(LATE, [whole])]
    gaps, _ = compare(readings, (), [make_question([c]) for c in (fighters, families, whole)])
    sums = [gap for gap in gaps if gap.relation is Relation.SUMS_TO]
    (gap,) = sums
    assert gap.is_hint
    assert gap.claims[-1] == whole.id
    assert set(gap.claims[:-1]) == {fighters.id, families.id}


def test_a_denial_meets_the_assertion() -> None:
    yes = make_claim(None, speaker="the coalition", act=Act.ADMIT, document=EARLY)
    no = make_claim(None, speaker="the militia", act=Act.DENY, is_affirmed=False, document=LATE)
    (gap,) = gaps_of([yes, no])
    assert gap.relation is Relation.DENIES
    assert gap.claims == (no.id, yes.id)


def test_one_source_that_turns_round_changed_position() -> None:
    no = make_claim(
        None, speaker="the coalition", is_affirmed=False, document=EARLY, position=Position.EARLIER
    )
    yes = make_claim(None, speaker="the coalition", document=EARLY, place=40, position=Position.NOW)
    (gap,) = gaps_of([yes, no])
    assert gap.relation is Relation.CHANGED_POSITION
    assert gap.claims == (no.id, yes.id)


def test_currencies_without_a_rate_are_not_compared() -> None:
    dollars = make_claim(point(600), dimension="money", unit="USD", speaker="a", document=EARLY)
    pounds = make_claim(point(460), dimension="money", unit="GBP", speaker="b", document=LATE)
    assert gaps_of([dollars, pounds]) == []


def test_miles_and_kilometres_are_compared() -> None:
    miles = make_claim(point(10), dimension="length", unit="mile", speaker="a", document=EARLY)
    near = make_claim(
        Interval(low=None, high=25),
        dimension="length",
        unit="kilometre",
        speaker="b",
        document=LATE,
    )
    far = make_claim(
        point(40), dimension="length", unit="kilometre", speaker="c", document=LATE, place=40
    )
    assert Relation.CONTRADICTS not in relations(gaps_of([miles, near]))
    assert Relation.CONTRADICTS in relations(gaps_of([miles, far]))


def test_what_was_converted_is_rounded() -> None:
    def told(figure: float, unit: str | None, document: Document) -> Claim:
        claim = make_claim(
            point(figure),
            dimension="length" if unit in ("mile", "kilometre") else "share",
            unit=unit,
            speaker=str(unit),
            document=document,
        )
        assert claim.quantity is not None
        return replace(claim, quantity=replace(claim.quantity, stated=(figure,)))

    def met(miles: float, kilometres: float) -> set[Relation]:
        return relations(gaps_of([told(miles, "mile", EARLY), told(kilometres, "kilometre", LATE)]))

    assert met(26, 42) == {Relation.AGREES}
    assert Relation.CONTRADICTS in met(26, 45)
    assert Relation.CONTRADICTS in met(100, 145)  # that is 90 miles
    assert met(0.5, 0.8) == {Relation.AGREES}
    seven_in_ten, percent = told(0.7, None, EARLY), told(71, "percent", LATE)
    assert relations(gaps_of([seven_in_ten, percent])) == {Relation.AGREES}


@given(st.lists(st.integers(0, 60), min_size=2, max_size=6), st.randoms())
def test_the_order_of_the_accounts_does_not_change_the_gaps(
    values: list[int], random: st.DataObject
) -> None:
    claims = [
        make_claim(point(value), speaker=f"voice {i}", document=EARLY, place=i * 10)
        for i, value in enumerate(values)
    ]
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {g.id for g in gaps_of(claims)} == {g.id for g in gaps_of(shuffled)}


def test_checks_say_what_could_not_be_done() -> None:
    undated = make_document("undated.txt")
    claim = make_claim(point(3), document=undated)
    _, checks = compare([make_reading(undated, [claim])], (), [make_question([claim])])
    not_run = {check.name: check.reason for check in checks if not check.has_run}
    assert "undated.txt" in not_run["order in time between documents"]


def test_some_of_a_sum_is_no_rival_of_the_whole() -> None:
    whole = make_claim(
        point(55), dimension="money", unit="NOK", speaker="a", document=EARLY, counted=None
    )
    part = make_claim(
        point(12),
        dimension="money",
        unit="NOK",
        speaker="b",
        document=LATE,
        counted=None,
        restrictors=["~part"],
    )
    assert relations(gaps_of([whole, part])) == {Relation.SUBSET}
