"""The workbench: the case in a browser, on this machine only."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from ordmot.errors import SettingsError

_NEEDED = ("fastapi", "uvicorn", "python_multipart")


def serve(case: Path, *, port: int, by: str | None, announce: Callable[[str], None]) -> None:
    """Open a case in the workbench until it is stopped; `announce` hears the opening link."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise SettingsError(
            f"The workbench needs {', '.join(missing)}. Install it: pip install 'ordmot[workbench]'"
        )
    from ordmot.workbench.server import run

    run(case, port, by, announce)
