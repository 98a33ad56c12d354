"""What a web page says about itself: meta tags, JSON-LD, time and title elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from ordmot.documents.dates import find_date
from ordmot.documents.scanning import PageBlock, Tag
from ordmot.ledger import Metadata

_META = {
    "title": ("og:title", "dc.title", "citation_title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "citation_journal_title", "application-name"),
    "date": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "citation_publication_date",
        "publish-date",
        "pubdate",
        "date",
    ),
    "url": ("og:url",),
}
_LINKED = {
    "title": ("headline",),
    "publisher": ("publisher",),
    "date": ("datePublished", "dateCreated"),
    "url": ("url", "mainEntityOfPage"),
}
_ARTICLE_TYPES = ("article", "posting", "report", "webpage", "videoobject")
_MOST_ITEMS = 10_000  # of JSON-LD that are looked at
_SPACE = re.compile(r"\s+")


def read_page_metadata(tags: Sequence[Tag], blocks: Sequence[PageBlock], extract: Any) -> Metadata:  # noqa: ANN401
    """Gather the metadata of a page, what it states for machines before what only looks like it."""
    stated = _from_meta(tags).fill(_from_linked_data(tags)).fill(_from_elements(tags, blocks))
    if extract is None:
        return stated
    guessed = Metadata(
        title=extract.title or None,
        publisher=extract.sitename or None,
        date=_iso(extract.date or ""),
        url=extract.url or None,
    )
    return stated.fill(guessed)


def _from_meta(tags: Sequence[Tag]) -> Metadata:
    """Read the meta tags."""
    named: dict[str, str] = {}
    for tag in tags:
        if tag.name == "meta":
            attributes = tag.attributes
            name = next(
                (attributes[key] for key in ("property", "name", "itemprop") if key in attributes),
                "",
            )
            named.setdefault(name.lower(), attributes.get("content", ""))
    return _metadata(
        {field: _first(named.get(key) for key in keys) for field, keys in _META.items()}
    )


def _from_linked_data(tags: Sequence[Tag]) -> Metadata:
    """Read the JSON-LD of the page's article; broken JSON counts as none."""
    found = Metadata()
    for tag in tags:
        if tag.name != "script":
            continue
        try:
            data = json.loads(tag.content)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            fields = {
                field: _first(_plain(item.get(key)) for key in keys)
                for field, keys in _LINKED.items()
            }
            found = found.fill(_metadata(fields))
    return found


def _items(data: object) -> Iterator[dict[str, Any]]:
    """Go through the described things that are articles or pages, articles first."""
    queue, seen = [data], 0
    articles: list[tuple[int, dict[str, Any]]] = []
    while queue and seen < _MOST_ITEMS:
        seen += 1
        item = queue.pop()
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            kind = str(item.get("@type", "")).lower()
            rank = next((at for at, name in enumerate(_ARTICLE_TYPES) if name in kind), None)
            if rank is not None:
                articles.append((rank, item))
            queue.extend(value for value in item.values() if isinstance(value, (dict, list)))
    yield from (item for _, item in sorted(articles, key=lambda pair: pair[0]))


def _plain(value: object) -> str:
    """Give the words of a value: its own, or the name or address of the thing it describes."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or ""
    return value if isinstance(value, str) else ""


def _from_elements(tags: Sequence[Tag], blocks: Sequence[PageBlock]) -> Metadata:
    """Read the main heading or title element, the canonical link, a machine-readable time."""
    headings = [block.words for block in blocks if block.level == 1]
    titles = [html.unescape(tag.content) for tag in tags if tag.name == "title"]
    links = [tag.attributes for tag in tags if tag.name == "link"]
    times = [tag.attributes.get("datetime", "") for tag in tags if tag.name == "time"]
    return _metadata(
        {
            "title": _first([*headings, *titles]),
            "url": _first(link.get("href") for link in links if link.get("rel") == "canonical"),
            "date": _first(times),
        }
    )


def _metadata(fields: dict[str, str | None]) -> Metadata:
    """Make metadata of found words: white space collapsed, dates in ISO 8601, addresses whole."""
    clean = {
        name: _SPACE.sub(" ", html.unescape(words)).strip() or None
        for name, words in fields.items()
        if words
    }
    url = clean.get("url") or ""
    return Metadata(
        title=clean.get("title"),
        publisher=clean.get("publisher"),
        date=_iso(clean.get("date") or ""),
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _first(values: Any) -> str | None:  # noqa: ANN401 - any iterable of words or None
    """Give the first value that has words."""
    return next((value for value in values if value and value.strip()), None)


def _iso(words: str) -> str | None:
    """Read a stated date; None where it is not a full one."""
    found = find_date(words[:60])
    return found.iso if found else None
