"""Native Norwegian trees become universal ones."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordmot.encoder.trees import is_tree
from training.norwegian import convert_tree

FILE = Path(__file__).parent.parent / "cases" / "training" / "nb.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["cases"]


def rows_of(native: list[str]) -> list[list[str]]:
    """Lay the short rows of a case out as the treebank's columns."""
    rows = []
    for number, line in enumerate(native, start=1):
        form, lemma, part, features, head, relation = line.split()
        rows.append([str(number), form, lemma, part, part, features, head, relation, "_", "name=O"])
    return rows


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["comment"])
def test_native_trees_become_universal(case: dict[str, Any]) -> None:
    tree = convert_tree(rows_of(case["native"]))
    found = [f"{node.upos} {node.head} {node.relation}" for node in tree.nodes]
    assert found == case["universal"]
    assert tree.is_converted


PARTS = ["subst", "verb", "prep", "adj", "det", "pron", "adv", "konj", "sbu", "inf-merke", "clb"]
RELATIONS = ["SUBJ", "DOBJ", "ADV", "ATR", "PUTFYLL", "INFV", "SPRED", "PAR", "APP", "FLAT", "IP"]
LEMMAS = ["være", "bli", "ha", "by", "si", "ikke"]


@st.composite
def native_sentences(draw: st.DrawFn) -> list[str]:
    """Draw a tree of any words, parts and relations: each word hangs on an earlier one or on 0."""
    count = draw(st.integers(1, 7))
    order = draw(st.permutations(range(1, count + 1)))
    lines = [""] * count
    for place, word in enumerate(order):
        head = 0 if place == 0 else order[draw(st.integers(0, place - 1))]
        lemma, part, relation = (draw(st.sampled_from(x)) for x in (LEMMAS, PARTS, RELATIONS))
        lines[word - 1] = f"{lemma} {lemma} {part} _ {head} {relation}"
    return lines


@given(native_sentences())
def test_any_native_tree_becomes_a_tree(native: list[str]) -> None:
    tree = convert_tree(rows_of(native))
    assert is_tree([node.head for node in tree.nodes])
    assert [node.relation == "root" for node in tree.nodes].count(True) == 1
