"""Measure who-says-what against annotated text, beside simpler systems in the same table.

    python bench/attribution.py --gold dev.jsonl.gz --out pred.jsonl --baseline quotes

The gold file has one article a line (`id`, `text`, `attributions`); predictions are written in the
same shape: those of encoder and rules together where there is a model, in the package or in the
folder that ORDMOT_MODEL names, else those of the rules. The metrics are those of
`score_attribution.py`, found under `tools/` of the folder that `--shared` or ORDMOT_SHARED names.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import re
import sys
import time
import types
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ordmot import documents, passages, statements
from ordmot.encoder import Reader, open_reader
from ordmot.ledger import Document, Mode, Passage, PassageKind, Source, Span, Statement, cut

Attribution = dict[str, list[dict[str, int]]]
Article = dict[str, Any]
System = Callable[[str], list[Attribution]]

_PLAIN_SPEECH = re.compile(
    r"\b(say|says|said|saying|tell|tells|told|telling|add|adds|added|adding|ask|asks|asked|asking"
    r"|write|writes|wrote|writing|report|reports|reported|state|states|stated"
    r"|si|sier|sa|sagt|forteller|fortalte|skriver|skrev|spør|spurte|svarer|svarte"
    r"|opplyser|opplyste|uttaler|uttalte|forklarer|forklarte|melder|meldte)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{2,}?)[\"“”„«»]")
_NAME = re.compile(r"[^\W\d_a-zæøå]\w+(?: [^\W\d_a-zæøå]\w+)+")


def read_gold(path: Path, fold: str) -> list[Article]:
    """Read the articles of a gold file; every fifth by the hash of its id is `held`.

    `untrained` are those that the training of the encoder holds back, by the hash of their words.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        articles: list[Article] = [json.loads(line) for line in lines if line.strip()]
    if fold == "all":
        return articles
    if fold == "untrained":
        return [article for article in articles if is_untrained(article["text"])]
    return [article for article in articles if is_held(article["id"]) == (fold == "held")]


def is_held(article_id: str) -> bool:
    """Tell whether an article is in the fifth that rules and models are never tuned on."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 == 0


def is_untrained(text: str) -> bool:
    """Tell whether a passage is in the fifth that `training` holds back."""
    letters = "".join(text.split()).lower()
    return int(hashlib.sha256(letters.encode()).hexdigest(), 16) % 5 == 0


def ordmot_system(text: str, reader: Reader | None = None) -> list[Attribution]:
    """Attribute a text with Ordmot; statements told inside others are left to their frame."""
    document = documents.read(Source(name="article.txt", data=text.encode("utf-8")))
    found = statements.attribute(document, passages.split(document), reader)
    return _as_attributions(document, found)


def ordmot_by_lines(text: str, reader: Reader | None = None) -> list[Attribution]:
    """Attribute a passage that stands with one sentence a line: the lines are one paragraph."""
    document = documents.read(Source(name="passage.txt", data=text.encode("utf-8")))
    words = document.text
    lines = [cut(document.id, words, m.start(), m.end()) for m in re.finditer(r".*\S.*", words)]
    whole = Passage(
        span=cut(document.id, words, 0, len(words)),
        language=document.language,
        kind=PassageKind.BODY,
        sentences=tuple(lines),
        reason="one sentence a line",
    )
    return _as_attributions(document, statements.attribute(document, (whole,), reader))


def _as_attributions(document: Document, found: Sequence[Statement]) -> list[Attribution]:
    """Write statements as annotated: a quotation that goes on has its speaker's source."""
    named: dict[str, Span] = {}
    rows = []
    for statement in outermost(found):
        source = statement.source or statement.speaker.span
        if source is None and statement.mode is Mode.DIRECT and not _is_turn(document, statement):
            source = named.get(statement.speaker.name)
        if statement.source is not None:
            named[statement.speaker.name] = statement.source
        rows.append(_as_attribution(document, statement, source))
    return rows


def _is_turn(document: Document, statement: Statement) -> bool:
    start = statement.content[0].start
    return document.text[max(0, start - 2) : start].strip() in {"-", "–", "—"}


def outermost(found: Sequence[Statement]) -> list[Statement]:
    """Leave out statements inside the content of another, and passages that only hand over.

    The annotation marks the outermost attribution alone.
    """
    frames = [s for s in found if s.cue is not None or s.source is not None or len(s.voices) < 3]
    kept: list[Statement] = []
    for statement in frames:
        is_inside = any(
            other is not statement
            and statement.cue is not None
            and any(piece.covers(statement.cue) for piece in other.content)
            for other in frames
        )
        if not is_inside:
            kept.append(statement)
    return kept


def _as_attribution(document: Document, statement: Statement, source: Span | None) -> Attribution:
    return {
        "source": _places(document, [source] if source else []),
        "cue": _places(document, [statement.cue] if statement.cue else []),
        "content": _places(document, statement.content),
    }


def _places(document: Document, spans: Iterable[Span]) -> list[dict[str, int]]:
    places = []
    for span in spans:
        start = document.original_offset(span.start)
        last = document.original_offset(span.end - 1)
        if start is not None and last is not None:
            places.append({"start": start, "end": last + 1})
    return places


def quotes_system(text: str) -> list[Attribution]:
    """Take every quotation as content and the nearest full name as its source."""
    names = [match.span() for match in _NAME.finditer(text)]
    return [
        {"source": _nearest(names, *match.span()), "cue": [], "content": [_place(*match.span())]}
        for match in _QUOTED.finditer(text)
        if " " in match.group(1)
    ]


def _nearest(names: Sequence[tuple[int, int]], start: int, end: int) -> list[dict[str, int]]:
    outside = [name for name in names if name[1] <= start or name[0] >= end]
    if not outside:
        return []
    return [_place(*min(outside, key=lambda name: max(start - name[1], name[0] - end)))]


def _place(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


SPACY_PIPELINE = os.environ.get("ORDMOT_BENCH_SPACY", "en_core_web_sm")
"""The spaCy pipeline that peers read with: a name, or the folder of one."""


def textacy_system() -> System | None:
    """Give textacy's direct quotations per paragraph, None where it or its model is missing."""
    try:
        import spacy  # type: ignore[import-not-found, unused-ignore]
        from textacy.extract.triples import (  # type: ignore[import-not-found, unused-ignore]
            direct_quotations,
        )
    except ImportError:
        return None
    try:
        read = spacy.load(SPACY_PIPELINE)
    except OSError:
        return None

    def attribute(text: str) -> list[Attribution]:
        found: list[Attribution] = []
        for match in re.finditer(r"[^\n]+", text):
            try:
                triples = list(direct_quotations(read(match.group())))
            except ValueError:  # an odd number of quotation marks
                continue
            for triple in triples:
                roles = zip(
                    ("source", "cue", "content"),
                    (triple.speaker, triple.cue, [triple.content]),
                    strict=True,
                )
                found.append({role: _token_places(match.start(), part) for role, part in roles})
        return found

    return attribute


def _token_places(offset: int, parts: Iterable[Any]) -> list[dict[str, int]]:
    places = []
    for part in parts:
        start = part.start_char if hasattr(part, "start_char") else part.idx
        places.append(_place(offset + start, offset + start + len(part.text)))
    return places


def with_reader(system: Callable[[str, Reader | None], list[Attribution]]) -> System | None:
    """Give Ordmot with its network beside the rules, None where there is no model."""
    reader = open_reader()
    return partial(system, reader=reader) if reader is not None else None


SYSTEMS: dict[str, Callable[[], System | None]] = {
    "ordmot rules": lambda: ordmot_system,
    "ordmot rules, by lines": lambda: ordmot_by_lines,
    "ordmot encoder and rules": lambda: with_reader(ordmot_system),
    "ordmot encoder and rules, by lines": lambda: with_reader(ordmot_by_lines),
    "quotes": lambda: quotes_system,
    "textacy": textacy_system,
}


def load_scorer(shared: Path) -> types.ModuleType:
    """Load `score_attribution.py`; leave with the reason where it is not there."""
    path = shared / "tools" / "score_attribution.py"
    if not path.is_file():
        sys.exit(f"{path} is missing: name the folder with --shared or ORDMOT_SHARED")
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def speech_recall(
    articles: Sequence[Article], predicted: Sequence[Any], scorer: types.ModuleType
) -> float:
    """Give the share of gold attributions with a plain speech verb that some content matches."""
    found = total = 0
    for article, attributions in zip(articles, predicted, strict=True):
        gold = [a for a in article["attributions"] if a.get("content")]
        result = scorer.score_docs([(article["text"], gold, attributions)])
        for _, number, match in result["_rows"]:
            words = " ".join(
                article["text"][piece["start"] : piece["end"]] for piece in gold[number]["cue"]
            )
            if _PLAIN_SPEECH.search(words):
                total += 1
                found += match is not None
    return 100 * found / total if total else 0.0


def measure(
    name: str, system: System, articles: Sequence[Article], scorer: types.ModuleType
) -> list[Any]:
    """Run one system over the articles and print its row of the table."""
    started = time.process_time()
    predicted = [system(article["text"]) for article in articles]
    seconds = time.process_time() - started
    pairs = [(a["text"], a["attributions"], p) for a, p in zip(articles, predicted, strict=True)]
    result = scorer.score_docs(pairs)
    tokens = [result["token"][role]["f1"] for role in ("source", "cue", "content")]
    row = (
        f"| {name} | {tokens[0]:.0f} / {tokens[1]:.0f} / {tokens[2]:.0f} "
        f"| {result['attribution_f50']['p']:.1f} / {result['attribution_f50']['r']:.1f} "
        f"| {result['attribution_f50']['f1']:.1f} | {result['source_acc_of_matched'] or 0:.1f} "
        f"| {result['joint_content_source']['f1']:.1f} | {result['strict']['f1']:.1f} "
        f"| {speech_recall(articles, predicted, scorer):.1f} | {len(articles) / seconds:.1f} |"
    )
    print(row)
    return predicted


def main() -> None:
    """Read the command line, write the predictions, print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--gold", type=Path, required=True, help="JSON lines, gzipped or plain")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    parser.add_argument("--baseline", action="append", default=[], choices=sorted(SYSTEMS))
    parser.add_argument("--fold", default="all", choices=["all", "seen", "held", "untrained"])
    shared = os.environ.get("ORDMOT_SHARED", Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--shared", type=Path, default=Path(shared))
    options = parser.parse_args()
    scorer, articles = load_scorer(options.shared), read_gold(options.gold, options.fold)
    print(
        "| system | source / cue / content token F1 | P / R | attribution F1 | source right "
        "| joint F1 | exact content F1 | speech-cue recall | articles per CPU-second |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    has_paragraphs = any("\n\n" in article["text"] for article in articles)
    layout = "" if has_paragraphs else ", by lines"
    ours = [f"ordmot rules{layout}", f"ordmot encoder and rules{layout}"]
    for name in [*ours, *options.baseline]:
        system = SYSTEMS[name]()
        if system is None:
            print(f"| {name} | not installed |")
            continue
        predicted = measure(name, system, articles, scorer)
        if name in ours:  # the encoder's, where there is a model: it comes last
            write(options.out, articles, predicted)


def write(path: Path, articles: Sequence[Article], predicted: Sequence[Any]) -> None:
    """Write one line an article in the scorer's format."""
    with path.open("w", encoding="utf-8") as out:
        for article, attributions in zip(articles, predicted, strict=True):
            out.write(json.dumps({"id": article["id"], "attributions": attributions}) + "\n")


if __name__ == "__main__":
    main()
