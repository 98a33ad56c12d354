"""Parts of what a text has counted: "five of them", "14 of the dead were children"."""

from __future__ import annotations

from itertools import pairwise, takewhile

from ordmot.claims.phrases import words_of_answers
from ordmot.claims.placing import end_of
from ordmot.claims.scene import Scene
from ordmot.claims.sense import is_light
from ordmot.claims.terms import Mention
from ordmot.claims.words import Word, find_markers, has_marker, may_part, word_set
from ordmot.ledger import Quantity, Span, Term
from ordmot.lexicon import is_kind_of

_PHRASE = 5
"""Words of "of the confirmed dead" at most."""
_TAKEN, _SHORTEST = 2, 4
"""Words of "of the"; letters of the shortest noun in the definite plural and its ending."""
_WHENCE = 2
"""Words of "from Tavria"."""
_PLACE = 5
"""Words from a preposition to the place at most: "two | in the regional hospital"."""
_LISTING = (":", "(", "–", "—")
"""Marks behind a sum that open the list of its items."""
_SUMMED = ("money", "mass", "volume", "area", "energy")
"""Dimensions of amounts that are told with their parts."""
_OWNER = 3
"""Words of "the village's" at most, before the number of the whole."""
_COMPARED = 4
"""Words of "more protesters than" at most."""
_GROWN = 18
"""The age at which nobody is a child any more."""
_AGED = 6
"""Words behind a number among which it stands how old they are: "were under two years old"."""
_NOMINAL = 4
"""Words from "were" to the noun at most: "were members of the crew", "were young children"."""


def points_back(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the amount is a part of one named before: "five of them", «tre av dem»."""
    after = _words_behind(scene, quantity)
    inside = quantity.span.text.lower().split()[1:2]
    known = word_set(scene.language, "counting", "partitives")
    return any(not known.isdisjoint(words[:1]) for words in (after, inside))


def whole_behind(scene: Scene, quantity: Quantity) -> Quantity | None:
    """Find the number that an amount is a part of: "65 out of | 298 victims"."""
    known = word_set(scene.language, "counting", "partitives")
    if known.isdisjoint(_words_behind(scene, quantity)[:1]):
        return None
    near = (q for q in scene.quantities if quantity.span.end < q.span.start)
    nearest = min(near, key=lambda q: q.span.start, default=None)
    if nearest is None:
        return None
    between = scene.sentence.part(quantity.span.end, nearest.span.start)
    words = _past_out(between.text.lower().split(), scene.language)
    return nearest if len(words) == 1 and words[0] in known else None


def is_partitive(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a known set is taken from: "two of the bombs", «tre av de sårede»."""
    after = _words_behind(scene, quantity)
    definite = word_set(scene.language, "counting", "known_sets")
    endings = tuple(word_set(scene.language, "counting", "known_endings"))
    known = word_set(scene.language, "counting", "partitives")
    if len(after) < _TAKEN or after[0] not in known:
        return False
    owners = word_set(scene.language, "counting", "owners_behind")
    is_own = after[2:] != [] and after[2].rstrip(".,;:") in owners  # «14 av klientene | hans»
    is_ending = after[1].rstrip(".,;:").endswith(endings) and len(after[1]) > _SHORTEST
    is_ending = is_ending and not is_own
    return after[1] in definite or (is_ending and quantity.dimension == "count")


def _words_behind(scene: Scene, quantity: Quantity) -> list[str]:
    """Give the three words behind an amount; "out of" is as good as "of"."""
    words = scene.sentence.part(quantity.span.end, scene.sentence.end).text.lower().split()[:4]
    return _past_out(words, scene.language)[:3]


def _past_out(words: list[str], language: str) -> list[str]:
    """Leave away the "out" of "out of"."""
    before = word_set(language, "counting", "partitives_before")
    known = word_set(language, "counting", "partitives")
    is_out = before.issuperset(words[:1]) and not known.isdisjoint(words[1:2])
    return words[1:] if is_out else words


def says_where(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the counted only say where something is: "94 bodies | in | the three graves"."""
    before = [word.lower for word in scene.words_before(quantity.span.start)]
    where = _where_words(scene)
    if before and before[-1] in word_set(scene.language, "counting", "definite"):
        before.pop()
    else:
        where -= word_set(scene.language, "counting", "copulas")  # "put the dead | at | 40"
        where -= word_set(scene.language, "counting", "holders")  # «en gruppe | på | 16 personer»
    return bool(before) and before[-1] in where


def _where_words(scene: Scene) -> frozenset[str]:
    """Give the words that lead to the place where something is."""
    return word_set(scene.language, "stop", "place_prepositions") - {"of", "av", "til", "to"}


def is_broken_down(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number is of a breakdown: "64 were saved, of whom 26 by ship".

    What befell so many "of these 431" befell no more: it is all of them who died.
    """
    ahead = scene.sentence.part(scene.sentence.start, quantity.span.start)
    before = (q for q in scene.quantities if q.span.end <= quantity.span.start)
    is_said = has_marker(ahead, scene.language, "counting", "parts")
    return is_said and not any(is_whole(scene, other) for other in before)


def is_part_of_sum(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an amount is some of a sum told before: "of this sum, | £2 million is for".

    Not "the price of this is £2 million".
    """
    if quantity.dimension not in _SUMMED:
        return False
    behind = [word.start for word in scene.words_after(quantity.span.end)[:1]]
    others = [q.span.end for q in scene.quantities if q.span.end <= quantity.span.start]
    ahead = scene.words_between(max(others, default=scene.sentence.start), quantity.span.start)
    openers = word_set(scene.language, "counting", "joining")
    pairs = pairwise([None, *ahead] if not others else ahead)
    near = (
        word.start
        for before, word in pairs
        if word is not None and (before is None or before.is_mark or before.lower in openers)
    )
    markers = find_markers(scene.sentence, scene.language, "counting", "parts_of_sums")
    return not {*near, *behind}.isdisjoint(start for start, _ in markers)


def is_itemised(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is an item of a sum: "43 were killed: | 24 men and 19 women"."""
    counts = [q for q in scene.quantities if q.dimension == "count"]
    colons = [word.start for word in scene.words if word.text in _LISTING]
    for total, first in pairwise(counts):
        if any(total.span.end <= colon < first.span.start for colon in colons):
            items = [q for q in counts if q.span.start >= first.span.start]
            values = [q.stated[0] for q in items if q.stated]
            is_sum = len(items) > 1 and [sum(values)] == [*total.stated]
            return is_sum and quantity.span.start >= first.span.start
    return False


def tells_age(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is of those of an age: "12 were | under two years old"."""
    after = [word.lower for word in scene.words_after(quantity.span.end)][:_AGED]
    if not after or after[0] not in word_set(scene.language, "counting", "being"):
        return False
    is_bound = after[1:2] != [] and after[1] in word_set(scene.language, "counting", "age_bounds")
    is_old = not word_set(scene.language, "counting", "old").isdisjoint(after)
    is_past = not word_set(scene.language, "counting", "ago").isdisjoint(after)
    is_in_years = not word_set(scene.language, "counting", "ages").isdisjoint(after)
    return is_in_years and (is_bound or is_old) and not is_past


def tells_youth(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is of children by their age: "seven | of them under 18"."""
    return _age_of_young(scene, quantity) is not None


def _age_of_young(scene: Scene, quantity: Quantity) -> Word | None:
    """Find the age that those counted are below: "seven of them under | eighteen".

    Not "four under 18 tonnes": no unit but years may follow.
    """
    if quantity.dimension != "count":
        return None
    after = scene.words_after(end_of(quantity))  # "14 of the dead | were under sixteen"
    passed = word_set(scene.language, "counting", "being") | word_set(
        scene.language, "counting", "partitives"
    )
    passed |= word_set(scene.language, "counting", "definite")
    while after and after[0].lower in passed:
        after = after[1:]
    is_of_them = bool(after) and after[0].start > quantity.span.end + 1
    if not after:
        return None
    young = find_markers(
        scene.sentence.part(after[0].start, after[-1].end), scene.language, "counting", "young"
    )
    end = max((end for start, end in young if start == after[0].start), default=None)
    is_sure = end is not None and after[0].end < end  # "nine | under the age of | ten"
    if quantity.counted is None and not (is_of_them or is_sure):
        return None  # "finished | seven under 10"
    behind = [] if end is None else [word for word in after if word.start >= end]
    if not behind or not _is_age_of_young(scene, behind[0]):
        return None
    is_end = len(behind) == 1 or behind[1].is_mark or behind[1].lower in _behind_age(scene)
    is_end = is_end or is_light(behind[1].text, scene.language)  # "14 under the age of 10 | were"
    return behind[0] if is_end else None


def _is_age_of_young(scene: Scene, word: Word) -> bool:
    """Tell whether a word gives an age below that of the grown: "18", "eighteen", «atten»."""
    if word.text.isdigit():
        return int(word.text) <= _GROWN
    numbers = (q.stated for q in scene.quantities if _covers(q, word))
    return any(len(stated) == 1 and stated[0] <= _GROWN for stated in numbers)


def is_age_bound(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an amount is only an age below which the counted are: "ni | under 18 år"."""
    if quantity.dimension not in ("count", "duration"):
        return False
    ahead = [q for q in scene.quantities if q.span.end <= quantity.span.start]
    age = _age_of_young(scene, ahead[-1]) if ahead else None
    return age is not None and _covers(quantity, age)


def _covers(quantity: Quantity, word: Word) -> bool:
    return quantity.span.start <= word.start and word.end <= quantity.span.end


def _behind_age(scene: Scene) -> frozenset[str]:
    """Give the words that may stand behind an age: "under 18 | years", "under 18 | and"."""
    years = word_set(scene.language, "counting", "ages")
    return years | word_set(scene.language, "clauses", "openers")


def opens_places(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number opens a list by places: "nine died in Lipka, | six in Brodi"."""
    counts = [q for q in scene.quantities if q.dimension == "count"]
    following = next((q for q in counts if q.span.start > quantity.span.start), None)
    if following is None:
        return False
    between = scene.words_between(quantity.span.end, following.span.start)
    return _is_place_ahead(scene, scene.words_after(following.span.end)) and any(
        _is_place_ahead(scene, between[at:]) for at in range(len(between))
    )


def _is_place_ahead(scene: Scene, words: list[Word]) -> bool:
    """Tell whether words begin with a place: "in | Brodi"."""
    where = word_set(scene.language, "stop", "place_prepositions")
    names = {m.start for m in scene.mentions if m.role == "name"}
    return len(words) > 1 and words[0].lower in where and words[1].start in names


def is_plural(scene: Scene, mention: Mention) -> bool:
    """Tell whether a noun can be what "of them" takes up: "houses", "people", but not "balcony"."""
    word = mention.term.span.text.lower().split()[-1]
    endings = tuple(word_set(scene.language, "counting", "plural_endings"))
    known = word_set(scene.language, "counting", "plurals")
    return word in known or (word.endswith(endings) and not word.endswith("ss"))


def is_placed(scene: Scene, mention: Mention) -> bool:
    """Tell whether a noun only says where: "the hostages | on the balcony"."""
    before = [word.lower for word in scene.words_before(mention.start)]
    articles = word_set(scene.language, "counting", "definite") | {"a", "an", "en", "ei", "et"}
    while before and before[-1] in articles:
        before.pop()
    where = word_set(scene.language, "stop", "place_prepositions") - {"of", "til", "to"}
    return bool(before) and before[-1] in where


def is_excepted(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is of those left out: "all but | three were found", «alle unntatt to».

    How many were found it does not say.
    """
    for _, end in find_markers(scene.sentence, scene.language, "counting", "excepting"):
        start = quantity.span.start
        if end <= start and not scene.sentence.part(end, start).text.strip():
            return True
    return False


def is_difference(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether an amount is only by how much two others differ: "five | more than reported"."""
    start = quantity.span.start
    is_second = any(q.dimension == "count" and q.span.end <= start for q in scene.quantities)
    if quantity.dimension != "count" or not is_second:
        return False  # "40 mm more than normal" is the figure that is told
    behind = scene.words_after(quantity.span.end)[:_COMPARED]
    words = [word.lower for word in behind]
    comparing = word_set(scene.language, "counting", "comparing")
    than = word_set(scene.language, "counting", "than")
    return bool(words) and words[0] in comparing and not than.isdisjoint(words[1:])


def is_multiple(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether "three times" only compares: "three times | the number"."""
    if quantity.unit != "times":
        return False
    rest = scene.sentence.part(quantity.span.end, scene.sentence.end)
    found = find_markers(rest, scene.language, "counting", "multiplied")
    return any(not rest.text[: start - rest.start].strip() for start, _ in found)


def home_said(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find the place behind a bare number that says whence those are: "14 | from Lusanda"."""
    behind = scene.words_after(quantity.span.end)
    after = behind[2 if points_back(scene, quantity) else 0 :][:_PLACE]  # "11 | of them | in Mairo"
    where = _where_words(scene)
    if len(after) < 2 or after[0].lower not in where:
        return None
    starts = {word.start for word in takewhile(lambda word: not word.is_mark, after[1:])}
    told = [m for m in scene.mentions if m.start in starts]
    place = next((m for m in told if m.role not in ("adjective", "word")), None)
    if place is None:
        return None
    whence = word_set(scene.language, "stop", "whence")
    is_home = place.role == "name" and (
        after[0].lower in whence or _closes(scene, place)  # not "12 | in Volvo cars"
    )
    return place if is_home or is_kind_of(place.concept, "place") else None


def nobody_from(scene: Scene, quantity: Quantity) -> Term | None:
    """Find whence those are of whom it befell nobody: "no person | from Tavria | was killed"."""
    noun = quantity.counted
    if quantity.interval.high != 0 or quantity.dimension != "count" or noun is None:
        return None
    behind = scene.words_after(noun.end)[:_WHENCE]
    whence = word_set(scene.language, "stop", "whence")
    if len(behind) < _WHENCE or behind[0].lower not in whence:
        return None
    names = (m for m in scene.mentions if m.role == "name")
    return next((m.term for m in names if m.start == behind[1].start), None)


def _closes(scene: Scene, name: Mention) -> bool:
    """Tell whether no noun follows a name, which would make it part of another: "Volvo | cars"."""
    return not any(0 <= m.start - name.end <= 1 for m in scene.mentions)


def is_whole(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether a number is of the whole that a part is taken from: "none of the | 14 crew".

    What befell the part, in "of the 212 on board, 180 were saved", did not befall the whole.
    """
    before = scene.words_before(quantity.span.start)
    known = word_set(scene.language, "counting", "partitives")
    out = word_set(scene.language, "counting", "partitives_before")
    for at in range(len(before) - 1, max(-1, len(before) - _OWNER - 2), -1):
        if before[at].is_mark:
            return False
        if before[at].lower in known:
            is_known = at < len(before) - 1  # "of | the | 14"; not "a crew of | 14"
            is_out = at > 0 and before[at - 1].lower in out
            first = at - 1 if is_out else at
            parts = [q.span.end for q in scene.quantities if q is not quantity]
            is_number = first > 0 and before[first - 1].end in parts  # "338 | of | 1,373"
            if has_marker(_from(scene, before[at], quantity), scene.language, "counting", "parts"):
                return _is_taken_from(scene, quantity)  # not "118 hurt, of whom | 12"
            counts = (q.span.start for q in scene.quantities if q is not quantity)
            if any(before[at].end <= start < quantity.span.start for start in counts):
                return False  # "Of 40 passengers | 12 | died"
            return is_number or first == 0 or (is_known and before[first - 1].is_mark)
    return False


def _is_taken_from(scene: Scene, quantity: Quantity) -> bool:
    """Tell whether the number of a part follows right away: "of these | 431, 202 were saved"."""
    ahead = [word.lower for word in scene.words_before(quantity.span.start)[-1:]]
    if word_set(scene.language, "counting", "definite").isdisjoint(ahead):
        return False
    end = end_of(quantity)
    following = (q.span.start for q in scene.quantities if q.span.start >= end)
    between = scene.words_between(end, min(following, default=end))
    return bool(between) and all(w.is_mark or is_light(w.text, scene.language) for w in between)


def _from(scene: Scene, word: Word, quantity: Quantity) -> Span:
    return scene.sentence.part(word.start, quantity.span.start)


def is_other_kind(mention: Mention, whole: str) -> bool:
    """Tell whether a noun parts the counted by kind: children of the people, or of the civilians.

    The dead and the wounded are no kinds: they are counted by what befell them.
    """
    concept = mention.concept
    if mention.role != "noun" or concept in (whole, "person"):
        return mention.role == "people" and concept != whole and is_kind_of(concept, whole)
    is_people = any(is_kind_of(concept, kind) for kind in ("person", "group"))
    return (is_people and is_kind_of(whole, "person")) or is_kind_of(concept, whole)


def kind_said(scene: Scene, quantity: Quantity) -> Mention | None:
    """Find what the counted are said to be: "48 | were civilians", «tre | tilhører mannskapet»."""
    after = scene.words_after(quantity.span.end)
    being = word_set(scene.language, "counting", "being")
    reach = _PHRASE if is_partitive(scene, quantity) else 0
    after = _past_relative(scene, after) if reach else after
    at = next((i for i, word in enumerate(after[: reach + 1]) if word.lower in being), None)
    return None if at is None else _noun_behind(scene, after[at + 1 :][:_NOMINAL])


def _past_relative(scene: Scene, after: list[Word]) -> list[Word]:
    """Step over what tells whose part it is: "14 of those | who died on Monday | were soldiers"."""
    relatives = word_set(scene.language, "clauses", "relatives")
    at = next((i for i, word in enumerate(after[:_PHRASE]) if word.lower in relatives), None)
    if at is None:
        return after
    verbs = (m for m in scene.mentions if m.role == "verb" and m.start >= after[at].end)
    told = next(verbs, None)
    return after if told is None else [word for word in after if word.start >= told.end]


def _noun_behind(scene: Scene, words: list[Word]) -> Mention | None:
    """Find the noun that closes a nominal; None where a mark, an event or "of" comes first."""
    where = words_of_answers(scene, "place_prepositions")
    ends = (i for i, word in enumerate(words) if word.is_mark or word.lower in where)
    end = next(ends, len(words))
    if not end:
        return None
    reach = scene.sentence.part(words[0].start, words[end - 1].end)
    for mention in scene.mentions_in(reach):
        is_kind = mention.role in ("people", "adjective") and is_kind_of(mention.concept, "person")
        if mention.role == "noun":
            return closing_noun(scene, mention)
        if is_kind or _names_many(scene, mention):
            return mention
        if mention.role == "verb" and _leads_on(scene, mention):
            continue  # "twelve were | armed | members of the brigade"
        if mention.role in ("verb", "people", "word", "name"):
            return None
    return None


def _leads_on(scene: Scene, participle: Mention) -> bool:
    """Tell whether a participle stands right before the noun that it narrows: "armed | men"."""
    noun = noun_right_behind(scene, participle)
    return noun is not None and is_kind_of(noun.concept, "person")


def noun_right_behind(scene: Scene, mention: Mention) -> Mention | None:
    """Give the noun of which a word says something by standing before it: "armed | men"."""
    behind = next((m for m in scene.mentions if m.start - mention.end == 1), None)
    return behind if behind is not None and behind.role in ("noun", "people") else None


def closing_noun(scene: Scene, noun: Mention) -> Mention:
    """Give the noun that closes a run of them, which says what all is: "plant | workers"."""
    for mention in scene.mentions:
        if mention.role in ("noun", "people") and mention.start - noun.end == 1:
            noun = mention
    return noun


def _names_many(scene: Scene, mention: Mention) -> bool:
    """Tell whether an unknown word that closes a nominal is a noun: "twelve were | mutineers"."""
    after = scene.words_after(mention.end)[:1]
    is_closed = not after or may_part(after[0], scene.language)
    endings = tuple(word_set(scene.language, "counting", "sure_plurals"))
    others = tuple(word_set(scene.language, "counting", "no_plurals"))
    word = mention.term.span.text.lower()
    is_noun = word.endswith(endings) and not word.endswith(others)
    return mention.role == "word" and is_closed and is_noun
