"""Anchor the hand-made gold of an example case in the texts that Ordmot's readers make.

    python examples/anchor_gold.py examples/skarnvik

In `gold.json` a person writes for every account only which document it stands in and its words:

    {"doc": "post.md", "text": "at least six boats were gone", ...}

The words must stand exactly once in the document as read (not in its markup); where they stand
more than once, `"nth": 2` picks the second place. Any run of white space fits any other, so that
words may run over a line break or over two cues of a transcript. This command finds each place,
writes `start`, `end` and the words as they stand there, and leaves the file alone if any account
cannot be placed. Run it again whenever a document, the gold or a reader has changed;
`--check` only tells whether the offsets on disk are still right.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ordmot.documents import read
from ordmot.ledger import Source

Account = dict[str, Any]
"""One account, or one further place of it (`also`), as the gold file holds it."""


def find_words(text: str, words: str, nth: int | None = None) -> tuple[int, int]:
    r"""Find the one place, or the nth, where the words stand; ValueError if there is none.

    >>> find_words("Two boats.\nTwo\nboats sank.", "Two boats sank")
    (11, 25)
    >>> find_words("Two boats.\nTwo\nboats sank.", "Two boats", nth=2)
    (11, 20)
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    places = [match.span() for match in re.finditer(pattern, text)]
    if not places:
        raise ValueError(f"{words!r} does not stand in the document")
    if nth is None and len(places) > 1:
        raise ValueError(f"{words!r} stands {len(places)} times: add nth or more words")
    if nth is not None and not 1 <= nth <= len(places):
        raise ValueError(f"{words!r} stands {len(places)} times, there is no number {nth}")
    return places[(nth or 1) - 1]


def anchor(questions: list[dict[str, Any]], texts: dict[str, str]) -> list[str]:
    """Write the offsets into every account; give a line for each that cannot be placed."""
    failures = []
    for account, document in _places(questions):
        try:
            text = texts[document]
            start, end = find_words(text, account["text"], account.get("nth"))
        except KeyError:
            failures.append(f"{document}: there is no such document")
        except ValueError as error:
            failures.append(f"{document}: {error}")
        else:
            account.update(start=start, end=end, text=text[start:end])
    return failures


def _places(questions: list[dict[str, Any]]) -> Iterator[tuple[Account, str]]:
    """Give every account and every further place of it, with the name of its document."""
    for question in questions:
        for account in question["accounts"]:
            yield account, account["doc"]
            for place in account.get("also", ()):
                yield place, account["doc"]


def read_texts(folder: Path) -> dict[str, str]:
    """Read every document of a case folder, leaving out the gold and the sidecar files."""
    return {
        path.name: read(Source(name=path.name, data=path.read_bytes())).text
        for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix not in {".json", ".toml"}
    }


def main() -> int:
    """Anchor the gold of one case folder; 0 if every account has its place, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder with the documents and gold.json")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    options = parser.parse_args()
    gold = options.folder / "gold.json"
    before = gold.read_text(encoding="utf-8")
    questions = json.loads(before)
    failures = anchor(questions, read_texts(options.folder))
    after = json.dumps(questions, ensure_ascii=False, indent=1) + "\n"
    if failures:
        print(*failures, sep="\n", file=sys.stderr)
    elif options.check and before != after:
        print(f"{gold} is out of date: run this command without --check", file=sys.stderr)
    elif not options.check:
        gold.write_text(after, encoding="utf-8")
    return int(bool(failures) or (options.check and before != after))


if __name__ == "__main__":
    sys.exit(main())
