"""Windows that slide over a text, and what is taken from each."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ordmot.encoder.pieces import END
from ordmot.encoder.windows import LEFT, RIGHT, frames, score_pieces


@given(st.lists(st.integers(0, 400), max_size=12))
def test_frames_score_every_piece_once_and_hold_what_they_score(paragraphs: list[int]) -> None:
    ids = [id_ for length in paragraphs for id_ in [9] * length + [END]]
    cut = list(frames(ids))
    scored = [piece for frame in cut for piece in range(frame.core, frame.stop)]
    assert scored == list(range(len(ids)))
    assert all(f.start <= f.core < f.stop <= f.end <= f.start + 254 for f in cut)


@given(st.lists(st.integers(0, 253), min_size=1, max_size=12))
def test_paragraphs_that_fit_are_not_cut(paragraphs: list[int]) -> None:
    ids = [id_ for length in paragraphs for id_ in [9] * length + [END]]
    assert all(ids[frame.stop - 1] == END for frame in frames(ids))


@given(st.integers(254, 2000))
def test_a_long_paragraph_is_read_with_context_on_both_sides(length: int) -> None:
    cut = list(frames([9] * length + [END]))
    assert all(frame.core - frame.start == LEFT for frame in cut[1:])
    assert all(frame.end - frame.stop == RIGHT for frame in cut[:-1])
    assert min(frame.stop - frame.core for frame in cut) > 60


def test_a_long_text_is_scored_like_its_pieces() -> None:
    ids = [int(i) for i in np.arange(700) % 90 + 10]

    def score(row: np.ndarray) -> dict[str, np.ndarray]:
        labels = np.repeat(row[:, None], 2, axis=-1).astype(np.float32)
        return {"roles": labels, "links": (row[:, None] + row).astype(np.float32)}

    sheet = score_pieces(ids, score)
    assert sheet.labels["roles"][:, 0].tolist() == ids
    for piece in (0, 157, 158, 400, 699):
        number = sheet.frame_at(piece)
        frame = sheet.frames[number]
        row = sheet.pointers["links"][number][piece - frame.core]
        assert row[piece - frame.start + 1] == 2 * ids[piece]
