"""The command line: arguments in, words and exit codes out."""

from ordmot.cli.app import main

__all__ = ["main"]
