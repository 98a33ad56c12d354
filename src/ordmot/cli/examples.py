"""The examples that `--help` shows, by command."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, ...]] = {
    "read": (
        "ordmot read statements/ --case ferry.ordmot",
        'ordmot read letter.txt --publisher "Harbour Office" --date 2031-05-17',
        "ordmot read --again",
        "ordmot read statements/ --model none",
    ),
    "export": (
        "ordmot export --format csv -o accounts.csv",
        "ordmot export --format xlsx -o ferry.xlsx",
        "ordmot export --format html --language nb -o report.html",
        "ordmot export --format pdf -o ferry.pdf",
        "ordmot export --format bundle -o ferry-bundle",
        'ordmot export --format html --without "Kari Vik" --without letter.txt -o redacted.html',
        "ordmot export | jq 'select(.type == \"gap\")'",
    ),
    "import": (
        "ordmot import ferry.xlsx",
        'ordmot import ferry.xlsx --by "Kari Vik"',
        "ordmot import ferry.jsonl --case copy.ordmot",
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
        "ordmot question 3f2a --view lowest-and-highest",
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
    "edit": (
        "ordmot edit claim-3f2a --interval 40..55 --unit kilometre",
        'ordmot edit claim-3f2a --voice "Harbour Office" --note "Same press release"',
        'ordmot edit question-77b0 --text "How many were on board?"',
        "ordmot edit gap-9c11 --relation subset",
    ),
    "move": (
        "ordmot move claim-3f2a question-77b0",
        'ordmot move claim-3f2a --note "Another ferry"',
    ),
    "merge": (
        "ordmot merge question-77b0 question-12aa question-c901",
        'ordmot merge actor-5d01 actor-88fe --by "Kari Vik"',
    ),
    "split": (
        "ordmot split question-77b0 claim-3f2a claim-90aa",
        'ordmot split actor-5d01 "the harbour master"',
    ),
    "add": (
        "ordmot add document-3f2a 120:134 --question question-77b0",
        'ordmot add document-3f2a 120:134 --interval ..55 --voice "Kari Vik"',
    ),
    "grade": ('ordmot grade document-3f2a B2 --note "Saw it herself"',),
    "note": ('ordmot note gap-9c11 "Ring both harbours"',),
    "undo": (
        "ordmot undo",
        "ordmot undo review-3f2a",
    ),
    "redo": ("ordmot redo",),
    "log": (
        "ordmot log --case ferry.ordmot",
        "ordmot log --json | jq -r .head",
    ),
}


def epilog_of(command: str) -> str:
    """Write the examples of a command for the end of its help, one a line."""
    return "\n\n".join(("Examples:", *EXAMPLES[command]))
