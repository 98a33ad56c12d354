"""What to say where a library is missing that only one format needs."""

from __future__ import annotations

from ordmot.errors import SettingsError


def missing(library: str, what: str) -> SettingsError:
    """Say which library is missing for what, and how to get it."""
    return SettingsError(
        f"{what} needs {library}, which is not installed: pip install 'ordmot[dossier]'"
    )
