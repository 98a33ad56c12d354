"""Decoding: lawful tags, words from pieces, links, trees."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.decode import (
    END,
    IMPOSSIBLE,
    Found,
    Group,
    Sheet,
    best_tags,
    best_tree,
    find_spans,
    frames,
    group_words,
    head_scores,
    is_tree,
    link,
    score_pieces,
    sentence_tree,
    tree_score,
    vote,
)

NUMBERS = st.floats(-5, 5, allow_nan=False, width=32)
ROLES = ("Source", "Cue", "Content")


def is_lawful(tags: tuple[int, ...]) -> bool:
    """Tell whether every inside tag follows a begin or inside of its own kind."""
    before = (0, *tags[:-1])
    return all(
        tag == 0 or tag % 2 == 1 or last in {tag, tag - 1}
        for last, tag in zip(before, tags, strict=True)
    )


@given(st.lists(st.lists(NUMBERS, min_size=5, max_size=5), min_size=1, max_size=5))
def test_best_tags_are_lawful_and_no_lawful_sequence_scores_higher(rows: list[list[float]]) -> None:
    scores = np.array(rows, dtype=np.float32)
    found = tuple(int(tag) for tag in best_tags(scores))
    places = range(len(rows))
    every = itertools.product(range(5), repeat=len(rows))
    best = max(scores[places, list(tags)].sum() for tags in every if is_lawful(tags))
    assert is_lawful(found)
    assert scores[places, list(found)].sum() == pytest.approx(best, abs=1e-3)


@settings(max_examples=60)
@given(st.integers(1, 4).flatmap(lambda n: st.lists(NUMBERS, min_size=n * 5, max_size=n * 5)))
def test_best_tree_is_a_tree_and_no_tree_scores_higher(values: list[float]) -> None:
    count = len(values) // 5
    scores = np.array(values, dtype=np.float32).reshape(count, 5)[:, : count + 1]
    heads = best_tree(scores)
    square = np.full((count + 1, count + 1), float(IMPOSSIBLE))
    square[1:] = scores
    trees = [t for t in itertools.product(range(count + 1), repeat=count) if is_tree(t)]
    assert is_tree(heads)
    assert tree_score(square, heads) == pytest.approx(
        max(tree_score(square, tree) for tree in trees if no_loop(tree)), abs=1e-3
    )


def no_loop(tree: tuple[int, ...]) -> bool:
    """Tell whether no word hangs on itself."""
    return all(head != word for word, head in enumerate(tree, start=1))


@given(st.lists(st.integers(0, 400), max_size=12))
def test_frames_score_every_piece_once_and_hold_what_they_score(paragraphs: list[int]) -> None:
    ids = [id_ for length in paragraphs for id_ in [9] * length + [END]]
    cut = list(frames(ids))
    scored = [piece for frame in cut for piece in range(frame.core, frame.stop)]
    assert scored == list(range(len(ids)))
    assert all(f.start <= f.core < f.stop <= f.end <= f.start + 254 for f in cut)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=12))
def test_paragraphs_that_fit_are_not_cut(paragraphs: list[int]) -> None:
    ids = [id_ for length in paragraphs for id_ in [9] * length + [END]]
    assert all(ids[frame.stop - 1] == END for frame in frames(ids))


def test_words_share_a_piece_that_holds_two_marks() -> None:
    text = "Nei.”"
    groups = group_words(text, [(0, 3), (3, 5)])
    assert [(text[g.start : g.end], g.first, g.stop) for g in groups] == [
        ("Nei", 0, 1),
        (".", 1, 2),
        ("”", 1, 2),
    ]


def test_words_do_not_reach_over_the_end_of_a_paragraph() -> None:
    groups = group_words("Ja\nNei", [(0, 2), (-1, -1), (3, 6), (-1, -1)])
    assert [(g.first, g.stop) for g in groups] == [(0, 1), (2, 3)]


def test_a_word_begins_a_span_when_its_first_piece_does_and_the_rest_go_on() -> None:
    pieces = np.zeros((2, 3), dtype=np.float32)
    pieces[0, 1] = pieces[1, 2] = 9.0
    scores = vote(pieces, [Group(start=0, end=4, first=0, stop=2)])
    assert int(scores.argmax()) == 1


def pointing(targets: list[int | None]) -> Sheet:
    """Make the sheet of a short text whose pieces point at the targets, all in one frame."""
    count = len(targets)
    rows = []
    for target in targets:
        row = np.zeros(count + 1, dtype=np.float32)
        row[0 if target is None else target + 1] = 9.0
        rows.append(row)
    frame = next(iter(frames([9] * count)))
    return Sheet(labels={}, pointers={"links": rows, "heads": rows}, frames=[frame] * count)


def one_piece_words(count: int) -> list[Group]:
    """Make words of one piece each."""
    return [Group(start=2 * i, end=2 * i + 1, first=i, stop=i + 1) for i in range(count)]


def spans_at(*marks: tuple[str, int, int]) -> list[Found]:
    """Make spans from tag, first and last word."""
    return [Found(tag=tag, first=first, last=last, score=1.0) for tag, first, last in marks]


def test_two_halves_of_a_quotation_hang_on_one_cue() -> None:
    found = spans_at(("Content", 0, 1), ("Cue", 2, 2), ("Source", 3, 3), ("Content", 4, 5))
    sheet = pointing([2, 2, 3, None, 2, 2])
    (linked,) = link(found, one_piece_words(6), sheet)
    assert (linked.source, linked.cue, linked.contents) == (2, 1, (0, 3))


def test_content_without_cue_hangs_on_its_source_or_on_nothing() -> None:
    found = spans_at(("Source", 0, 0), ("Content", 1, 1), ("Content", 3, 3))
    sheet = pointing([None, 0, None, None])
    first, second = link(found, one_piece_words(4), sheet)
    assert (first.source, first.cue, first.contents) == (0, None, (1,))
    assert (second.source, second.cue, second.contents) == (None, None, (2,))


def test_two_cues_may_share_a_source() -> None:
    found = spans_at(("Source", 0, 0), ("Cue", 1, 1), ("Content", 2, 2), ("Cue", 3, 3)) + spans_at(
        ("Content", 4, 4)
    )
    sheet = pointing([None, 0, 1, 0, 3])
    assert [linked.source for linked in link(found, one_piece_words(5), sheet)] == [0, 0]


def test_spans_carry_the_mean_probability_of_their_tags() -> None:
    pieces = np.zeros((3, 7), dtype=np.float32)
    pieces[0, 3], pieces[1, 4], pieces[2, 0] = 20.0, 20.0, 20.0
    (span,) = find_spans(pieces, one_piece_words(3), ROLES)
    assert (span.tag, span.first, span.last) == ("Cue", 0, 1)
    assert span.score == pytest.approx(1.0, abs=1e-3)


def test_a_long_text_is_scored_like_its_pieces() -> None:
    ids = [int(i) for i in np.arange(700) % 90 + 10]

    def score(rows: np.ndarray, mask: np.ndarray) -> dict[str, np.ndarray]:
        labels = np.repeat(rows[..., None], 2, axis=-1).astype(np.float32)
        pairs = rows[:, :, None] + rows[:, None, :] + 0 * mask[:, None, :]
        return {"roles": labels, "links": pairs.astype(np.float32)}

    sheet = score_pieces(ids, score)
    assert sheet.labels["roles"][:, 0].tolist() == ids
    for piece in (0, 157, 158, 400, 699):
        row, frame = sheet.pointers["links"][piece], sheet.frames[piece]
        assert row[piece - frame.start + 1] == 2 * ids[piece]


def test_a_sentence_takes_its_root_relation_from_the_tree() -> None:
    sheet = pointing([1, None, 1])
    down = np.zeros((3, 2), dtype=np.float32)
    down[:, 0] = 5.0  # every word looks like a root by itself
    sheet.labels.update(relations_down=down, relations_up=np.zeros((3, 2), dtype=np.float32))
    heads, relations = sentence_tree(sheet, one_piece_words(3), root=0)
    assert heads == [2, 0, 2]
    assert relations == [1, 0, 1]


def test_heads_outside_the_frame_are_impossible() -> None:
    sheet = pointing([None, 0])
    firsts = np.array([0, 1, 500])
    sheet.pointers["heads"].extend([sheet.pointers["heads"][0]] * 499)
    sheet.frames.extend([sheet.frames[0]] * 499)
    assert head_scores(sheet, firsts)[0, 3] == IMPOSSIBLE
