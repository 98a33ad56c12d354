"""Every route turns away whoever was not given the link, and every other site."""

from __future__ import annotations

import re

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.workbench.app import make_app
from ordmot.workbench.guard import OPENING, POLICY, Lock
from ordmot.workbench.routes import ROUTERS
from tests.workbench.conftest import PORT, SCRIPT

_ROUTES = [
    (method, route.path)
    for router in ROUTERS
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods)
]
_GUARDED = [(method, path) for method, path in _ROUTES if path != OPENING]
_FORMS = [path for method, path in _ROUTES if method == "POST"]
_PAGES = [path for method, path in _ROUTES if method == "GET" and "{" not in path]
_OWN = f"http://127.0.0.1:{PORT}"


def _fill(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "x", path)


def test_the_routes_are_known() -> None:
    assert ("GET", "/") in _GUARDED
    assert "/decide" in _FORMS


@pytest.mark.parametrize(("method", "path"), _GUARDED)
def test_without_the_link_there_is_nothing(stranger: TestClient, method: str, path: str) -> None:
    answer = stranger.request(method, _fill(path), headers={"origin": _OWN})
    assert answer.status_code == 401
    assert "ferry" not in answer.text.casefold()


@pytest.mark.parametrize(("method", "path"), _ROUTES)
@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1:80", ""])
def test_another_name_is_turned_away(client: TestClient, method: str, path: str, host: str) -> None:
    answer = client.request(method, _fill(path), headers={"host": host, "origin": _OWN})
    assert answer.status_code == 421


@pytest.mark.parametrize(("method", "path"), _ROUTES)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", f"https://127.0.0.1:{PORT}"])
def test_another_site_is_turned_away(
    client: TestClient, method: str, path: str, origin: str
) -> None:
    assert client.request(method, _fill(path), headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("path", _FORMS)
def test_a_form_must_say_where_it_comes_from(client: TestClient, lock: Lock, path: str) -> None:
    answer = client.post(_fill(path), data={"form": lock.form})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", _FORMS)
@pytest.mark.parametrize("token", [None, "", "x", "æ"])
def test_a_form_of_another_run_is_turned_away(
    client: TestClient, path: str, token: str | None
) -> None:
    data = {} if token is None else {"form": token}
    answer = client.post(_fill(path), data=data, headers={"origin": _OWN})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", _PAGES)
def test_every_answer_sets_the_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY
    if not path.startswith("/static"):
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", [page for page in _PAGES if page not in (OPENING, "/export/file")])
def test_no_page_runs_or_loads_anything_of_others(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert SCRIPT not in answer.text or "json" in answer.headers["content-type"]
    assert not re.search(r"<[^>]+\s(on\w+|style)=", answer.text)
    assert not re.search(r'\s(src|href|action)="(?!/|#|\?)', answer.text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", answer.text)


def test_the_link_gives_a_cookie_that_scripts_and_sites_cannot_use(
    stranger: TestClient, lock: Lock
) -> None:
    answer = stranger.get(lock.link)
    cookie = answer.headers["set-cookie"].casefold()
    assert answer.headers["location"] == "/"
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert lock.token not in answer.headers["set-cookie"]


@pytest.mark.parametrize("token", ["", "x", "æ" * 32])
def test_a_wrong_token_opens_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get(OPENING, params={"token": token})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["x", "a=b; \x01", 'ordmot-8765="'])
def test_a_wrong_cookie_opens_nothing(stranger: TestClient, cookie: str) -> None:
    assert stranger.get("/", headers={"cookie": cookie}).status_code == 401


def test_two_runs_have_different_secrets() -> None:
    one, other = Lock(port=1), Lock(port=1)
    assert len({one.token, one.session, one.form, other.token, other.session, other.form}) == 6
    assert one.token not in repr(one)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/....//app.py",
        "/static//etc/passwd",
        "/static/..\\app.py",
    ],
)
def test_no_file_is_given_but_those_of_the_pages(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "back", ["//evil.example", "http://evil.example", "/\\evil", "/a\r\nx: y", "evil", ""]
)
def test_a_form_leads_back_to_a_page_of_this_server_only(
    client: TestClient, lock: Lock, back: str
) -> None:
    data = {"form": lock.form, "back": back, "language": "en", "next": '"><script>'}
    answer = client.post("/language", data=data, headers={"origin": _OWN})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"


def test_only_one_application_opens_with_a_cookie(book: Casebook, lock: Lock) -> None:
    other = make_app(book, Lock(port=PORT), case="other", person="Tester")
    with TestClient(other, base_url=_OWN) as client:
        client.cookies.set(lock.cookie, lock.session)
        assert client.get("/").status_code == 401
