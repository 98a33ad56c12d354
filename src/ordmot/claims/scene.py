"""A scene: one sentence with all that the earlier stages found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ordmot.claims.placing import place, spans_of_quantity, spans_of_statement
from ordmot.claims.terms import Mention, find_mentions
from ordmot.claims.words import Word, read_words, word_set
from ordmot.ledger import Act, Mode, Passage, Quantity, Span, Statement, Voice
from ordmot.lexicon import opposites, read_data, serving_language
from ordmot.lexicon.frames import framing_events

_REFUSALS = ("turn_away", "reject")
"""What is done to what somebody wants; who "denies access" does the first and denies nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence, its words and terms, the quantities in it and the statements that cover it."""

    sentence: Span
    passage: Passage
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    outlet: Voice
    year: int | None = None
    continued: str | None = None

    @property
    def language(self) -> str:
        """Give the language of the passage."""
        return self.passage.language

    def words_before(self, offset: int) -> list[Word]:
        """List the words that end by an offset."""
        return [word for word in self.words if word.end <= offset]

    def words_after(self, offset: int) -> list[Word]:
        """List the words that begin at an offset or behind it."""
        return [word for word in self.words if word.start >= offset]

    def word_after(self, offset: int) -> Word | None:
        """Give the first word that begins at an offset or behind it."""
        return next((word for word in self.words if word.start >= offset), None)

    def words_between(self, start: int, end: int) -> list[Word]:
        """List the words that begin at `start` or behind it and before `end`."""
        return [word for word in self.words if start <= word.start < end]

    def amount_at(self, span: Span) -> Quantity | None:
        """Give the amount whose words these are."""
        return next((q for q in self.quantities if q.span == span), None)

    def statement_at(self, span: Span) -> Statement | None:
        """Find the innermost statement whose content holds the span; an answer to it is none."""
        holding = [s for s in self.statements if _holds(s, span) and not s.is_rejoinder]
        return min(holding, key=_depth, default=None)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Give the terms that lie within a span."""
        return tuple(m for m in self.mentions if span.covers(m.term.span))

    def is_cue(self, span: Span) -> bool:
        """Tell whether the words are a cue ("said"), which is no event of its own."""
        return any(s.cue is not None and s.cue.overlaps(span) for s in self.statements)

    def is_source(self, span: Span) -> bool:
        """Tell whether the words name a source."""
        return any(s.source is not None and s.source.overlaps(span) for s in self.statements)


def _holds(statement: Statement, span: Span) -> bool:
    """Tell whether a statement's content holds a span, what its cue hedges left out.

    «anslått til | 40 av hæren» is one amount, and what is said is the number.
    """
    if any(part.covers(span) for part in statement.content):
        return True
    cue = statement.cue
    if cue is None or statement.source is None or not cue.start <= span.start < cue.end:
        return False
    return any(cue.end <= part.start < span.end <= part.end for part in statement.content)


def _depth(statement: Statement) -> tuple[int, bool]:
    """Order statements from the innermost outwards: of two with one content, the denial is outer.

    "The army denied | the rebels' claim | that …": that is what the rebels claim.
    """
    return sum(len(span) for span in statement.content), statement.act is Act.DENY


def set_scenes(
    passage: Passage,
    quantities: Sequence[Quantity],
    statements: Sequence[Statement],
    origin: tuple[Voice, int | None],
) -> tuple[Scene, ...]:
    """Set one scene for each sentence of a passage, each knowing whose account it continues.

    `origin` is the document's own voice and the year it is of.
    """
    counted = place(((q, spans_of_quantity(q)) for q in quantities), passage.sentences)
    said = place(((s, spans_of_statement(s)) for s in statements), passage.sentences)
    scenes: list[Scene] = []
    for index, sentence in enumerate(passage.sentences):
        mentions = _without_numbers(sentence, passage.language, counted[index])
        scenes.append(
            Scene(
                sentence=sentence,
                passage=passage,
                words=read_words(sentence),
                mentions=mentions,
                quantities=tuple(
                    _without_agent(q, said[index])
                    for q in counted[index]
                    if sentence.covers(q.span)
                ),
                statements=tuple(
                    s
                    for s in said[index]
                    if not _takes_stance(s, mentions, passage.language)
                    and not _refuses(s, mentions, passage.language)
                ),
                outlet=origin[0],
                year=origin[1],
                continued=_continued(scenes[-1]) if scenes else None,
            )
        )
    return tuple(scenes)


def _without_agent(quantity: Quantity, statements: Sequence[Statement]) -> Quantity:
    """Tell who says a number from what it counts: «anslått til 40 | av hæren»."""
    noun, end = quantity.counted, quantity.span.end
    sources = [s.source for s in statements if s.source is not None and s.source.start >= end]
    is_agent = noun is not None and any(source.overlaps(noun) for source in sources)
    return replace(quantity, counted=None) if is_agent else quantity


def _takes_stance(statement: Statement, mentions: Sequence[Mention], language: str) -> bool:
    """Tell whether a cue is itself what is told: "voiced support for | the strike".

    A cue of one word, and one that leads to a clause, only says who says it.
    """
    cue, opening = statement.cue, statement.content[0].text.split(maxsplit=1)[0].lower()
    is_clause = opening in word_set(language, "clauses", "openers")
    if cue is None or is_clause or statement.mode is not Mode.INDIRECT:
        return False
    within = [mention for mention in mentions if cue.covers(mention.term.span)]
    return any(
        mention.role == "noun"
        and opposites(mention.concept)
        and mention.concept not in framing_events()
        for mention in within[1:]
    )


def _refuses(statement: Statement, mentions: Sequence[Mention], language: str) -> bool:
    """Tell whether somebody refuses a thing and says nothing: "refused | access to the village".

    Who refuses to do something says so.
    """
    cue, opening = statement.cue, statement.content[0].text.split(maxsplit=1)[0].lower()
    if cue is None or statement.act not in (Act.WANT, Act.DENY):
        return False
    infinitives = read_data(serving_language(language), "grammar")["infinitive"]
    refused = (m for m in mentions if m.term.span.overlaps(cue))
    is_clause = opening in infinitives or opening in word_set(language, "clauses", "openers")
    kinds = _REFUSALS if statement.act is Act.WANT else _REFUSALS[:1]
    return not is_clause and any(m.concept in kinds for m in refused)


def _without_numbers(
    sentence: Span, language: str, quantities: Sequence[Quantity]
) -> tuple[Mention, ...]:
    """Give the terms of a sentence but for numbers and units: they are read as amounts."""
    spans = [quantity.span for quantity in quantities]
    mentions = find_mentions(sentence, language, spans)
    return tuple(m for m in mentions if not any(span.covers(m.term.span) for span in spans))


def _continued(before: Scene) -> str | None:
    """Name the speaker whose account the next sentence continues if it names nobody itself.

    "The coalition admits its part. Some 250 fighters were let go." The second sentence is told by
    the document, but goes back to the coalition.
    """
    said = [s for s in before.statements if s.cue is not None and s.speaker.span is not None]
    return said[-1].speaker.name if said else before.continued
