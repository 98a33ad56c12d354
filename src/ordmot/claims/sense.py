"""In which sense a clause is put forward: modality, polarity, place in the speaker's time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ordmot.claims.phrases import is_definite, words_of_answers
from ordmot.claims.scene import Scene
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, find_markers, has_marker, word_set
from ordmot.ledger import Act, Modality, Position, QuantityKind, Span, Statement
from ordmot.lexicon.data import read_data, serving_language
from ordmot.lexicon.frames import framing_events, talk, verdicts

_ACT_MODALITY = {
    Act.PROMISE: Modality.PROMISED,
    Act.ORDER: Modality.PLANNED,
    Act.THREATEN: Modality.PLANNED,
    Act.WANT: Modality.PLANNED,
    Act.ASK: Modality.SPECULATED,
    Act.FEAR: Modality.POSSIBLE,
}
_ANSWERS = (Act.DENY, Act.ADMIT, Act.CONFIRM)
_SENTENCE_WIDE = (Modality.SPECULATED, Modality.PROMISED, Modality.EXPECTED)
_OPENING = 24
"""Characters of a clause in which the noun stands that heads it."""
_WITHDRAWN = 2
"""Words of the counted at most between a number and "as first reported"."""
_REACH = 24
"""Characters before a clause in which a denial governs it ("avviser at …")."""
_NAMED = 7
"""Words at most from "called" to "a lie"."""
_UNABLE = 3
"""Words behind "could" that tell whether a thing could not be done: "not | be | opened"."""
_UNPROMISED = 3
"""Words from a negation to the promise that was not made: "nobody | had been | promised"."""
_BESIDE = 2
"""Characters at most between a noun and the relative about it, and words to its article."""
_RELATIVE = 2
"""Words behind a relative in which its verb stands: "which | has killed"."""
_PARTING = frozenset(",;:")
"""Marks behind which a negation holds no more."""
_CHANGE = 9
"""Words before a number among which the verb of change stands: "revised down | from 88"."""
_CLAUSE_WIDE = (Modality.PLANNED, Modality.POSSIBLE)


def read_modality(scene: Scene, clause: Span, statement: Statement | None) -> Modality:
    """Tell in which sense the clause is put forward.

    The act of its cue decides first ("promised that …"), then words in front of it in the sentence
    ("ble forespeilet …"), then the clause's own auxiliaries ("kan ha kommet").
    """
    if scene.sentence.text.rstrip("\"'”»’ ").endswith("?"):
        return Modality.SPECULATED  # who asks claims nothing
    if _is_left_open(scene, clause):
        return Modality.SPECULATED
    if statement is not None and statement.is_negated and _asks(scene, clause):
        return Modality.SPECULATED  # who will not say whether it is so says neither yes nor no
    if statement is not None and _is_refusal(scene, statement):
        return Modality.ASSERTED  # who refuses to do a thing does not do it
    if statement is not None and _is_verdict(scene, statement):
        return Modality.ASSERTED  # who was sentenced to ten days was
    if statement is not None and statement.act in _ACT_MODALITY:
        is_fact = _warns_of_fact(scene, clause, statement)
        return Modality.ASSERTED if is_fact else _ACT_MODALITY[statement.act]
    if statement is not None and statement.act is Act.CONFIRM and statement.is_negated:
        return Modality.SPECULATED  # who cannot confirm it says neither yes nor no
    if statement is not None and statement.act is Act.DENY and _is_request(scene, clause):
        return Modality.PLANNED  # a call that is rejected is refused, not denied
    ahead = _half_with(scene, clause)
    if statement is not None and statement.act is Act.DENY:
        return Modality.ASSERTED  # a denial is given as so, whatever it denies
    if _is_after_concession(scene, clause):
        ahead = clause  # "despite an agreement to …, they took …": the main clause is no promise
    if statement is not None and statement.source is not None:
        ahead = clause  # what the speaker expects is in the content, not in the outlet's frame
    for modality in _SENTENCE_WIDE:
        if _has_mode(scene, ahead, modality):
            is_fact = modality is Modality.PROMISED and (
                _was_not_promised(scene, clause) or _is_of_promise(scene, clause)
            )
            return Modality.ASSERTED if is_fact else modality
    if has_marker(clause, scene.language, "modality", "hearsay"):
        return Modality.ASSERTED  # "skal ha blitt drept" reports, and plans nothing
    for modality in _CLAUSE_WIDE:
        found = find_markers(clause, scene.language, "modality", modality.value)
        if not all(_is_name(scene, *place) or _is_unable(scene, *place) for place in found):
            return modality
    return Modality.ASSERTED


def _is_verdict(scene: Scene, statement: Statement) -> bool:
    """Tell whether a cue is that of a court: «ble | dømt til | ti dagers fengsel»."""
    cue = statement.cue
    if cue is None or not scene.sentence.covers(cue):
        return False
    return any(m.concept in verdicts() for m in scene.mentions_in(cue))


def _warns_of_fact(scene: Scene, clause: Span, statement: Statement) -> bool:
    """Tell whether a warning tells how it is: "warned that 40 dams | were damaged".

    Who warns that something will or may happen tells no fact.
    """
    cue = statement.cue
    warnings = word_set(scene.language, "modality", "warning")
    if cue is None or warnings.isdisjoint(cue.text.lower().split()):
        return False
    for modality in (*_CLAUSE_WIDE, *_SENTENCE_WIDE):
        if has_marker(clause, scene.language, "modality", modality.value):
            return False
    told = {word.lower for word in scene.words_between(clause.start, clause.end)}
    states = word_set(scene.language, "counting", "being") | word_set(
        scene.language, "counting", "having"
    )
    past = tuple(read_data(serving_language(scene.language), "counted")["endings"]["past"])
    present = tuple(word_set(scene.language, "modality", "present_endings"))
    told_verbs = (m.term.span.text for m in scene.mentions_in(clause) if m.role == "verb")
    verbs = [words.lower().split()[0] for words in told_verbs]
    is_past = bool(present) and verbs != [] and not any(v.endswith(present) for v in verbs)
    is_past = is_past or any(verb.endswith(past) for verb in verbs if past)
    return not told.isdisjoint(states) or is_past


def _has_mode(scene: Scene, ahead: Span, modality: Modality) -> bool:
    """Tell whether words put a clause forward so: "due to land", but not "freed due to | illness".

    What was done because of something is a fact.
    """
    guarded = word_set(scene.language, "modality", "of_deeds")
    for start, end in find_markers(ahead, scene.language, "modality", modality.value):
        is_guarded = scene.sentence.part(start, end).text.lower() in guarded
        if not is_guarded or _leads_to_deed(scene, start, end):
            return True
    return False


def _leads_to_deed(scene: Scene, start: int, end: int) -> bool:
    """Tell whether a verb follows: "due to | land", "is due to | testify"."""
    behind, before = scene.words_after(end)[:1], scene.words_before(start)[-1:]
    if not behind or behind[0].lower in word_set(scene.language, "dating", "articles"):
        return False
    roles = {m.role for m in scene.mentions if m.start == behind[0].start}
    after = [word.lower for word in scene.words_after(behind[0].end)[:1]]
    if not word_set(scene.language, "counting", "partitives").isdisjoint(after):
        return False  # "died due to | lack | of oxygen"
    if roles:
        return "verb" in roles
    being = word_set(scene.language, "counting", "being")
    is_said = bool(before) and before[0].lower in being
    return is_light(behind[0].text, scene.language) or is_said


def _is_left_open(scene: Scene, clause: Span) -> bool:
    """Tell whether it is told that nobody says or knows it: "would neither confirm nor deny"."""
    ahead = scene.sentence.part(scene.sentence.start, max(scene.sentence.start, clause.end))
    if has_marker(ahead, scene.language, "modality", "unconfirmed"):
        return True
    asking = word_set(scene.language, "modality", "asking")
    for _, end in find_markers(ahead, scene.language, "modality", "unsettled"):
        behind = scene.words_after(end)[:1]  # "it is unclear | whether", «uklart | om»
        is_asked = bool(behind) and behind[0].lower in asking
        if is_asked and clause.start <= behind[0].start < clause.end:
            return True
    return False


def _was_not_promised(scene: Scene, clause: Span) -> bool:
    """Tell that no promise was made, which is a fact: "nobody | had been promised", «ingen»."""
    for start, _ in find_markers(clause, scene.language, "modality", Modality.PROMISED.value):
        near = scene.words_before(start)[-_UNPROMISED:]
        ahead = scene.sentence.part(near[0].start if near else start, start)
        return has_marker(ahead, scene.language, "negation", "words")
    return False


def _is_of_promise(scene: Scene, clause: Span) -> bool:
    """Tell that it is said what became of a promise, a fact: "the promise | was broken"."""
    is_named = any(m.role == "noun" and m.concept == "promise" for m in scene.mentions_in(clause))
    return is_named and has_marker(clause, scene.language, "modality", "kept")


def _is_unable(scene: Scene, start: int, end: int) -> bool:
    """Tell that a thing could not be done, which is a fact: "could | not be opened"."""
    word = scene.sentence.part(start, end).text.lower()
    if word not in word_set(scene.language, "modality", "ability"):
        return False
    behind = [w.lower for w in scene.words_after(end)][:_UNABLE]
    if len(behind) < _UNABLE or behind[0] not in word_set(scene.language, "negation", "not"):
        return False
    unknown = word_set(scene.language, "modality", "unknown")
    endings = tuple(word_set(scene.language, "modality", "unable_endings"))
    is_done = behind[1] in word_set(scene.language, "modality", "unable")
    return (is_done or behind[1].endswith(endings)) and unknown.isdisjoint(behind)


def _asks(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause is an indirect question: "whether he slept", «om han sov»."""
    words = clause.text.lower().split()
    return words[:1] != [] and words[0] in word_set(scene.language, "modality", "asking")


def _is_name(scene: Scene, start: int, end: int) -> bool:
    """Tell "in May", "the guard Will Lind" from verbs: a name is written large behind a word."""
    before = scene.words_before(start)[-1:]
    is_capital = scene.sentence.part(start, end).text[0].isupper()
    if not before or before[0].is_mark or not is_capital:
        return False
    where = word_set(scene.language, "stop", "place_prepositions")
    return not before[0].is_capital or before[0].lower in where


def _half_with(scene: Scene, clause: Span) -> Span:
    """Give the sentence up to the end of a clause; a semicolon before it parts two sentences."""
    before = scene.sentence.part(scene.sentence.start, max(scene.sentence.start, clause.start))
    start = before.start + before.text.rfind(";") + 1
    return scene.sentence.part(start, clause.end)


def _is_after_concession(scene: Scene, clause: Span) -> bool:
    """Tell whether a "despite …," stands before the clause, so that its words govern it not."""
    before = scene.sentence.part(scene.sentence.start, max(scene.sentence.start, clause.start))
    return "," in before.text and has_marker(before, scene.language, "contrast", "despite")


def _is_request(scene: Scene, clause: Span) -> bool:
    """Tell whether a clause begins with a call, demand or offer."""
    opening = clause.part(clause.start, min(clause.end, clause.start + _OPENING))
    return has_marker(opening, scene.language, "negation", "requests")


def is_negated(scene: Scene, clause: Span) -> bool:
    """Tell whether the clause says that something is not so: "didn't bomb", "nektet å angripe"."""
    spared = [*find_markers(scene.sentence, scene.language, "negation", "not_negations")]
    spared += find_markers(scene.sentence, scene.language, "negation", "denials")
    spared += find_rejections(scene, scene.sentence)
    # The lexicon may have the negation in the event: "not accounted for" are the missing.
    spared += [(m.start, m.end) for m in scene.mentions_in(clause) if " " in m.term.span.text]
    spared += _of_circumstances(scene, clause)
    spared += _of_numbering(scene, clause)
    lack = lack_behind(scene, clause)
    spared += [] if lack is None else [(lack.start, clause.end)]
    # Hardly 600 are some: a number that is not nought says how many, and never that none are.
    some = (q.span for q in scene.quantities if q.interval.high != 0)
    spared += [(span.start, span.end) for span in some]
    words, verbs = (
        [
            place
            for place in find_markers(clause, scene.language, "negation", key)
            if not any(start <= place[0] < end for start, end in spared)
        ]
        for key in ("words", "verbs")
    )
    # "No tunnel, no shots" negates both; "did not refuse to go" turns round what it negates.
    return (bool(words) != (len(verbs) % 2 == 1)) or _shares_negation(scene, clause)


def _shares_negation(scene: Scene, clause: Span) -> bool:
    """Tell whether a "not" before an "or" holds for what follows: "hadn't shot | or killed any".

    Only what is not so is said of any.
    """
    words = [word.lower for word in scene.words_between(clause.start, clause.end)]
    if not words or words[0] not in word_set(scene.language, "clauses", "alternatives"):
        return False
    if word_set(scene.language, "negation", "any").isdisjoint(words):
        return False
    ahead = scene.sentence.part(scene.sentence.start, max(scene.sentence.start, clause.start))
    spared = [*find_markers(ahead, scene.language, "negation", "not_negations")]
    found = find_markers(ahead, scene.language, "negation", "words")
    free = [e for s, e in found if not any(start <= s < end for start, end in spared)]
    return bool(free) and not _PARTING.intersection(ahead.text[free[-1] - ahead.start :])


def _of_circumstances(scene: Scene, clause: Span) -> Iterator[tuple[int, int]]:
    """Give the negations of where, when or why: "not | where people live", «ikke | før seks»."""
    negations = word_set(scene.language, "negation", "not")
    openers = word_set(scene.language, "negation", "circumstances")
    of_time = word_set(scene.language, "negation", "circumstances_of_time")
    words = scene.words_between(clause.start, clause.end)
    joining = word_set(scene.language, "counting", "joining")
    nouns = {m.start for m in scene.mentions if m.role in ("noun", "people")}
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        is_noun = after.start in nouns and before.lower in joining
        if word.lower in negations and is_noun and clause.start <= before.start:
            yield word.start, word.end  # "treated as victims and | not | culprits"
    for word, after in pairwise(words):
        if word.lower not in negations or any(m.start == after.start for m in scene.mentions):
            continue  # «ikke | når fram» is not reaching, and no "not when"
        is_timed = after.lower in of_time and _is_time_at(scene, after.end)
        if is_timed or after.lower in openers:
            yield word.start, word.end


def _of_numbering(scene: Scene, clause: Span) -> Iterator[tuple[int, int]]:
    """Give what only numbers a thing: "permit | No. 114" permits."""
    words = scene.words_between(clause.start, clause.end)
    for word, mark, number in zip(words, words[1:], words[2:], strict=False):
        if mark.text == "." and mark.start == word.end and number.text[0].isdigit():
            yield word.start, word.end


def _is_refusal(scene: Scene, statement: Statement) -> bool:
    """Tell whether somebody says only that he will not: "refused | to fire on the crowd"."""
    cue = statement.cue
    if cue is None or statement.act not in (Act.WANT, Act.OTHER) or not scene.sentence.covers(cue):
        return False
    refused, spared = (
        {start for start, _ in find_markers(scene.sentence, scene.language, "negation", key)}
        for key in ("verbs", "not_negations")
    )
    return cue.start in refused - spared  # "declined to comment" refuses nothing


def lack_behind(scene: Scene, clause: Span) -> Word | None:
    """Find the "without" behind a deed, which denies not that it was done: "fired | without".

    Who "is without power" or "was left without" does nothing.
    """
    lacking = word_set(scene.language, "negation", "without")
    states = word_set(scene.language, "negation", "states_without")
    copulas = word_set(scene.language, "existence", "copulas")
    words = scene.words_between(clause.start, clause.end)[1:]
    lack = next((word for word in words if word.lower in lacking), None)
    if lack is None:
        return None
    ahead = scene.mentions_in(clause.part(clause.start, lack.start))
    deeds = [m for m in ahead if m.role == "verb"]
    last = deeds[-1].term.span.text.lower() if deeds else ""
    is_beside = bool(deeds) and lack.start - deeds[-1].end <= 1
    is_state = not deeds or last in copulas or (is_beside and last in states)
    return None if is_state else lack


def is_unknown(scene: Scene, clause: Span) -> bool:
    """Tell whether it is only not known: "do not have the casualty figures", «har ikke tall».

    That says neither that anybody was hurt nor that nobody was; so does who says that the figures
    are not final yet.
    """
    words = scene.words_between(clause.start, clause.end)
    said = [word.lower for word in words]
    known = word_set(scene.language, "negation", "knowledge")
    if _is_provisional(scene, said, known) or asks_unanswered(scene, clause):
        return True
    having = word_set(scene.language, "negation", "having")
    last = max((i for i, word in enumerate(said) if word in known), default=-1)
    verb = next((i for i, word in enumerate(said[: max(last, 0)]) if word in having), None)
    if verb is None or any(word.is_mark for word in words[verb:last]):
        return False
    negations = find_markers(clause, scene.language, "negation", "words")
    return any(start < words[last].start for start, _ in negations)


def denies_others(scene: Scene, clause: Span) -> bool:
    """Tell what is denied of all others only: "no other | town was hit", «ingen andre»."""
    return has_marker(clause, scene.language, "negation", "others")


def asks_unanswered(scene: Scene, clause: Span) -> bool:
    """Tell whether how many it are is not said: "would not say | how many were held"."""
    asked = find_markers(clause, scene.language, "negation", "asked")
    start = next((start for start, _ in asked), None)
    if start is None:
        return False
    ahead = scene.sentence.part(scene.sentence.start, start)
    return has_marker(ahead, scene.language, "negation", "words")


def _is_provisional(scene: Scene, said: list[str], known: frozenset[str]) -> bool:
    """Tell whether a figure may still change: "the toll | was not | final"."""
    finals = word_set(scene.language, "negation", "finals")
    negations = word_set(scene.language, "negation", "not")
    first = next((i for i, word in enumerate(said) if word in known), len(said))
    return any(before in negations and word in finals for before, word in pairwise(said[first:]))


def _is_time_at(scene: Scene, place: int) -> bool:
    """Tell whether a time begins right behind a place."""
    times = (q for q in scene.quantities if q.kind is not QuantityKind.AMOUNT)
    return any(0 <= q.span.start - place <= 1 for q in times)


def denies_amount(scene: Scene, clause: Span, amount: Span) -> bool:
    """Tell whether a "not" governs an amount: "did not kill | 90", "five, but not | 90"."""
    ahead = scene.sentence.part(min(clause.start, amount.start), amount.start)
    spared = [*find_markers(scene.sentence, scene.language, "negation", "not_negations")]
    spared += [(m.start, m.end) for m in scene.mentions if " " in m.term.span.text]
    spared += [(q.span.start, q.span.end) for q in scene.quantities]
    found = [
        start
        for start, _ in find_markers(ahead, scene.language, "negation", "not")
        if not any(first <= start < last for first, last in spared)
    ]
    others = [q.span.start for q in scene.quantities if q.span.start < amount.start]
    return bool(found) and not any(start > found[-1] for start in others)


def read_affirmation(scene: Scene, clause: Span, statement: Statement | None) -> bool:
    """Tell whether the speaker affirms what the clause speaks of.

    A denial turns the clause round, and so does a refused admission or confirmation; a negation in
    the clause turns it round once more.
    """
    affirmed = not is_negated(scene, clause)
    if denies_before(scene, clause, statement):
        affirmed = not affirmed
    if statement is None:
        return affirmed
    turned = statement.act is Act.DENY and governs(scene, statement, clause)
    turned = turned and not is_of_known(scene, statement, clause)
    turned = turned or _is_refusal(scene, statement)
    if statement.is_negated and statement.act in (*_ANSWERS, Act.PROMISE, Act.ORDER):
        turned = not turned
    return affirmed != turned


def governs(scene: Scene, statement: Statement, words: Span) -> bool:
    """Tell whether a cue has words of its content as its object.

    What stands behind a colon is what the speaker says for himself: "rejects it: | all are paid".
    """
    cue = statement.cue
    part = next((p for p in statement.content if p.overlaps(words)), None)
    if cue is None or part is None or not scene.sentence.covers(cue) or part.start < cue.end:
        return True
    return ":" not in scene.sentence.part(cue.end, min(part.start, scene.sentence.end)).text


def is_of_known(scene: Scene, statement: Statement, words: Span) -> bool:
    """Tell whether words are of a thing that a denial takes as so: "the attack | which killed 150".

    Of what the denial is of itself, and not of what "denies that the attack which …" goes on with.
    """
    part = next((p for p in statement.content if p.overlaps(words)), None)
    if part is None or statement.cue is None or not scene.sentence.covers(part):
        return False
    relatives = word_set(scene.language, "clauses", "relatives")
    inside = scene.words_between(part.start, part.end)
    openers = (word for word in inside if word.lower in relatives and word.start <= words.start)
    return any(_opens_known(scene, part, opener, statement.cue) for opener in openers)


def _opens_known(scene: Scene, part: Span, opener: Word, cue: Span) -> bool:
    """Tell whether a relative opens what a known object did: denies "the raid | that killed"."""
    noun = next((m for m in scene.mentions if 0 < opener.start - m.end <= _BESIDE), None)
    behind = scene.words_after(opener.end)[:_RELATIVE]
    verbs = {m.start for m in scene.mentions if m.role == "verb"}
    if noun is None or noun.role != "noun" or noun.concept in talk():
        return False
    if not any(word.start in verbs for word in behind) or not _is_certain(scene, noun):
        return False
    start = part.start if part.start >= cue.end else cue.end
    ahead = scene.words_between(start, noun.start)
    subordinators = word_set(scene.language, "clauses", "openers")
    is_object = all(word.lower not in subordinators for word in ahead)
    return is_object or any(word.start in verbs for word in ahead)


def _is_certain(scene: Scene, noun: Mention) -> bool:
    """Tell whether a noun means a thing that is known: "the | deadly | raid", «angrepet»."""
    articles = words_of_answers(scene, "definite") | word_set(
        scene.language, "counting", "definite"
    )
    before = [word.lower for word in scene.words_before(noun.start)[-_BESIDE:]]
    return is_definite(scene, noun) or not articles.isdisjoint(before)


def denies_before(scene: Scene, clause: Span, statement: Statement | None) -> bool:
    """Tell whether a denial inside the statement governs the clause: "writes that he denies that".

    The cue of the statement itself is no such word: its act says what it does already.
    """
    ahead = scene.sentence.part(scene.sentence.start, max(clause.end, scene.sentence.start))
    spared = [*find_markers(ahead, scene.language, "negation", "not_denials")]
    spared += _describing(scene, ahead)
    denials = [*find_markers(ahead, scene.language, "negation", "denials")]
    denials += find_rejections(scene, ahead)
    for begin, end in denials:
        between = scene.sentence.part(min(end, clause.start), clause.start).text
        is_beside = len(between) <= 1  # "no reason to think | that"
        is_far = begin < clause.start - _REACH and not is_beside
        is_said = ":" in between  # "rejects it: | all have been paid"
        if is_far or is_said or any(first <= begin < last for first, last in spared):
            continue
        if _is_other_claim(scene, statement, end) or _is_said_after(statement, end, clause):
            continue
        if not _is_own_cue(statement, scene.sentence.part(begin, end)):
            return True
    return False


def _describing(scene: Scene, ahead: Span) -> Iterator[tuple[int, int]]:
    """Give the denials that only describe a noun: "over a | disputed | poll", "its denied bail"."""
    led = word_set(scene.language, "dating", "articles")
    led |= word_set(scene.language, "stop", "place_prepositions")
    led |= word_set(scene.language, "counting", "grounds")
    genitives = tuple(word_set(scene.language, "counting", "genitives"))
    for start, end in find_markers(ahead, scene.language, "negation", "describing"):
        before, behind = scene.words_before(start)[-1:], scene.words_after(end)[:1]
        is_led = bool(before) and (before[0].lower in led or before[0].lower.endswith(genitives))
        goes_on = bool(behind) and behind[0].text[0].isalpha() and behind[0].lower not in led
        if is_led and goes_on:
            yield start, end


def _is_said_after(statement: Statement | None, end: int, clause: Span) -> bool:
    """Tell whether a statement begins behind a denial: "rejects this and | says that it was"."""
    cue = statement.cue if statement is not None and statement.source is not None else None
    return cue is not None and end <= cue.start and cue.end <= clause.start


def _is_own_cue(statement: Statement | None, words: Span) -> bool:
    """Tell whether a denial is the cue of its statement: its act says what it does already."""
    if statement is None or statement.cue is None:
        return False
    is_named = statement.act is Act.DENY and words.covers(statement.cue)  # "dismissed it as lies"
    return is_named or statement.cue.covers(words)


def find_rejections(scene: Scene, span: Span) -> Iterator[tuple[int, int]]:
    """Find the words that say of something said that it is not so: "is a lie", "called it | a lie".

    What somebody is called who does something is none: a claim, a report or a pronoun must be.
    """
    yield from find_markers(span, scene.language, "negation", "rejections")
    naming = [*find_markers(span, scene.language, "negation", "naming")]
    for start, end in find_markers(span, scene.language, "negation", "falsehoods"):
        verb = max((place for place in naming if place[1] <= start), default=None)
        if verb is None or any(0 <= m.start - end <= 1 for m in scene.mentions):
            continue  # "called it | a false | alarm"
        if _is_of_words(scene, scene.sentence.part(verb[1], start)):
            yield verb[0], end


def _is_of_words(scene: Scene, named: Span) -> bool:
    """Tell whether what is named so is something said, or a pronoun for it."""
    pronouns = word_set(scene.language, "clauses", "objects")
    openers = word_set(scene.language, "clauses", "openers") - pronouns
    openers -= word_set(scene.language, "clauses", "pointers")  # "called | that | a lie"
    words = {w.lower for w in scene.words_between(named.start, named.end)}
    said = any(m.concept in talk() | framing_events() for m in scene.mentions_in(named))
    # No clause stands between: "described how they spread | lies".
    is_one = len(words) <= _NAMED and openers.isdisjoint(words)
    return is_one and (said or not words.isdisjoint(pronouns))


def _is_other_claim(scene: Scene, statement: Statement | None, end: int) -> bool:
    """Tell whether what is denied is the claim of who says so: "deny | the rebels' claim"."""
    owner = statement.source if statement is not None else None
    if owner is None or owner.start < end or not scene.sentence.covers(owner):
        return False
    words = scene.sentence.part(owner.start, min(owner.end + 1, scene.sentence.end)).text.lower()
    return words.rstrip().endswith(tuple(word_set(scene.language, "counting", "genitives")))


def is_withdrawn(scene: Scene, amount: Span) -> bool:
    """Tell whether a number is what was said before: "16 were removed, not 14 | as first reported".

    A noun may stand between: "not 14 people as first reported".
    """
    negations = word_set(scene.language, "negation", "not")
    if negations.isdisjoint(word.lower for word in scene.words_before(amount.start)[-_WITHDRAWN:]):
        return False  # "14 died, as first reported"
    found = find_markers(scene.sentence, scene.language, "position", "withdrawn")
    behind = (
        scene.sentence.part(amount.end, start).text for start, _ in found if start > amount.end
    )
    return any(len(words.split()) <= _WITHDRAWN and "," not in words for words in behind)


def read_position(scene: Scene, core: Span) -> Position:
    """Tell whether the sentence places this position earlier ("at first") or now ("nå")."""
    if _is_overtaken(scene, core) or is_withdrawn(scene, core) or _is_start(scene, core):
        return Position.EARLIER
    early, now = (
        [*find_markers(scene.sentence, scene.language, "position", key)]
        for key in ("earlier", "now")
    )
    grown = [s for s, _ in find_markers(scene.sentence, scene.language, "position", "overtaken")]
    parted = min((start for start in grown if start >= core.end), default=scene.sentence.end)
    early = [place for place in early if place[0] < parted]  # "23, | up from an earlier 17"
    early, now = (_on_one_side(scene, core, places) for places in (early, now))
    if not early and not now:
        return Position.UNSTATED
    distance = {
        Position.EARLIER: min((abs(core.start - start) for start, _ in early), default=10**9),
        Position.NOW: min((abs(core.start - start) for start, _ in now), default=10**9),
    }
    return min(distance, key=lambda position: distance[position])


def _is_overtaken(scene: Scene, core: Span) -> bool:
    """Tell whether a bare number is what another has grown from: "131 dead, up from | 96".

    "Picked up from 12 houses" counts houses.
    """
    own = scene.amount_at(core)
    if own is None or own.counted is not None or own.dimension != "count":
        return False
    if not any(q.dimension == "count" and q.span.end <= core.start for q in scene.quantities):
        return False
    return any(
        end <= core.start and not scene.sentence.part(end, core.start).text.strip()
        for _, end in find_markers(scene.sentence, scene.language, "position", "overtaken")
    )


def _is_start(scene: Scene, core: Span) -> bool:
    """Tell whether a number is what a change began with: "revised from | 88 | to 75"."""
    own = scene.amount_at(core)
    before = scene.words_before(core.start)
    starts = word_set(scene.language, "position", "starts")
    if own is None or not before or before[-1].lower not in starts:
        return False
    changing = read_data(serving_language(scene.language), "hedges")["between"]["change"]
    if not any(word.lower in changing for word in before[-_CHANGE:]):
        return False
    ends = word_set(scene.language, "position", "ends")
    others = [q.span for q in scene.quantities if q.dimension == own.dimension and q is not own]
    behind = [q.start for q in others if q.start >= own.span.end]
    after = scene.words_after(own.span.end)[:1]
    leads_on = bool(after) and after[0].lower in ends and after[0].end + 1 in behind
    return leads_on or any(before[-1].start - other.end == 1 for other in others)


def _on_one_side(scene: Scene, core: Span, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the words that no "but" parts from a number: "88 at first, | but | now 75"."""
    contrast = read_data(serving_language(scene.language), "grammar")["contrast"]
    parted = (
        {w.lower for w in scene.words_between(min(core.end, end), max(core.start, start))}
        for start, end in places
    )
    return [p for p, words in zip(places, parted, strict=True) if words.isdisjoint(contrast)]


def is_light(text: str, language: str) -> bool:
    """Tell whether a verb only says that something is there ("var", "took")."""
    return text.lower() in word_set(language, "existence", "verbs")
