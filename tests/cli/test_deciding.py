"""Deciding on the command line, from the first verdict to the log."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ordmot.cli import main
from ordmot.cli.intervals import parse_interval, parse_place
from ordmot.errors import SettingsError
from ordmot.ledger import Interval

_TEXTS = {
    "agency.txt": "The ferry carried 40 passengers, the harbour master said on Monday.\n",
    "paper.txt": "The ferry carried 90 passengers, a deckhand said on Monday. Dozens queued.\n",
}

Run = Callable[..., str]


@pytest.fixture
def ferry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run the program on a small case and give what it printed, errors included."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        monkeypatch.setattr(sys, "argv", ["ordmot", *arguments])
        with pytest.raises(SystemExit):
            main()
        out, err = capfdbinary.readouterr()
        return (out + err).decode()

    for name, text in _TEXTS.items():
        (tmp_path / name).write_text(text)
    run("read", *_TEXTS)
    return run


def _ids(ferry: Run) -> tuple[str, str, dict[str, str]]:
    """Give a gap, its question and its accounts by their words."""
    (gap,) = [g for g in json.loads(ferry("gaps", "--json"))["gaps"] if len(g["accounts"]) == 2]
    accounts = {a["interval"]["low"]: a["claim"] for a in gap["accounts"]}
    return gap["gap"]["id"], gap["gap"]["question"], {str(k): v for k, v in accounts.items()}


def test_every_decision_is_recorded_and_listed(ferry: Run) -> None:
    gap, question, accounts = _ids(ferry)
    claim = accounts["40.0"]
    assert ferry("decide", gap, "accepted", "--by", "Kari") == f"{gap}: accepted by Kari.\n"
    ferry("decide", gap, "second-read", "--by", "Ola")
    ferry("note", gap, "Ring both", "--by", "Ola")
    shown = ferry("gaps")
    assert "accepted by Kari; second read by Ola; noted by Ola: Ring both" in shown
    assert ferry("edit", claim, "--interval", "45..50", "--by", "Kari") == (
        f"{claim}: edited by Kari.\n"
    )
    beside = ferry("question", question)
    assert "edited by Kari. The machine read: 40, agency.txt > the harbour master" in beside
    ferry("edit", question, "--text", "How many were on board?")
    assert "How many were on board?" in ferry("gaps", "--all")
    split = ferry("split", question, claim)
    assert re.search(r"split by .*\. It is question-\w+ now\.", split)
    moved = ferry("move", claim, question[:12])
    assert "no question" in moved  # its accounts are others now
    ferry("undo")
    document = json.loads(ferry("document", "--json"))["documents"][0]["id"]
    assert "graded by Kari" in ferry("grade", document, "b2", "--by", "Kari")
    listed = ferry("log")
    for words in ("accepted by Kari", "interval 45–50", "Ring both", "(taken back)", "B2"):
        assert words in listed
    log = json.loads(ferry("log", "--json"))
    assert log["head"] == log["log"][-1]["seal"]
    assert len(log["in_force"]) == len(log["log"]) - 1
    assert "all as it was read" in ferry("verify")


def test_an_account_is_added_by_its_place(ferry: Run) -> None:
    _, question, _ = _ids(ferry)
    documents = json.loads(ferry("document", "--json"))["documents"]
    (paper,) = [each["id"] for each in documents if each["name"] == "paper.txt"]
    start = _TEXTS["paper.txt"].index("Dozens")
    added = ferry("add", paper, f"{start}:{start + 6}", "--question", question, "--voice", "Siv")
    assert added.startswith("claim-")
    assert "Siv" in ferry("gaps", "--all")
    (asked,) = {q for q in re.findall(r"question-\w+", ferry("gaps", "--all")) if q != question}
    assert "the machine found no account here" in " ".join(ferry("question", asked).split())
    assert "no account" not in ferry("undo")
    assert "Siv" not in ferry("gaps", "--all")
    assert "undone by" in ferry("redo")
    assert "Siv" in ferry("gaps", "--all")


def test_actors_are_merged_and_split(ferry: Run) -> None:
    voices = json.loads(ferry("voices", "--json"))["voices"]
    one, other = (voice["actor"] for voice in voices[:2])
    ferry("merge", one["id"], other["id"])
    (merged,) = json.loads(ferry("voices", "--json"))["voices"]
    assert {name["name"] for name in merged["actor"]["merges"]} == {other["name"]}
    ferry("split", merged["actor"]["id"], other["name"])
    assert len(json.loads(ferry("voices", "--json"))["voices"]) == 2


def test_questions_of_a_kind_are_merged(ferry: Run) -> None:
    _, question, accounts = _ids(ferry)
    ferry("move", accounts["40.0"])
    questions = json.loads(ferry("export", "--format", "jsonl").splitlines()[0])
    assert questions["type"] == "document"
    assert "It is" in ferry("undo") or "undone" in ferry("log")
    assert "each once" in ferry("merge", question, question)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["undo"], "nothing that could be undone"),
        (["redo"], "undone nothing"),
        (["grade", "{document}", "Z9"], "as in B2"),
        (["edit", "{claim}", "--interval", "many"], "is no interval"),
        (["edit", "{claim}"], "one can edit interval, unit, voice"),
        (["add", "{document}", "7"], "START:END"),
        (["add", "{document}", "7000:7007"], "holds no words"),
        (["move", "{claim}", "{claim}"], "no question"),
        (["split", "{question}", "{claim}", "nobody"], "no claim 'nobody'"),
        (["log"], "Nobody has decided anything yet"),
    ],
)
def test_what_makes_no_sense_says_what_does(ferry: Run, arguments: list[str], said: str) -> None:
    _, question, accounts = _ids(ferry)
    document = json.loads(ferry("document", "--json"))["documents"][0]["id"]
    ids = {"document": document, "claim": accounts["40.0"], "question": question}
    answer = ferry(*(argument.format(**ids) for argument in arguments))
    assert re.search(said, answer)
    assert answer.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ("40", Interval(low=40, high=40)),
        ("40..55", Interval(low=40, high=55)),
        ("40..", Interval(low=40, high=None)),
        ("..5.5", Interval(low=None, high=5.5)),
        (">12", Interval(low=12, high=None, low_open=True)),
        ("<12", Interval(low=None, high=12, high_open=True)),
        ("2031-05-03", Interval(low=741_565, high=741_565)),
        ("2031-05-03..", Interval(low=741_565, high=None)),
    ],
)
def test_an_interval_is_typed(typed: str, interval: Interval) -> None:
    assert parse_interval(typed) == interval


@pytest.mark.parametrize("typed", ["", "x", "5..4", ">", "1..2..3", "nan", "2031-02-30"])
def test_what_is_no_interval_says_how_to_type_one(typed: str) -> None:
    with pytest.raises(SettingsError, match="Write 40"):
        parse_interval(typed)


@pytest.mark.parametrize("typed", ["", "5", "5:", "5:5", "9:5", "-1:4", "a:b"])
def test_what_is_no_place_says_how_to_type_one(typed: str) -> None:
    with pytest.raises(SettingsError, match="START:END"):
        parse_place(typed)


def test_a_ledger_of_lines_makes_the_same_case(ferry: Run) -> None:
    gap, _, _ = _ids(ferry)
    ferry("decide", gap, "accepted", "--by", "Kari")
    ferry("export", "-o", "ferry.jsonl")
    said = ferry("import", "ferry.jsonl", "--case", "copy.ordmot")
    assert re.fullmatch(r"copy.ordmot: 2 documents, \d+ claims, 1 decisions brought in.\n", said)
    assert ferry("export", "--case", "copy.ordmot") == ferry("export")
    assert "into a new case" in ferry("import", "ferry.jsonl", "--case", "copy.ordmot")
