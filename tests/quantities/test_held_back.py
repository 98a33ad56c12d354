"""The held-back sentences: nine in ten wholly right in each language, as the bench counts them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "cases" / "quantities").glob("held_back*.jsonl"))


def load_bench() -> ModuleType:
    specification = importlib.util.spec_from_file_location(
        "bench_quantities", ROOT / "bench" / "quantities.py"
    )
    assert specification is not None
    assert specification.loader is not None
    bench = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(bench)
    return bench


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_nine_in_ten_sentences_are_right(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    load_bench().print_held_back(file)
    counts = re.findall(r" (\d+) of (\d+) right", capsys.readouterr().out)
    assert len(counts) == 2
    for right, asked in counts:
        assert int(right) * 10 >= int(asked) * 9


def test_a_sentence_with_an_amount_too_many_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "held_back_wrong.jsonl"
    file.write_text('{"language": "en", "text": "Nine boats sank.", "amounts": []}\n')
    load_bench().print_held_back(file)
    assert "en: 0 of 1 right (0.0%)" in capsys.readouterr().out
