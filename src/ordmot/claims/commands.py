"""What people are told to do: that they were told so is said, and not that they did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ordmot.claims.phrases import words_of_answers
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, word_set
from ordmot.ledger import Span, Statement
from ordmot.lexicon.frames import commands

_ORDER, _TELL = "order", "tell"
_ROLES = ("noun", "verb")
_OBJECT = 4
"""Words at most of those who are told, before the infinitive: "ordered | any of his men | to"."""
_NEAR = 3
"""Words before "told" among which its "were" stands."""


def command_given(scene: Scene, clause: Span, statement: Statement | None) -> Mention | None:
    """Find that somebody was told to do something: "had not | ordered | anyone to go".

    Who is told to is given an order: "we were | told | to open fire", «fikk | beskjed om | å». The
    order may be the cue of what is ordered.
    """
    cue = statement.cue if statement is not None else None
    for mention in scene.mentions:
        is_cue = cue is not None and scene.sentence.covers(cue) and cue.overlaps(mention.term.span)
        is_here = is_cue or clause.start <= mention.start < clause.end
        if not is_here or mention.concept not in commands() or mention.role not in _ROLES:
            continue
        infinitive = _infinitive_behind(scene, mention)
        if infinitive is None or not infinitive.end <= clause.end:
            continue
        if mention.concept != _TELL:
            return mention
        if _is_instructed(scene, mention, infinitive):
            return replace(mention, term=replace(mention.term, concept=_ORDER))
    return None


def _infinitive_behind(scene: Scene, command: Mention) -> Word | None:
    """Give the sign of the infinitive behind a command, where only who is told stands between.

    What is done "in order | to" do another thing is no command.
    """
    before = scene.words_before(command.start)[-1:]
    if any(word.lower in word_set(scene.language, "commands", "purposes") for word in before):
        return None
    signs = words_of_answers(scene, "infinitive")
    near = scene.words_after(command.end)[: _OBJECT + 1]
    at = next((index for index, word in enumerate(near) if word.lower in signs), None)
    if at is None or any(word.is_mark for word in near[:at]):
        return None
    is_verb = not _is_noun_behind(scene, near[at])
    return near[at] if is_verb and _is_object(scene, near[:at]) else None


def _is_noun_behind(scene: Scene, sign: Word) -> bool:
    """Tell a preposition from the sign of an infinitive: "told her story | to the paper"."""
    after = scene.word_after(sign.end)
    articles = word_set(scene.language, "dating", "articles")
    articles |= word_set(scene.language, "counting", "definite")
    return after is None or after.is_mark or after.lower in articles or after.is_capital


def _is_object(scene: Scene, between: Sequence[Word]) -> bool:
    """Tell whether no verb and no new clause stand between a command and its infinitive."""
    openers = word_set(scene.language, "clauses", "openers")
    verbs = {m.start for m in scene.mentions if m.role == "verb"}
    links = word_set(scene.language, "commands", "links")
    return all(
        word.lower in links or not (word.lower in openers or word.start in verbs)
        for word in between
    )


def _is_instructed(scene: Scene, told: Mention, infinitive: Word) -> bool:
    """Tell an instruction from talk: one is told, or tells somebody, to do something."""
    near = [word.lower for word in scene.words_before(told.start)][-_NEAR:]
    copulas = word_set(scene.language, "existence", "copulas")
    is_passive = told.role == "noun" or " " in told.term.span.text  # «fikk beskjed om | å»
    is_passive |= not copulas.isdisjoint(near)
    return is_passive or bool(scene.words_between(told.end, infinitive.start))
