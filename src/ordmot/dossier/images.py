"""Pictures as images, drawn on this machine from their specification."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html import escape
from importlib.util import find_spec

from ordmot.dossier.bag import pack
from ordmot.dossier.extras import missing
from ordmot.dossier.material import Material, as_json
from ordmot.report.html import compose, render_html
from ordmot.report.pictures import Spec, picture_positions, picture_question, say_picture

_KEPT = 256
_TAG = re.compile(r"<[a-z][^<>]*>")
_ROLE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def can_draw() -> bool:
    """Tell whether pictures can be drawn on this machine."""
    return find_spec("vl_convert") is not None


def draw_svg(spec: Spec) -> str:
    """Draw a Vega-Lite specification as SVG; SettingsError where vl-convert is not installed.

    What was drawn lately is kept by its content: the same specification is not drawn twice.
    """
    try:
        import vl_convert
    except ImportError as error:
        raise missing("vl-convert-python", "A picture") from error
    return _draw(vl_convert.vegalite_to_svg, json.dumps(spec, sort_keys=True))


@lru_cache(maxsize=_KEPT)
def _draw(convert: Callable[..., str], spec: str) -> str:
    """Draw a specification that is written as JSON."""
    # No address may be loaded: a picture holds its own data.
    return str(convert(spec, allowed_base_urls=[]))


def draw_picture(spec: Spec) -> str:
    """Draw a picture that says what it shows to those who do not see it."""
    said = escape(say_picture(spec), quote=True)
    # The parts would be read one by one, without the order that the words have.
    svg = _TAG.sub(lambda tag: _ROLE.sub("", tag[0]), draw_svg(spec))
    return svg.replace("<svg ", f'<svg role="img" aria-label="{said}" ', 1)


def render_page(material: Material) -> str:
    """Render the case as one HTML page, with its pictures drawn where this machine can."""
    return render_html(material.ledger, material.language, draw_picture if can_draw() else None)


def write_pictures(material: Material) -> bytes:
    """Write the pictures of every gap as a ZIP file, each as SVG and as Vega-Lite."""
    page = compose(material.ledger, material.words)
    files: dict[str, bytes] = {}
    for view in page.strong:
        specs = {
            "amounts": picture_question(view, page.case),
            "positions": picture_positions(view, page.case.words),
        }
        for name, spec in specs.items():
            files |= dict(_files(f"{view.number:03}-{name}", spec) if spec else ())
    return pack(files)


def _files(name: str, spec: Spec) -> Iterator[tuple[str, bytes]]:
    """Give the files of one picture."""
    yield f"{name}.vl.json", as_json(spec)
    yield f"{name}.svg", draw_picture(spec).encode()
