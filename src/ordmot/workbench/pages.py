"""Setting pages: the templates in the reader's language, everything escaped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from urllib.parse import urlencode

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from ordmot.casebook.maps import name_country
from ordmot.casebook.views import (
    anchor_of,
    readable,
    report_templates,
    write_date,
    write_number,
)
from ordmot.ledger import format_day
from ordmot.workbench.guard import Lock
from ordmot.workbench.languages import choose_language, list_languages, read_messages

LANGUAGE_COOKIE = "ordmot-language"

_PICTURES = ("report/number_line.html.jinja", "report/ranges.html.jinja")
# What the pages use of the report's templates.

_NAMES = {"en": "English", "nb": "Norsk"}


@dataclass(slots=True)
class Pages:
    """Sets the templates; `case` is the name of the case file, `person` who decides."""

    lock: Lock
    case: str
    person: str

    def prepare(self) -> None:
        """Compile the templates of every language, so that no reader waits for it."""
        for language in list_languages():
            environment = _make_environment(language)
            for name in environment.list_templates(extensions=["jinja"]):
                if not name.startswith("report/") or name in _PICTURES:
                    environment.get_template(name)

    def render(
        self, request: Request, template: str, *, status: int = 200, **values: object
    ) -> Response:
        """Set a template for a request, in the language of its reader."""
        language = language_of(request)
        page = _make_environment(language).get_template(template)
        html = page.render(
            request=request,
            here=_here(request),
            path=request.url.path,
            language=language,
            languages=[(code, _NAMES.get(code, code)) for code in list_languages()],
            case_name=self.case,
            person=self.person,
            form_token=self.lock.form,
            **values,
        )
        return HTMLResponse(html, status)


def language_of(request: Request) -> str:
    """Tell the language of the reader."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    return choose_language(chosen, request.headers.get("accept-language", ""))


def _here(request: Request) -> str:
    """Give the address of the page without the server's name, to come back to."""
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path


@cache
def _make_environment(language: str) -> Environment:
    """Set up templates: everything escaped, nothing undefined passed over in silence."""
    environment = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("ordmot.workbench", "templates"),
                PrefixLoader({"report": report_templates()}),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_make_readable,
        extensions=["jinja2.ext.i18n"],
    )
    messages = read_messages(language)
    # What the extension adds to the environment is not in its type.
    install = getattr(environment, "install_gettext_callables")  # noqa: B009
    install(messages.gettext, messages.ngettext, newstyle=True)
    environment.filters |= {
        "anchor": anchor_of,
        "country": partial(name_country, language=language),
        "counted": partial(write_number, language=language),
        "dated": partial(write_date, language=language),
        "json": partial(json.dumps, ensure_ascii=False, indent=2),
        "plain": write_plain,
        "day": write_day,
        "query": write_query,
    }
    return environment


def _make_readable(value: object) -> object:
    """Let no character onto the page that HTML forbids; what is markup already holds none."""
    is_words = isinstance(value, str) and not isinstance(value, Markup)
    return readable(str(value)) if is_words else value


def write_query(values: dict[str, object], **changes: object) -> str:
    """Write the part of an address behind the question mark; what is empty is left out.

    >>> write_query({"voice": "Kari Vik", "place": ""}, page=2)
    '?voice=Kari+Vik&page=2'
    """
    merged = {key: value for key, value in (values | changes).items() if value not in ("", None)}
    return f"?{urlencode(merged)}" if merged else "?"


def write_day(value: float | None) -> str:
    """Write a day as a field for dates takes it; nothing for an open end."""
    return "" if value is None else format_day(value)


def write_plain(value: float | None) -> str:
    """Write a number as a field for numbers takes it; nothing for an open end.

    >>> write_plain(4000.0), write_plain(0.5), write_plain(None)
    ('4000', '0.5', '')
    """
    return "" if value is None else f"{value:.15g}"
