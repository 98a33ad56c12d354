"""What every route needs: the case on the desk, the pages, the lock, and a checked form."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, HTTPException, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from ordmot.workbench.desk import Desk
from ordmot.workbench.guard import Lock
from ordmot.workbench.intake import Intake
from ordmot.workbench.pages import Pages

FILES, LARGEST_PART = 2000, 128 * 1024 * 1024
"""How many files one upload may hold, and how many bytes a field of a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The parts of a running workbench."""

    desk: Desk
    intake: Intake
    pages: Pages
    lock: Lock


def bench_of(request: Request) -> Bench:
    """Find the workbench that a request came to."""
    return cast(Bench, request.app.state.bench)


AtBench = Annotated[Bench, Depends(bench_of)]


async def checked_form(request: Request, bench: AtBench) -> AsyncIterator[FormData]:
    """Read the form of a request; 403 if it does not come from a page of this run."""
    async with request.form(max_files=FILES, max_part_size=LARGEST_PART) as form:
        if not bench.lock.is_own_form(field_of(form, "form")):
            raise HTTPException(403, "The form is not from this run of the workbench. Load again.")
        yield form


CheckedForm = Annotated[FormData, Depends(checked_form)]


def field_of(form: FormData, name: str, default: str = "") -> str:
    """Give a field of a form as words; `default` where it is missing or a file."""
    value = form.get(name)
    return value if isinstance(value, str) else default


def as_number(given: str, default: int) -> int:
    """Read a whole number that a form or an address gives; `default` where it is none."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else default


def is_own_path(path: str) -> bool:
    r"""Tell whether a path leads to a page of this server and nowhere else.

    >>> [is_own_path(path) for path in ("/queue?page=2", "//evil.example", "/\\evil", "http://x")]
    [True, False, False, False]
    """
    is_rooted = path.startswith("/") and not path.startswith("//")
    return is_rooted and "\\" not in path and path.isprintable()


def go_back(form: FormData, anchor: str = "") -> RedirectResponse:
    """Lead back to the page that a form came from, to the item that is next there."""
    back = field_of(form, "back", "/")
    mark = anchor or field_of(form, "next")
    target = back.partition("#")[0] if is_own_path(back) else "/"
    safe = f"#{mark}" if mark and all(c.isalnum() or c in "-_" for c in mark) else ""
    return RedirectResponse(target + safe, 303)
