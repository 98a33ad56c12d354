from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ordmot.cli import main

_TEXTS = {
    "agency.txt": "The ferry carried 40 passengers, the harbour master said on Monday.\n",
    "paper.txt": "The ferry carried 90 passengers, a deckhand said on Monday.\n",
    "avisa.txt": "Ferja hadde 90 passasjerer om bord, sier en matros.\n",
}


class Answer(NamedTuple):
    """What the program printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Run the program in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: str) -> Answer:
        monkeypatch.setattr(sys, "argv", ["ordmot", *arguments])
        with pytest.raises(SystemExit) as leaving:
            main()
        out, err = capfdbinary.readouterr()
        code = leaving.value.code
        return Answer(code if isinstance(code, int) else 0, out.decode(), err.decode())

    return run


@pytest.fixture
def ferry(run: Run, tmp_path: Path) -> Run:
    """Run the program on a small case."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text)
    assert run("read", "texts").code == 0
    return run


def _first_id(text: str, kind: str) -> str:
    found = re.search(rf"\b{kind}-[0-9a-f]{{16}}", text)
    assert found, text
    return found[0]


def test_read_says_what_became_of_every_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXTS["agency.txt"])
    (tmp_path / "b.txt").touch()
    answer = run("read", "a.txt", "b.txt", "c.txt")
    assert answer.code == 0
    assert answer.out == "case.ordmot: 1 read, 0 already there, 2 refused.\n"
    assert "Refused b.txt: The file is empty" in answer.err
    assert "Refused c.txt: There is no such file" in answer.err
    again = run("read", "a.txt")
    assert again == (0, "case.ordmot: 0 read, 1 already there, 0 refused.\n", "")


def test_read_fails_only_where_everything_failed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert run("read", "nowhere.txt").code == 1
    nothing = run("read", "empty")
    assert nothing.code == 1
    assert "no document to read" in nothing.err


def test_read_takes_what_is_known_about_one_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXTS["agency.txt"])
    options = ("--title", "Ferry", "--publisher", "Wire", "--date", "17 May 2031", "--url", "x:y")
    assert run("read", "a.txt", *options).code == 0
    (document,) = json.loads(run("document", "--json").out)["documents"]
    assert document["metadata"] == {
        "title": "Ferry",
        "publisher": "Wire",
        "date": "2031-05-17",
        "url": "x:y",
        "issuer": None,
    }


def test_read_refuses_a_date_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(_TEXTS["agency.txt"])
    answer = run("read", "a.txt", "--date", "someday")
    assert (answer.code, answer.out) == (1, "")
    assert "someday" in answer.err


def test_read_again_renews_the_case(ferry: Run) -> None:
    assert ferry("read", "--again", "--jobs", "1").out.startswith("case.ordmot: 3 read")
    answer = json.loads(ferry("read", "texts/agency.txt", "--again", "--json").out)
    assert answer["read"] == ["agency.txt"]


def test_gaps_show_words_voices_interval_and_reason(ferry: Run) -> None:
    answer = ferry("gaps", "--all", "--limit", "50")
    assert answer.code == 0
    assert "passengers" in answer.out
    assert "Why:" in answer.out
    assert "Checks that ran" in answer.out
    assert not [line for line in answer.out.splitlines() if line != line.rstrip()]
    assert "\x1b" not in answer.out


def test_gaps_fold_and_limit(ferry: Run) -> None:
    everything = json.loads(ferry("gaps", "--all", "--json").out)
    one = json.loads(ferry("gaps", "--all", "--limit", "1", "--json").out)
    assert len(one["gaps"]) == min(1, len(everything["gaps"]))
    assert one["left_out"] == everything["left_out"] + len(everything["gaps"]) - len(one["gaps"])
    assert {"gap", "asked", "accounts", "decision"} <= set(everything["gaps"][0])


def test_a_question_opens_by_the_beginning_of_its_id(ferry: Run) -> None:
    question = _first_id(ferry("gaps", "--all").out, "question")
    answer = ferry("question", question[:15])
    assert answer.code == 0
    assert "[1]" in answer.out
    assert "[2]" in answer.out
    digits = question.removeprefix("question-")
    data = json.loads(ferry("question", digits, "--json").out)
    assert data["question"]["id"] == question
    for account in data["accounts"]:
        words = account["words"]
        assert words["end"] - words["start"] == len(words["text"])


def test_a_document_opens_with_its_accounts_marked(ferry: Run) -> None:
    listed = ferry("document").out
    assert "agency.txt" in listed
    document = _first_id(listed, "document")
    assert "[1]" in ferry("document", document).out
    data = json.loads(ferry("document", document, "--json").out)
    assert data["document"]["id"] == document


def test_the_original_is_written_out_identical(ferry: Run, tmp_path: Path) -> None:
    documents = json.loads(ferry("document", "--json").out)["documents"]
    for document in documents:
        answer = ferry("document", document["id"], "--original")
        assert answer.out == (tmp_path / "texts" / document["name"]).read_text()


def test_voices_are_listed_with_what_they_say(ferry: Run) -> None:
    assert "harbour master" in ferry("voices").out
    voices = json.loads(ferry("voices", "--json").out)["voices"]
    assert sum(voice["claims"] for voice in voices) > 0


def test_every_format_is_written(ferry: Run, tmp_path: Path) -> None:
    lines = ferry("export").out.splitlines()
    assert {"document", "passage", "claim", "question"} <= {json.loads(x)["type"] for x in lines}
    for name in ("csv", "html"):
        assert ferry("export", "--format", name, "-o", f"out.{name}").code == 0
        assert "passengers" in (tmp_path / f"out.{name}").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "case.ordmot",
        "out.csv",
        "out.html",
        "texts",
    ]


def test_an_export_to_nowhere_says_so(ferry: Run) -> None:
    answer = ferry("export", "-o", "nowhere/out.jsonl")
    assert answer.code == 1
    assert answer.err.startswith("ordmot: nowhere/out.jsonl cannot be written")


def test_an_edited_spreadsheet_is_taken_back(ferry: Run, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    assert ferry("export", "-f", "xlsx", "--language", "en", "-o", "out.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    heads = {cell.value: cell.column for cell in book["Accounts"][1]}
    for row, said in ((2, "accepted"), (3, "perhaps")):
        book["Accounts"].cell(row, heads["Decision"]).value = said
    book.save(tmp_path / "out.xlsx")
    answer = ferry("import", "out.xlsx", "--by", "Kari Vik")
    assert answer.code == 1
    assert "decision: – → accepted" in answer.out
    assert "1 changes taken in, 1 refused, 0 own cells kept" in answer.out
    assert "'perhaps' is no decision" in answer.err
    assert json.loads(ferry("import", "out.xlsx", "--json").out)["changes"]
    (tmp_path / "out.xlsx").write_bytes(b"PK broken")
    assert "damaged" in ferry("import", "out.xlsx").err
    assert "cannot be read" in ferry("import", "nowhere.xlsx").err


def test_a_bundle_is_a_folder_or_a_file_and_stands_alone(ferry: Run, tmp_path: Path) -> None:
    assert ferry("export", "-f", "bundle", "-o", "out").code == 0
    assert ferry("export", "-f", "bundle", "-o", "out.zip").code == 0
    (tmp_path / "case.ordmot").unlink()
    assert "all as it was read" in ferry("verify", "out").out
    assert ferry("verify", "out.zip").code == 0
    (tmp_path / "out" / "data" / "report.html").write_text("<p>Changed")
    changed = ferry("verify", "out")
    assert (changed.code, "data/report.html" in changed.out) == (1, True)
    again = ferry("export", "-f", "bundle", "-o", "out")
    assert (again.code, again.err.count("\n")) == (1, 1)


def test_a_voice_is_left_out_and_an_unknown_one_is_refused(ferry: Run) -> None:
    assert "deckhand" in ferry("export").out
    assert "deckhand" not in ferry("export", "--without", "a deckhand").out
    answer = ferry("export", "--without", "a dekkhand")
    assert answer.code == 1
    assert "Did you mean 'a deckhand'" in answer.err


def test_verify_tells_a_sound_case_from_a_changed_one(ferry: Run, tmp_path: Path) -> None:
    assert ferry("verify").code == 0
    data = (tmp_path / "case.ordmot").read_bytes()
    (tmp_path / "case.ordmot").write_bytes(data.replace(b"40 passengers", b"41 passengers"))
    changed = ferry("verify")
    assert changed.code == 1
    assert "faults" in changed.out
    assert json.loads(ferry("verify", "--json").out)["faults"]


def test_a_decision_is_kept_and_shown(ferry: Run) -> None:
    gap = _first_id(ferry("gaps", "--all").out, "gap")
    answer = ferry("decide", gap[:10], "rejected", "--by", "Kari Vik", "--note", "Two ferries")
    assert answer.out == f"{gap}: rejected by Kari Vik.\n"
    assert ferry("read", "--again").code == 0
    assert "rejected by Kari Vik: Two ferries" in ferry("gaps", "--all").out
    assert json.loads(ferry("decide", gap, "accepted", "--json").out)["subject"] == gap


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["gaps"], 1, "There is no case case.ordmot"),
        (["read"], 2, "Name the files or folders to read"),
        (["read", "--again"], 1, "There is no case case.ordmot"),
        (["read", "x", "--jobs", "0"], 2, "ordmot read --help"),
        (["reed"], 2, "ordmot --help"),
        (["export", "--format", "xls"], 2, "'jsonl', 'csv', 'xlsx', 'html', 'pdf'"),
        (["question"], 2, "Missing argument 'ID'"),
        (["gaps", "--case", "."], 1, "cannot be opened"),
        (["decide", "gap-1", "perhaps"], 2, "accepted"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    run: Run, arguments: list[str], code: int, said: str
) -> None:
    answer = run(*arguments)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith("ordmot: ")
    assert answer.err.count("\n") == 1
    assert said in answer.err


@pytest.mark.parametrize(
    "arguments", [["question", "zzz"], ["document", "zzz"], ["decide", "zzz", "unsure"]]
)
def test_an_unknown_id_says_where_ids_are_listed(ferry: Run, arguments: list[str]) -> None:
    answer = ferry(*arguments)
    assert answer.code == 1
    assert re.search(r"no (question|document|record) 'zzz'. `ordmot \w+` lists", answer.err)


def test_a_beginning_that_fits_several_names_them(ferry: Run) -> None:
    answer = ferry("document", "document-")
    assert answer.code == 1
    assert "begins the ids of 3 records" in answer.err


def test_a_fault_of_the_program_is_one_line_too(
    ferry: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ordmot.casebook.Casebook.ledger", lambda _: 1 / 0)
    answer = ferry("gaps")
    assert answer.code == 70
    assert answer.err.startswith("ordmot: Ordmot failed (ZeroDivisionError")
    assert "Traceback" not in answer.err
    monkeypatch.setenv("ORDMOT_TRACEBACK", "1")
    monkeypatch.setattr(sys, "argv", ["ordmot", "gaps"])
    with pytest.raises(ZeroDivisionError):
        main()


def test_ctrl_c_is_one_line_and_keeps_what_was_read(
    ferry: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    (Path("texts") / "new.txt").write_text("The ferry carried 12 passengers, a nurse said.")
    with monkeypatch.context() as while_comparing:
        while_comparing.setattr("ordmot.casebook.book.compare_accounts", interrupt)
        answer = ferry("read", "texts")
    assert (answer.code, answer.err.count("\n")) == (130, 1)
    assert "What was read is kept" in answer.err
    assert ferry("read", "texts").out.startswith("case.ordmot: 0 read, 4 already there")


def test_a_narrow_terminal_wraps_between_words(ferry: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    lines = ferry("gaps", "--all").out.splitlines()
    assert max(len(line) for line in lines) <= 44


@pytest.mark.usefixtures("ferry")
def test_a_terminal_without_the_letters_gets_replacements(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ordmot", "gaps", "--all"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"}, capture_output=True, check=True
    )
    assert done.stdout.isascii()


@pytest.mark.usefixtures("ferry")
def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S602 - our own program
        f"{sys.executable} -m ordmot export | head -c 10",
        cwd=tmp_path,
        shell=True,
        capture_output=True,
        check=False,
    )
    assert (len(done.stdout), done.stderr) == (10, b"")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_libraries_do_not_mutter(run: Run, tmp_path: Path, jobs: str) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(f"<!-- {name}")
    answer = run("read", "a.html", "b.html", "--jobs", jobs)
    assert answer.err.count("\n") == answer.err.count("Refused ")


def test_a_document_cannot_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b2J"
    text = f"The ferry carried 40{evil} passengers, the master{evil} said on Monday.\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "b\x1b[2J.txt").touch()
    answers = [run("read", "."), run("document"), run("gaps", "--all"), run("voices")]
    document = _first_id(answers[1].out, "document")
    answers += [run("document", document), run("document", document, "--json")]
    answers += [run("question", "\x1b[2J")]
    assert "40" in answers[4].out
    for answer in answers:
        assert not set("\x1b\x07\x9b") & set(answer.out + answer.err)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    answer = run()
    assert answer.code == 2
    assert "Usage: ordmot" in answer.out
    assert run("--version").out.startswith("ordmot ")


def test_explain_prints_the_whole_chain(ferry: Run) -> None:
    gap = _first_id(ferry("gaps").out, "gap")
    answer = ferry("explain", gap, "--language", "en")
    assert answer.code == 0
    assert "The ferry carried 40 passengers" in answer.out
    assert "Why A and B answer the same question" in answer.out
    assert "Regel: " in ferry("explain", gap[:9], "--language", "nb").out
    data = json.loads(ferry("explain", gap, "--json").out)
    assert data["gap"]["id"] == gap
    assert data["likenesses"][0]["rows"]


def test_explain_of_no_gap_says_where_the_ids_are(ferry: Run) -> None:
    answer = ferry("explain", "gap-ffff")
    assert answer.code == 1
    assert "The case has no gap 'gap-ffff'. `ordmot gaps` lists them." in answer.err


def test_a_range_view_puts_a_question_in_one_line(ferry: Run) -> None:
    question = _first_id(ferry("gaps").out, "question")
    answer = ferry("question", question, "--view", "lowest-and-highest", "--language", "en")
    assert answer.code == 0
    assert "Lowest and highest: 40–90" in answer.out
    assert json.loads(ferry("question", question, "--view", "range", "--json").out)["rows"]
    wrong = ferry("question", question, "--view", "average")
    assert wrong.code == 1
    assert "There is no view 'average'" in wrong.err
