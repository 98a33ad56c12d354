"""Which outlet made-up texts are from, by their first lines; headlines name none."""

from __future__ import annotations

import pytest

from ordmot.documents.outlets import find_outlet


@pytest.mark.parametrize(
    ("first_lines", "outlet"),
    [
        ("Ferry held\nThe Sorva Mirror, 16 March 2031\nBy Ida Moe", "The Sorva Mirror"),
        ("Ferry held\nSORVA, Tuesday 14 March 2031 (Coast Wire)\nA ferry was held.", "Coast Wire"),
        ("Ferry held\nBy Ida Moe, Coast Press\nSORVA, 3 May - A ferry was held.", "Coast Press"),
        ("The Sorva Standard\nSaturday, 16 January 2031\nFerry held", "The Sorva Standard"),
        ('RADIO SORVA, "The Morning Table"\nTranscript of an interview', "RADIO SORVA"),
        ("Ferja holdt tilbake\nKystposten, søndag 20. august 2031\nAv Ida Moe", "Kystposten"),
        ("Ferja holdt\nTekst: Ida Moe\nSundavisa, fredag 4. mai", "Sundavisa"),
        ("FERJEBLADET – tirsdag 5. november\nFerja holdt tilbake", "FERJEBLADET"),
        ("Mayor blames the press, says Post\nThe mayor blamed the press.", None),
        ("Army Denies Blame in Daily Press\n3 May 2031\nThe army denied it.", None),
        ("Nytt liv i Posten\nPosten åpner igjen 3. mai.", None),
        ("Ferry held (again)\nA ferry was held on 3 May in Sorva.", None),
        ("PORT ARDEL, 9 May\nA ferry was held.", None),
    ],
)
def test_the_outlet_of_a_text(first_lines: str, outlet: str | None) -> None:
    assert find_outlet(first_lines.split("\n")) == outlet
