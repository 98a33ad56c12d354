"""The noun that a number counts, and what narrows it."""

from __future__ import annotations

from dataclasses import replace

from ordmot.claims.parts import is_plural
from ordmot.claims.phrases import is_aside
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import HYPHENS, word_set
from ordmot.ledger import Quantity, Span, Term
from ordmot.lexicon import is_kind_of, read_data, senses, serving_language

_QUOTES = ' "“”«»‘’'
"""Marks that may stand between a number and its noun: ‘"fewer than ten" | people’, ‘64 “thugs”’."""
_CAUSES = ("disease", "stuff", "food")
"""What people die or fall ill of."""
_ANYBODY = ("person", "victim")
"""What people are called of whom nothing is said but that something befell them."""


def phrase_of(scene: Scene, quantity: Quantity) -> tuple[Mention, ...]:
    """Give the terms of the counted phrase: as measured, else those right after the amount."""
    deed = _deed_of_many(scene, quantity)
    if deed is not None:
        return (deed,)
    if _is_mark(scene, quantity):
        return ()
    if quantity.counted is not None:
        phrase = _first_of_pair(scene, scene.mentions_in(quantity.counted))
        phrase = phrase or _longer(scene, quantity.counted)
        return _without_cause(scene, _without_either(scene, phrase))
    end, found = quantity.span.end, []
    for mention in scene.mentions:
        between = scene.sentence.part(min(end, mention.start), mention.start).text
        is_beside = mention.start >= end and not between.strip(_QUOTES)
        if quantity.per is not None and quantity.per.overlaps(mention.term.span):
            break  # "50,000 kroner | per day"
        if is_beside and mention.role in ("noun", "people", "name", "word"):
            found.append(mention)
            end = mention.end
        elif is_beside:
            break
    is_verb = found and (
        is_light(found[0].term.span.text, scene.language) or _is_deed(scene, found)
    )
    return () if is_verb else tuple(found)


def _longer(scene: Scene, noun: Span) -> tuple[Mention, ...]:
    """Give the term that a counted noun only opens: "eight | people arrested |"."""
    opened = (m for m in scene.mentions if m.start == noun.start and m.end > noun.end)
    return tuple(m for m in opened if m.role == "people")[:1]


def _deed_of_many(scene: Scene, quantity: Quantity) -> Mention | None:
    """Read a noun behind a number of many as the verb that it is: "300 | escape | in a jailbreak".

    Where nouns have a plural, many are none in the singular.
    """
    is_many = quantity.dimension == "count" and (quantity.interval.low or 0) > 1
    behind = next((m for m in scene.mentions if m.start - quantity.span.end == 1), None)
    if not is_many or behind is None or behind.role != "noun" or is_plural(scene, behind):
        return None
    served = serving_language(scene.language)
    word = behind.term.span.text
    verb = next((s for s in senses(word, scene.language) if s.role == "verb"), None)
    if verb is None or read_data(served, "counted")["nouns"] != "by plural" or not word.islower():
        return None
    after = scene.word_after(behind.end)
    stops = read_data(served, "counted")["stops"]
    is_closed = after is None or after.is_mark or after.lower in stops
    if not is_closed or (after is not None and after.text in HYPHENS):
        return None
    return replace(behind, role="verb", term=replace(behind.term, concept=verb.concept))


def _is_mark(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is only called one: "has passed the 900 | mark"."""
    after = scene.word_after(quantity.span.end)
    marks = word_set(scene.language, "counting", "marks")
    is_many = quantity.dimension == "count" and (quantity.interval.low or 0) > 1
    return is_many and after is not None and after.lower in marks


def _is_deed(scene: Scene, phrase: list[Mention]) -> bool:
    """Tell whether the one word behind a number is an unknown verb: "412 | clocked in"."""
    endings = read_data(serving_language(scene.language), "counted")["endings"]["past"]
    is_unknown = len(phrase) == 1 and phrase[0].role == "word"
    return is_unknown and phrase[0].term.span.text.lower().endswith(tuple(endings))


def _without_cause(scene: Scene, phrase: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave away what people fell ill or died of: "three dead | of cholera", «60 syke | av vannet».

    "Seven dead of the crew" are of it.
    """
    for index, mention in enumerate(phrase[:-1]):
        between = scene.sentence.part(mention.end, phrase[index + 1].start).text.strip().lower()
        is_cause = any(is_kind_of(phrase[-1].concept, kind) for kind in _CAUSES)
        if is_cause and between in ("of", "av") and mention.role == "people":
            return phrase[: index + 1]
    return phrase


def _first_of_pair(scene: Scene, phrase: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the first of two nouns that "and" joins: "200 | patients | and beds"."""
    joining = word_set(scene.language, "counting", "joining")
    for index, mention in enumerate(phrase[:-1]):
        between = scene.sentence.part(mention.end, phrase[index + 1].start).text.strip().lower()
        other = phrase[index + 1]
        is_of_people = mention.role == "people" and other.role == "noun"
        is_parted = is_of_people and not is_kind_of(other.concept, "person")
        if between in joining and (mention.role == "noun" or is_parted):
            return phrase if _describe_one(scene, phrase, mention) else phrase[: index + 1]
    return phrase


def _describe_one(scene: Scene, phrase: tuple[Mention, ...], first: Mention) -> bool:
    """Tell whether "and" joins what describes one plural: "90 | navy and coast guard | divers"."""
    first_word = first.term.span.text.lower().split()[-1]
    people = read_data(serving_language(scene.language), "counted")["people"]
    is_many = first_word in people or is_plural(scene, first)
    return not is_many and _are_plural(scene, phrase)


def _without_either(scene: Scene, phrase: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave away what only some of the counted are: "40 | current and former | officials"."""
    joining = word_set(scene.language, "counting", "joining")
    for index, mention in enumerate(phrase[:-1]):
        ahead = scene.words_before(mention.start)[-2:]
        if len(ahead) < 2 or ahead[1].lower not in joining or not _are_plural(scene, phrase):
            continue
        before = [m for m in phrase[:index] if m.end == ahead[0].end]
        if any(m.role in ("noun", "people") and is_plural(scene, m) for m in before):
            continue
        return tuple(m for m in phrase if m is not mention and m not in before)
    return phrase


def _are_plural(scene: Scene, phrase: tuple[Mention, ...]) -> bool:
    """Tell whether a phrase ends with a plural, in a language that tells one by its form."""
    by_plural = read_data(serving_language(scene.language), "counted")["nouns"] == "by plural"
    return by_plural and is_plural(scene, phrase[-1])


def head_of(phrase: tuple[Mention, ...]) -> Mention | None:
    """Find the head of a counted phrase: its last noun, or the participle that stands for one."""
    for role in (("people", "noun"), ("word",), ("verb", "adjective"), ("name",)):
        fitting = [mention for mention in phrase if mention.role in role]
        if fitting:
            return fitting[-1]
    return None


def held_in(scene: Scene, quantity: Quantity, phrase: tuple[Mention, ...]) -> Mention | None:
    """Find the noun that another only describes: "60 trucks | of food", "two members | of staff".

    "Dozens of people" and "12 bodies of children" count what follows.
    """
    if quantity.counted is None or quantity.dimension != "count":
        return None
    links = [
        word for word in scene.words if quantity.counted.start < word.start < quantity.counted.end
    ]
    link = next((word for word in links if word.lower in ("of", "av")), None)
    before = [m for m in phrase if link is not None and m.end <= link.start]
    if not before or len(before) == len(phrase) or before[-1].role not in ("noun", "word"):
        return None
    measuring = word_set(scene.language, "counting", "measuring")
    is_membership = before[-1].concept == "member" and is_kind_of(phrase[-1].concept, "person")
    if is_membership or before[-1].term.span.text.lower() in measuring:
        return None  # "members of staff" are staff, a family's members no family
    return before[-1]


def measured_in(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find what is so long, wide or high: "the | convoy | was nearly seven kilometres long"."""
    before = scene.words_before(quantity.span.start)
    behind = scene.word_after(quantity.span.end)
    extents = read_data(serving_language(scene.language), "claims")["extents"]
    sizes = word_set(scene.language, "counting", "along").union(extents)
    being = word_set(scene.language, "counting", "being")
    if behind is None or behind.lower not in sizes or not before or before[-1].lower not in being:
        return None
    subject = [m for m in scene.mentions if m.end <= before[-1].start]
    while len(subject) > 1 and is_aside(scene, subject[-1]):
        subject.pop()  # "the road | to the port | is"
    if not subject or subject[-1].role not in ("noun", "word", "name"):
        return None
    between = scene.sentence.part(subject[-1].end, before[-1].start).text
    return None if "," in between else subject[-1]


def counted_term(head: Mention | None, quantity: Quantity, language: str) -> Term | None:
    """Give the counted term; a participle in its place ("20 wounded") counts people.

    So do names: "53 names are on the list"; and «14 mann», who are men and women.
    """
    if head is None:
        return None
    is_person = head.role in ("verb", "adjective") and quantity.dimension == "count"
    is_person |= _is_listed(head, quantity, language, "heads")
    if is_person or stands_for_people(head, quantity, language):
        return Term(concept="person", span=head.term.span)
    return head.term


def stands_for_people(head: Mention, quantity: Quantity, language: str) -> bool:
    """Tell whether a noun stands for those it belongs to: "53 | names are on the list"."""
    return _is_listed(head, quantity, language, "stand_for_people")


def _is_listed(head: Mention, quantity: Quantity, language: str, key: str) -> bool:
    """Tell whether several are counted by one of some words: «14 | mann», "53 | names"."""
    is_many = quantity.dimension == "count" and quantity.interval.low != 1
    return is_many and head.term.span.text.lower() in word_set(language, "counting", key)


def restrictors_of(phrase: tuple[Mention, ...], head: Mention | None) -> tuple[Term, ...]:
    """Give what narrows the head: adjectives, names and further nouns of the phrase."""
    terms = [_narrowing(m) for m in phrase if m is not head and narrows(m)]
    if head is not None and head.restrictor is not None:
        terms.append(Term(concept=head.restrictor, span=head.term.span))
    return tuple(terms)


def _narrowing(mention: Mention) -> Term:
    """Give what a word of the phrase narrows to: "Israeli" beside a noun is no person."""
    if mention.restrictor is not None and mention.role == "noun":
        return Term(concept=mention.restrictor, span=mention.term.span)
    return mention.term


def narrows(mention: Mention) -> bool:
    """Tell whether a word of the phrase narrows the head; "dead" in "dead or wounded" does not."""
    return mention.role != "people" and not is_kind_of(mention.concept, "quality")


def sort_of_people(
    counted: Term | None, restrictors: tuple[Term, ...]
) -> tuple[Term | None, tuple[Term, ...]]:
    """Count those whom a word for people is narrowed to: "76 civilian | deaths" are civilians."""
    if counted is None or counted.concept not in _ANYBODY:
        return counted, restrictors
    kind = next((t for t in restrictors if is_kind_of(t.concept, "person")), None)
    if kind is None:
        return counted, restrictors
    return kind, tuple(t for t in restrictors if t is not kind and t.span != counted.span)
