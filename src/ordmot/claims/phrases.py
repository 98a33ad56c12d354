"""The noun phrase right before or right after a place: who or what an answer names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word
from ordmot.ledger import Span, Term
from ordmot.lexicon import is_kind_of, read_data, serving_language

_MARKS = 2
"""Commas around what something was not."""
_PARTS = ("noun", "people", "name", "adjective", "word")
_HEADS = (("name", "noun", "people"), ("word", "adjective"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its words, the term it is headed by, and the further terms that narrow it.

    `pronoun` is `own` ("we"), `theirs` ("they", "its jets") or empty. An `is_clause` one is a whole
    clause that gives a cause, headed by what it is of.
    """

    span: Span
    head: Mention | None
    narrowing: tuple[Term, ...] = ()
    pronoun: str = ""
    is_clause: bool = False

    @property
    def name(self) -> str:
        """Give the proper name that the phrase holds, "" where it has none."""
        if self.head is not None and self.head.role == "name":
            return self.head.concept[1:]
        run: list[str] = []
        for word in self.span.text.split():
            if word[0].isupper():
                run.append(word)
            elif run:
                break
        return " ".join(run) if len(run) > 1 else ""


def words_of_answers(scene: Scene, key: str) -> frozenset[str]:
    """Give a word list of the answers lexicon."""
    return _word_list(serving_language(scene.language), key)


def is_definite(scene: Scene, noun: Mention) -> bool:
    """Tell whether the ending of a noun says that a certain thing is meant: «fiskebåten»."""
    endings = tuple(words_of_answers(scene, "definite_endings"))
    return noun.term.span.text.lower().endswith(endings)


@cache
def _word_list(language: str, key: str) -> frozenset[str]:
    return frozenset(read_data(language, "answers")["words"][key])


def phrase_after(scene: Scene, start: int, limit: int | None = None) -> Phrase | None:
    """Read the noun phrase that begins at a place, articles over: "by | the rebel group".

    It ends before `limit`, where one is given.
    """
    end = scene.sentence.end if limit is None else limit
    words = scene.words_between(start, end)
    skipped = words_of_answers(scene, "articles")
    index = 0
    while index < len(words) and words[index].lower in skipped:
        index += 1
    pronoun = _pronoun(scene, words[index]) if index < len(words) else ""
    kept = _trimmed(scene, _members(scene, words[index + bool(pronoun) :]))
    if not kept and not pronoun:
        return None
    first = words[index].start
    last = kept[-1].end if kept else words[index].end
    return _phrase(scene, scene.sentence.part(first, _with_owner(scene, words, last)), pronoun)


def _with_owner(scene: Scene, words: Sequence[Word], end: int) -> int:
    """Give where a phrase ends with the name it belongs to: "members | of the Red Front"."""
    after = [word for word in words if word.start >= end]
    if not after or after[0].lower not in words_of_answers(scene, "of"):
        return end
    rest = after[1:]
    while rest and rest[0].lower in words_of_answers(scene, "articles"):
        rest.pop(0)
    owner = _members(scene, rest)
    return owner[-1].end if owner and owner[0].is_capital else end


def phrase_before(scene: Scene, end: int) -> Phrase | None:
    """Read the noun phrase that ends at a place, auxiliaries and adverbs over.

    None where a preposition or a mark stands between: "troops in the town | fired" is not read.
    "It was rebels who | shelled the camp" names it before the relative; other relatives describe.
    """
    words = scene.words_before(end)
    between = words_of_answers(scene, "between") | words_of_answers(scene, "negations")
    while words and words[-1].lower in between:
        words.pop()
    if words and words[-1].lower in words_of_answers(scene, "relatives"):
        return _cleft(scene, words)
    if words and _pronoun(scene, words[-1]):
        return _phrase(scene, _span(scene, words[-1:]), _pronoun(scene, words[-1]))
    kept = _trimmed(scene, _members(scene, words[::-1])[::-1])
    if not kept:
        return None
    ahead = [word for word in words if word.end <= kept[0].start]
    pronoun = _pronoun(scene, ahead[-1]) if ahead else ""
    if pronoun:
        kept.insert(0, ahead.pop())
    while ahead and ahead[-1].lower in words_of_answers(scene, "articles"):
        ahead.pop()
    if ahead and ahead[-1].lower in words_of_answers(scene, "place_prepositions"):
        return _whole(scene, ahead, kept)
    return _phrase(scene, _span(scene, kept), pronoun)


def _cleft(scene: Scene, words: Sequence[Word]) -> Phrase | None:
    """Read "it was | rebels | who", "it was | a worn cable, not the wind, | that"."""
    subject = phrase_before(scene, _before_other(scene, words[:-1], words[-1].start))
    if subject is None:
        return None
    ahead = " ".join(w.lower for w in words if w.end <= subject.span.start)
    articles = words_of_answers(scene, "articles") - words_of_answers(scene, "theirs")
    for article in sorted(articles):
        ahead = ahead.removesuffix(f" {article}")
    return subject if ahead.endswith(tuple(words_of_answers(scene, "clefts"))) else None


def _before_other(scene: Scene, words: Sequence[Word], end: int) -> int:
    """Give where words end before what they say it was not: "a worn cable | , not the wind,"."""
    marks = [index for index, word in enumerate(words) if word.is_mark]
    if len(marks) < _MARKS or marks[-1] != len(words) - 1:
        return end
    first = words[marks[-_MARKS] + 1]
    return (
        words[marks[-_MARKS]].start if first.lower in words_of_answers(scene, "negations") else end
    )


def is_national(phrase: Phrase) -> bool:
    """Tell whether a phrase says of which state something is: "a Russian missile"."""
    return any(is_kind_of(term.concept, "nation") for term in phrase.narrowing)


def _whole(scene: Scene, ahead: list[Word], kept: list[Word]) -> Phrase | None:
    """Read what a phrase with "of" belongs to: "members of the Red Front"."""
    if ahead[-1].lower not in words_of_answers(scene, "of"):
        return None
    front = _members(scene, ahead[-2::-1])[::-1]
    if not front:
        return None
    before = [word for word in ahead if word.end <= front[0].start]
    while before and before[-1].lower in words_of_answers(scene, "articles"):
        before.pop()
    if before and before[-1].lower in words_of_answers(scene, "place_prepositions"):
        return None
    return _phrase(scene, scene.sentence.part(front[0].start, kept[-1].end), "")


def _span(scene: Scene, words: Sequence[Word]) -> Span:
    return scene.sentence.part(words[0].start, words[-1].end)


def _pronoun(scene: Scene, word: Word) -> str:
    """Tell which kind of pronoun a word is, "" for none."""
    kinds = (key for key in ("own", "theirs") if word.lower in words_of_answers(scene, key))
    return next(kinds, "")


def _members(scene: Scene, words: Sequence[Word]) -> list[Word]:
    """Give the words of a phrase from its edge on, up to the first that is none of its."""
    kept: list[Word] = []
    for word in words:
        holder = next((m for m in scene.mentions if m.start <= word.start < m.end), None)
        is_part = holder is not None and holder.role in _PARTS
        if word.is_mark or not is_part or scene.is_cue(scene.sentence.part(word.start, word.end)):
            break
        kept.append(word)
    return kept


def _trimmed(scene: Scene, words: list[Word]) -> list[Word]:
    """Leave off what stands behind the last noun or name: "forces | loyal", "tank | mistakenly"."""
    heads = [m for m in scene.mentions if m.role in _HEADS[0]]
    nouns = [word for word in words if any(m.start <= word.start < m.end for m in heads)]
    return [word for word in words if word.end <= nouns[-1].end] if nouns else words


def _phrase(scene: Scene, span: Span, pronoun: str) -> Phrase:
    """Make the phrase of a span: its last noun or name heads it, before any "of"."""
    inside = [m for m in scene.mentions_in(span) if m.role in _PARTS]
    head = _head(scene, span, inside)
    narrowing = tuple(m.term for m in inside if m is not head)
    if head is not None and head.restrictor is not None:
        narrowing += (Term(concept=head.restrictor, span=head.term.span),)
    return Phrase(span=span, head=head, narrowing=narrowing, pronoun=pronoun)


def _head(scene: Scene, span: Span, inside: Sequence[Mention]) -> Mention | None:
    """Find the head of a phrase."""
    links = words_of_answers(scene, "of")
    of = [w.start for w in scene.words if span.start < w.start < span.end and w.text in links]
    edge = min(of, default=span.end)
    front = [m for m in inside if m.end <= edge]
    for roles in _HEADS:
        fitting = [m for m in front if m.role in roles]
        if fitting:
            return fitting[-1]
    return None


def noun_before(scene: Scene, verb: Mention) -> Mention | None:
    """Find the last noun or name before a verb, none across another verb or of who speaks.

    What only says where is passed over: "the camp | at Varnholm | was shelled".
    """
    for mention in reversed([m for m in scene.mentions if m.end <= verb.start]):
        if mention.role == "verb" or scene.is_source(mention.term.span):
            return None
        if mention.role in ("noun", "people", "name") and not is_aside(scene, mention):
            return mention
    return None


def is_aside(scene: Scene, mention: Mention) -> bool:
    """Tell whether a preposition leads to a term, over its articles: "died | in the fire"."""
    before = scene.words_before(mention.start)
    articles = words_of_answers(scene, "articles")
    while before and before[-1].lower in articles:
        before.pop()
    prepositions = words_of_answers(scene, "place_prepositions")
    return bool(before) and before[-1].lower in prepositions
