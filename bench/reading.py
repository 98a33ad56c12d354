"""How well languages and encodings are told: on the sentences of Universal Dependencies treebanks.

    python bench/reading.py --part test --shared ../shared

The treebanks (`syntax/*.conllu.gz`) are not part of the project; without them nothing is measured.
"""

from __future__ import annotations

import argparse
import gzip
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ordmot.documents.decoding import decode
from ordmot.lexicon.identify import identify
from ordmot.passages.sentences import find_sentences

TREEBANKS = {
    "en": "en_ewt",
    "nb": "nb_bokmaal",
    "nn": "nn_nynorsk",
    "sv": "sv_talbanken",
    "da": "da_ddt",
}
ENCODINGS = ("utf-8", "latin-1", "cp1252", "mac_roman", "cp865", "utf-16")
BANDS = ((3, "1-3"), (8, "4-8"), (15, "9-15"), (10_000, "16+"))
GROUP = 12
"""Sentences that are joined to a text for the measure of sentence boundaries."""


def main() -> None:
    """Measure and print three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("ORDMOT_SHARED", Path(__file__).parents[2] / "shared")
    parser.add_argument("--shared", type=Path, default=Path(default))
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    options = parser.parse_args()
    folder = options.shared / "data" / "syntax"
    if not folder.is_dir():
        raise SystemExit(f"No treebanks in {folder}: give their folder with --shared.")
    sentences = {
        language: list(read_sentences(folder / f"{name}.{options.part}.conllu.gz"))
        for language, name in TREEBANKS.items()
    }
    print_languages(sentences)
    print_encodings(sentences)
    print_boundaries(sentences)


def read_sentences(path: Path) -> Iterator[str]:
    """Read the sentences of a treebank."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ").strip()


def print_languages(sentences: Mapping[str, Sequence[str]]) -> None:
    """Print the share of sentences whose language is told right, by their length in words."""
    print("language of one sentence, share right by number of words")
    for language, texts in sentences.items():
        right: dict[str, Counter[bool]] = defaultdict(Counter)
        for text in texts:
            likely = identify(text)
            told = max(likely, key=lambda name: likely[name]) if likely else "und"
            right[band_of(text)][told == language] += 1
        shares = (f"{name}: {share(right[name])}" for _, name in BANDS)
        print(f"  {language}  " + "  ".join(shares))


def band_of(text: str) -> str:
    """Name the band of lengths that a sentence falls in."""
    return next(name for limit, name in BANDS if len(text.split()) <= limit)


def share(counts: Counter[bool]) -> str:
    """Write the share of what is right, and of how many."""
    total = counts.total()
    return f"{counts[True] / total:.3f} ({total})" if total else "-"


def print_encodings(sentences: Mapping[str, Sequence[str]]) -> None:
    """Print the share of sentences beyond ASCII that come out right of each encoding."""
    print("sentences beyond ASCII decoded right")
    for language, texts in sentences.items():
        shares = []
        for encoding in ENCODINGS:
            right: Counter[bool] = Counter()
            for text in texts:
                data = None if text.isascii() else encoded(text, encoding)
                if data is not None:
                    right[decode(data)[0].lstrip("\ufeff") == text] += 1
            shares.append(f"{encoding}: {share(right)}")
        print(f"  {language}  " + "  ".join(shares))


def encoded(text: str, encoding: str) -> bytes | None:
    """Encode a text; None where the encoding lacks one of its characters."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return None


def print_boundaries(sentences: Mapping[str, Sequence[str]]) -> None:
    """Print precision and recall of sentence ends, recall of those after a final mark."""
    print("sentence ends")
    for language in ("en", "nb", "nn"):
        found = wrong = missed = 0
        texts = sentences[language]
        for start in range(0, len(texts), GROUP):
            group = texts[start : start + GROUP]
            text = " ".join(group)
            ends = {len(" ".join(group[: count + 1])) for count in range(len(group))}
            told = {end for _, end in find_sentences(text, 0, len(text), language)}
            marked = {end for end in ends if text[end - 1] in '.!?…"”»)'}
            found, wrong = found + len(told & ends), wrong + len(told - ends)
            missed += len(marked - told)
        print(f"  {language}  P {found / (found + wrong):.4f}  R {found / (found + missed):.4f}")


if __name__ == "__main__":
    main()
