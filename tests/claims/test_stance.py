"""A cue that takes a stance is what the document tells; it is no mere "said"."""

from __future__ import annotations

import pytest

from ordmot.claims import extract
from ordmot.ledger import VoiceKind
from ordmot.statements import attribute
from tests.statements.reading import make_document, make_passages
from tests.statements.scripted import Said, Scripted


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        (
            "en",
            "Lind has voiced support for the blockade of the harbour.",
            Said(
                content="the blockade of the harbour",
                source="Lind",
                cue="has voiced support for",
                act="other",
            ),
        ),
        (
            "nb",
            "Lind har uttrykt støtte til blokaden av havna.",
            Said(
                content="blokaden av havna",
                source="Lind",
                cue="har uttrykt støtte til",
                act="other",
            ),
        ),
    ],
)
def test_a_stance_is_told_by_the_document(language: str, text: str, said: Said) -> None:
    document = make_document(text, language)
    passages = make_passages(document, language)
    statements = attribute(document, passages, Scripted(said))
    claims = extract(document, passages, (), statements)
    whole = [claim for claim in claims if claim.span.text == text]
    assert [claim.speaker.kind for claim in whole] == [VoiceKind.DOCUMENT]
    assert "support" in {term.concept for term in whole[0].participants}


def test_a_cue_that_leads_to_a_clause_only_says_who_says_it() -> None:
    text = "Lind voiced support for that the harbour was closed."
    said = Said(
        content="that the harbour was closed", source="Lind", cue="voiced support for", act="say"
    )
    document = make_document(text, "en")
    passages = make_passages(document, "en")
    claims = extract(document, passages, (), attribute(document, passages, Scripted(said)))
    assert {claim.speaker.name for claim in claims} == {"Lind"}


def test_words_that_are_denied_are_no_claim_beside_their_matter() -> None:
    text = "The council has disputed claims that Lind dockers blocked the harbour gate."
    said = Said(
        content="claims that Lind dockers blocked the harbour gate",
        source="The council",
        cue="has disputed",
        act="deny",
    )
    document = make_document(text, "en")
    passages = make_passages(document, "en")
    claims = extract(document, passages, (), attribute(document, passages, Scripted(said)))
    assert [claim.predicate.concept for claim in claims if claim.predicate] == ["blockade"]
