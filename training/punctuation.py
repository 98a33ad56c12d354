"""Where punctuation hangs in a universal tree: on the unit that it sets off."""

from __future__ import annotations

from collections.abc import Callable

from training.tree import Word

# What may have opened the unit that a mark closes.
PAIRS = {
    ",": frozenset({","}),
    "»": frozenset({"«"}),
    ")": frozenset({"("}),
    "]": frozenset({"["}),
    '"': frozenset({'"'}),
    "”": frozenset({"“", "”"}),
}


def attach_punctuation(words: list[Word]) -> None:
    """Attach each mark after the universal guidelines: to the unit that it sets off."""
    root = next(i for i in range(1, len(words)) if words[i].head == 0)
    free_marks(words)
    open_marks: list[int] = []
    for index in range(1, len(words)):
        if words[index].upos == "PUNCT" and words[index].name == "punct":
            opener = matching_opener(words, index, open_marks)
            words[index].head = opener or punctuation_head(words, index, root)
            open_marks.append(index)


def free_marks(words: list[Word]) -> None:
    """Hang whatever hangs on a mark on the mark's own head: a mark has no dependents."""
    for word in words[1:]:
        while word.head > 0 and words[word.head].name == "punct":
            word.head = words[word.head].head


def matching_opener(words: list[Word], index: int, earlier: list[int]) -> int:
    """Find the unit that an earlier mark opened and this one closes; 0 where there is none."""
    openers = PAIRS.get(words[index].form, frozenset())
    for at in reversed(earlier):
        if words[at].form in openers:
            unit = words[at].head
            is_closed = words[index].form != "," or last_word(words, unit) == index - 1
            return unit if at < unit < index and is_closed else 0
    return 0


def last_word(words: list[Word], unit: int) -> int:
    """Find the last word, marks aside, of the phrase that a word heads."""
    last = unit
    for index in range(unit + 1, len(words)):
        if words[index].upos != "PUNCT" and is_under(words, index, unit):
            last = index
    return last


def is_under(words: list[Word], index: int, unit: int) -> bool:
    """Tell whether a word belongs to the phrase that another heads."""
    for _ in range(len(words)):
        if index in {unit, 0}:
            return index == unit
        index = words[index].head
    return False


def punctuation_head(words: list[Word], index: int, root: int) -> int:
    """Find the head of a mark: the unit to its right, else the one to its left, else the root."""
    right = climb(words, neighbour(words, index, 1), lambda at: at > index)
    if right and 0 < words[right].head < index and right != root:
        return right
    left = climb(words, neighbour(words, index, -1), lambda at: at < index)
    if left and words[left].head > index:
        return left
    if right and left and right != root:
        return left if words[left].head == 0 else right
    return left or right or root


def neighbour(words: list[Word], index: int, step: int) -> int:
    """Find the nearest word beside a mark that is not itself a mark; 0 where there is none."""
    at = index + step
    while 0 < at < len(words) and words[at].upos == "PUNCT":
        at += step
    return at if 0 < at < len(words) else 0


def climb(words: list[Word], start: int, is_allowed: Callable[[int], bool]) -> int:
    """Climb from a word to the highest ancestor that lies on the allowed side."""
    at = start
    while at and words[at].head > 0 and is_allowed(words[at].head):
        at = words[at].head
    return at
