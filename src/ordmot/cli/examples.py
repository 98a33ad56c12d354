"""The examples that `--help` shows, by command."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "read": (
        "ordmot read statements/ --case ferry.ordmot",
        'ordmot read letter.txt --publisher "Harbour Office" --date 2031-05-17',
        "ordmot read --again",
    ),
    "export": (
        "ordmot export --format csv -o accounts.csv",
        "ordmot export --format html --language nb -o report.html",
        "ordmot export --format bundle -o ferry-bundle",
        'ordmot export --format html --without "Kari Vik" --without letter.txt -o redacted.html',
        "ordmot export | jq 'select(.type == \"gap\")'",
    ),
    "verify": (
        "ordmot verify --case ferry.ordmot",
        "ordmot verify ferry-bundle",
    ),
    "gaps": (
        "ordmot gaps --case ferry.ordmot",
        "ordmot gaps --all --limit 100",
        "ordmot gaps --json | jq '.gaps[0]'",
    ),
    "question": (
        "ordmot question question-3f2a",
        "ordmot question 3f2a --json",
    ),
    "explain": (
        "ordmot explain gap-3f2a",
        "ordmot explain 3f2a --language nb",
        "ordmot explain 3f2a --json | jq '.likenesses'",
    ),
    "document": (
        "ordmot document",
        "ordmot document document-3f2a",
        "ordmot document 3f2a --original > letter.html",
    ),
    "voices": (
        "ordmot voices",
        "ordmot voices --json",
    ),
    "serve": (
        "ordmot serve --case ferry.ordmot",
        'ordmot serve --port 9000 --by "Kari Vik"',
    ),
    "decide": (
        'ordmot decide gap-3f2a accepted --note "Both on tape"',
        'ordmot decide gap-9c11 rejected --by "Kari Vik"',
    ),
}


def epilog_of(command: str) -> str:
    """Write the examples of a command for the end of its help, one a line."""
    return "\n\n".join(("Examples:", *EXAMPLES[command]))
