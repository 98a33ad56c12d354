"""Step 5: measure a checkpoint or an exported graph on what training never saw.

    python -m training.evaluate                         # the checkpoint of the run
    python -m training.evaluate --graph reader.int8.onnx
    python -m training.evaluate --tasks roles --limit 20

Attribution is scored by the project's own scorer (`tools/score_attribution.py` of the shared
folder); names by exact spans and types; trees with the words that the treebank gives, punctuation
included, relations without their subtypes (and with them, for comparison).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from ordmot.encoder.links import find_attributions
from ordmot.encoder.pieces import Group, cut_paragraphs, group_words
from ordmot.encoder.tags import Found, best_label, find_spans
from ordmot.encoder.trees import sentence_tree
from ordmot.encoder.windows import USUAL, Score, Sheet, score_pieces
from training.corpora import Sentence, read_sentences, sentence_text
from training.datasets import (
    bokmaal_trees,
    english_names,
    field_documents,
    own_texts,
    passages,
    polnear,
)
from training.examples import attribution_strip, mention_marks, word_pieces
from training.inventory import (
    MENTION_TYPES,
    NAME_TYPES,
    PARTS_OF_SPEECH,
    RELATIONS,
    universal,
)
from training.places import Places, argument_parser, places_of
from training.scorers import onnx_scorer, torch_scorer

Attribution = dict[str, Any]
ROOT = RELATIONS.index("root")
NAME_FILES = {
    "NorNE Bokmål dev": "norne_nob.dev.conllu.gz",
    "NorNE Bokmål test": "norne_nob.test.conllu.gz",
    "NorNE Nynorsk test": "norne_nno.test.conllu.gz",
    "UNER English EWT test": "uner_en_ewt.test.iob2.gz",
    "UNER Danish DDT test": "uner_da_ddt.test.iob2.gz",
}
TREE_FILES = {
    "UD Bokmål test": "nb_bokmaal.test.conllu.gz",
    "UD Nynorsk test": "nn_nynorsk.test.conllu.gz",
    "UD English EWT test": "en_ewt.test.conllu.gz",
    "UD Danish DDT test": "da_ddt.test.conllu.gz",
    "UD Swedish Talbanken test": "sv_talbanken.test.conllu.gz",
}
# NorNE's nine types in the seven of its own evaluation, and in the three of Universal NER.
NINE = {type_: type_ for type_ in NAME_TYPES}
SEVEN = {type_: type_.removeprefix("GPE_") for type_ in NAME_TYPES}
THREE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "GPE_LOC": "LOC", "GPE_ORG": "LOC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What measuring needs: a tokenizer, something that scores, the folders, how many texts."""

    tokenizer: Tokenizer
    score: Score
    places: Places
    limit: int | None = None


def read_attributions(bench: Bench, text: str) -> list[Attribution]:
    """Find who says what in a text, in the format of the scorer."""
    ids, offsets = cut_paragraphs(bench.tokenizer, text)
    return attributions_in(score_pieces(ids, bench.score), group_words(text, offsets))


def attributions_in(sheet: Sheet, groups: Sequence[Group]) -> list[Attribution]:
    """Find who says what in a text that has been scored."""
    result = []
    found, attributions = find_attributions(sheet, groups)
    for linked in attributions:
        parts = {"source": linked.source, "cue": linked.cue}
        record = {
            role: [fragment(found[number], groups)] if number is not None else []
            for role, number in parts.items()
        }
        record["content"] = [fragment(found[number], groups) for number in linked.contents]
        result.append(record)
    return result


def fragment(span: Found, groups: Sequence[Group]) -> dict[str, int]:
    """Find the characters of a span."""
    return {"start": groups[span.first].start, "end": groups[span.last].end}


def load_scorer(shared: Path) -> Callable[[list[Any]], dict[str, Any]]:
    """Load the attribution scorer of the shared folder."""
    path = shared / "tools" / "score_attribution.py"
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        message = f"no scorer at {path}: name the folder with --shared"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    scorer: Callable[[list[Any]], dict[str, Any]] = module.score_docs
    return scorer


def measure_attributions(bench: Bench) -> dict[str, dict[str, float]]:
    """Score attributions on PolNeAR dev, the held-back passages and our own held-back texts."""
    score_docs = load_scorer(bench.places.shared)
    sets = {
        "PolNeAR dev": polnear(bench.places, "dev"),
        "Norwegian passages, held back": passages(bench.places, held_back=True),
        "own texts, held back": own_texts(held_back=True),
    }
    return {
        name: attribution_row(bench, records[: bench.limit], score_docs)
        for name, records in sets.items()
        if records
    }


def attribution_row(
    bench: Bench, records: list[dict[str, Any]], score_docs: Callable[[list[Any]], dict[str, Any]]
) -> dict[str, float]:
    """Score one set of texts."""
    triples = [(r["text"], r["attributions"], read_attributions(bench, r["text"])) for r in records]
    result = score_docs(triples)
    return {
        "f1": result["attribution_f50"]["f1"],
        "precision": result["attribution_f50"]["p"],
        "recall": result["attribution_f50"]["r"],
        "source": result["source_acc_of_matched"],
        "joint": result["joint_content_source"]["f1"],
        "exact": result["strict"]["f1"],
        "cue": result["cue_acc_of_matched"],
        **{f"token {role}": result["token"][role]["f1"] for role in ("source", "cue", "content")},
        "texts": len(records),
    }


def measure_acts(bench: Bench) -> dict[str, dict[str, float]]:
    """Score the speech acts of marked cues on the held-back Norwegian texts."""
    sets = {
        "Norwegian passages, held back": passages(bench.places, held_back=True),
        "own texts, held back": own_texts(held_back=True),
    }
    return {name: act_row(bench, found[: bench.limit]) for name, found in sets.items() if found}


def act_row(bench: Bench, records: list[dict[str, Any]]) -> dict[str, float]:
    """Score the acts of one set; how often "say" alone would be right stands beside."""
    right = count = say = 0
    for record in records:
        strip = attribution_strip(bench.tokenizer, record, {})
        scores = score_pieces(strip.ids, bench.score).labels["acts"]
        labels = strip.labels["acts"]
        firsts = [i for i, label in enumerate(labels) if label >= 0 and labels[i - 1] != label]
        for first in firsts:
            stop = next((i for i in range(first, len(labels)) if labels[i] < 0), len(labels))
            right += best_label(scores, (first, stop))[0] == labels[first]
            say += labels[first] == 0
            count += 1
    rates = {"accuracy": right, "always say": say}
    return {**{n: round(100 * c / max(1, count), 1) for n, c in rates.items()}, "cues": count}


def sentence_groups(bench: Bench, sentence: Sentence) -> tuple[list[int], list[Group]]:
    """Cut a sentence into pieces, grouped by the words that its corpus gives."""
    text, starts = sentence_text(sentence)
    cut = bench.tokenizer.encode(text, add_special_tokens=False)
    pieces = word_pieces(list(cut.offsets), starts)
    groups = [
        Group(start=start, end=start + len(word), first=first, stop=stop)
        for start, word, (first, stop) in zip(starts, sentence.words, pieces, strict=True)
    ]
    return list(cut.ids), groups


def scored(
    bench: Bench, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sheet, list[Group]]]:
    """Score sentences, each by itself, and give its scores and words."""
    for sentence in sentences:
        ids, groups = sentence_groups(bench, sentence)
        yield sentence, score_pieces(ids, bench.score), groups


def scored_in_text(
    bench: Bench, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sheet, list[Group]]]:
    """Score sentences beside their neighbours, in windows as the package reads running text."""
    cuts = [sentence_groups(bench, sentence) for sentence in sentences]
    for first, stop in neighbours([len(ids) for ids, _ in cuts]):
        joined = [id_ for ids, _ in cuts[first:stop] for id_ in ids]
        names = score_pieces(joined, bench.score).labels["names"]
        at = 0
        for number in range(first, stop):
            ids, groups = cuts[number]
            own = Sheet(labels={"names": names[at : at + len(ids)]}, pointers={}, frames=[])
            yield sentences[number], own, groups
            at += len(ids)


def neighbours(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Group sentences that follow one another, as many as a usual window holds.

    >>> list(neighbours([90, 60, 70, 200]))
    [(0, 2), (2, 3), (3, 4)]
    """
    first, filled = 0, 0
    for number, length in enumerate(lengths):
        if number > first and filled + length > USUAL:
            yield first, number
            first, filled = number, 0
        filled += length
    if first < len(lengths):
        yield first, len(lengths)


def gold_spans(tags: Sequence[str]) -> list[Found]:
    """Collect the spans of a sequence of written tags."""
    found: list[Found] = []
    for place, tag in enumerate(tags):
        if tag == "O":
            continue
        if tag[0] == "I" and found and found[-1].last == place - 1 and found[-1].tag == tag[2:]:
            found[-1] = Found(tag=tag[2:], first=found[-1].first, last=place, score=1.0)
        else:
            found.append(Found(tag=tag[2:], first=place, last=place, score=1.0))
    return found


def f1(right: int, predicted: int, gold: int) -> float:
    """Find the harmonic mean of precision and recall, in per cent.

    >>> f1(1, 2, 2)
    50.0
    """
    return round(200 * right / max(1, predicted + gold), 2)


def name_row(bench: Bench, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Score names by exact span and type, in the types that the corpus marks.

    Each sentence is read alone, and once more in its text.
    """
    maps = {"nine": NINE, "seven": SEVEN}
    maps = {"three": THREE} if sentences[0].scheme == "uner" else maps
    rates: dict[str, float] = {}
    for way, read in (("", scored), (" in text", scored_in_text)):
        counts = {name: [0, 0, 0] for name in maps}
        for sentence, sheet, groups in read(bench, sentences):
            found = find_spans(sheet.labels["names"], groups, NAME_TYPES)
            for name, types in maps.items():
                for place, count in enumerate(compared(found, gold_spans(sentence.names), types)):
                    counts[name][place] += count
        rates |= {f"{name}{way}": f1(*count) for name, count in counts.items()}
    return {**rates, "sentences": len(sentences)}


def compared(
    found: Sequence[Found], marked: Sequence[Found], types: Mapping[str, str]
) -> tuple[int, int, int]:
    """Count names that are right, that were found, and that are marked."""
    predicted = {(s.first, s.last, types[s.tag]) for s in found if s.tag in types}
    gold = {(s.first, s.last, types.get(s.tag, s.tag)) for s in marked}
    return len(predicted & gold), len(predicted), len(gold)


def measure_names(bench: Bench) -> dict[str, dict[str, float]]:
    """Score names on every test part and what was held back."""
    folder = bench.places.data / "entities"
    sets = {name: list(read_sentences(folder / file)) for name, file in NAME_FILES.items()}
    sets["UNER English, held back"] = english_names(bench.places, held_back=True)
    return {name: name_row(bench, found[: bench.limit]) for name, found in sets.items()}


def measure_mentions(bench: Bench) -> dict[str, dict[str, float]]:
    """Score re3d mentions on the documents held back."""
    counts = [0, 0, 0]
    records = field_documents(bench.places, held_back=True)[: bench.limit]
    for record in records:
        ids, offsets = cut_paragraphs(bench.tokenizer, record["text"])
        groups = group_words(record["text"], offsets)
        sheet = score_pieces(ids, bench.score)
        found = find_spans(sheet.labels["mentions"], groups, MENTION_TYPES)
        predicted = {(groups[s.first].start, groups[s.last].end, s.tag) for s in found}
        gold = {(mark.start, mark.end, mark.tag) for mark in mention_marks(record)}
        for place, value in enumerate((len(predicted & gold), len(predicted), len(gold))):
            counts[place] += value
    return {"re3d, held back": {"f1": f1(*counts), "texts": len(records)}}


def tree_row(bench: Bench, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Score parts of speech, heads and relations."""
    words = parts = attached = labelled = exact = 0
    for sentence, sheet, groups in scored(bench, sentences):
        numbers = sheet.labels["parts"].argmax(-1)
        heads, relations = sentence_tree(sheet, groups, ROOT)
        nodes = sentence.tree.nodes if sentence.tree is not None else ()
        for place, node in enumerate(nodes):
            words += 1
            parts += PARTS_OF_SPEECH[numbers[groups[place].first]] == node.upos
            if heads[place] == node.head:
                attached += 1
                relation = RELATIONS[relations[place]]
                labelled += universal(relation) == universal(node.relation)
                exact += relation == node.relation
    shares = {"upos": parts, "uas": attached, "las": labelled, "las with subtypes": exact}
    rates = {name: round(100 * count / max(1, words), 2) for name, count in shares.items()}
    return {**rates, "words": words}


def measure_trees(bench: Bench) -> dict[str, dict[str, float]]:
    """Score syntax on every test part and on the held-back Bokmål sentences."""
    folder = bench.places.data / "syntax"
    sets = {name: list(read_sentences(folder / file)) for name, file in TREE_FILES.items()}
    sets["UD Bokmål dev, held back"] = bokmaal_trees(bench.places, held_back=True)
    return {name: tree_row(bench, found[: bench.limit]) for name, found in sets.items()}


def measure_speed(bench: Bench) -> dict[str, dict[str, float]]:
    """Find the words per second of scoring and of scoring with decoding."""
    texts = [record["text"] for record in polnear(bench.places, "dev")[:10]]
    read_attributions(bench, texts[0])
    words = sum(len(text.split()) for text in texts)
    cuts = [cut_paragraphs(bench.tokenizer, text)[0] for text in texts]
    began = time.perf_counter()
    for ids in cuts:
        score_pieces(ids, bench.score)
    scored = time.perf_counter() - began
    began = time.perf_counter()
    for text in texts:
        read_attributions(bench, text)
    whole = time.perf_counter() - began
    rates = {"scoring": words / scored, "with decoding": words / whole}
    return {"words per second": {name: round(rate) for name, rate in rates.items()}}


MEASURES: Mapping[str, Callable[[Bench], dict[str, dict[str, float]]]] = {
    "roles": measure_attributions,
    "acts": measure_acts,
    "names": measure_names,
    "mentions": measure_mentions,
    "trees": measure_trees,
    "speed": measure_speed,
}


def build_bench(options: argparse.Namespace) -> Bench:
    """Load what the options name."""
    places = places_of(options)
    if options.graph:
        score = onnx_scorer(options.graph)
    else:
        checkpoint = places.run(options.run) / "checkpoint.pt"
        score = torch_scorer(places.pruned, checkpoint, options.threads)
    tokenizer = Tokenizer.from_file(str(places.tokenizer))
    return Bench(tokenizer=tokenizer, score=score, places=places, limit=options.limit)


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Measure a checkpoint or an exported graph.")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--graph", type=Path, help="an exported graph instead of the checkpoint")
    parser.add_argument("--tasks", nargs="+", default=list(MEASURES), choices=list(MEASURES))
    parser.add_argument("--limit", type=int, help="texts or sentences per set")
    parser.add_argument("--threads", type=int, default=1, help="of PyTorch; a graph takes one")
    parser.add_argument("--out", type=Path, help="write the numbers here as JSON")
    options = parser.parse_args()
    bench = build_bench(options)
    results = {}
    for task in options.tasks:
        for name, row in MEASURES[task](bench).items():
            results[f"{task}: {name}"] = row
            print(f"{task:9} {name:32}", "  ".join(f"{k} {v}" for k, v in row.items()), flush=True)
    if options.out:
        options.out.write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
