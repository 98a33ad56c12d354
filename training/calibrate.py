"""Step 3b: calibrate the span heads on what training never saw.

    python -m training.calibrate

A network is surer than it is right. For attributions and for names one temperature is found that
makes the probabilities of tags fit (least error on PolNeAR dev and on NorNE Bokmål dev). It is
written to the run's `calibration.json`, and export folds it into the weights of the head: nothing
is left to do at run time. It does not change which tag is best, only how sure the reader says it
is.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

import numpy as np
from tokenizers import Tokenizer

from training.backbone import write_json
from training.corpora import read_sentences
from training.datasets import polnear
from training.decode import Score, Scores, Whole, log_softmax, score_texts
from training.examples import Strip, attribution_strip, sentence_strip
from training.places import Places, argument_parser, places_of
from training.scorers import torch_scorer

TEMPERATURES = np.round(np.arange(0.6, 3.01, 0.05), 2)
TOGETHER = 64


def held_back_strips(
    places: Places, tokenizer: Tokenizer, limit: int | None
) -> dict[str, list[Strip]]:
    """Cut and label the texts that calibrate each head."""
    articles = polnear(places, "dev")[:limit]
    path = places.data / "entities" / "norne_nob.dev.conllu.gz"
    sentences = list(read_sentences(path))[: limit * 25 if limit else None]
    return {
        "roles": [attribution_strip(tokenizer, article, {}) for article in articles],
        "names": [sentence_strip(tokenizer, sentence) for sentence in sentences],
    }


def labelled_scores(strips: list[Strip], task: str, score: Score) -> Iterator[tuple[Scores, Whole]]:
    """Score strips, and give the scores and labels of the pieces that carry one."""
    for at in range(0, len(strips), TOGETHER):
        chunk = strips[at : at + TOGETHER]
        for strip, sheet in zip(chunk, score_texts([s.ids for s in chunk], score), strict=True):
            labels = np.array(strip.labels[task], dtype=np.int64)
            yield sheet.labels[task][labels >= 0], labels[labels >= 0]


def best_temperature(scores: Scores, labels: Whole) -> float:
    """Find the temperature at which the labels are most probable."""
    places = np.arange(len(labels))
    errors = [-log_softmax(scores / t)[places, labels].mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(errors))])


def calibrate(places: Places, options: argparse.Namespace) -> Mapping[str, float]:
    """Find and write the temperatures."""
    run = places.run(options.run)
    score = torch_scorer(places.pruned, run / "checkpoint.pt", options.threads)
    tokenizer = Tokenizer.from_file(str(places.tokenizer))
    temperatures = {}
    for task, strips in held_back_strips(places, tokenizer, options.limit).items():
        parts = list(labelled_scores(strips, task, score))
        scores = np.concatenate([part for part, _ in parts])
        labels = np.concatenate([part for _, part in parts])
        temperatures[task] = best_temperature(scores, labels)
    write_json(run / "calibration.json", temperatures)
    return temperatures


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Calibrate the span heads.")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--limit", type=int, help="articles to calibrate on")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    print("temperatures:", dict(calibrate(places_of(options), options)))


if __name__ == "__main__":
    main()
