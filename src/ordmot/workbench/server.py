"""Running the workbench: on this machine only, until it is stopped."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import uvicorn

from ordmot.casebook import Casebook
from ordmot.errors import SettingsError
from ordmot.workbench.app import make_app
from ordmot.workbench.desk import Desk
from ordmot.workbench.guard import Lock
from ordmot.workbench.places import list_places, show_map
from ordmot.workbench.routes.finding import PLACES

HOST = "127.0.0.1"


def run(case: Path, port: int, by: str | None, announce: Callable[[str], None]) -> None:
    """Open the case, say with `announce` under which link, and answer until Ctrl-C.

    `port` 0 takes a free one. SettingsError if the port is taken.
    """
    with Casebook.open(case, must_exist=True) as book, _listen(port) as listening:
        lock = Lock(port=listening.getsockname()[1])
        app = make_app(book, lock, case=case.name, person=by or getpass.getuser())
        # No log of requests: the first one holds the token.
        settings = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, lifespan="off"
        )
        _look_ahead(app.state.bench.desk)
        announce(lock.link)
        uvicorn.Server(settings).run(sockets=[listening])


def _look_ahead(desk: Desk) -> None:
    """Locate the places and draw a map beside all else, so that no reader waits for the first."""
    sheet = desk.look()
    first, words = list_places(sheet)[:PLACES], sheet.views().words
    Thread(target=show_map, args=(first, sheet, words), daemon=True).start()


def _listen(port: int) -> socket.socket:
    """Take the port, on the address that only this machine reaches."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # whoever opens the link at once waits, and is not turned away
    except OSError as error:
        listening.close()
        raise SettingsError(
            f"Port {port} cannot be used: {error.strerror}. Choose another with --port."
        ) from error
    return listening
