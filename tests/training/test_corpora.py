"""Reading treebanks and name corpora."""

from __future__ import annotations

import gzip
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from training.corpora import guess_spaces, is_held_back, read_sentences, sentence_text

UNIVERSAL = """\
# text = They don't sail.
1\tThey\tthey\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tsail\tsail\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
4.1\tships\tship\tNOUN\t_\t_\t_\t_\t_\t_
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_
"""
NAMED = "1\tOslo\tOslo\tPROPN\t_\t_\t0\troot\t_\tSpaceAfter=No|name=B-GPE_LOC\n"
NATIVE = """\
1\tBrua\tbru\tsubst\tsubst\tappell|be\t2\tSUBJ\t_\tname=O
2\tsto\tstå\tverb\tverb\tpret\t0\tFINV\t_\tname=O
3\t|\t$|\tclb\tclb\t<overskrift>\t2\tIP\t_\tname=O
"""
TAGGED = "1\tIda\tB-PER\t-\t-\n2\tsov\tO\t-\t-\n3\t.\tO\t-\t-\n"


def written(folder: Path, name: str, text: str) -> Path:
    """Write a compressed file."""
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_contracted_words_are_written_together(tmp_path: Path) -> None:
    (sentence,) = read_sentences(written(tmp_path, "x.dev.conllu.gz", UNIVERSAL))
    text, starts = sentence_text(sentence)
    assert text == "They don't sail."
    assert [text[start:][: len(w)] for start, w in zip(starts, sentence.words, strict=True)] == [
        "They", "do", "n't", "sail", "."
    ]  # fmt: skip
    assert sentence.tree is not None
    assert [node.head for node in sentence.tree.nodes] == [4, 4, 4, 0, 4]


def test_names_come_without_the_older_trees(tmp_path: Path) -> None:
    (sentence,) = read_sentences(written(tmp_path, "n.dev.conllu.gz", NAMED))
    assert sentence.names == ("B-GPE_LOC",)
    assert sentence.tree is None


def test_the_headline_mark_is_no_word(tmp_path: Path) -> None:
    (sentence,) = read_sentences(written(tmp_path, "n.train.ndt.conll.gz", NATIVE))
    assert sentence.words == ("Brua", "sto")
    assert sentence.tree is not None
    assert sentence.tree.is_converted


def test_universal_names_have_their_own_scheme(tmp_path: Path) -> None:
    (sentence,) = read_sentences(written(tmp_path, "u.dev.iob2.gz", TAGGED))
    assert sentence.scheme == "uner"
    assert sentence_text(sentence)[0] == "Ida sov."


@given(st.lists(st.sampled_from(["Hei", ",", "(", ")", "du", "!"]), min_size=1))
def test_guessed_spaces_leave_none_before_marks(words: list[str]) -> None:
    spaces = guess_spaces(tuple(words))
    assert len(spaces) == len(words)
    assert not any(space for space, after in zip(spaces, words[1:], strict=False) if after == ",")


@given(st.text(min_size=1), st.integers(1, 9))
def test_the_split_hangs_on_the_letters_alone(text: str, share: int) -> None:
    spaced = "  ".join(text.split())
    assert is_held_back(text, share) == is_held_back(spaced, share)


def test_about_one_in_five_is_held_back() -> None:
    held = sum(is_held_back(f"passage {number}", 5) for number in range(2000))
    assert 330 < held < 470
