"""Step 2: prune the vocabulary to the languages served.

    python -m training.prune [--words 30000]

Kept are the pieces that the training texts use, those of the commonest words of each language (as
written, capitalised and, for the commonest, in capitals), single characters of the scripts that
news names use, and short numbers. Everything else costs memory and never fires.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

import numpy as np
import wordfreq
from tokenizers import Tokenizer

from training.backbone import read_stored_shape, read_stored_vocabulary, write_json
from training.corpora import read_sentences, sentence_text, tree_files
from training.places import Places, argument_parser, places_of
from training.tokenizer import SPACE, build_tokenizer

WORD_LISTS = ("en", "nb", "sv")  # Danish has no list of its own; its training texts are counted
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
CAPITALS = 3000
NUMBER = re.compile(r"[\d.,:%$€£\-/]{1,5}")


def is_plain_word(word: str) -> bool:
    """Tell whether a listed word is written in Latin letters and digits."""
    return all(
        unicodedata.name(letter, "").startswith(("LATIN", "DIGIT")) or letter in "-'’."
        for letter in word
    )


def common_words(count: int) -> Iterator[str]:
    """Find the commonest words of each language, in the shapes in which they are written."""
    for language in WORD_LISTS:
        listed = wordfreq.top_n_list(language, count, wordlist="large")
        words = [word for word in listed if is_plain_word(word)]
        yield from words
        yield from (word.capitalize() for word in words)
        yield from (word.upper() for word in words[:CAPITALS])


def training_texts(places: Places) -> Iterator[str]:
    """Read every text that training will see."""
    for name in ("polnear/train", "polnear/dev", "attribution_nb/passages", "entities/re3d"):
        with gzip.open(places.data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from json.loads(line)["text"].split("\n")
    for path in tree_files(places.data):
        yield from (sentence_text(sentence)[0] for sentence in read_sentences(path))


def is_basic_piece(piece: str) -> bool:
    """Tell whether a piece is one character or a short number: what every text may need."""
    bare = piece.lstrip(SPACE)
    if len(bare) <= 1 or (len(bare) == 2 and bare.isascii() and bare.isalnum()):
        if not bare:
            return True
        named = unicodedata.name(bare[0], "").startswith(SCRIPTS)
        return named or unicodedata.category(bare[0])[0] in "PSN"
    return bool(NUMBER.fullmatch(bare))


def pieces_used(tokenizer: Tokenizer, texts: Iterable[str]) -> set[int]:
    """Find the ids of all pieces that the texts are cut into."""
    used: set[int] = set()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 2000:
            used.update(id_ for cut in tokenizer.encode_batch(batch) for id_ in cut.ids)
            batch = []
    used.update(id_ for cut in tokenizer.encode_batch(batch) for id_ in cut.ids)
    return used


def prune(places: Places, words: int) -> int:
    """Write the pruned tokenizer and weights; returns the number of pieces kept."""
    vocabulary = read_stored_vocabulary(places.backbone)
    tokenizer = build_tokenizer(vocabulary)
    basic = {id_ for id_, piece in enumerate(vocabulary.pieces) if is_basic_piece(piece)}
    special = {vocabulary.begin, vocabulary.end, vocabulary.pad, vocabulary.unknown}
    used = pieces_used(tokenizer, training_texts(places))
    keep = sorted(basic | special | used | pieces_used(tokenizer, common_words(words)))
    places.pruned.mkdir(parents=True, exist_ok=True)
    smaller = replace(
        vocabulary,
        pieces=tuple(vocabulary.pieces[id_] for id_ in keep),
        scores=tuple(vocabulary.scores[id_] for id_ in keep),
    )
    build_tokenizer(smaller).save(str(places.tokenizer))
    weights = dict(np.load(places.backbone / "weights.npz"))
    weights["words.weight"] = weights["words.weight"][keep]
    np.savez(places.pruned / "weights.npz", **weights)
    shape = replace(read_stored_shape(places.backbone), vocabulary=len(keep))
    write_json(places.pruned / "shape.json", asdict(shape))
    return len(keep)


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Prune the vocabulary.")
    parser.add_argument("--words", type=int, default=30000, help="commonest words per language")
    options = parser.parse_args()
    print("pieces kept:", prune(places_of(options), options.words))


if __name__ == "__main__":
    main()
