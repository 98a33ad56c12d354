"""The documentation names every command and every option, and none that does not exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from ordmot.cli.app import app
from ordmot.cli.deciding import Verdict
from ordmot.cli.examples import EXAMPLES
from ordmot.ledger import Decision

_PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
_GROUP = typer.main.get_command(app)
_COMMANDS = _GROUP.commands  # type: ignore[attr-defined]
_OPTIONS = [
    (name, option)
    for name, command in _COMMANDS.items()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("-")
]


def _section(command: str) -> str:
    found = re.search(rf"^## {command}\b.*?(?=^## |\Z)", _PAGE, re.M | re.S)
    assert found, f"docs/cli.md has no section for {command}"
    return found[0]


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert len(_section(command)) > 100


@pytest.mark.parametrize(("command", "option"), _OPTIONS)
def test_every_option_is_documented(command: str, option: str) -> None:
    where = _PAGE if option == "--case" else _section(command)
    assert re.search(rf"`{option}(?![\w-])", where), f"{option} of {command}"


def test_no_option_is_documented_that_does_not_exist() -> None:
    known = {option for _, option in _OPTIONS} | {"--help", "-h", "--version"}
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", _PAGE)) <= known


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_documented(verdict: Verdict) -> None:
    assert f"`{verdict}`" in _section("decide")


@pytest.mark.parametrize("decision", Decision)
def test_every_decision_is_documented(decision: Decision) -> None:
    assert f"`{decision}`" in _section("log")


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_has_examples_that_can_be_typed(command: str) -> None:
    for example in EXAMPLES[command]:
        words = shlex.split(re.split(r" [|>] ", example)[0])
        assert words[:2] == ["ordmot", command]
        _COMMANDS[command].make_context(command, words[2:])


@pytest.mark.parametrize("command", _COMMANDS)
def test_the_help_shows_the_examples(command: str) -> None:
    assert EXAMPLES[command][0] in _COMMANDS[command].epilog
