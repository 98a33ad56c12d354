from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest

from ordmot.dossier import Material, redact, unpack, verify_bundle, write
from ordmot.dossier.print import describe
from ordmot.errors import SettingsError
from ordmot.flow import Handling
from ordmot.ledger import Decision, Ledger, Metadata, Reading, Review
from tests.dossier.material import INSTALLED, make_material

HIDDEN = "Oddny Kvam"
KVAM = ("kvam", "oddny", "noen få husstander", "noen få", "husstander ble berørt", "daglig leder")
HERALD = ("herald", "two lawyers", "children under two", "200,000", "second week", "580")


def _all_bytes(data: bytes) -> str:
    """Give everything that a file holds, with what is packed in it unpacked."""
    if data.startswith(b"PK"):
        inner = unpack(data)
        return "\n".join(f"{name}\n{_all_bytes(each)}" for name, each in inner.items())
    text = data.decode("utf-8", "replace")
    inner_bytes = [b64decode(found) for found in re.findall(r'"base64":"([^"]*)"', text)]
    return "\n".join([text, *map(_all_bytes, inner_bytes)])


_MEASURES = re.compile(r'(?:width|height|viewBox|transform|d|x2|y2)=\\?"[^"]*"')


def _written(material: Material, name: str) -> str:
    """Write a format; the letters of a PDF are not in its bytes, but all that it says is data.

    The measures of pictures are left out: they are no words of the case, whatever their digits.
    """
    if name == "pdf":
        return _MEASURES.sub("", json.dumps(describe(material), ensure_ascii=False))
    return _MEASURES.sub("", _all_bytes(write(material, name)))


def _grep(words: str, text: str) -> list[str]:
    """Find words, but for the digits of a digest: any number may be among them."""
    text = re.sub(r"\b[0-9a-f]{16,}\b", "", text)
    pattern = re.escape(words).replace(r"\ ", r"\s+")
    return [m[0] for m in re.finditer(rf".{{0,30}}{pattern}.{{0,30}}", text, re.I | re.S)]


@pytest.fixture(scope="module")
def material() -> Material:
    """Give the case with a log that tells of the voice, and its name in names and own columns."""
    material = make_material()
    ledger = material.ledger
    kommentar, *rest = ledger.readings
    known = Metadata(
        title="Kvam: «Bare noen få husstander ble berørt»",
        publisher="Ytre Kyst",
        date="2033-11-04",
        url="https://ytrekyst.example/oddny-kvam-svarer",
    )
    document = replace(kommentar.document, name="oddny_kvam.txt", metadata=known)
    kvam = next(c for c in ledger.claims if c.speaker.name == HIDDEN)
    other = next(c for c in ledger.claims if c.speaker.name == "Tindvik Stein")
    reviews = (
        Review(subject=kvam.id, decision=Decision.ACCEPTED, by="Siv", at="2033-11-09"),
        Review(
            subject=other.id,
            decision=Decision.UNSURE,
            by="Siv",
            at="2033-11-09",
            note="Ring Kvam, who said noen få husstander",
        ),
    )
    handled = [replace(h, name=h.name.replace("kommentar", "oddny-kvam")) for h in material.custody]
    return replace(
        material,
        ledger=replace(
            ledger,
            readings=(replace(kommentar, document=document), *rest),
            reviews=(*ledger.reviews, *reviews),
        ),
        custody=tuple(handled),
        own_cells={("accounts", other.id): {"Kvam?": "asked Oddny"}},
    )


@pytest.mark.parametrize("name", INSTALLED)
def test_no_byte_of_any_format_tells_of_a_hidden_voice(material: Material, name: str) -> None:
    before = _written(material, name)
    after = _written(redact(material, [HIDDEN]), name)
    for words in KVAM:
        assert _grep(words, after) == []
    assert any(_grep(words, before) for words in KVAM)
    assert name == "pictures" or _grep("rundt 340", after)


@pytest.mark.parametrize("name", INSTALLED)
def test_no_byte_of_any_format_tells_of_a_hidden_document(material: Material, name: str) -> None:
    after = _written(redact(material, ["herald.html"]), name)
    for words in HERALD:
        assert _grep(words, after) == []
    assert name == "pictures" or _grep("rundt 340", after)


def test_ids_of_what_is_hidden_are_gone_too(material: Material) -> None:
    gone = next(d for d in material.ledger.documents if d.name == "herald.html")
    text = _all_bytes(write(redact(material, ["herald.html"]), "bundle"))
    assert gone.id.removeprefix("document-")[:8] not in text
    assert gone.sha256 not in text


def test_what_stays_stands_on_its_words(material: Material) -> None:
    ledger = redact(material, [HIDDEN]).ledger
    for reading in ledger.readings:
        for claim in reading.claims:
            claim.span.check(reading.document.text)
            claim.sentence.check(reading.document.text)
    assert len(ledger.readings[0].document.text) == len(material.ledger.readings[0].document.text)
    assert {gap for g in ledger.gaps for gap in g.claims} <= {c.id for c in ledger.claims}
    assert all(q.answers for q in ledger.questions)


def test_an_untouched_document_keeps_its_ids(material: Material) -> None:
    ledger = redact(material, [HIDDEN]).ledger
    radio, before = ledger.readings[2], material.ledger.readings[2]
    assert radio.document.id == before.document.id
    assert radio.claims == before.claims


def test_a_redacted_bundle_verifies_and_withholds_touched_originals(
    material: Material, tmp_path: Path
) -> None:
    packed = write(redact(material, [HIDDEN]), "bundle")
    (tmp_path / "redacted.zip").write_bytes(packed)
    assert verify_bundle(tmp_path / "redacted.zip").faults == ()
    files = unpack(packed)
    originals = [name for name in files if "/originals/" in name]
    texts = [name for name in files if "/text/" in name]
    assert (len(originals), len(texts)) == (1, 3)
    assert b'"is_redacted": true' in files["data/run.json"]


@pytest.mark.parametrize(
    "hidden",
    [
        b"<!-- by Oddny Kvam -->",
        b"<a href='/oddny%20kvam'>",
        b"Oddny&nbsp;Kvam",
        b"<b>Oddny</b> <i>Kvam</i>",
        "noen f\N{LATIN SMALL LETTER A WITH RING ABOVE} husstander".encode(),
    ],
)
def test_an_original_that_tells_what_its_text_does_not_is_withheld(
    material: Material, hidden: bytes
) -> None:
    radio = next(d for d in material.ledger.documents if d.name == "radio.vtt")

    def give(document: str) -> bytes:
        return b"WEBVTT " + (hidden if document == radio.id else b"")

    redacted = redact(replace(material, original=give), [HIDDEN])
    assert radio.id in redacted.withheld
    assert radio.id not in redact(material, [HIDDEN]).withheld


def test_several_are_left_out_at_once(material: Material) -> None:
    text = _all_bytes(write(redact(material, [HIDDEN, "radio.vtt"]), "jsonl"))
    assert not any(_grep(words, text) for words in (*KVAM, "Tangen", "655 people"))


def test_everything_can_be_left_out(material: Material) -> None:
    names = [document.name for document in material.ledger.documents]
    ledger = redact(material, names).ledger
    assert (ledger.readings, ledger.questions, ledger.gaps) == ((), (), ())


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("Odny Kvam", "Did you mean 'Oddny Kvam'"), ("herald", "'herald.html'"), ("", "voice or doc")],
)
def test_an_unknown_name_gets_suggestions(material: Material, wanted: str, said: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)):
        redact(material, [wanted])


def test_a_name_that_many_words_hold_hides_no_other_words() -> None:
    ledger = make_material().ledger
    redacted = redact(make_material(), ["Mia Tangen"]).ledger
    herald = next(d for d in redacted.documents if d.name == "herald.html")
    assert herald == next(d for d in ledger.documents if d.name == "herald.html")


def test_custody_of_a_redacted_case_has_no_hash_of_what_was(material: Material) -> None:
    redacted = redact(material, [HIDDEN])
    old = {h.sha256 for h in material.custody if "kvam" in h.name}
    assert isinstance(redacted.custody[0], Handling)
    assert not old & {handling.sha256 for handling in redacted.custody}


def test_an_empty_case_has_nothing_to_leave_out() -> None:
    with pytest.raises(SettingsError, match="There is no voice"):
        redact(Material(ledger=Ledger()), ["Kari"])


def test_readings_without_records_stay(material: Material) -> None:
    reading = material.ledger.readings[0]
    bare = Reading(document=reading.document, passages=(), quantities=(), statements=(), claims=())
    ledger = Ledger(readings=(bare, *material.ledger.readings[1:]))
    redacted = redact(replace(material, ledger=ledger), ["radio.vtt"])
    assert len(redacted.ledger.readings) == 2
