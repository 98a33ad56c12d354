"""From the native tags of the Norwegian Dependency Treebank to Universal Dependencies.

The native scheme makes function words heads (a preposition governs its complement, an auxiliary
its participle, the copula its predicative); the universal scheme makes content words heads. The
conversion turns these around, bottom up, and then names the relations. What the universal
treebank decides by hand (rare constructions, foreign words, some clause types) comes out
approximately: the trees are marked as converted, and the network learns their accent apart.
"""

from __future__ import annotations

from training.punctuation import attach_punctuation
from training.tree import Node, Tree, Word

PARTS = {
    "subst": "NOUN",
    "verb": "VERB",
    "prep": "ADP",
    "adj": "ADJ",
    "det": "DET",
    "pron": "PRON",
    "adv": "ADV",
    "konj": "CCONJ",
    "sbu": "SCONJ",
    "inf-merke": "PART",
    "ukjent": "X",
    "symb": "SYM",
    "interj": "INTJ",
}
AUXILIARIES = frozenset(
    [
        "ha",
        "kunne",
        "skulle",
        "måtte",
        "ville",
        "vilje",
        "burde",
        "få",
        "være",
        "vere",
        "bli",
        "verte",
        "tore",
        "tørre",
    ]
)
COPULAS = frozenset({"være", "vere"})
PASSIVES = frozenset({"bli", "verte"})
NEGATIONS = frozenset({"ikke", "ikkje", "ei"})
CONTENT_MARKS = frozenset({"at", "om", "hvorvidt"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})
PLAIN_RELATIONS = {
    "FSUBJ": "expl",
    "FOBJ": "expl",
    "IOBJ": "iobj",
    "KONJ": "cc",
    "KOORD": "conj",
    "KOORD-ELL": "conj",
    "SBU": "mark",
    "OPRED": "xcomp",
    "FOPRED": "xcomp",
    "FSPRED": "advcl",
    "INFV": "xcomp",
    "INTERJ": "discourse",
    "PAR": "parataxis",
    "IK": "punct",
    "IP": "punct",
    "UKJENT": "parataxis",
    "FINV": "parataxis",
    "FRAG": "parataxis",
}


def convert_tree(rows: list[list[str]]) -> Tree:
    """Convert the rows of one sentence (number, form, lemma, part, …, features, head, relation)."""
    words = read_words(rows)
    promote_contents(words)
    for index in range(1, len(words)):
        words[index].name = universal_relation(words, index)
    attach_titles(words)
    attach_quotations(words)
    single_root(words)
    attach_punctuation(words)
    return Tree(
        nodes=tuple(
            Node(form=w.form, upos=w.upos, head=w.head, relation=w.name) for w in words[1:]
        ),
        is_converted=True,
    )


def read_words(rows: list[list[str]]) -> list[Word]:
    """Read the rows; heads that are no longer printed are replaced by the root."""
    place = {row[0]: index for index, row in enumerate(rows, start=1)}
    words = [Word(form="", lemma="", part="", features=frozenset(), head=-1, relation="")]
    for row in rows:
        features = frozenset(row[5].split("|"))
        head = place.get(row[6], 0)
        words.append(Word(row[1], row[2], row[3], features, head, row[7]))
    for index in range(1, len(words)):
        words[index].upos = universal_part(words, index)
    return words


def universal_part(words: list[Word], index: int) -> str:
    """Name the universal part of speech of a word."""
    word = words[index]
    if word.part not in PARTS:
        return "PUNCT"
    if word.part == "subst" and "prop" in word.features:
        return "PROPN"
    if word.part == "adv" and word.lemma in NEGATIONS:
        return "PART"
    if word.part == "det":
        return determiner_part(word)
    if word.part == "prep" and not children(words, index, {"PUTFYLL"}):
        return "ADV" if word.relation in {"ADV", "ATR", "SPRED", "FRAG"} else "ADP"
    if word.part == "verb":
        return "AUX" if is_auxiliary(words, index) else "VERB"
    return PARTS[word.part]


def determiner_part(word: Word) -> str:
    """Tell numerals and possessives, which the native tags count among determiners, apart."""
    if "poss" in word.features:
        return "PRON"
    is_article = word.lemma in {"en", "ein", "ei"} and word.relation == "DET"
    counts = {"to", "tre", "fire", "fem", "seks", "sju", "syv", "åtte", "ni", "ti", "hundre"}
    if "kvant" in word.features and (word.form[0].isdigit() or word.lemma in counts):
        return "NUM"
    return "DET" if is_article or not word.lemma.endswith(("ten", "ti", "tusen")) else "NUM"


def is_auxiliary(words: list[Word], index: int) -> bool:
    """Tell whether a verb governs a predicate that will take its place."""
    lemma = words[index].lemma
    if lemma in COPULAS and children(words, index, {"SPRED"}):
        return True
    return lemma in AUXILIARIES and bool(children(words, index, {"INFV"}))


def children(words: list[Word], head: int, relations: set[str] | None = None) -> list[int]:
    """Find the dependents of a word, all or those with one of the relations."""
    return [
        index
        for index in range(1, len(words))
        if words[index].head == head and (relations is None or words[index].relation in relations)
    ]


def depth(words: list[Word], index: int) -> int:
    """Count the steps from a word to the root."""
    steps = 0
    while index > 0 and steps <= len(words):
        index = words[index].head
        steps += 1
    return steps


def promote_contents(words: list[Word]) -> None:
    """Turn function heads around, the deepest first, so that chains end in their content word."""
    order = sorted(range(1, len(words)), key=lambda index: -depth(words, index))
    for index in order:
        content = content_child(words, index)
        if content is not None:
            promote(words, function=index, content=content)


def content_child(words: list[Word], index: int) -> int | None:
    """Find the dependent that takes the place of a function word, if there is one."""
    word = words[index]
    wanted: set[str] = set()
    if word.part in {"prep", "sbu"}:
        wanted = {"PUTFYLL"}
    elif word.part == "inf-merke":
        wanted = {"INFV", "PUTFYLL"}
    elif word.part == "verb" and word.upos == "AUX":
        wanted = {"INFV"} if children(words, index, {"INFV"}) else {"SPRED"}
    found = children(words, index, wanted) if wanted else []
    return found[0] if found else None


def promote(words: list[Word], *, function: int, content: int) -> None:
    """Put the content word in the place of its function head, with all its dependents."""
    above = words[function]
    below = words[content]
    mark = function_relation(above)
    for index in children(words, function):
        if index != content:
            words[index].head = content
    below.head, below.relation = above.head, above.relation
    above.head, above.relation, above.name = content, "=" + mark, mark
    below.takes.append(above.part)


def function_relation(function: Word) -> str:
    """Name what a function word becomes under its content word."""
    if function.part == "prep":
        return "case"
    if function.part in {"inf-merke", "sbu"}:
        return "mark"
    if function.lemma in PASSIVES:
        return "aux:pass"
    return "cop" if function.lemma in COPULAS else "aux"


def is_clause(words: list[Word], index: int) -> bool:
    """Tell whether a word heads a clause: a verb, or a predicative with its copula."""
    word = words[index]
    if word.upos == "VERB":
        return "adj" not in word.features
    return bool(children(words, index, {"=cop", "=aux"}))


def universal_relation(words: list[Word], index: int) -> str:
    """Name the universal relation of a word from its native one and from what it now heads."""
    word = words[index]
    if word.head == 0:
        return "root"
    if word.name:
        return word.name
    if word.upos == "PUNCT" and word.relation in {"IK", "IP"}:
        return "punct"
    named = NAMERS.get(word.relation)
    if named is not None:
        return named(words, index)
    return PLAIN_RELATIONS.get(word.relation, "dep")


def subject(words: list[Word], index: int) -> str:
    """Name a subject: clausal or nominal, of an active or of a passive verb."""
    head = words[index].head
    if is_clause(words, index):
        return "csubj"
    is_passive = "pass" in words[head].features or children(words, head, {"=aux:pass"})
    return "nsubj:pass" if is_passive else "nsubj"


def direct_object(words: list[Word], index: int) -> str:
    """Name an object: a noun phrase, an infinitive or a finite clause."""
    if not is_clause(words, index):
        return "obj"
    return "xcomp" if "inf-merke" in words[index].takes else "ccomp"


def adverbial(words: list[Word], index: int) -> str:
    """Name an adverbial by its form, and by whether it modifies a clause or a noun."""
    word = words[index]
    if is_clause(words, index):
        return "advcl"
    if word.upos in {"ADV", "ADJ", "PART"} and "prep" not in word.takes:
        return "advmod"
    if word.upos in NOMINALS or "prep" in word.takes:
        is_noun_phrase = words[word.head].upos in {"NOUN", "PROPN", "PRON"}
        return "nmod" if is_noun_phrase and not is_clause(words, word.head) else "obl"
    return "advmod"


def attribute(words: list[Word], index: int) -> str:
    """Name what modifies a noun."""
    word = words[index]
    if is_clause(words, index):
        return noun_clause(words, index)
    if "prep" in word.takes:
        is_adjective = words[word.head].upos in {"ADJ", "ADV", "VERB"}
        return "obl" if is_adjective else "nmod"
    plain = {"ADJ": "amod", "ADV": "advmod", "PART": "advmod", "NUM": "nummod", "DET": "det"}
    return plain.get(word.upos, "nmod")


def noun_clause(words: list[Word], index: int) -> str:
    """Tell relative clauses from other clauses on nouns, and those on adjectives apart."""
    word = words[index]
    if words[word.head].upos in {"ADJ", "ADV", "VERB"}:
        return "advcl"
    if "inf-merke" in word.takes or "prep" in word.takes or "perf-part" in word.features:
        return "acl"
    marks = {words[child].lemma for child in children(words, index, {"SBU"})}
    return "acl" if marks & CONTENT_MARKS else "acl:relcl"


def determiner(words: list[Word], index: int) -> str:
    """Name a determiner: article, numeral, or possessor."""
    word = words[index]
    if word.upos == "NUM":
        return "nummod"
    if word.upos in {"DET", "ADJ"}:
        return "det"
    return "nmod:poss" if word.upos == "PRON" else "nmod"


def flat_part(words: list[Word], index: int) -> str:
    """Name the parts of a name or of a foreign phrase after the first."""
    return "flat:foreign" if words[index].upos == "X" else "flat:name"


def predicative(words: list[Word], index: int) -> str:
    """Name the predicative of a verb other than the copula ("ble kjent", "ser ut")."""
    if is_clause(words, index):
        return "ccomp"
    return "obl" if "prep" in words[index].takes else "xcomp"


def complement(words: list[Word], index: int) -> str:
    """Name a complement that did not take its head's place."""
    return "ccomp" if is_clause(words, index) else "obl"


def plain_apposition(words: list[Word], index: int) -> str:
    """Name an apposition; titles before names are turned around afterwards."""
    del words, index
    return "appos"


NAMERS = {
    "SUBJ": subject,
    "PSUBJ": subject,
    "DOBJ": direct_object,
    "POBJ": direct_object,
    "ADV": adverbial,
    "ATR": attribute,
    "DET": determiner,
    "FLAT": flat_part,
    "SPRED": predicative,
    "PUTFYLL": complement,
    "APP": plain_apposition,
}


def attach_titles(words: list[Word]) -> None:
    """Make a title the head of the name after it: "dommer ← Eilertsen" becomes flat:name."""
    for index in range(1, len(words)):
        word = words[index]
        is_first = word.name == "appos" and word.upos == "NOUN" and index < word.head
        if is_first and words[word.head].upos == "PROPN" and is_beside(words, index, word.head):
            take_over_name(words, title=index, name=word.head)


def attach_quotations(words: list[Word]) -> None:
    """Make "sa hun" after a quotation its head: the words said become its clausal complement."""
    for index in range(1, len(words)):
        word = words[index]
        if word.relation == "PAR" and word.upos == "VERB" and 0 < word.head < index:
            subjects = children(words, index, {"SUBJ"})
            if subjects and subjects[0] > index and not children(words, index, {"DOBJ"}):
                take_over_quotation(words, speech=index, quotation=word.head)


def take_over_quotation(words: list[Word], *, speech: int, quotation: int) -> None:
    """Put the verb of speech in the place of the head of what was said."""
    said = words[quotation]
    words[speech].head, words[speech].name = said.head, said.name
    said.head, said.name = speech, "ccomp"


def is_beside(words: list[Word], first: int, second: int) -> bool:
    """Tell whether nothing but parts of the phrase stands between two words (no comma)."""
    return all(word.upos != "PUNCT" for word in words[first + 1 : second])


def take_over_name(words: list[Word], *, title: int, name: int) -> None:
    """Put the title in the place of the name.

    A bare title makes one name with it ("dommer Lie"); a definite noun is a phrase of its own, and
    the name stands beside it ("avisen Fjordposten").
    """
    old = words[name]
    is_phrase = "be" in words[title].features
    words[title].head, words[title].name = old.head, old.name
    for index in children(words, name):
        is_part = words[index].name.startswith("flat")
        if index != title and not (is_phrase and is_part):
            words[index].head = title
    old.head, old.name = title, "appos" if is_phrase else "flat:name"


def single_root(words: list[Word]) -> None:
    """Keep the first root that is not punctuation; the others hang on it."""
    roots = [i for i in range(1, len(words)) if words[i].head == 0]
    contents = [i for i in roots if words[i].upos != "PUNCT"] or roots
    if not contents:
        words[1].head, words[1].name, contents = 0, "root", [1]
    for index in roots:
        if index != contents[0]:
            words[index].head = contents[0]
            words[index].name = "punct" if words[index].upos == "PUNCT" else "parataxis"
    words[contents[0]].name = "root"
