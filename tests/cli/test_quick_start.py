"""Help comes at once: nothing heavy is loaded before a command needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_HEAVY = ("sqlalchemy", "alembic", "trafilatura", "dateparser", "babel", "pint", "jinja2")
_SHOW = "; import sys; print(*[name for name in sys.modules])"


@pytest.mark.parametrize("what", ["import ordmot", "from ordmot.cli import main"])
def test_nothing_heavy_is_loaded(what: str) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", what + _SHOW], capture_output=True, check=True, text=True
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & set(_HEAVY)


def test_looking_at_a_case_loads_no_reader() -> None:
    what = "import ordmot; ordmot.Casebook"
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", what + _SHOW], capture_output=True, check=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "ordmot.documents" not in loaded
    assert "alembic" not in loaded
    assert "ordmot.casebook" in loaded
