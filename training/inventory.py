"""The labels that the heads predict."""

from __future__ import annotations

IGNORED = -100  # a token that says nothing about a task

ROLES = ("Source", "Cue", "Content")
NAME_TYPES = ("PER", "ORG", "GPE_LOC", "GPE_ORG", "LOC", "PROD", "EVT", "DRV", "MISC")
MENTION_TYPES = (
    "Organisation",
    "Location",
    "Person",
    "Temporal",
    "Quantity",
    "Weapon",
    "MilitaryPlatform",
    "DocumentReference",
    "Nationality",
    "Money",
    "Vehicle",
)
ACTS = (
    "say",
    "claim",
    "admit",
    "deny",
    "confirm",
    "promise",
    "order",
    "threaten",
    "ask",
    "estimate",
    "believe",
    "want",
    "fear",
    "accuse",
    "other",
)
PARTS_OF_SPEECH = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
RELATIONS = (
    "acl",
    "acl:cleft",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "advmod",
    "advmod:lmod",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "cc:preconj",
    "ccomp",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "csubj:outer",
    "csubj:pass",
    "dep",
    "det",
    "det:predet",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "flat:foreign",
    "flat:name",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:desc",
    "nmod:poss",
    "nmod:unmarked",
    "nsubj",
    "nsubj:outer",
    "nsubj:pass",
    "nummod",
    "obj",
    "obl",
    "obl:agent",
    "obl:lmod",
    "obl:unmarked",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
)


def begin_inside(types: tuple[str, ...]) -> tuple[str, ...]:
    """List the tags of a span head: O, then B and I of each type.

    >>> begin_inside(("Cue",))
    ('O', 'B-Cue', 'I-Cue')
    """
    return ("O", *(f"{place}-{type_}" for type_ in types for place in "BI"))


ROLE_TAGS = begin_inside(ROLES)
NAME_TAGS = begin_inside(NAME_TYPES)
MENTION_TAGS = begin_inside(MENTION_TYPES)

# Universal NER marks three types only. What it calls a location may be any of NorNE's places, and
# what it leaves unmarked may be one of the types that it does not know: such a tag allows several.
# No type may stand under two of them, or the network learns to say that one and tell them apart
# nowhere.
PARTIAL_TAGS: dict[str, tuple[str, ...]] = {
    "O": ("O", *(f"{place}-{type_}" for type_ in NAME_TYPES[5:] for place in "BI")),
    **{
        f"{place}-{partial}": tuple(f"{place}-{type_}" for type_ in types)
        for partial, types in {
            "PER": ("PER",),
            "ORG": ("ORG",),
            "LOC": ("GPE_LOC", "LOC", "GPE_ORG"),
        }.items()
        for place in "BI"
    },
}
# What parts of speech alone tell: a name of any type starts here, starts or goes on, goes on.
STARTS, GOES_ON = NAME_TAGS[1::2], NAME_TAGS[2::2]
HINT_TAGS: dict[str, tuple[str, ...]] = {
    "O": ("O",),
    "B-any": STARTS,
    "S-any": STARTS + GOES_ON,
    "I-any": GOES_ON,
}
NAME_CODES = (
    *NAME_TAGS,
    *(f"uner:{tag}" for tag in PARTIAL_TAGS),
    *(f"hint:{tag}" for tag in HINT_TAGS),
)


def allowed_names() -> list[list[bool]]:
    """Find which tags each name code allows, one row per code."""
    exact = [[tag == code for tag in NAME_TAGS] for code in NAME_TAGS]
    several = (*PARTIAL_TAGS.values(), *HINT_TAGS.values())
    partial = [[tag in allowed for tag in NAME_TAGS] for allowed in several]
    return exact + partial


def universal(relation: str) -> str:
    """Find the part of a relation before its subtype.

    >>> universal("nsubj:pass")
    'nsubj'
    """
    return relation.split(":")[0]


def known_relation(relation: str) -> str:
    """Find a relation in the list, a rare subtype under its universal part."""
    return relation if relation in RELATIONS else universal(relation)
