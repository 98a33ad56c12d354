import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.texts import (
    ACTS,
    COMPILED,
    PHENOMENA,
    AnnotatedText,
    MarkupError,
    compile_text,
    count_texts,
    lines_of,
    main,
    read_texts,
    records_of,
    shared_words,
)

HEAD = "## x | nb | local |\n"
WORDS = st.text(alphabet="abæøå ,.«»–", min_size=1).map(str.strip).filter(str)
ROLES = ("source", "cue", "content")


@pytest.fixture(scope="module")
def texts() -> list[AnnotatedText]:
    return read_texts()


def test_there_are_enough_texts_in_both_parts(texts: list[AnnotatedText]) -> None:
    parts = Counter(text.part for text in texts)
    assert len(texts) >= 150
    assert 0.25 < parts["test"] / len(texts) < 0.42


def test_every_fragment_is_the_words_at_its_place(texts: list[AnnotatedText]) -> None:
    for text in texts:
        for attribution in text.attributions:
            for role in ROLES:
                for fragment in getattr(attribution, role):
                    assert text.text[fragment.start : fragment.end] == fragment.text


def test_no_word_belongs_to_two_attributions_but_a_shared_source(
    texts: list[AnnotatedText],
) -> None:
    assert [text.id for text in texts if shared_words(text)] == []


def test_no_two_texts_are_the_same(texts: list[AnnotatedText]) -> None:
    assert len({text.text for text in texts}) == len(texts)


def test_all_acts_and_phenomena_occur_in_both_parts(texts: list[AnnotatedText]) -> None:
    for part in ("train", "test"):
        chosen = [text for text in texts if text.part == part]
        assert {a.act for text in chosen for a in text.attributions} == set(ACTS)
        missing = set(PHENOMENA) - {tag for text in chosen for tag in text.phenomena}
        assert missing <= ({"headline"} if part == "test" else set())


def test_a_text_has_paragraphs_and_a_length_of_a_news_text(texts: list[AnnotatedText]) -> None:
    for text in texts:
        assert text.text.count("\n\n") >= 1, text.id
        assert 60 <= len(text.text.split()) <= 250, text.id


def test_the_compiled_file_is_current() -> None:
    assert COMPILED.read_text(encoding="utf-8") == lines_of(records_of()), (
        "run `python -m training.texts` and commit training/texts/texts.jsonl"
    )


def test_the_parts_make_up_the_whole() -> None:
    found = {part: {record["id"] for record in records_of(part)} for part in ("train", "test")}
    assert not found["train"] & found["test"]
    assert found["train"] | found["test"] == {record["id"] for record in records_of()}


def test_command_writes_the_test_part_compressed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "own.jsonl.gz"
    assert main(["--part", "test", "--out", str(out)]) == 0
    with gzip.open(out, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    assert records == records_of("test")
    assert capsys.readouterr().out.splitlines() == count_texts(read_texts()).splitlines()


def test_command_names_the_file_and_the_text_that_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "wrong.md").write_text(HEAD + "– [Q1 sier] [S1 hun].", encoding="utf-8")
    assert main(["--folder", str(tmp_path), "--out", str(tmp_path / "o.jsonl")]) == 1
    assert capsys.readouterr().err.strip() == "wrong.md: x: 1: no content"


def test_an_id_may_be_used_once(tmp_path: Path) -> None:
    text = HEAD + "[S1 Hun] [Q1 sier] [C1 ja]."
    (tmp_path / "twice.md").write_text(f"{text}\n\n{text}", encoding="utf-8")
    with pytest.raises(MarkupError, match="used twice"):
        read_texts(tmp_path)


def test_a_shared_source_an_act_and_a_note_are_read() -> None:
    text = compile_text(
        HEAD + "[S1,2 Hun] [Q1 sier] [C1 nei] og [Q2:promise lover] [C2 svar].\n> 2: elided subject"
    )
    first, second = text.attributions
    assert first.source == second.source
    assert (first.act, second.act) == ("say", "promise")
    assert (first.note, second.note) == ("", "elided subject")
    assert shared_words(text) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("[S1 Hun] [Q1 sier [C1 ja]].", "left open, nested or misspelt"),
        ("[S1 Hun] [Q1 sier] [C1 ja", "left open, nested or misspelt"),
        ("[S1 Hun] [Q1:shout roper] [C1 ja].", "act 'shout'"),
        ("[S1 Hun] [Q1:deny sier] [C1:claim nei].", "act 'claim\\+deny'"),
        ("[S1 Hun] [Q1 la] hun [Q1 til] [C1 nei].", "one contiguous piece"),
        ("[S1 Hun] [Q2 sier] [C2 nei].", "no content"),
        ("[S2 Hun] [Q2 sier] [C2 nei].", "without a gap"),
        ("[S1 Hun] [Q1 si]er [C1 nei].", "cuts a word"),
        ("[C1 – Ja], [Q1 sier] [S1 hun].", "space or a dash"),
        ("[C1 Ja, ], [Q1 sier] [S1 hun].", "space or a dash"),
        ("[C1 Ja.\n\nNei], [Q1 sier] [S1 hun].", "runs over paragraphs"),
        ("[S1 Hun] [Q1 sier] [C1,2 ja] og [Q2:deny nekter].", "1 and 2 share words"),
        ("Ingen sier noe.", "'noquote' exactly"),
    ],
)
def test_markup_that_breaks_the_manner_is_refused(body: str, problem: str) -> None:
    with pytest.raises(MarkupError, match=problem):
        compile_text(HEAD + body)


@pytest.mark.parametrize("head", ["## x | sv | local |", "## x | nb | poem |", "## x | nb"])
def test_a_header_that_is_not_on_the_lists_is_refused(head: str) -> None:
    with pytest.raises(MarkupError):
        compile_text(head + "\n[S1 Hun] [Q1 sier] [C1 ja].")


@given(before=WORDS, words=WORDS.filter(lambda w: w[0] not in "–"), after=WORDS)
def test_offsets_hold_whatever_stands_around(before: str, words: str, after: str) -> None:
    text = compile_text(f"{HEAD}{before} [C1 {words}], {after}")
    fragment = text.attributions[0].content[0]
    assert text.text[fragment.start : fragment.end] == words == fragment.text
    assert text.text == f"{before} {words}, {after}"
