"""What is read: the bytes that came, what is known about them, and the text they became."""

from __future__ import annotations

from dataclasses import dataclass, field

from ordmot.ledger.identity import content_id, sha256_of
from ordmot.ledger.statement import Voice, VoiceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a document; None where neither the document nor a person said it.

    `issuer` is the body whose statement or press release a document is: it speaks as that body.
    `date` is ISO 8601, a date or a local date and time: `2031-05-17` or `2031-05-17T14:30`.
    """

    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    issuer: str | None = None

    def fill(self, other: Metadata) -> Metadata:
        """Keep what is known here and take the rest from `other`."""
        return Metadata(
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            date=self.date or other.date,
            url=self.url or other.url,
            issuer=self.issuer or (other.issuer if self._is_silent_on(other) else None),
        )

    def _is_silent_on(self, other: Metadata) -> bool:
        """Tell whether nothing is known here that speaks against who issued it there."""
        return self.publisher in (None, other.issuer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one document as they came, under the name they came with.

    `metadata` is what a person said (command line, sidecar file); it wins over the document's own.
    """

    name: str
    data: bytes = field(repr=False)
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of the text that stands in the decoded original: text and original offsets, length.

    Characters of the text outside every stretch (an inserted line break) have no original place.
    """

    start: int
    original: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """A block that the original's markup, indentation or numbering marks: offsets into the text.

    `kind` is one of the passage kinds (`title`, `caption`, `body`, `quote`, `list`, `turn`);
    `speaker` is the name a transcript turn gives, `cue_time` its time in the recording.
    """

    start: int
    end: int
    kind: str
    speaker: str | None = None
    cue_time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document as read: its text in code points, and the way back to the original bytes.

    The original bytes themselves lie in the store, unaltered, under `sha256`.
    `stretches` map the text to the original *decoded* with `encoding`; `blocks` is what markup
    said about the text's parts, empty for plain text.
    """

    id: str = field(init=False)
    name: str
    sha256: str
    media_type: str
    encoding: str
    text: str = field(repr=False)
    text_sha256: str = field(init=False)
    metadata: Metadata
    language: str
    stretches: tuple[Stretch, ...] = field(repr=False, default=())
    blocks: tuple[Markup, ...] = field(repr=False, default=())

    def __post_init__(self) -> None:
        """Derive the id from the original bytes, so that a copy under another name is the same."""
        object.__setattr__(self, "id", content_id("document", self.sha256))
        digest = sha256_of(self.text.encode("utf-8", "surrogatepass"))
        object.__setattr__(self, "text_sha256", digest)

    def original_offset(self, offset: int) -> int | None:
        """Find where the character at `offset` stands in the decoded original, None if nowhere."""
        for stretch in self.stretches:
            if stretch.start <= offset < stretch.start + stretch.length:
                return stretch.original + offset - stretch.start
        return None

    @property
    def own_voice(self) -> Voice:
        """Give the document's own voice: who issued it, else its publisher or its file."""
        known = self.metadata
        if known.issuer is not None:
            return Voice(name=known.issuer, kind=VoiceKind.ORGANISATION)
        return Voice(name=known.publisher or self.name, kind=VoiceKind.DOCUMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document that could not be read, why, and what a person can do about it."""

    id: str = field(init=False)
    name: str
    sha256: str
    reason: str
    advice: str

    def __post_init__(self) -> None:
        """Derive the id from the name and the bytes."""
        object.__setattr__(self, "id", content_id("refusal", self.name, self.sha256))
