"""Nothing leaves the machine: the whole job runs where no connection can be made."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

import ordmot
from tests.dossier.material import INSTALLED

_TEXTS = {
    "wire.txt": "The ferry carried 40 passengers, the harbour master said on Monday.",
    "avis.html": "<html><title>Ferja</title><p>Ferja hadde 90 passasjerer om bord, sier en matros."
    '</p><img src="https://example.org/ferje.jpg"><p>Se <a href="https://example.org">her</a>.</p>',
    "talk.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nKARI: There were about 50 of us on board.\n",
    "notes.md": "# Notes\n\n> The crew never counted them, she said.\n",
    "broken.pdf": "%PDF-1.7 https://example.org",
}


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Make every use of the network fail, and list the attempts: a stage may catch the error."""
    attempts: list[str] = []

    def forbid(*arguments: object, **options: object) -> NoReturn:
        attempts.append(f"{arguments} {options}")
        raise AssertionError("a connection was attempted")

    # Making a socket is no use of the network: a library does so to see whether there is IPv6.
    for name in ("connect", "connect_ex", "listen", "sendto", "sendmsg"):
        if hasattr(socket.socket, name):
            monkeypatch.setattr(socket.socket, name, forbid)
    for name in ("create_connection", "getaddrinfo", "gethostbyname", "gethostbyaddr"):
        monkeypatch.setattr(socket, name, forbid)
    return attempts


def test_the_trap_works(attempts: list[str]) -> None:
    with pytest.raises(AssertionError, match="connection"):
        socket.create_connection(("example.org", 80))
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as packets,
        pytest.raises(AssertionError, match="connection"),
    ):
        packets.sendto(b"words", ("192.0.2.1", 53))
    assert len(attempts) == 2


def test_the_whole_job_opens_no_connection(tmp_path: Path, attempts: list[str]) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with ordmot.Casebook.open(tmp_path / "case.ordmot") as case:
        added = case.add([folder], jobs=1)
        assert len(added.read) == 4, added.refused
        ledger = case.ledger()
        for format in INSTALLED:  # noqa: A001 - the word for it
            assert case.export(format)
        case.review(ledger.documents[0].id, ordmot.Decision.ACCEPTED)
        case.read_again(jobs=1)
        assert case.verify().faults == ()
    ordmot.read(" ".join(_TEXTS.values()))
    assert attempts == []
