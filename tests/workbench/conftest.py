"""A small case in two languages, one of its documents hostile, behind a real application."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.ledger import Metadata, Source
from ordmot.workbench.app import make_app
from ordmot.workbench.guard import Lock

SCRIPT = "<script>alert('x')</script>"
PORT = 8765

TEXTS = {
    "avis.txt": (
        Metadata(title="Ferja var halvfull", publisher="Kystbladet", date="2031-05-17"),
        "Ferja hadde 90 passasjerer om bord, sier matros Ola Vik.\n\n"
        "Rederiet Nordferje opplyser at 12 personer ble skadd i Hamnvik.\n",
    ),
    "wire.txt": (
        Metadata(title="Ferry was packed", publisher="Harbour Wire", date="2031-05-18"),
        "The ferry carried 240 passengers, harbour master Anne Dale said on Monday.\n\n"
        "Nobody was injured in Hamnvik, the shipping company Nordferje said.\n",
    ),
    f"{SCRIPT}.txt": (
        Metadata(title=SCRIPT, publisher=SCRIPT, date="2031-05-19", url="javascript:alert(1)"),
        f"{SCRIPT} At least 300 passengers were on board the ferry, {SCRIPT} Kari Moe says.\n\n"
        'A deckhand says "about 40 people were injured in Hamnvik".\n',
    ),
}
"""Name, what is known, and text of each document."""


@pytest.fixture(scope="session")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read the documents into a case, once."""
    path = tmp_path_factory.mktemp("case") / "ferry.ordmot"
    with Casebook.open(path) as book:
        added = book.add_sources(
            [
                Source(name=name, data=text.encode(), metadata=known)
                for name, (known, text) in TEXTS.items()
            ]
        )
        assert len(added.read) == len(TEXTS), added.refused
    return path


@pytest.fixture
def case(read_case: Path, tmp_path: Path) -> Path:
    """Give a copy of the case that a test may change."""
    path = tmp_path / "ferry.ordmot"
    path.write_bytes(read_case.read_bytes())
    return path


@pytest.fixture
def book(case: Path) -> Iterator[Casebook]:
    """Open the copy."""
    with Casebook.open(case) as opened:
        yield opened


@pytest.fixture
def lock() -> Lock:
    """Make the secrets of a run."""
    return Lock(port=PORT)


@pytest.fixture
def stranger(book: Casebook, lock: Lock) -> Iterator[TestClient]:
    """Come to the server without its link."""
    app = make_app(book, lock, case="ferry.ordmot", person="Tester")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient, lock: Lock) -> TestClient:
    """Come to the server with its link."""
    answer = stranger.get(lock.link)
    assert answer.status_code == 303
    return stranger
