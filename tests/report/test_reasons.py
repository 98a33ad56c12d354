from __future__ import annotations

import re
import string

import pytest

from ordmot.ledger import Claim, Comparison
from ordmot.report.reasons import put_reason, read_reasons
from tests.questions.case import compare, document

_ENGLISH = """Fire in the hall

At least 12 foreign workers were killed in Olvik, the mayor, Anna Moe, said. At first the owner
denied that the doors had been locked. Around 40 people were injured.
15 boats and 20 cars burned.

The town had promised to rebuild the hall within six months. In reality it took three years.
"""
_NORWEGIAN = """Brann i hallen

19 utenlandske arbeidere ble drept i Olvik, opplyser politiet. En vakt sier at dørene var låst.
Om lag 90 mennesker ble skadd, ifølge ordfører Moe. 12 mennesker ble drept, sa hun først, så 14.

Kommunen avviser at dørene var låst. Billettene kostet 90 kroner.
"""


def test_every_template_fills_the_blanks_of_its_english() -> None:
    def blanks(text: str) -> set[str]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}

    for table in read_reasons().values():
        assert all(blanks(english) == blanks(own) for english, own in table.items())


@pytest.mark.parametrize(
    ("english", "norwegian"),
    [
        ("both count family member", "begge teller familiemedlemmer"),
        ("somebody unnamed: “a; b”; Kari: “c”", "en som ikke er navngitt: «a; b»; Kari: «c»"),
        ("a reason that no catalogue has", "a reason that no catalogue has"),
        ("both count", "both count"),
        ("both speak of child, brygg", "begge taler om barn, brygg"),
    ],
)
def test_reasons_are_put_into_norwegian(english: str, norwegian: str) -> None:
    assert put_reason(english, "nb") == norwegian
    assert put_reason(english, "en") == english


def _reasons(comparison: Comparison) -> set[str]:
    """Give what a reader is told of a case that has no words of a document in it."""
    said = {reason for q in comparison.questions for a in q.answers for reason in a.reasons}
    said |= {merge.reason for actor in comparison.actors for merge in actor.merges}
    said |= {gap.rule for gap in comparison.gaps}
    return said | {text for check in comparison.checks for text in (check.name, check.reason)}


def test_every_reason_of_a_case_has_norwegian_words() -> None:
    readings = [document(_ENGLISH, "en", "Posten"), document(_NORWEGIAN, "nb", "Avisa", None)]
    comparison = compare(readings)
    assert len(comparison.gaps) > 2
    left = {text for text in _reasons(comparison) if put_reason(text, "nb") == text}
    assert left == set()


def test_every_gap_of_a_case_has_norwegian_words_around_the_quoted_ones() -> None:
    readings = [document(_ENGLISH, "en", "Posten"), document(_NORWEGIAN, "nb", "Avisa", None)]
    for gap in compare(readings).gaps:
        said = re.sub(r"[«“][^»”]*[»”]", "", put_reason(gap.reason, "nb"))
        assert not re.search(r"\b(said|promised|counts|agreed|within|gives|then)\b", said), said


def test_claims_say_how_they_were_found_in_norwegian() -> None:
    claims: list[Claim] = [*document(_ENGLISH, "en", "Posten").claims]
    assert claims
    assert all(put_reason(claim.reason, "nb") != claim.reason for claim in claims)
