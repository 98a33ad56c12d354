"""How much of running text the concept lexicon knows: nouns and verbs of a treebank.

    python bench/lexicon.py --shared ../shared

For each language: the share of noun, verb and adjective tokens (by the treebank's part of speech)
for which `senses_at` finds something, alone or in a phrase, and the share of function words for
which it does, which should be near nothing.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ordmot.lexicon import senses_at
from ordmot.lexicon.concepts import concepts
from ordmot.lexicon.vocabulary import vocabulary

TREEBANKS = {"en": "en_ewt.dev.conllu.gz", "nb": "nb_bokmaal.dev.conllu.gz"}
CONTENT = ("NOUN", "VERB", "ADJ")
FUNCTION = ("ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ")

Token = tuple[str, str]


def main() -> int:
    """Print the counts and the coverage of both languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("ORDMOT_SHARED", "../shared")
    parser.add_argument("--shared", type=Path, default=Path(default))
    folder = parser.parse_args().shared / "data" / "syntax"
    if not folder.is_dir():
        print(f"no treebanks in {folder}: name the folder with --shared", file=sys.stderr)
        return 2
    print(f"concepts: {len(concepts())}")
    for language, name in TREEBANKS.items():
        known, total = count_known(read_sentences(folder / name), language)
        shares = "  ".join(f"{part} {known[part] / total[part]:.3f}" for part in CONTENT)
        both = sum(known[p] for p in ("NOUN", "VERB")) / sum(total[p] for p in ("NOUN", "VERB"))
        false = sum(known[p] for p in FUNCTION) / sum(total[p] for p in FUNCTION)
        forms = len(vocabulary(language).senses)
        print(f"{language}: {forms} forms  {shares}  NOUN+VERB {both:.3f}  function {false:.4f}")
    return 0


def read_sentences(path: Path) -> Iterator[list[Token]]:
    """Read the words of a CoNLL-U file with their universal parts of speech."""
    sentence: list[Token] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit():
                sentence.append((fields[1], fields[3]))
            elif fields == [""] and sentence:
                yield sentence
                sentence = []


def count_known(
    sentences: Iterator[list[Token]], language: str
) -> tuple[Counter[str], Counter[str]]:
    """Count the tokens that the lexicon knows, and all tokens, by part of speech."""
    known: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence in sentences:
        words = [word for word, _ in sentence]
        total.update(part for _, part in sentence)
        covered: set[int] = set()
        for index in range(len(words)):
            match = senses_at(words, index, language)
            if match is not None:
                covered.update(range(index, index + match[1]))
        known.update(sentence[index][1] for index in covered)
    return known, total


if __name__ == "__main__":
    raise SystemExit(main())
