"""How fast the workbench answers on a large case: `python bench/workbench.py [DOCUMENTS CLAIMS]`.

The case is generated: every document has the same number of accounts, each of which answers one of
the questions, so that the numbers of the pages are those of a real case of that size.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from ordmot.casebook import Casebook
from ordmot.flow import Plan, standard_plan
from ordmot.ledger import (
    Act,
    Actor,
    Answer,
    Claim,
    Decision,
    Document,
    Edit,
    Hedge,
    Interval,
    Metadata,
    Modality,
    Passage,
    PassageKind,
    Quantity,
    QuantityKind,
    Question,
    Reading,
    Source,
    Span,
    Statement,
    Term,
    Voice,
    VoiceKind,
    cut,
    sha256_of,
)
from ordmot.workbench.app import make_app
from ordmot.workbench.guard import Lock

PORT, ROUNDS, VOICES, ANSWERS = 8765, 15, 400, 6


def read(source: Source) -> Document:
    """Make a document of its bytes."""
    return Document(
        name=source.name,
        sha256=sha256_of(source.data),
        media_type="text/plain",
        encoding="utf-8",
        text=source.data.decode(),
        metadata=source.metadata,
        language="en",
    )


def split(document: Document) -> tuple[Passage, ...]:
    """Make a passage of each line."""
    return tuple(
        Passage(span=line, language="en", kind=PassageKind.BODY, sentences=(line,), reason="line")
        for line in _lines(document)
    )


def _lines(document: Document) -> Iterator[Span]:
    """Cut a document into its lines."""
    start = 0
    for line in document.text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        yield cut(document.id, document.text, start, end)
        start += len(line)


def measure(text: str, language: str, **_: object) -> tuple[Quantity, ...]:  # noqa: ARG001
    """Find nothing: the accounts bring their amounts."""
    return ()


def attribute(document: Document, passages: Sequence[Passage]) -> tuple[Statement, ...]:  # noqa: ARG001
    """Find nothing: the accounts bring their voices."""
    return ()


def extract(document: Document, passages: Sequence[Passage], *_: object) -> tuple[Claim, ...]:
    """Make an account of each line, `Voice 17: 240 people on ferry 35.`."""
    return tuple(_account(document, passage.span) for passage in passages)


def _account(document: Document, line: Span) -> Claim:
    """Make one account."""
    name, _, rest = line.text.partition(": ")
    amount, topic = rest.split(" ", 1)[0], rest.rstrip(".").rpartition(" ")[2]
    at = len(name) + 2
    number = line.part(line.start + at, line.start + at + len(amount))
    value = float(amount)
    quantity = Quantity(
        span=number,
        kind=QuantityKind.AMOUNT,
        interval=Interval(low=value, high=value),
        stated=(value,),
        hedge=Hedge.EXACT,
        dimension="count",
        reason="digits",
    )
    who = line.part(line.start, line.start + len(name))
    where = line.part(line.end - len(topic) - 1, line.end - 1)
    return Claim(
        span=line,
        sentence=line,
        language="en",
        quantity=quantity,
        counted=Term(concept=f"~ferry{topic}", span=number),
        predicate=Term(concept=f"~crossing{topic}", span=number),
        places=(Term(concept=f"=Harbour {int(topic) % 90}", span=where),),
        modality=Modality.ASSERTED,
        act=Act.SAY,
        voices=(
            Voice(name=document.name, kind=VoiceKind.DOCUMENT),
            Voice(name=name, kind=VoiceKind.PERSON, span=who),
        ),
        reason="line",
    )


def resolve(readings: Sequence[Reading]) -> tuple[Actor, ...]:
    """Make an actor of each name."""
    mentions: dict[str, list[Span]] = {}
    for claim in (claim for reading in readings for claim in reading.claims):
        if claim.speaker.span is not None:
            mentions.setdefault(claim.speaker.name, []).append(claim.speaker.span)
    return tuple(
        Actor(name=name, kind=VoiceKind.PERSON, mentions=tuple(spans))
        for name, spans in sorted(mentions.items())
    )


def group(readings: Sequence[Reading], actors: Sequence[Actor]) -> tuple[Question, ...]:  # noqa: ARG001
    """Make a question of each topic."""
    topics: dict[str, list[Claim]] = {}
    for claim in (claim for reading in readings for claim in reading.claims):
        topics.setdefault(claim.counted.concept if claim.counted else "", []).append(claim)
    return tuple(
        Question(
            text=f"How many people on {topic}?",
            language="en",
            dimension="count",
            unit=None,
            concepts=(topic,),
            scope=(),
            answers=tuple(
                Answer(claim=claim.id, score=0.9, root=claim.speaker.name, reasons=("topic",))
                for claim in claims
            ),
        )
        for topic, claims in topics.items()
    )


def make_plan() -> Plan:
    """Make the plan of this case."""
    return replace(
        standard_plan("bench"),
        read=read,
        split=split,
        measure=measure,
        attribute=attribute,
        extract=extract,
        resolve=resolve,
        group=group,
        version="bench",
    )


def make_sources(documents: int, claims: int) -> list[Source]:
    """Make the documents."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    topics = max(1, claims // ANSWERS)
    made = []
    for number in range(documents):
        lines = [
            f"Voice {chance.randrange(VOICES)}: {chance.randrange(1, 400)} people were counted on "
            f"ferry {chance.randrange(topics)}."
            for _ in range(claims // documents)
        ]
        date = f"2031-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        data = "\n".join(lines)
        made.append(
            Source(
                name=f"{number:05d}.txt",
                data=data.encode(),
                metadata=Metadata(title=f"Document {number}", date=date, publisher="Bench"),
            )
        )
    return made


def main() -> None:
    """Make the case and print how long each page takes."""
    documents, claims = (int(given) for given in [*sys.argv[1:3], "2000", "50000"][:2])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.ordmot"
        with Casebook.open(path, plan=make_plan()) as book:
            book.add_sources(make_sources(documents, claims))
        with Casebook.open(path, plan=make_plan()) as book:  # as a new program finds it
            _time_pages(book)


def _time_pages(book: Casebook) -> None:
    """Open the workbench on a case and ask for its pages."""
    start = time.perf_counter()
    lock = Lock(port=PORT)
    app = make_app(book, lock, case="bench", person="bench")
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}") as client:
        opened = time.perf_counter() - start
        first = _time(client, lock.link)
        ledger = book.ledger()
        print(f"{len(ledger.documents)} documents, {sum(1 for _ in ledger.claims)} accounts,")
        print(f"{len(ledger.questions)} questions, {len(ledger.gaps)} gaps")
        print(f"{'opening the case':<34}{opened * 1000:>9.0f} ms")
        print(f"{'first gap page':<34}{first * 1000:>9.0f} ms")
        print(f"\n{'page':<34}{'median':>9}{'longest':>12}")
        asked = [question.id for question in ledger.questions[1:]]
        for name, path in _pages(book):
            paths = [path.format(round=turn, question=asked[turn]) for turn in range(ROUNDS)]
            taken = [_time(client, each) * 1000 for each in paths]
            print(f"{name:<34}{statistics.median(taken):>6.0f} ms{max(taken):>9.0f} ms")
        for name, decide in _DECISIONS.items():
            taken = [_time_after(decide, client, book, turn) * 1000 for turn in range(5)]
            print(f"{name:<34}{statistics.median(taken):>6.0f} ms{max(taken):>9.0f} ms", flush=True)


def _time(client: TestClient, path: str) -> float:
    """Time one page, in seconds."""
    start = time.perf_counter()
    answer = client.get(path)
    taken = time.perf_counter() - start
    answer.raise_for_status()
    return taken


def _time_after(
    decide: Callable[[Casebook, int], object], client: TestClient, book: Casebook, turn: int
) -> float:
    """Time the queue after a decision, in seconds, without the decision itself."""
    decide(book, turn)
    return _time(client, "/queue")


def _accept(book: Casebook, turn: int) -> object:
    """Accept a gap."""
    return book.review(book.ledger().gaps[turn].id, Decision.ACCEPTED, by="bench")


def _move(book: Casebook, turn: int) -> object:
    """Let an account answer another question."""
    one, other = book.ledger().questions[turn : turn + 2]
    return book.move_account(one.answers[0].claim, other.id, by="bench")


def _edit(book: Casebook, turn: int) -> object:
    """Read an amount differently."""
    claim = book.ledger().questions[20 + turn].answers[0].claim
    return book.edit(claim, Edit(interval=Interval(low=90, high=100)), by="bench")


def _merge_voices(book: Casebook, turn: int) -> object:
    """Take two voices for one."""
    one, other = book.ledger().comparison.actors[turn : turn + 2]
    return book.merge_actors(one.id, [other.id], by="bench")


_DECISIONS: dict[str, Callable[[Casebook, int], object]] = {
    "queue after a verdict": _accept,
    "queue after a move": _move,
    "queue after an edit": _edit,
    "queue after two voices are one": _merge_voices,
}


def _pages(book: Casebook) -> Iterator[tuple[str, str]]:
    """Name the pages to time; `{round}` and `{question}` make each round another one."""
    ledger = book.ledger()
    yield "gaps, another page each time", "/?page={round}"
    yield "gaps, searched", "/?q=ferry+1{round}"
    yield "gaps, by voice", f"/?voice={ledger.comparison.actors[0].id}"
    yield "question", f"/question/{ledger.questions[0].id}"
    yield "question, another each time", "/question/{question}"
    yield "its picture, drawn anew", "/question/{question}/amounts.svg"
    yield "its picture, drawn before", f"/question/{ledger.questions[0].id}/amounts.svg"
    yield "gap, the whole chain", f"/gap/{ledger.gaps[0].id}"
    yield "document", f"/document/{ledger.documents[1].id}"
    yield "voice", f"/voice/{ledger.comparison.actors[0].id}"
    yield "voices", "/voices"
    yield "documents", "/documents"
    yield "queue, another page each time", "/queue?page={round}"
    yield "log", "/log"
    yield "search over everything", "/search?q=ferry+1{round}"
    yield "timeline", "/timeline"
    yield "map", "/places"


if __name__ == "__main__":
    main()
