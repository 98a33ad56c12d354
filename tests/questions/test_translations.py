"""A claim and its translation answer one question, and agree; the figure aside, nothing changes."""

from __future__ import annotations

import pytest

from ordmot.ledger import Relation
from tests.questions.case import compare, document

_EN = "Olvik is a town on the coast. The council of Olvik met in Olvik on Monday, Kari Lunde said."
_NB = "Olvik er en by ved kysten. Kommunestyret i Olvik møttes i Olvik mandag, sa Kari Lunde."

PAIRS = [
    ("Twelve people were killed when the bridge fell.", "Tolv mennesker ble drept da broen falt."),
    ("31 passengers were injured in the crash.", "31 passasjerer ble skadd i kollisjonen."),
    ("Nine sailors are missing after the storm.", "Ni sjømenn er savnet etter stormen."),
    ("Some 400 residents were evacuated.", "Rundt 400 innbyggere ble evakuert."),
    ("The police arrested 43 demonstrators.", "Politiet pågrep 43 demonstranter."),
    ("At least 60 houses were destroyed by the fire.", "Minst 60 hus ble ødelagt av brannen."),
    ("About 12,000 people marched through Olvik.", "Rundt 12.000 mennesker gikk i tog i Olvik."),
    ("250 fighters left the town.", "250 krigere forlot byen."),
    ("The ferry carried 117 passengers.", "Ferja fraktet 117 passasjerer."),
    ("64 people were rescued from the sea.", "64 personer ble reddet opp av sjøen."),
    ("240 employees lose their jobs.", "240 ansatte mister jobben."),
    (
        "More than 600 refugees were sheltering in the school.",
        "Over 600 flyktninger søkte ly i skolen.",
    ),
    ("Bodies recovered: 27.", "Omkomne: 27."),
    ("Four bombs were dropped on the harbour.", "Fire bomber ble sluppet over havna."),
]


@pytest.mark.parametrize(("english", "norwegian"), PAIRS, ids=[pair[0] for pair in PAIRS])
def test_a_claim_groups_with_its_translation(english: str, norwegian: str) -> None:
    one = document(f"{english}\n{_EN}", "en", "one.txt")
    other = document(f"{norwegian}\n{_NB}", "nb", "other.txt")
    comparison = compare([one, other])
    left = {c.id for c in one.claims if c.quantity and c.sentence.end <= len(english)}
    right = {c.id for c in other.claims if c.quantity and c.sentence.end <= len(norwegian)}
    answered = [{answer.claim for answer in q.answers} for q in comparison.questions]
    assert any(claims & left and claims & right for claims in answered)
    rivalries = (Relation.CONTRADICTS, Relation.DENIES, Relation.FELL_SHORT)
    between = [g for g in comparison.gaps if set(g.claims) & left and set(g.claims) & right]
    assert not [gap for gap in between if gap.relation in rivalries and not gap.is_weak]
