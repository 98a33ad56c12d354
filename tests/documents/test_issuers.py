"""Who issued a statement, by the first lines of made-up documents."""

from __future__ import annotations

import pytest

from ordmot.documents.issuers import find_issuer

ISSUED = {
    "Statement by Haldane Marine on the hijacking\nSafir City, 3 May": "Haldane Marine",
    "Ministry of Health: situation report no. 3, Sorva\nTuesday, 9 am": "Ministry of Health",
    "Velin Coal: information on the situation at the mine\nSorva, 7 May": "Velin Coal",
    "Crew need rest\nPress release, Seafarers' Union (SU)\nSorva, Tuesday": "Seafarers' Union",
    "Press release: ship freed\nKestrian Ministry of Defence, Tuesday 16:00": (
        "Kestrian Ministry of Defence"
    ),
    "Uttalelse fra Verksklubben om nedleggelsen\nVi krever svar.": "Verksklubben",
    "Ulykken i Sund\nPressemelding fra Sund Tog AS\nToget sto.": "Sund Tog AS",
}
OTHERS = [
    "UN: 40 killed in strike on market\nSORVA, Tuesday (Meridian) - A strike hit the market.",
    "Sorva: what the communiqué leaves out\nBy Ida Moe",
    "Press release: ship freed\nPort Ardel, 9 May\nThe ship is free.",
    "Statement by statement, the minister retreats\nBy Ida Moe, The Courier",
    "Bulletin no. 9 on the outbreak\nSorva, 9 May",
    "Mayor: statement was false\nBy Ida Moe",
    "Statement from Kestria raises fears of war\nSORVA, Tuesday (Meridian) - The army waits.",
    "Uttalelse fra Lind skaper uro\nAv Ida Moe",
    "Minister apologises for statement\nThe Sorva Daily Courier, 9 May",
    "Mayor denies claim\nThe mayor denied the claim on Tuesday.",
    "",
]


@pytest.mark.parametrize(("text", "issuer"), ISSUED.items())
def test_a_body_that_issued_a_text_is_found(text: str, issuer: str) -> None:
    assert find_issuer(text.split("\n")) == issuer


@pytest.mark.parametrize("text", OTHERS)
def test_papers_and_places_issue_nothing(text: str) -> None:
    assert find_issuer(text.split("\n")) is None
