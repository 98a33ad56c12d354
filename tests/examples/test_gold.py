import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from examples.anchor_gold import anchor, find_words, read_texts
from ordmot.documents import read, read_metadata
from ordmot.ledger import Metadata, Source

FOLDER = Path(__file__).parents[2] / "examples" / "skarnvik"
QUESTIONS: list[dict[str, Any]] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix not in {".json", ".toml"})


def test_every_gold_account_stands_where_it_says() -> None:
    texts = read_texts(FOLDER)
    places = [
        (account["doc"], place)
        for question in QUESTIONS
        for account in question["accounts"]
        for place in (account, *account.get("also", ()))
    ]
    wrong = [
        (document, place["text"])
        for document, place in places
        if texts[document][place["start"] : place["end"]] != place["text"]
    ]
    assert len(places) > 200
    assert wrong == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_says_who_published_it_and_when(path: Path) -> None:
    sidecar = path.with_suffix(".meta.toml")
    given = read_metadata(sidecar.read_bytes()) if sidecar.exists() else Metadata()
    document = read(Source(name=path.name, data=path.read_bytes(), metadata=given))
    assert document.metadata.title
    assert document.metadata.publisher
    assert date.fromisoformat((document.metadata.date or "")[:10]).year == 2031


def test_words_that_stand_twice_need_a_number() -> None:
    with pytest.raises(ValueError, match="stands 2 times"):
        find_words("No deal. No deal.", "No deal")
    assert find_words("No deal. No deal.", "No deal", nth=2) == (9, 16)


def test_an_account_without_a_place_is_reported() -> None:
    questions = [{"accounts": [{"doc": "a.txt", "text": "ten"}, {"doc": "b.txt", "text": "ten"}]}]
    assert anchor(questions, {"a.txt": "nine"}) == [
        "a.txt: 'ten' does not stand in the document",
        "b.txt: there is no such document",
    ]
