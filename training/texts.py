"""Compile the hand-annotated texts in `training/texts/` to attribution records, and check them.

A text is written with flat brackets (`training/texts/README.md` has the whole manner):

    ## storm-01 | nb | agency | ifolge
    [Q1 Ifølge] [S1 politiet] [C1 er veien stengt]. [S2 De] [Q2:deny avviser] [C2 alt annet].
    > 2: the pronoun is the police

`S` is a source, `Q` a cue, `C` content; the number names the attribution, the word after the colon
its speech act ("say" where none stands). Run `python -m training.texts --out FILE.jsonl.gz`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from training import inventory
from training.corpora import is_held_back

FOLDER = Path(__file__).resolve().parent / "texts"
COMPILED = FOLDER / "texts.jsonl"
OWN_SHARE = 3  # one text in three is a test text; which one hangs on its words alone

ROLES = {"S": "source", "Q": "cue", "C": "content"}
LANGUAGES = ("nb", "nn", "mixed")
ACTS = tuple(act for act in inventory.ACTS if act != "accuse")  # accusations are marked "claim"
GENRES = (
    "agency",
    "local",
    "court",
    "sport",
    "economy",
    "accident",
    "weather",
    "foreign",
    "politics",
    "interview",
    "commentary",
    "liveblog",
    "release",
    "transcript",
    "report",
)
PHENOMENA = (
    "apposition",  # a source with a long title or an apposition, mostly after the quote
    "attitude",  # a stance instead of a speech verb: "er skeptisk til"
    "blockquote",  # a quotation that stands alone, without marks or verb of saying
    "caption",  # picture texts and credits among the paragraphs
    "continuation",  # further words of the last speaker without a new verb of saying
    "dash",  # dialogue with dashes
    "elided",  # two verbs of saying share one subject
    "foreign",  # commentary or news that quotes a foreign report
    "headline",  # the words of somebody as a headline
    "hearsay",  # "skal ha", "etter sigende", "visstnok", "det heter seg"
    "ifolge",  # "ifølge", "etter det X opplyser"
    "leadin",  # a sentence that hands over to the next paragraph
    "mixed",  # one attribution in two languages
    "multiparagraph",  # a quotation over several paragraphs
    "negated",  # somebody does not say, want, believe
    "nested",  # a voice within a voice: only the outermost is marked
    "nominal",  # a noun as cue: "påstanden om at"
    "noquote",  # a text in which nobody is quoted
    "passive",  # "ble lovet", "er blitt forespeilet", "heter det"
    "pronoun",  # a pronoun or "som" as source
    "question",  # questions and answers
    "split",  # a quotation cut in two by its verb of saying
    "turns",  # NAME: words
    "written",  # statements out of letters, messages, reports
)

HEADER = re.compile(r"## (?P<id>[\w-]+) \| (?P<language>\w+) \| (?P<genre>\w+) \|(?P<tags>.*)")
NOTE = re.compile(r"> (?P<owner>\d+): (?P<note>.+)")
BRACKET = re.compile(r"\[([SQC])(\d+(?:,\d+)*)(?::([a-z]+))? ([^\[\]]+)\]")


class MarkupError(ValueError):
    """A text is not marked as the manner asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """Some words of a text and where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who (source) says (cue) what (content), each in one or more fragments, or none."""

    number: int
    source: tuple[Fragment, ...]
    cue: tuple[Fragment, ...]
    content: tuple[Fragment, ...]
    act: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedText:
    """One text with its attributions, what it is like, and whether training may see it."""

    id: str
    language: str
    genre: str
    phenomena: tuple[str, ...]
    text: str
    attributions: tuple[Attribution, ...]

    @property
    def part(self) -> str:
        """Tell which part the text belongs to, "train" or "test"."""
        return "test" if is_held_back(self.text, OWN_SHARE) else "train"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """One bracket of the markup: a role, the attributions it belongs to, an act, the words."""

    role: str
    owners: tuple[int, ...]
    act: str | None
    words: Fragment


def read_texts(folder: Path = FOLDER) -> list[AnnotatedText]:
    """Read, compile and check every marked text of a folder, file by file in order of name."""
    texts = [text for path in marked_files(folder) for text in read_file(path)]
    repeated = [name for name, count in Counter(text.id for text in texts).items() if count > 1]
    if repeated:
        raise MarkupError(f"every text needs an id of its own; used twice: {repeated}")
    return texts


def marked_files(folder: Path) -> list[Path]:
    """Find the files that hold marked texts."""
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def read_file(path: Path) -> list[AnnotatedText]:
    """Read the texts of one file; an error names the file."""
    blocks = re.split(r"^(?=## )", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    try:
        return [compile_text(block) for block in blocks if block.startswith("## ")]
    except MarkupError as error:
        raise MarkupError(f"{path.name}: {error}") from error


def compile_text(block: str) -> AnnotatedText:
    r"""Compile one marked text, its header line first.

    >>> block = "## a | nb | local |\n– [C1 Ja], [Q1 sier] [S1 hun]."
    >>> text = compile_text(block)
    >>> text.text, text.attributions[0].content[0].start
    ('– Ja, sier hun.', 2)
    """
    head, _, body = block.partition("\n")
    header = HEADER.fullmatch(head.strip())
    if header is None:
        raise MarkupError(f"expected '## id | language | genre | phenomena', got {head!r}")
    marked, notes = part_notes(body)
    plain, brackets = strip_brackets(marked)
    text = AnnotatedText(
        id=header["id"],
        language=header["language"],
        genre=header["genre"],
        phenomena=tuple(tag.strip() for tag in header["tags"].split(",") if tag.strip()),
        text=plain,
        attributions=tuple(gather_attributions(brackets, notes)),
    )
    problems = list(find_problems(text))
    if problems:
        raise MarkupError(f"{text.id}: " + "; ".join(problems))
    return text


def part_notes(body: str) -> tuple[str, dict[int, str]]:
    """Part the marked words from the notes that follow them."""
    lines = body.strip().splitlines()
    notes = [found for line in lines if (found := NOTE.fullmatch(line.strip()))]
    words = "\n".join(line.rstrip() for line in lines if not NOTE.fullmatch(line.strip()))
    return words.strip(), {int(note["owner"]): note["note"] for note in notes}


def strip_brackets(marked: str) -> tuple[str, list[Bracket]]:
    """Take the brackets off; the words of each keep their place in the plain text."""
    pieces: list[str] = []
    brackets: list[Bracket] = []
    length = position = 0
    for found in BRACKET.finditer(marked):
        before = marked[position : found.start()]
        start = length + len(before)
        length, position = start + len(found[4]), found.end()
        pieces += [before, found[4]]
        words = Fragment(start=start, end=length, text=found[4])
        owners = tuple(int(number) for number in found[2].split(","))
        brackets.append(Bracket(role=ROLES[found[1]], owners=owners, act=found[3], words=words))
    return "".join(pieces) + marked[position:], brackets


def gather_attributions(
    brackets: Sequence[Bracket], notes: dict[int, str]
) -> Iterator[Attribution]:
    """Gather the brackets of each attribution, in the order of their numbers."""
    numbers = sorted({owner for bracket in brackets for owner in bracket.owners} | notes.keys())
    for number in numbers:
        own = [bracket for bracket in brackets if number in bracket.owners]
        acts = {bracket.act for bracket in own if bracket.act}
        fragments = {role: tuple(b.words for b in own if b.role == role) for role in ROLES.values()}
        act, note = "+".join(sorted(acts)) or "say", notes.get(number, "")
        yield Attribution(number=number, act=act, note=note, **fragments)


def find_problems(text: AnnotatedText) -> Iterator[str]:
    """Find everything in a text that is not as the manner asks."""
    yield from header_problems(text)
    if re.search(r"[\[\]]", text.text):
        yield f"a bracket was left open, nested or misspelt: {leftover(text.text)!r}"
    if [a.number for a in text.attributions] != list(range(1, len(text.attributions) + 1)):
        yield "attributions must be numbered 1, 2, 3 … without a gap"
    for attribution in text.attributions:
        yield from (f"{attribution.number}: {p}" for p in attribution_problems(attribution))
        yield from (f"{attribution.number}: {p}" for p in edge_problems(attribution, text.text))
    yield from (f"{one} and {two} share words" for one, two in shared_words(text))
    if ("noquote" in text.phenomena) == bool(text.attributions):
        yield "a text is 'noquote' exactly if it has no attribution"


def leftover(text: str) -> str:
    """Show the words around the first bracket that could not be read."""
    at = next(found.start() for found in re.finditer(r"[\[\]]", text))
    return text[max(0, at - 20) : at + 40]


def header_problems(text: AnnotatedText) -> Iterator[str]:
    """Find words in the header that are not on the lists."""
    if text.language not in LANGUAGES:
        yield f"language {text.language!r} is none of {LANGUAGES}"
    if text.genre not in GENRES:
        yield f"genre {text.genre!r} is none of {GENRES}"
    unknown = [tag for tag in text.phenomena if tag not in PHENOMENA]
    if unknown:
        yield f"phenomena {unknown} are none of {PHENOMENA}"


def attribution_problems(attribution: Attribution) -> Iterator[str]:
    """Find what is wrong with one attribution by itself."""
    if not attribution.content:
        yield "no content"
    if len(attribution.cue) > 1:
        yield "a cue is one contiguous piece"
    if attribution.act not in ACTS:
        yield f"act {attribution.act!r} is none of {ACTS}"


def edge_problems(attribution: Attribution, text: str) -> Iterator[str]:
    """Find fragments that begin or end within a word, at a space, or at a leading dash."""
    for fragment in (*attribution.source, *attribution.cue, *attribution.content):
        before, after = text[: fragment.start][-1:], text[fragment.end :][:1]
        first, last = fragment.text[0], fragment.text[-1]
        if first.isspace() or last.isspace() or first in "–—":
            yield f"begins or ends with a space or a dash: {fragment.text!r}"
        if (before.isalnum() and first.isalnum()) or (after.isalnum() and last.isalnum()):
            yield f"cuts a word: {fragment.text!r}"
        if "\n\n" in fragment.text:
            yield f"runs over paragraphs, needs a bracket in each: {fragment.text!r}"


def shared_words(text: AnnotatedText) -> list[tuple[int, int]]:
    """Find the pairs of attributions that share words other than their source."""
    spans = [
        (fragment.start, fragment.end, role, attribution.number)
        for attribution in text.attributions
        for role in ROLES.values()
        for fragment in getattr(attribution, role)
    ]
    spans.sort()
    return [
        (one[3], two[3])
        for one, two in pairwise(spans)
        if two[0] < one[1] and not one[2] == two[2] == "source"
    ]


def record_of(text: AnnotatedText) -> dict[str, Any]:
    """Write a text as a record in the format of the attribution corpora."""
    return {
        "id": text.id,
        "annotator": "own",
        "language": text.language,
        "genre": text.genre,
        "phenomena": list(text.phenomena),
        "part": text.part,
        "text": text.text,
        "attributions": [attribution_record(a) for a in text.attributions],
    }


def attribution_record(attribution: Attribution) -> dict[str, Any]:
    """Write one attribution; a note only where there is one."""
    record: dict[str, Any] = {"id": f"a{attribution.number}"}
    for role in ROLES.values():
        fragments: tuple[Fragment, ...] = getattr(attribution, role)
        record[role] = [{"start": f.start, "end": f.end, "text": f.text} for f in fragments]
    record["act"] = attribution.act
    return record | ({"note": attribution.note} if attribution.note else {})


def records_of(part: str | None = None, folder: Path = FOLDER) -> list[dict[str, Any]]:
    """Compile the texts of one part ("train", "test"), or of both, to records."""
    return [record_of(text) for text in read_texts(folder) if part in (None, text.part)]


def lines_of(records: Iterable[dict[str, Any]]) -> str:
    """Write records as JSON Lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_records(records: Iterable[dict[str, Any]], path: Path) -> None:
    """Write records to a file, compressed if its name ends in .gz; the same bytes every time."""
    raw = lines_of(records).encode()
    if path.suffix == ".gz":
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as archive:
            archive.write(raw)
        raw = packed.getvalue()
    path.write_bytes(raw)


def count_texts(texts: Sequence[AnnotatedText]) -> str:
    """Count texts, attributions, acts and phenomena, each as train + test."""
    rows: list[str] = [count_row("texts", [(text, 1) for text in texts])]
    rows.append(count_row("words", [(text, len(text.text.split())) for text in texts]))
    rows.append(count_row("attributions", [(text, len(text.attributions)) for text in texts]))
    rows.append(count_row("quiet paragraphs", [(text, quiet_paragraphs(text)) for text in texts]))
    for kind in ("language", "genre"):
        for name in sorted({str(getattr(text, kind)) for text in texts}):
            chosen = [(text, int(getattr(text, kind) == name)) for text in texts]
            rows.append(count_row(f"{kind} {name}", chosen))
    for act in ACTS:
        found = [(text, sum(a.act == act for a in text.attributions)) for text in texts]
        rows.append(count_row(f"act {act}", found))
    for tag in PHENOMENA:
        rows.append(
            count_row(f"with {tag}", [(text, int(tag in text.phenomena)) for text in texts])
        )
    return "\n".join(rows)


def count_row(name: str, counted: Iterable[tuple[AnnotatedText, int]]) -> str:
    """Add up one count over the texts of both parts."""
    sums: Counter[str] = Counter()
    for text, count in counted:
        sums[text.part] += count
    return (
        f"{name:24} {sums['train'] + sums['test']:6} = {sums['train']} train + {sums['test']} test"
    )


def quiet_paragraphs(text: AnnotatedText) -> int:
    """Count the paragraphs in which no attribution has any words."""
    spans = [
        (fragment.start, fragment.end)
        for a in text.attributions
        for fragment in (*a.source, *a.cue, *a.content)
    ]
    paragraphs = re.finditer(r"[^\n]*\S[^\n]*", text.text)
    return sum(not any(s < p.end() and p.start() < e for s, e in spans) for p in paragraphs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Compile the texts, write them where asked, print the counts."""
    parser = argparse.ArgumentParser(description="Compile and check the annotated texts.")
    parser.add_argument("--out", type=Path, default=COMPILED, help="FILE.jsonl or FILE.jsonl.gz")
    parser.add_argument("--part", choices=("train", "test"), help="only this part")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="folder of marked texts")
    options = parser.parse_args(arguments)
    try:
        texts = read_texts(options.folder)
    except MarkupError as error:
        print(error, file=sys.stderr)
        return 1
    write_records([record_of(t) for t in texts if options.part in (None, t.part)], options.out)
    print(count_texts(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
