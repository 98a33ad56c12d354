"""Two processes at work on one case."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from ordmot.casebook import Casebook
from ordmot.report import render
from tests.plans import TINY

_ROOT = Path(__file__).parents[2]
_RUN = """
import sys
from pathlib import Path

from ordmot.casebook import Casebook
from tests.plans import TINY

with Casebook.open(Path(sys.argv[1]), plan=TINY) as book:
    print("open", flush=True)
    sys.stdin.readline()
    book.add(sys.argv[2:])
"""


def test_both_get_their_documents_in(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "other"]
    for place, folder in enumerate(folders):
        folder.mkdir()
        for number in range(15):
            (folder / f"{place}-{number}.txt").write_text(f"Kari: {place}{number} boats")
        (folder / "same.txt").write_text("Ola: 7 boats")
    case, alone = tmp_path / "case.ordmot", tmp_path / "alone.ordmot"
    command = [sys.executable, "-c", _RUN, str(case)]
    with (
        _started([*command, str(folders[0])]) as first,
        _started([*command, str(folders[1])]) as second,
    ):
        for process in (first, second):
            assert process.stdout
            process.stdout.readline()
        for process in (first, second):
            assert process.stdin
            process.stdin.write(b"go\n")
            process.stdin.close()
    assert (first.returncode, second.returncode) == (0, 0)
    with Casebook.open(alone, plan=TINY) as book:
        book.add(folders)
        expected = render(book.ledger())
    with Casebook.open(case, plan=TINY) as book:
        assert render(book.ledger()) == expected
        assert book.verify().faults == ()


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process that waits for a line."""
    return subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
