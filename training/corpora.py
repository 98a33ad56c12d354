"""Reading the treebanks and name corpora into one kind of sentence.

Three formats come in: CoNLL-U (trees, and NorNE's names in MISC), NorNE's CoNLL with the native
tags of the Norwegian Dependency Treebank, and IOB2 (Universal NER). A sentence carries whatever
its file marks: a tree, names, or both.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.norwegian import convert_tree
from training.tree import Node, Tree

TEXT_MARK = "# text = "
HEADLINE_MARK = "|"  # NorNE's end-of-headline sign: not a word that was printed
CLOSING = frozenset(",.:;!?)»”%]")
OPENING = frozenset("(«“[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The words of one sentence, whether a space follows each, and what is marked on them."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[str, ...] = ()
    scheme: str = ""
    tree: Tree | None = None


def tree_files(data: Path) -> tuple[Path, ...]:
    """Find every treebank and name file that is not a test part."""
    folders = sorted((data / "syntax").glob("*.gz")) + sorted((data / "entities").glob("*.gz"))
    return tuple(p for p in folders if ".test." not in p.name and "re3d" not in p.name)


def is_held_back(text: str, share: int) -> bool:
    """Tell whether a text belongs to the one-in-`share` part that training never sees.

    The split hangs on the words alone, so that it is the same on every machine and in every order.
    """
    letters = "".join(text.split()).lower()
    return int(hashlib.sha256(letters.encode()).hexdigest(), 16) % share == 0


def blocks(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Read the text of each sentence, where a comment gives it, and its tab-separated rows."""
    text, rows = "", list[list[str]]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            bare = line.rstrip("\n")
            if not bare and rows:
                yield text, rows
                text, rows = "", []
            elif bare.startswith(TEXT_MARK):
                text = bare.removeprefix(TEXT_MARK)
            elif bare and not bare.startswith("#"):
                rows.append(bare.split("\t"))
    if rows:
        yield text, rows


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Read the sentences of one file; its ending says which format it is in."""
    if path.name.endswith(".iob2.gz"):
        found = (iob2_sentence(text, rows) for text, rows in blocks(path))
    elif path.name.endswith(".ndt.conll.gz"):
        found = (native_sentence(rows) for _, rows in blocks(path))
    else:
        found = (universal_sentence(rows) for _, rows in blocks(path))
    return (sentence for sentence in found if sentence.words)


def universal_sentence(rows: list[list[str]]) -> Sentence:
    """Read one CoNLL-U sentence; multiword ranges and empty nodes are passed over.

    NorNE's own CoNLL-U files hold an older edition of the trees: where names are marked, the tree
    is left out and taken from the treebank itself.
    """
    glued = range_spaces(rows)
    words = [row for row in rows if row[0].isdigit()]
    spaces = tuple(glued.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in words)
    names = tuple(name_of(row[9]) for row in words)
    nodes = tuple(
        Node(form=row[1], upos=row[3], head=int(row[6]), relation=row[7]) for row in words
    )
    forms = tuple(row[1] for row in words)
    if any("name=" in row[9] for row in words):
        return Sentence(words=forms, spaces=spaces, names=names, scheme="norne")
    return Sentence(words=forms, spaces=spaces, tree=Tree(nodes=nodes))


def range_spaces(rows: list[list[str]]) -> dict[int, bool]:
    """Find the spaces inside and after contracted words ("don't" = "do" + "n't")."""
    spaces: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(end) for end in row[0].split("-"))
            spaces.update(dict.fromkeys(range(first, last), False))
            spaces[last] = "SpaceAfter=No" not in row[9]
    return spaces


def name_of(misc: str) -> str:
    """Find the name tag in a MISC column, "O" where there is none."""
    tags = [field[5:] for field in misc.split("|") if field.startswith("name=")]
    return tags[0] if tags else "O"


def native_sentence(rows: list[list[str]]) -> Sentence:
    """Read one sentence with native Norwegian tags, its tree turned into a universal one."""
    printed = [row for row in rows if row[1] != HEADLINE_MARK]
    if not printed:
        return Sentence(words=(), spaces=())
    forms = tuple(row[1] for row in printed)
    return Sentence(
        words=forms,
        spaces=guess_spaces(forms),
        names=tuple(name_of(row[9]) for row in printed),
        scheme="norne",
        tree=convert_tree(printed),
    )


def iob2_sentence(text: str, rows: list[list[str]]) -> Sentence:
    """Read one Universal NER sentence: three types only, everything else is unmarked."""
    forms = tuple(row[1] for row in rows)
    return Sentence(
        words=forms,
        spaces=printed_spaces(forms, text) or guess_spaces(forms),
        names=tuple(row[2] for row in rows),
        scheme="uner",
    )


def printed_spaces(words: tuple[str, ...], text: str) -> tuple[bool, ...] | None:
    """Find where spaces stand in the text of a sentence; None if it is not made of the words.

    >>> printed_spaces(("Go", "!"), "Go!"), printed_spaces(("Go", "!"), "Gone!")
    ((False, False), None)
    """
    at, spaces = 0, []
    for word in words:
        if not text.startswith(word, at):
            return None
        at += len(word)
        spaces.append(text[at : at + 1].isspace())
        at += len(text[at:]) - len(text[at:].lstrip())
    return tuple(spaces)


def guess_spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    """Guess where spaces stood in a text that is stored as bare words."""
    following = [*words[1:], ""]
    return tuple(
        not (after in CLOSING or word in OPENING)
        for word, after in zip(words, following, strict=True)
    )


def sentence_text(sentence: Sentence) -> tuple[str, tuple[int, ...]]:
    """Write the sentence out; returns the text and the start of each word in it."""
    text, starts = "", []
    for word, space in zip(sentence.words, sentence.spaces, strict=True):
        starts.append(len(text))
        text += word + (" " if space else "")
    return text.rstrip(), tuple(starts)
