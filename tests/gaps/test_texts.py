"""What two short texts have against one another, read from the words up."""

from pathlib import Path

import pytest

from ordmot import Casebook
from ordmot.cli.views.gaps import choose
from ordmot.gaps.comparison import Comparer, compare
from ordmot.ledger import Ledger, Relation

RIVALS = (Relation.CONTRADICTS, Relation.DENIES, Relation.UPDATED, Relation.FELL_SHORT)


def read(folder: Path, *texts: str) -> Ledger:
    """Read texts into a case."""
    files = [folder / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    with Casebook.open(folder / "case.ordmot") as casebook:
        casebook.add(files)
        return casebook.ledger()


def strong(folder: Path, *texts: str) -> set[tuple[Relation, str, str]]:
    """Read texts into a case, and give the rival gaps that are not folded away."""
    ledger = read(folder, *texts)
    gaps = (gap for gap in ledger.gaps if not gap.is_weak and gap.relation in RIVALS)
    return {(g.relation, *(ledger.claim(c).span.text for c in g.claims[:2])) for g in gaps}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "The port\nThe harbour master said three of the five floodgates were opened.",
                "The port of Tarn\nThe mayor said three floodgates were opened at night.",
            ),
            id="a whole is no rival of a part",
        ),
        pytest.param(
            (
                "Fire in Tarn\nThe city hospital said it had treated 31 people.",
                "Fire in Tarn\nThe Red Cross said 70 people were treated at a first-aid post.",
            ),
            id="two houses treat two groups",
        ),
        pytest.param(
            (
                "Strike in Tarn\nPolice said 63 people were detained on Friday.",
                "Strike in Tarn\nThe lawyers said nine people were still in custody on Monday.",
            ),
            id="those kept are some of those taken",
        ),
        pytest.param(
            (
                "March in Tarn\nThe organisers said 900 people took part in the march.",
                "March in Tarn\nThe mayor said several people took part in the march.",
            ),
            id="several says not how many",
        ),
        pytest.param(
            (
                "March in Tarn\nPolice said they expected 10,000 people to take part in the march.",
                "March in Tarn\nThe organisers said 40,000 people took part in the march.",
            ),
            id="more than was expected is no broken promise",
        ),
        pytest.param(
            (
                "Blast in Tarn\nThe minister said the first bomb hit the market at 7.30 a.m.",
                "Blast in Tarn\nThe mayor said a bomb hit the hospital at 4.45 p.m.",
            ),
            id="half a day apart are two events",
        ),
        pytest.param(
            (
                "Flood in Tarn\nThe mayor said more than 400 people were evacuated.",
                "Flood in Tarn\nThe army said 400 people were evacuated.",
            ),
            id="figures that touch are no news",
        ),
        pytest.param(
            (
                "March in Tarn\nThe hospital said 13 people died.",
                "March in Tarn\nThe nurse said the youngest of the dead was a boy of 15.",
            ),
            id="an age is no toll",
        ),
        pytest.param(
            (
                "Slide in Tarn\nThe miners' leader said the guards did not run fast enough.",
                "Slide in Tarn\nThe cook said: We ran up through the orchard.",
            ),
            id="the bare event is not enough for a denial",
        ),
    ],
)
def test_these_are_no_rivals(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert strong(tmp_path, *texts) == set()


@pytest.mark.parametrize(
    ("texts", "relation"),
    [
        pytest.param(
            (
                "Fire in Tarn\nThe hospital said it had treated 31 people.",
                "Fire in Tarn\nThe mayor said 70 people were treated at the hospital.",
            ),
            Relation.CONTRADICTS,
            id="one house",
        ),
        pytest.param(
            (
                "March in Tarn\nThe organisers said 900 people took part in the march.",
                "March in Tarn\nThe mayor said only a few people took part in the march.",
            ),
            Relation.CONTRADICTS,
            id="only a few does",
        ),
        pytest.param(
            (
                "The march\nThe organisers promised that 900 people would take part in the march.",
                "March in Tarn\nThe mayor said 200 people took part in the march.",
            ),
            Relation.FELL_SHORT,
            id="fewer than was promised",
        ),
        pytest.param(
            ("The war\nThe army accepts its part in 131 civilian deaths, up from 96 in May.",),
            Relation.UPDATED,
            id="what a figure is up from has been overtaken",
        ),
        pytest.param(
            (
                "Train in Tarn\nThe driver said the army fired at the train.",
                "Train\nDrivers say the army fired at the train. The mayor called that a lie.",
            ),
            Relation.DENIES,
            id="who calls it a lie denies it",
        ),
        pytest.param(
            (
                "Train in Tarn\nThe union said the sirens did not work.",
                "Train in Tarn\nThe manager said the sirens worked.",
            ),
            Relation.DENIES,
            id="a plain no that shares its thing",
        ),
    ],
)
def test_these_are_rivals(tmp_path: Path, texts: tuple[str, ...], relation: Relation) -> None:
    assert {found[0] for found in strong(tmp_path, *texts)} == {relation}


@pytest.mark.parametrize(
    ("told", "whole", "is_sum"),
    [
        ("At least 34 civilians were killed, including 14 children.", "48 people died.", False),
        ("Twelve militants were killed, and no civilians died.", "Twelve people died.", False),
        ("34 civilians were killed and 14 soldiers were killed.", "48 people were wounded.", False),
        ("34 civilians were killed and 14 soldiers were killed.", "48 people were killed.", True),
        ("Four gunmen fled, and one of them was killed.", "Five gunmen fled.", False),
    ],
)
def test_only_groups_that_one_thing_befell_add_up(
    tmp_path: Path, told: str, whole: str, is_sum: bool
) -> None:
    parts = f"Raid on Tarn\nThe mayor said: {told}"
    ledger = read(tmp_path, parts, f"Raid on Tarn\nThe colonel said {whole}")
    found = {gap.relation for gap in ledger.gaps}
    assert (Relation.SUMS_TO in found) is is_sum


def test_a_figure_that_adds_up_to_a_whole_with_others_is_no_rival_of_it(tmp_path: Path) -> None:
    found = strong(
        tmp_path,
        "Siege of Tarn\nThe mayor said 180 fighters left Tarn, and 1,240 relatives left Tarn.",
        "Siege of Tarn\nThe colonel said 1,420 people left Tarn.",
    )
    assert not {relation for relation, *_ in found} & {Relation.CONTRADICTS}


def test_a_sum_that_many_accounts_allow_is_shown_once(tmp_path: Path) -> None:
    told = "180 fighters left Tarn, and 1,240 relatives left Tarn."
    texts = [
        f"Siege of Tarn\nThe mayor said {told}",
        f"Siege of Tarn\nThe bishop said {told}",
        "Siege of Tarn\nThe colonel said 1,420 people left Tarn.",
    ]
    ledger = read(tmp_path, *texts)
    sums = [gap for gap in ledger.gaps if gap.relation is Relation.SUMS_TO]
    shown, _ = choose(ledger, show_all=False, limit=20)
    assert len(sums) > 1
    assert sum(gap.relation is Relation.SUMS_TO for gap in shown) == 1


def test_what_a_sum_has_folded_is_compared_anew_after_it_is_recalled(tmp_path: Path) -> None:
    texts = [
        "Raid on Tarn\nThe mayor said 12 women were killed and 28 men were killed.",
        "Raid on Tarn\nThe colonel said 40 people were killed and 40 people were wounded.",
        "Raid on Tarn\nThe mayor said 12 people were wounded.",
    ]
    ledger = read(tmp_path, *texts)
    comparer, actors = Comparer(), ledger.comparison.actors
    comparer.recall(ledger)
    recalled, _ = comparer(ledger.readings, actors, ledger.questions)
    anew, _ = compare(ledger.readings, actors, ledger.questions)
    assert {(gap.id, gap.score) for gap in recalled} == {(gap.id, gap.score) for gap in anew}
    folded = [gap for gap in anew if gap.reason.endswith("a hint") and "; but " in gap.reason]
    assert all("wounded" not in ledger.claim(claim).span.text for g in folded for claim in g.claims)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            (
                "Ship in Tarn\nFive people were admitted to Aske hospital and four were admitted "
                "to Borg hospital, the health board said.",
                "Ship in Tarn\nThe mayor said four people were admitted to hospital.",
                "Ship in Tarn\nThe captain said five people were admitted to hospital.",
            ),
            id="one sentence gives both figures of two things",
        ),
        pytest.param(
            (
                "Ship in Tarn\nThe mayor said 52 passengers stayed on board.",
                "Ship in Tarn\nThe captain said 340 passengers left the ship.",
            ),
            id="who stayed and who left",
        ),
        pytest.param(
            (
                "Sit-in in Tarn\nPolice broke up the sit-in in Tarn three days ago, he said.",
                "Sit-in in Tarn\nPolice broke up the sit-in in Tarn two days ago, she said.",
            ),
            id="days counted back from two days of telling",
        ),
        pytest.param(
            (
                "Fire in Tarn\nThe mayor said the depot held 3,400 tons of grain.",
                "Fire in Tarn\nThe owner said the depot held 3,400 tonnes of grain.",
            ),
            id="tons are taken for tonnes",
        ),
        pytest.param(
            (
                "Quake\nThe mayor said 870 people were killed in Tarn.\n\n"
                "The mayor said 2,150 people were killed in Velmark.",
                "Quake\nThe army said 2,150 people were killed in Velmark.",
                "Quake\nThe bishop said 870 people were killed in Tarn.",
            ),
            id="one text gives each place a figure of its own",
        ),
    ],
)
def test_these_are_told_apart(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert strong(tmp_path, *texts) == set()


def test_a_toll_revised_in_one_sentence_is_no_pair_of_two_things(tmp_path: Path) -> None:
    found = strong(
        tmp_path,
        "Crash in Tarn\nThe mayor said 88 people were killed, not 75 as first reported.",
        "Crash in Tarn\nThe army said 75 people were killed.",
        "Crash in Tarn\nThe Red Cross said 88 people were killed.",
    )
    assert found


@pytest.mark.parametrize(
    ("one", "other", "is_part"),
    [
        ("275 passengers were killed.", "278 people were killed.", False),
        ("120 passengers were killed.", "278 people were killed.", True),
        ("120 foreign workers were killed.", "278 workers were killed.", True),
    ],
)
def test_two_nouns_with_near_figures_name_one_set(
    tmp_path: Path, one: str, other: str, is_part: bool
) -> None:
    ledger = read(tmp_path, f"Crash\nThe mayor said {one}", f"Crash\nThe colonel said {other}")
    found = {gap.relation for gap in ledger.gaps}
    assert (Relation.SUBSET in found) is is_part


def test_nobody_plans_that_people_go_missing(tmp_path: Path) -> None:
    found = strong(
        tmp_path,
        "Ferry in Tarn\nDivers plan to search today for the 71 passengers who went missing.",
        "Ferry in Tarn\nThe mayor said 92 passengers went missing.",
    )
    assert {relation for relation, *_ in found} <= {Relation.CONTRADICTS}
