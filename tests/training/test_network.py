"""The network and its losses, on a tiny backbone. Needs PyTorch, the extra that training uses."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is an extra that only training needs")

from training import batches, network, train  # noqa: E402
from training.backbone import Shape  # noqa: E402
from training.batches import collate, padded  # noqa: E402
from training.examples import Example  # noqa: E402
from training.inventory import IGNORED, NAME_CODES, NAME_TAGS  # noqa: E402
from training.losses import losses, name_loss, total  # noqa: E402
from training.network import Nearness, Reader  # noqa: E402
from training.train import rate_factor  # noqa: E402

SHAPE = Shape(
    hidden=16,
    layers=1,
    heads=2,
    feed_forward=32,
    vocabulary=40,
    positions=64,
    token_types=2,
    epsilon=1e-12,
)


def batch_of(**labels: list[int]) -> object:
    """Make a batch of one example of six pieces."""
    return collate([Example(ids=[0, 11, 12, 13, 14, 2], labels=labels)])


def test_every_marked_task_has_a_loss_and_a_gradient() -> None:
    torch.manual_seed(0)
    reader = Reader(SHAPE)
    tree = {"parts": [-100, 3, 4, -100, 5, -100], "heads": [-100, 2, 0, -100, 2, -100]}
    batch = batch_of(**tree, relations=tree["parts"], names=[-100, 1, 2, 0, 0, -100])
    found = losses(reader(batch.ids, batch.mask, batch.accents), batch.labels, batch.mask)
    assert set(found) == {"parts", "heads", "relations", "names"}
    total(found).backward()
    assert reader.heads.asking.weight.grad.abs().sum() > 0
    assert reader.roles.weight.grad is None or reader.roles.weight.grad.abs().sum() == 0


def test_tasks_that_nobody_marked_are_left_out() -> None:
    batch = batch_of(acts=[IGNORED] * 6, roles=[IGNORED, 0, 1, 2, 0, IGNORED])
    assert set(batch.labels) == {"roles"}


def test_a_partial_name_is_content_with_any_tag_that_it_allows() -> None:
    scores = torch.full((1, 1, len(NAME_TAGS)), -9.0)
    scores[0, 0, NAME_TAGS.index("B-GPE_LOC")] = 9.0
    place = torch.tensor([[NAME_CODES.index("uner:B-LOC")]])
    person = torch.tensor([[NAME_CODES.index("uner:B-PER")]])
    assert name_loss(scores, place) < 0.01
    assert name_loss(scores, person) > 5


def test_padding_changes_no_score() -> None:
    torch.manual_seed(0)
    reader = Reader(SHAPE).eval()
    ids = torch.tensor([[0, 11, 12, 2]])
    longer = torch.tensor([[0, 11, 12, 2, 1, 1]])
    short = reader(ids, (ids != 1).long())
    long = reader(longer, (longer != 1).long())
    assert torch.allclose(short.roles, long.roles[:, :4], atol=1e-5)


def test_the_rate_rises_then_falls() -> None:
    factors = [rate_factor(done / 100) for done in range(101)]
    top = factors.index(max(factors))
    assert factors[:top] == sorted(factors[:top])
    assert factors[top:] == sorted(factors[top:], reverse=True)
    assert min(factors[1:]) > 0


@pytest.mark.parametrize("module", [batches, network, train])
def test_examples_hold(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_near_is_likelier_from_the_start_and_nothing_is_never_far() -> None:
    near = Nearness()(9).detach()
    assert near[5, 5] > near[5, 6] > near[5, 8] > near[5, 1]
    assert near[:, 0].abs().max() == 0


def test_lengths_are_rounded_up() -> None:
    assert [padded(1), padded(16), padded(17)] == [16, 16, 32]
