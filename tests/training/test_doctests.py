"""The examples in the docstrings of training hold."""

from __future__ import annotations

import doctest
import importlib

import pytest

PLAIN = (
    "corpora",
    "examples",
    "hints",
    "inventory",
    "norwegian",
    "punctuation",
)


@pytest.mark.parametrize("name", PLAIN)
def test_examples_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"training.{name}")).failed == 0
