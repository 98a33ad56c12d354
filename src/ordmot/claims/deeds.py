"""Verbs and nouns of what is done, with who did it or with what: "shelled by rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ordmot.claims.frames import Found, patient_of
from ordmot.claims.phrases import (
    Phrase,
    is_national,
    noun_before,
    phrase_after,
    phrase_before,
    words_of_answers,
)
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, word_set
from ordmot.ledger import Act, Asked
from ordmot.lexicon import is_kind_of, read_data, serving_language
from ordmot.lexicon.answers import is_actor, is_deed

_AHEAD = 4
"""Words between a deed and the "by" that says who did it: "shelled on Friday | by rebels"."""
_AUXILIARY = 3
"""Words between an auxiliary and its participle: "was later shelled"."""
_ORIGIN = 12
"""Words between a verb of shooting and the place it is done from."""
_ANSWERS = (Act.DENY, Act.ADMIT)


def find_deeds(scene: Scene) -> Iterator[Found]:
    """Find who did, or what caused, the deeds that the verbs and nouns of a sentence name."""
    for mention in scene.mentions:
        if scene.is_cue(mention.term.span):
            continue
        if mention.role == "verb":
            yield from _of_verb(scene, mention)
        elif mention.role == "noun" and is_deed(mention.concept, "wilful"):
            yield from _of_noun(scene, mention)


def _of_verb(scene: Scene, verb: Mention) -> Iterator[Found]:
    """Find the answers around a verb, active or passive."""
    if is_deed(verb.concept, "sent"):
        yield from _origin(scene, verb)
    is_done, is_caused = is_deed(verb.concept), is_deed(verb.concept, "befalling")
    if not is_done and not is_caused:
        return
    if _is_passive(scene, verb) or _is_followed(scene, verb, "by"):
        yield from _passive(scene, verb)
    else:
        yield from _active(scene, verb)
        yield from _with(scene, verb, patient_of(scene, verb))


def _passive(scene: Scene, verb: Mention) -> Iterator[Found]:
    """Read "was shelled by rebels", "killed in an air strike"."""
    patient = noun_before(scene, verb)
    is_presupposed = not _is_passive(scene, verb)
    for word in _linking(scene, verb, "by"):
        answer = phrase_after(scene, word.end)
        if answer is not None:
            for asked in (Asked.WHO, Asked.MEANS):
                found = _found(asked, answer, verb, patient)
                yield replace(found, is_presupposed=is_presupposed)
    yield from _with(scene, verb, patient)


def _with(scene: Scene, verb: Mention, patient: Mention | None) -> Iterator[Found]:
    """Read the means after a preposition: "killed in an air strike", "drept med kniv"."""
    if not is_deed(verb.concept, "befalling"):
        return
    for word in _linking(scene, verb, "with"):
        answer = phrase_after(scene, word.end)
        if answer is not None:
            yield _found(Asked.MEANS, answer, verb, patient)


def _active(scene: Scene, verb: Mention) -> Iterator[Found]:
    """Read "the army shelled the camp", "a mortar shell hit the house"."""
    patient = patient_of(scene, verb)
    is_finite = not verb.term.span.text.lower().endswith(tuple(_participles(scene)))
    answer = (_subject(scene, verb) if is_finite else None) or _answering(scene, verb)
    if answer is None or (answer.head is None and not answer.pronoun):
        return
    if is_deed(verb.concept, "complete"):
        is_told = patient is None  # not "shot first | his wife"
    else:
        is_wilful = is_deed(verb.concept, "wilful") or is_national(answer)
        is_told = patient is not None and is_wilful
    if is_told:
        yield _found(Asked.WHO, answer, verb, patient)
    if is_deed(verb.concept, "befalling"):
        yield _found(Asked.MEANS, answer, verb, patient)


def _participles(scene: Scene) -> frozenset[str]:
    return word_set(scene.language, "clauses", "participles")


def _subject(scene: Scene, verb: Mention) -> Phrase | None:
    """Find the subject of an active verb; an infinitive has none."""
    before = scene.words_before(verb.start)
    if not before:
        return None
    if before[-1].lower in words_of_answers(scene, "infinitive"):
        return None
    return phrase_before(scene, verb.start)


def _answering(scene: Scene, verb: Mention) -> Phrase | None:
    """Take who denies or admits for the subject of a verb without one: "denied | shelling it"."""
    statement = scene.statement_at(verb.term.span)
    if statement is None or statement.act not in _ANSWERS or statement.source is None:
        return None
    part = next(p for p in statement.content if p.covers(verb.term.span))
    before = scene.words_between(part.start, verb.start)
    light = words_of_answers(scene, "infinitive") | words_of_answers(scene, "between")
    if any(word.lower not in light for word in before):
        return None
    return Phrase(span=statement.source, head=None, pronoun="speaker")


def _of_noun(scene: Scene, noun: Mention) -> Iterator[Found]:
    """Read "an attack by gunmen", "an Israeli air strike", "Israel's shelling of the camp"."""
    patient = patient_of(scene, noun)
    if _is_unreal(scene, noun) or _is_first_part(scene, noun):
        return
    for word in _linking(scene, noun, "by_noun"):
        answer = phrase_after(scene, word.end)
        if answer is not None:
            yield replace(_found(Asked.WHO, answer, noun, patient), is_presupposed=True)
    owner = next((m for m in scene.mentions if 0 <= noun.start - m.end <= 1), None)
    if owner is not None and _is_owner(owner, noun, scene.language):
        answer = Phrase(span=owner.term.span, head=owner)
        yield replace(_found(Asked.WHO, answer, noun, patient), is_presupposed=True)


def _is_unreal(scene: Scene, noun: Mention) -> bool:
    """Tell whether the deed is one that has not happened: "a planned attack", "another raid"."""
    before = [word.lower for word in scene.words_before(noun.start)][-2:]
    return bool(words_of_answers(scene, "unreal") & set(before))


def _is_first_part(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun only tells of what sort the next one is: "hacking | groups"."""
    after = next((m for m in scene.mentions if 0 <= m.start - noun.end <= 1), None)
    return after is not None and after.role in ("noun", "people")


def _is_owner(mention: Mention, noun: Mention, language: str) -> bool:
    """Tell whether a word before a deed names who did it: a state, or a genitive of an actor.

    Whose murder it was, it befell; and who attacks in words is no question of who was behind it.
    """
    if not is_kind_of(noun.concept, "attack"):
        return False
    if any(is_kind_of(c, "nation") for c in (mention.concept, mention.restrictor) if c):
        return True
    word = mention.term.span.text.casefold().replace("’", "'")
    calendar = read_data(serving_language(language), "calendar")
    if not word.endswith("'s") or word[:-2] in {**calendar["weekdays"], **calendar["months"]}:
        return False  # "Thursday's bombing"
    is_body = mention.role != "name" and is_actor(mention.concept)
    return is_body or (mention.role == "name" and noun.concept != "attack")


def _origin(scene: Scene, verb: Mention) -> Iterator[Found]:
    """Read "fired mortar shells at the troops from the school"."""
    after = scene.words_after(verb.end)[:_ORIGIN]
    wanted = words_of_answers(scene, "from")
    verbs = [m.start for m in scene.mentions if m.role == "verb" and m.start > verb.end]
    for word in after:
        if word.is_mark or any(start <= word.start for start in verbs):
            return
        if word.lower in wanted:
            answer = phrase_after(scene, word.end)
            if answer is not None:
                cue = scene.sentence.part(word.start, word.end)
                sent = patient_of(scene, verb)
                event = sent if sent is not None and is_deed(sent.concept, "sent") else verb
                yield Found(asks=Asked.ORIGIN, answer=answer, event=event, cue=cue)
            return


def _found(asked: Asked, answer: Phrase, event: Mention, patient: Mention | None) -> Found:
    """Make what was found; the deed itself is its cue."""
    beside = patient if patient is None or not answer.span.overlaps(patient.term.span) else None
    return Found(asks=asked, answer=answer, event=event, cue=event.term.span, patient=beside)


def _linking(scene: Scene, event: Mention, key: str) -> Iterator[Word]:
    """Give the first word of a list that stands few words after an event, nouns between only."""
    after = scene.words_after(event.end)[: _AHEAD + 1]
    wanted = words_of_answers(scene, key)
    for word in after:
        if word.lower in wanted:
            yield word
            return
        if not _is_nominal(scene, word):
            return


def _is_nominal(scene: Scene, word: Word) -> bool:
    """Tell whether a word belongs to a noun phrase, its preposition or a date.

    "A school run by the council": who stands after a participle of its own did nothing else.
    """
    if word.lower in words_of_answers(scene, "participles"):
        return False
    light = words_of_answers(scene, "articles") | words_of_answers(scene, "place_prepositions")
    span = scene.sentence.part(word.start, word.end)
    if word.lower in light or any(q.span.overlaps(span) for q in scene.quantities):
        return True
    holder = next((m for m in scene.mentions if m.start <= word.start < m.end), None)
    return holder is not None and holder.role in ("noun", "people", "name", "adjective")


def _is_followed(scene: Scene, event: Mention, key: str) -> bool:
    """Tell whether a word of a list follows right away: "rebels shelled by the army"."""
    after = scene.word_after(event.end)
    return after is not None and after.lower in words_of_answers(scene, key)


def _is_passive(scene: Scene, verb: Mention) -> bool:
    """Tell whether an auxiliary makes a verb passive."""
    before = scene.words_before(verb.start)[-_AUXILIARY:]
    passive = words_of_answers(scene, "passive")
    borders = [m.start for m in scene.mentions if m.role == "verb" and m.end <= verb.start]
    relatives = words_of_answers(scene, "relatives")
    borders += [word.start for word in before if word.lower in relatives]
    last = max(borders, default=-1)
    return any(word.lower in passive and word.start > last for word in before)
