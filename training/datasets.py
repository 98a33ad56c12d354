"""Which data train which heads, how often, and what is held back from them.

Held back, and never trained on: every test part; the development part of PolNeAR; NorNE's names
of the Bokmål development part; a fifth of the Norwegian attribution passages, whose sentences are
also taken out of the Bokmål trees (they measure syntax); a tenth of the English names and of re3d;
a third of the texts written for this project (`training/texts/`).
"""

from __future__ import annotations

import gzip
import json
import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.annotations import annotated_passages, with_names
from training.corpora import Sentence, is_held_back, read_sentences, sentence_text
from training.examples import (
    Example,
    Strip,
    attribution_strip,
    mention_strip,
    packed,
    sentence_strip,
    windows,
)
from training.hints import with_name_hints
from training.places import REPOSITORY, Places
from training.texts import records_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PASSAGE_SHARE, NAME_SHARE, FIELD_SHARE = 5, 10, 10

# How often one turn through the data sees each sentence file.
SENTENCE_TURNS = {
    "entities/norne_nob.train.ndt.conll": 1.0,
    "entities/norne_nno.train.ndt.conll": 0.35,
    "entities/norne_nno.dev.conllu": 1.0,
    "entities/uner_da_ddt.train.iob2": 0.25,
    "entities/uner_en_ewt.dev.iob2": 3.0,
    "syntax/en_ewt.train.conllu": 1.25,
    "syntax/nb_bokmaal.dev.conllu": 2.0,
    "syntax/nn_nynorsk.dev.conllu": 1.5,
    "syntax/da_ddt.dev.conllu": 0.7,
    "syntax/sv_talbanken.dev.conllu": 0.7,
}
ARTICLE_TURNS = {"polnear": 1.0, "attribution_nb": 4.0, "ndt": 4.0, "own": 4.0, "re3d": 2.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The strips of one source and how often a turn sees them."""

    name: str
    strips: list[Strip]
    turns: float


def read_records(path: Path) -> list[dict[str, Any]]:
    """Read a JSON Lines file, compressed or not."""
    opener: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def polnear(places: Places, part: str) -> list[dict[str, Any]]:
    """Read a part of PolNeAR; attributions without content are debris and left out."""
    records = read_records(places.data / "polnear" / f"{part}.jsonl.gz")
    for record in records:
        record["attributions"] = [a for a in record["attributions"] if a["content"]]
    return records


def passages(places: Places, *, held_back: bool) -> list[dict[str, Any]]:
    """Read the Norwegian passages that train, or those held back."""
    records = read_records(places.data / "attribution_nb" / "passages.jsonl.gz")
    return [r for r in records if is_held_back(r["text"], PASSAGE_SHARE) == held_back]


def treebank_passages(places: Places) -> list[dict[str, Any]]:
    """Read the passages of the Norwegian treebank that this project annotated."""
    found = read_sentences(places.data / "entities/norne_nob.train.ndt.conll.gz")
    return list(annotated_passages(list(found)))


def own_texts(*, held_back: bool) -> list[dict[str, Any]]:
    """Read the texts written for this project that train, or those held back."""
    return records_of("test" if held_back else "train")


def field_documents(places: Places, *, held_back: bool) -> list[dict[str, Any]]:
    """Read the re3d documents that train, or those held back."""
    records = read_records(places.data / "entities" / "re3d.jsonl.gz")
    return [r for r in records if is_held_back(r["text"], FIELD_SHARE) == held_back]


def held_back_letters(places: Places) -> str:
    """Join the letters of the held-back passages, to find their sentences in other corpora."""
    texts = (record["text"] for record in passages(places, held_back=True))
    return "\n".join("".join(text.split()) for text in texts)


def bokmaal_trees(places: Places, *, held_back: bool) -> list[Sentence]:
    """Read the Bokmål development trees that train, or those of the held-back passages."""
    letters = held_back_letters(places)
    found = read_sentences(places.data / "syntax/nb_bokmaal.dev.conllu.gz")
    return [s for s in found if ("".join(s.words).replace(" ", "") in letters) == held_back]


def english_names(places: Places, *, held_back: bool) -> list[Sentence]:
    """Read the English names that train, or those held back."""
    found = read_sentences(places.data / "entities/uner_en_ewt.dev.iob2.gz")
    return [s for s in found if is_held_back(sentence_text(s)[0], NAME_SHARE) == held_back]


def training_sentences(places: Places, name: str) -> list[Sentence]:
    """Read the sentences of one file, less what is held back."""
    if "nb_bokmaal" in name:
        return bokmaal_trees(places, held_back=False)
    if "uner_en" in name:
        return english_names(places, held_back=False)
    if "en_ewt.train" in name:
        found = read_sentences(places.data / f"{name}.gz")
        return [with_names(s) or with_name_hints(s) for s in found]
    return list(read_sentences(places.data / f"{name}.gz"))


def cue_acts(languages: tuple[str, ...] = ("en", "nb")) -> dict[str, str]:
    """Read the speech act of each listed cue from the package's own word lists."""
    acts: dict[str, str] = {}
    for language in languages:
        path = REPOSITORY / "src" / "ordmot" / "lexicon" / language / "cues.toml"
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = (e for group in table.values() if isinstance(group, list) for e in group)
        for entry in entries:
            if isinstance(entry, dict) and {"act", "forms"} <= entry.keys():
                forms = (form for row in entry["forms"] for form in row.split(", "))
                for form in forms:
                    acts.setdefault(form, entry["act"])
    return acts


def sentence_corpora(places: Places, tokenizer: Tokenizer) -> list[Corpus]:
    """Cut and label all sentence files."""
    corpora = []
    for name, turns in SENTENCE_TURNS.items():
        found = training_sentences(places, name)
        strips = [sentence_strip(tokenizer, sentence) for sentence in found]
        corpora.append(Corpus(name=name, strips=strips, turns=turns))
    return corpora


def article_corpora(places: Places, tokenizer: Tokenizer) -> list[Corpus]:
    """Cut and label all articles, passages and documents."""
    acts = cue_acts()
    annotated = {
        "polnear": polnear(places, "train"),
        "attribution_nb": passages(places, held_back=False),
        "ndt": treebank_passages(places),
        "own": own_texts(held_back=False),
    }
    strips = {
        name: [attribution_strip(tokenizer, record, acts) for record in records]
        for name, records in annotated.items()
    }
    documents = field_documents(places, held_back=False)
    strips["re3d"] = [mention_strip(tokenizer, record) for record in documents]
    return [Corpus(name=n, strips=s, turns=ARTICLE_TURNS[n]) for n, s in strips.items() if s]


def repeated(corpus: Corpus, order: random.Random) -> Iterator[Strip]:
    """Give the strips of one turn: whole rounds, then a random run for the fraction.

    A fraction is a run of neighbours, so that sentences still stand beside those they stood beside.
    """
    for _ in range(int(corpus.turns)):
        yield from corpus.strips
    count = round((corpus.turns % 1) * len(corpus.strips))
    start = order.randrange(len(corpus.strips))
    yield from (corpus.strips[(start + step) % len(corpus.strips)] for step in range(count))


def sentence_turn(corpora: list[Corpus], turn: int) -> list[Example]:
    """Make the examples of one turn through the sentence files."""
    order = random.Random(turn)  # noqa: S311 - shuffling, not secrets
    return [e for corpus in corpora for e in packed(list(repeated(corpus, order)), order)]


def article_turn(corpora: list[Corpus], turn: int) -> list[Example]:
    """Make the examples of one turn through the articles, windows cut anew each time."""
    order = random.Random(turn)  # noqa: S311 - shuffling, not secrets
    found: list[Example] = []
    for corpus in corpora:
        for strip in repeated(corpus, order):
            shift = order.randrange(254) if len(strip.ids) > 254 else 0
            found.extend(windows(strip, shift))
    return found
