"""Events that frame a figure or a fact and are none themselves."""

from __future__ import annotations

from functools import cache

from ordmot.lexicon.concepts import is_kind_of
from ordmot.lexicon.data import read_data


@cache
def framing_events() -> frozenset[str]:
    """Give the concepts of saying, thinking, counting and seeing: they befall nothing counted."""
    return frozenset(read_data("shared", "framing")["events"])


@cache
def talk() -> frozenset[str]:
    """Give what is only said: accusations, rumours."""
    return frozenset(read_data("shared", "framing")["talk"])


@cache
def notice() -> frozenset[str]:
    """Give the events of being told of a danger or a fault, and of knowing of it."""
    return frozenset(read_data("shared", "framing")["notice"])


@cache
def is_saying(concept: str) -> bool:
    """Tell whether a concept is that somebody says something to somebody."""
    return concept in read_data("shared", "framing")["saying"]


@cache
def is_testimony(concept: str, role: str) -> bool:
    """Tell whether those are counted whom somebody heard: "the statements of 31 survivors"."""
    return concept in read_data("shared", "framing")["testimony"].get(role, ())


@cache
def occupations() -> frozenset[str]:
    """Give the events that name people by what they do, and that a verb beside them overrules."""
    return frozenset(read_data("shared", "framing")["occupations"])


@cache
def personal_events() -> frozenset[str]:
    """Give the events that befall people only, so that a bare number beside them counts people."""
    return frozenset(read_data("shared", "framing")["personal"])


@cache
def unwilled() -> frozenset[str]:
    """Give what befalls people and nobody plans or promises: they die, go missing."""
    return frozenset(read_data("shared", "framing")["unwilled"])


@cache
def degreed() -> frozenset[str]:
    """Give what befalls people more or less badly: they are injured."""
    return frozenset(read_data("shared", "framing")["degreed"])


@cache
def outcomes() -> frozenset[str]:
    """Give what else becomes of people, and of things too: they are released, shot."""
    return frozenset(read_data("shared", "framing")["outcomes"])


@cache
def ways_of_going() -> frozenset[str]:
    """Give what people at a place do: some leave it, others stay or surrender."""
    return frozenset(read_data("shared", "framing")["ways_of_going"])


@cache
def handing() -> frozenset[str]:
    """Give what is done with a warning or a letter: it is sent, received."""
    return frozenset(read_data("shared", "framing")["handing"])


@cache
def commands() -> frozenset[str]:
    """Give what is said to make others do something, which is told whether they do it or not."""
    return frozenset(read_data("shared", "framing")["commands"])


@cache
def pledges() -> frozenset[str]:
    """Give what is done with money by words alone: it is promised, demanded."""
    return frozenset(read_data("shared", "framing")["pledges"])


@cache
def rescues() -> frozenset[str]:
    """Give what takes people to safety."""
    return frozenset(read_data("shared", "framing")["rescues"])


@cache
def verdicts() -> frozenset[str]:
    """Give what a court does to whom it tries: it convicts, it sentences."""
    return frozenset(read_data("shared", "framing")["verdicts"])


@cache
def taken_or_moving() -> frozenset[str]:
    """List what befalls and is done by those who live on: taken prisoner, over the border."""
    return frozenset(read_data("shared", "framing")["taken_or_moving"])


@cache
def passing_events() -> frozenset[str]:
    """Give what many go through and some are left in: treated, and still treated."""
    return frozenset(read_data("shared", "framing")["passing"])


@cache
def care_events() -> frozenset[str]:
    """Give what is done for the hurt."""
    return frozenset(read_data("shared", "framing")["care"])


@cache
def houses_of_care() -> frozenset[str]:
    """Give the kinds of places where the hurt are treated."""
    return frozenset(read_data("shared", "framing")["houses_of_care"])


@cache
def is_bringing(concept: str) -> bool:
    """Tell whether a concept is what brings the hurt to where they are treated: they are sent."""
    return concept in read_data("shared", "framing")["bringing"]


@cache
def usual_extent(concept: str) -> str | None:
    """Give which way a length of a thing goes where nothing is said of it, None of most.

    >>> usual_extent("wave"), usual_extent("wall")
    ('high', None)
    """
    ways: dict[str, str] = read_data("shared", "framing")["usual_extents"]
    return ways.get(concept)


@cache
def deed_behind(concept: str) -> str | None:
    """Give what those have done whose traces are counted, None of most.

    >>> deed_behind("signature"), deed_behind("letter")
    ('agree_deal', None)
    """
    deeds: dict[str, str] = read_data("shared", "framing")["traces"]
    return deeds.get(concept)


@cache
def harms() -> frozenset[str]:
    """Give the fates that are often told as one sum: "no dead or wounded"."""
    return frozenset(read_data("shared", "framing")["harms"])


@cache
def degrees() -> frozenset[str]:
    """Give what tells how badly people are hurt: a question beside how many were hurt at all."""
    return frozenset(read_data("shared", "framing")["degrees"])


@cache
def means_anybody(concept: str) -> bool:
    """Tell whether a word for people says little of who they are: "men", "members"."""
    return concept in read_data("shared", "framing")["anybody"]


@cache
def is_lost_post(concept: str, event: str) -> bool:
    """Tell whether posts are counted that are lost: those who held them lose their work."""
    framing = read_data("shared", "framing")
    return concept in framing["posts"] and event in framing["ended"]


@cache
def denied_by(state: str) -> str | None:
    """Give what a state says is not so, None of most: who is sober is not drunk.

    >>> denied_by("sober"), denied_by("drunk")
    ('drunk', None)
    """
    denied = read_data("shared", "contraries")["denies"].get(state)
    return None if denied is None else str(denied)


@cache
def can_be_same_people(one: str, other: str) -> bool:
    """Tell whether two kinds can be the same people: the pupils of a school and its girls."""
    groups = read_data("shared", "framing")["same_people"].values()
    return any(one in kinds and other in kinds for kinds in groups)


@cache
def are_those_present(concept: str) -> bool:
    """Tell whether a kind of people are often all who are there: passengers, workers."""
    return concept in read_data("shared", "framing")["present"]


@cache
def is_of_money(event: str) -> bool:
    """Tell whether what is done is done with money: to cost, to lose, to save."""
    return event in read_data("shared", "framing")["money_events"]


@cache
def is_paying(event: str) -> bool:
    """Tell whether millions of nothing are money where it is done: to cost, to pay, to lose."""
    return event in read_data("shared", "framing")["paying_events"]


@cache
def purpose_of(concept: str) -> str | None:
    """Give what money is for that is told with a concept, None of most.

    >>> purpose_of("ransom"), purpose_of("compensate"), purpose_of("pay")
    ('ransom', 'relief', None)
    """
    purposes = read_data("shared", "framing")["purposes"]
    return next((name for name, concepts in purposes.items() if concept in concepts), None)


@cache
def does_permit(event: str) -> bool:
    """Tell whether a permit does so: it allows, it covers, it was issued."""
    return event in read_data("shared", "framing")["permitting"]


@cache
def holders() -> frozenset[str]:
    """Give the widest kinds of what has room for so many."""
    return frozenset(read_data("shared", "framing")["holders"])


@cache
def has_room(concept: str) -> bool:
    """Tell whether a thing is of a kind that has room for so many: a bus, a stadium."""
    return any(is_kind_of(concept, kind) for kind in holders())


@cache
def is_site(concept: str) -> bool:
    """Tell whether people only are there for a while: on a bridge, in a hall."""
    sites = read_data("shared", "framing")["sites"]
    return any(is_kind_of(concept, kind) for kind in sites)


@cache
def are_dwellers(concept: str) -> bool:
    """Tell whether those who live somewhere are counted as such: people, residents."""
    return concept in read_data("shared", "framing")["dwellers"]


@cache
def are_bystanders(concept: str) -> bool:
    """Tell whether the deaths of a kind of people are told for the deaths of all: civilians."""
    return concept in read_data("shared", "framing")["bystanders"]


@cache
def moment_of(concept: str) -> str | None:
    """Give what a time of day is of that is told with a concept, None of most.

    >>> moment_of("collide"), moment_of("warn"), moment_of("bread")
    ('happening', 'alarm', None)
    """
    moments = read_data("shared", "framing")["moments"]
    return next((name for name, concepts in moments.items() if concept in concepts), None)


@cache
def bodies() -> frozenset[str]:
    """Give the concepts that name a public body."""
    return frozenset(
        c for kinds in read_data("shared", "framing")["bodies"].values() for c in kinds
    )


@cache
def dated_as(concept: str) -> frozenset[str]:
    """Give the kinds of act that a concept is of which it matters when they happened, mostly none.

    >>> sorted(dated_as("warn")), sorted(dated_as("investigate")), sorted(dated_as("attack"))
    (['told'], ['inspected'], [])
    """
    acts = read_data("shared", "framing")["dated"]
    return frozenset(name for name, concepts in acts.items() if concept in concepts)


@cache
def matters_agreed() -> frozenset[str]:
    """Give the kinds of act of which it is told too that accounts agree when they happened."""
    return frozenset(read_data("shared", "framing")["dating"]["agreed"])


@cache
def needs_object(concept: str) -> bool:
    """Tell whether a dated act is always done to something: to find, to warn, not to open."""
    return dated_as(concept).isdisjoint(read_data("shared", "framing")["dating"]["alone"])
