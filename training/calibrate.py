"""Step 3c: calibrate the span heads on what training never saw.

    python -m training.calibrate

Two numbers per head, found on PolNeAR dev (roles) and on NorNE Bokmål dev and the English names
held back (names). *outside*: how much the score of "no span" is lowered, for the best F1; a network
that saw mostly unmarked words leaves spans out. *temperature*: what the scores are divided by, so
that the probability of a tag is as often right as it says. Both are written to the run's
`calibration.json`, and export folds them into the weights of the head: nothing is left to do at run
time.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ordmot.encoder.pieces import Group, group_words
from ordmot.encoder.tags import Found, find_spans, log_softmax
from ordmot.encoder.windows import Score, Scores, Sheet, Whole, score_pieces
from training.backbone import write_json
from training.corpora import read_sentences
from training.datasets import english_names, polnear
from training.evaluate import (
    NINE,
    THREE,
    Bench,
    attributions_in,
    compared,
    f1,
    gold_spans,
    load_scorer,
    sentence_groups,
)
from training.examples import Strip, attribution_strip, sentence_strip
from training.inventory import NAME_TYPES
from training.places import Places, argument_parser, places_of
from training.scorers import onnx_scorer, torch_scorer

TEMPERATURES = np.round(np.arange(0.6, 3.01, 0.05), 2)
HEADS = ("roles", "links", "names")
OUTSIDES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5)
Objective = Callable[[Sequence[Sheet]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What calibrates one head: labelled texts, their scores, and what is to be made large."""

    strips: list[Strip]
    sheets: list[Sheet]
    objective: Objective


def shifted(sheet: Sheet, task: str, outside: float) -> Sheet:
    """Lower the score of "no span" in a sheet."""
    scores = sheet.labels[task].copy()
    scores[:, 0] -= outside
    return replace(sheet, labels={**sheet.labels, task: scores})


def role_trial(bench: Bench) -> Trial:
    """Prepare attributions: the joint F1 of content and source counts."""
    records = polnear(bench.places, "dev")[: bench.limit]
    strips = [attribution_strip(bench.tokenizer, record, {}) for record in records]
    groups = [
        group_words(record["text"], strip.offsets)
        for record, strip in zip(records, strips, strict=True)
    ]
    score_docs = load_scorer(bench.places.shared)

    def joint(sheets: Sequence[Sheet]) -> float:
        found = [attributions_in(s, g) for s, g in zip(sheets, groups, strict=True)]
        pairs = zip(records, found, strict=True)
        result = score_docs([(r["text"], r["attributions"], predicted) for r, predicted in pairs])
        return float(result["joint_content_source"]["f1"] + result["attribution_f50"]["f1"])

    sheets = [score_pieces(strip.ids, bench.score) for strip in strips]
    return Trial(strips=strips, sheets=sheets, objective=joint)


def name_trial(bench: Bench) -> Trial:
    """Prepare names: the exact F1 over all of them counts, of nine types in Norwegian, else three.

    The English ones held back are too few to count as much as the Norwegian ones.
    """
    path = bench.places.data / "entities" / "norne_nob.dev.conllu.gz"
    sets = (
        (list(read_sentences(path))[: bench.limit], NINE),
        (english_names(bench.places, held_back=True)[: bench.limit], THREE),
    )
    sentences = [sentence for found, _ in sets for sentence in found]
    strips = [sentence_strip(bench.tokenizer, sentence) for sentence in sentences]
    groups: list[list[Group]] = [sentence_groups(bench, sentence)[1] for sentence in sentences]

    def exact(sheets: Sequence[Sheet]) -> float:
        pairs = zip(sheets, groups, sentences, strict=True)
        found = iter([(spans_in(sheet, words), gold_spans(s.names)) for sheet, words, s in pairs])
        counts = np.sum([counted(islice(found, len(p)), types) for p, types in sets], axis=0)
        return f1(*(int(count) for count in counts))

    sheets = [score_pieces(strip.ids, bench.score) for strip in strips]
    return Trial(strips=strips, sheets=sheets, objective=exact)


def spans_in(sheet: Sheet, words: Sequence[Group]) -> list[Found]:
    """Find the names in a sentence that has been scored."""
    return find_spans(sheet.labels["names"], words, NAME_TYPES)


def counted(pairs: Iterable[tuple[list[Found], list[Found]]], types: Mapping[str, str]) -> Whole:
    """Count names that are right, found and marked, over pairs of names found and marked."""
    counts = np.zeros(3, dtype=np.int64)
    for found, marked in pairs:
        counts += compared(found, marked, types)
    return counts


def best_outside(trial: Trial, task: str) -> float:
    """Find how far to lower the score of "no span"; the smallest of equally good ones."""
    values = [
        trial.objective([shifted(sheet, task, outside) for sheet in trial.sheets])
        for outside in OUTSIDES
    ]
    print(task, dict(zip(OUTSIDES, values, strict=True)), flush=True)
    return OUTSIDES[int(np.argmax(values))]


def best_temperature(scores: Scores, labels: Whole) -> float:
    """Find the temperature at which the labels are most probable."""
    places = np.arange(len(labels))
    errors = [-log_softmax(scores / t)[places, labels].mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(errors))])


def calibrated(trial: Trial, task: str) -> dict[str, float]:
    """Find both numbers of one head."""
    outside = best_outside(trial, task)
    scores = np.concatenate([shifted(s, task, outside).labels[task] for s in trial.sheets])
    labels = np.concatenate([np.array(strip.labels[task]) for strip in trial.strips])
    plain = (labels >= 0) & (labels < scores.shape[1])  # a partial label is none of the scores
    return {"outside": outside, "temperature": best_temperature(scores[plain], labels[plain])}


def only(score: Score, names: Sequence[str]) -> Score:
    """Keep some outputs of a scorer: all of them for all texts would fill the memory."""
    return lambda ids: {n: v for n, v in score(ids).items() if n in names}


def calibrate(places: Places, options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Find and write the numbers of both heads."""
    run = places.run(options.run)
    if options.graph:
        score = onnx_scorer(options.graph, HEADS)
    else:
        score = only(torch_scorer(places.pruned, run / "checkpoint.pt", options.threads), HEADS)
    bench = Bench(
        tokenizer=Tokenizer.from_file(str(places.tokenizer)),
        score=score,
        places=places,
        limit=options.limit,
    )
    numbers = {
        "roles": calibrated(role_trial(bench), "roles"),
        "names": calibrated(name_trial(bench), "names"),
    }
    write_json(run / "calibration.json", numbers)
    return numbers


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Calibrate the span heads.")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--graph", type=Path, help="an export without calibration: quicker")
    parser.add_argument("--limit", type=int, help="texts per head")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    print(calibrate(places_of(options), options))


if __name__ == "__main__":
    main()
