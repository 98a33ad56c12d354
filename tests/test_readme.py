"""What the README shows works as shown."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with two reports to work in."""
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "agency.txt").write_text(
        "At least 12 people were killed in the landslide, the mayor said.", encoding="utf-8"
    )
    (reports / "avis.txt").write_text(
        "Bare tre mennesker ble drept i raset, sier politiet.", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102
    shown = capsys.readouterr().out
    assert "contradicts" in shown
    assert "vague" in shown


def commands() -> list[list[str]]:
    """Give the ordmot commands of the README, without their comments."""
    lines = re.findall(r"^\$ (ordmot .*?)(?:\s+#.*)?$", README, re.MULTILINE)
    return [shlex.split(line) for line in lines]


def test_the_commands_run_in_their_order(desk: Path) -> None:
    ids = {"question": "", "document": "", "gap": ""}
    ran = 0
    for words in commands():
        arguments = [ids.get(w.split("-")[0]) or w if "-" in w[1:] else w for w in words[1:]]
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "ordmot", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        assert done.returncode == 0, (arguments, done.stderr)
        ran += 1
        for kind in ids:
            found = re.search(rf"{kind}-[0-9a-f]{{16}}", done.stdout)
            ids[kind] = found[0] if found else ids[kind]
        if arguments[0] == "gaps":
            listed = subprocess.run(
                [sys.executable, "-m", "ordmot", "document"],
                capture_output=True,
                text=True,
                check=True,
            )
            found = re.search(r"document-[0-9a-f]{16}", listed.stdout)
            assert found
            ids["document"] = found[0]
    assert ran >= 6
    assert (desk / "ledger.html").stat().st_size > 1000


def test_make_targets_of_the_readme_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\$ make (\w+)", README, re.MULTILINE)
    assert targets == ["demo", "test"]
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
