"""The evidence: a piece of a document with its exact words."""

from __future__ import annotations

from dataclasses import dataclass

from ordmot.errors import AnchorError


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of a document: `text[start:end] == words`, in code points, end excluded."""

    document: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span whose length is not that of its words."""
        if self.start < 0 or self.end - self.start != len(self.text):
            raise AnchorError(
                f"The span {self.start}:{self.end} of {self.document} does not have the length of "
                f"its words {self.text[:40]!r}. Build spans with `cut(document, text, start, end)`."
            )

    def __len__(self) -> int:
        """Count the code points of the words."""
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Tell whether all of the other span lies within this one."""
        return (
            self.document == other.document and self.start <= other.start and other.end <= self.end
        )

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.document == other.document and self.start < other.end and other.start < self.end

    def part(self, start: int, end: int) -> Span:
        """Cut a part out of this span, by document offsets."""
        words = self.text[start - self.start : end - self.start]
        return Span(document=self.document, start=start, end=end, text=words)

    def check(self, text: str) -> None:
        """Raise AnchorError if `text`, the document's text, has other words here."""
        found = text[self.start : self.end]
        if found != self.text:
            raise AnchorError(
                f"{self.document} has {found[:40]!r} at {self.start}:{self.end}, not "
                f"{self.text[:40]!r}. The document was changed after it was read: read it again."
            )


def cut(document: str, text: str, start: int, end: int) -> Span:
    """Cut the span `start:end` out of a document's text, edge white space trimmed away.

    >>> cut("doc-1", "Han sa nei. ", 3, 12)
    Span(document='doc-1', start=4, end=11, text='sa nei.')
    """
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return Span(document=document, start=start, end=start + len(words), text=words)
