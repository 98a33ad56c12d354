"""The command that explains a gap."""

from __future__ import annotations

from typing import Annotated

import typer

from ordmot.cli.options import DEFAULT_CASE, CaseOption, JsonOption, LanguageOption


def explain(
    record: Annotated[str, typer.Argument(metavar="GAP", help="Id, or the beginning of it.")],
    case: CaseOption = DEFAULT_CASE,
    language: LanguageOption = None,
    as_json: JsonOption = False,
) -> None:
    """Explain a gap from the words up: every step, with its reason and the rule behind it.

    Who says it in which sentence, how the words became an interval, why the accounts answer one
    question, how far apart they are, whose word it is, and what people decided.
    """
    from ordmot.casebook import Casebook
    from ordmot.cli.lookup import find_id
    from ordmot.cli.terminal import make_console, print_json
    from ordmot.cli.views.explanation import show

    with Casebook.open(case, must_exist=True) as book:
        gaps = (gap.id for gap in book.ledger().gaps)
        explanation = book.explain(find_id(record, gaps, "gap"), language=language)
    if as_json:
        print_json(explanation)
    else:
        show(make_console(), explanation)
