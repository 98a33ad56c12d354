"""A case, opened: documents in, the ledger out, decisions kept."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ordmot import __version__
from ordmot.casebook.deciding import Decided
from ordmot.casebook.desk import Desk
from ordmot.casebook.gathering import find_files
from ordmot.casebook.intake import Added, Intake
from ordmot.engines import Local, Pool
from ordmot.errors import CaseError, SettingsError
from ordmot.flow import (
    Contents,
    Engine,
    Entry,
    Examination,
    Explain,
    Plan,
    Progress,
    Silence,
    Store,
    compare_accounts,
    mark_of,
    read_one,
    rehearse,
    standard_plan,
)
from ordmot.ledger import Comparison, Gap, Ledger, Likeness, Metadata, Reading, Source
from ordmot.store import CaseFile

if TYPE_CHECKING:
    from ordmot.casebook.taking_back import Returned
    from ordmot.casebook.views import Views
    from ordmot.report.explanation import Explanation, Grounds

_VERSION = f"ordmot {__version__}"
_FEW = 8  # documents for each process: fewer are read before more processes have started


def read(
    text: str,
    *,
    language: str | None = None,
    metadata: Metadata | None = None,
    plan: Plan | None = None,
    model: str | Path | None = None,
) -> Ledger:
    """Read one text in memory and compare what it says with itself.

    `language` (`en`, `nb` …) overrules what the text looks like; `model` is as in `Casebook.open`.
    A text that cannot be read, such as an empty one, is in the ledger's `refusals` with the reason.

    >>> ledger = read("The ferry carried 40 passengers, the crew says.")
    >>> [str(claim.quantity.interval) for claim in ledger.claims if claim.quantity]
    ['40']
    """
    data = text.encode("utf-8", "replace")
    source = Source(name="text.txt", data=data, metadata=metadata or Metadata())
    chosen = plan or _plan(model)
    result = read_one(chosen, source, language)
    if not isinstance(result, Reading):
        return Ledger(refusals=(result,))
    return Ledger(readings=(result,), comparison=compare_accounts(chosen, (result,)))


def _plan(model: str | Path | None) -> Plan:
    """Make the plan of this version, with the network of a model."""
    # Imported here: it takes a while to load, and looking at a case needs none.
    from ordmot.encoder import open_reader

    return standard_plan(_VERSION, open_reader(Path(model) if model else None))


class Casebook(Desk):
    """A case in one file: `with Casebook.open("ferry.ordmot") as case: case.add(["letters/"])`."""

    def __init__(
        self,
        store: Store,
        path: Path,
        plan: Plan | None = None,
        model: str | Path | None = None,
    ) -> None:
        self._store = store
        self._model = model
        self._path = path
        self._given_plan = plan
        self._is_standard = plan is None
        self._version = plan.version if plan else _VERSION
        self._at_hand = Contents()
        self._explaining = Lock()
        self._explained: Sequence[Reading] | None = None
        self._explain: Explain = _compare_none
        self._decided = Decided(store, self._machine, lambda: self._plan)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        must_exist: bool = False,
        plan: Plan | None = None,
        model: str | Path | None = None,
    ) -> Casebook:
        """Open a case file, or make one; CaseError if it is damaged, newer or something else.

        `model` is the folder of the network that helps to find who says what, `none` for the rules
        alone; by default the one in ORDMOT_MODEL, else the one that came with Ordmot.
        """
        file = Path(path)
        if must_exist and not file.exists():
            raise CaseError(
                f"There is no case {file}. Make one with `ordmot read PATHS --case {file}`."
            )
        return cls(CaseFile(file), file, plan, model)

    def __enter__(self) -> Self:
        """Use the case in a `with` block, which closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the case."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    @property
    def _plan(self) -> Plan:
        """Give the plan, made when first needed: the stages take a while to load."""
        if self._given_plan is None:
            self._given_plan = standard_plan(_VERSION)
        return self._given_plan

    @property
    def _reading_plan(self) -> Plan:
        """Give the plan with the network that helps to read; comparing needs none."""
        return _plan(self._model) if self._is_standard else self._plan

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        metadata: Metadata | None = None,
        progress: Progress | None = None,
        jobs: int | None = None,
        again: bool = False,
    ) -> Added:
        """Read the documents that are not in the case yet, from files and whole folders.

        Every document is stored as soon as it is read; one that cannot be read is recorded with the
        reason, and tried again next time. `metadata` is for one document. `again` reads also what
        is there. `jobs` is the number of processes: by default as many as there are cores, for
        few documents only one.
        """
        watcher = progress or Silence()
        files = find_files((Path(path) for path in paths), self._own_files())
        if metadata is not None and len(files) != 1:
            raise SettingsError(
                f"Title, publisher, date and URL are those of one document, not of {len(files)}. "
                "Write them in a file NAME.meta.toml beside each document."
            )
        intake = Intake(self._store, self._reading_plan, watcher)
        intake.take(
            _engine(jobs, len(files)), intake.load(files, metadata, again=again), len(files)
        )
        return self._settled(intake, watcher)

    def read_again(self, *, progress: Progress | None = None, jobs: int | None = None) -> Added:
        """Read every document of the case anew, from the original bytes that it keeps."""
        watcher = progress or Silence()
        entries = self._store.entries()
        intake = Intake(self._store, self._reading_plan, watcher)
        intake.take(_engine(jobs, len(entries)), self._stored(entries), len(entries))
        return self._settled(intake, watcher)

    def _settled(self, intake: Intake, progress: Progress) -> Added:
        """Compare the case as it is after an intake, and say what became of the documents."""
        added = intake.result()
        if not self.is_compared():
            self._compared(self._contents(), progress)
        return added

    def add_sources(self, sources: Sequence[Source], *, progress: Progress | None = None) -> Added:
        """Read documents that came as bytes, such as uploads, as `add` reads those of files."""
        watcher = progress or Silence()
        intake = Intake(self._store, self._reading_plan, watcher)
        intake.take(_engine(None, len(sources)), intake.choose(sources), len(sources))
        return self._settled(intake, watcher)

    def stamp(self) -> str:
        """Name the state of the case: another name after any change, by whatever program."""
        return self._store.stamp()

    def is_compared(self) -> bool:
        """Tell whether the stored comparison is of the documents as they are now."""
        return self._store.mark() == mark_of(self._store.entries(), self._version)

    def _stored(self, entries: Iterable[Entry]) -> Iterator[Source]:
        """Give the stored documents as they came, with what a person said about them."""
        for entry in entries:
            yield Source(
                name=entry.name,
                data=self._store.original(entry.id),
                metadata=self._store.given(entry.id),
            )

    def _own_files(self) -> tuple[Path, ...]:
        """Name the files of the case itself, which may lie in a folder that is read."""
        endings = ("", "-journal", "-wal", "-shm")
        return tuple(self._path.with_name(self._path.name + ending) for ending in endings)

    def ledger(self) -> Ledger:
        """Give the ledger of the case, compared as its documents are now and as people decided.

        What the machine found by itself stands beside it, in `machine`.
        """
        return self._decided.ledger(self._version)

    def _machine(self) -> Ledger:
        """Give the ledger without what people decided."""
        contents = self._contents()
        return Ledger(
            readings=contents.readings,
            refusals=contents.refusals,
            comparison=self._compared(contents, Silence()),
        )

    def _contents(self) -> Contents:
        """Give what the case holds: what is at hand already is not read again."""
        self._at_hand = self._store.contents(self._at_hand)
        return self._at_hand

    def _compared(self, contents: Contents, progress: Progress) -> Comparison:
        """Give the stored comparison if it is of these documents, otherwise make and store one."""
        mark = mark_of(contents.entries, self._version)
        if contents.mark == mark:
            return contents.comparison
        comparison = compare_accounts(self._plan, contents.readings, progress)
        self._store.keep_comparison(comparison, mark)
        self._at_hand = replace(contents, comparison=comparison, mark=mark)
        return comparison

    def explain(self, gap_id: str, *, language: str | None = None) -> Explanation:
        """Explain a gap from the words up, in `language`; by default that of most documents.

        CaseError if the case has no gap with the id `gap_id`.
        """
        # Imported here: the reports take a while to load, and reading a case needs none.
        from ordmot.report.explanation import explain_gap

        ledger = self.ledger()
        gap = next((gap for gap in ledger.gaps if gap.id == gap_id), None)
        if gap is None:
            raise CaseError(f"The case has no gap {gap_id!r}. `ordmot gaps` shows the ids.")
        grounds = self._grounds(ledger, gap)
        return explain_gap(ledger, gap, grounds, language=language, program=self._version)

    def explain_shown(self, gap: Gap, ledger: Ledger, views: Views) -> Explanation:
        """Explain a gap of a ledger that is at hand already, in the language of its views."""
        return views.explain(gap, self._grounds(ledger, gap), self._version)

    def _grounds(self, ledger: Ledger, gap: Gap) -> Grounds:
        """Compare the claims of a gap row by row; what that takes is kept while readings last."""
        from ordmot.report.explanation import Grounds, pairs_of

        likenesses = self._explainer(ledger)(pairs_of(gap))
        return Grounds(likenesses=tuple(likenesses), chance=self._plan.weigh(ledger, gap))

    def prepare(self, ledger: Ledger) -> None:
        """Do ahead what the first chain of a gap and the first decision about an account take."""
        self._explainer(ledger)
        rehearse(self._plan, ledger.machine or ledger)

    def _explainer(self, ledger: Ledger) -> Explain:
        """Work out what comparing claims of a ledger row by row takes, once for its readings."""
        with self._explaining:
            if self._explained is not ledger.readings:
                self._explain = self._plan.explain(ledger.readings)
                self._explained = ledger.readings
            return self._explain

    def original(self, document_id: str) -> bytes:
        """Give the bytes of a document exactly as they came; CaseError if there is none such."""
        return self._store.original(document_id)

    @staticmethod
    def formats() -> tuple[str, ...]:
        """Name the formats that `export` writes."""
        from ordmot.dossier import FORMATS

        return tuple(FORMATS)

    def export(
        self,
        format: str = "jsonl",  # noqa: A002 - the word for it
        *,
        language: str | None = None,
        without: Iterable[str] = (),
    ) -> bytes:
        """Write the case in a format, `ordmot.dossier.FORMATS` names them; the bundle is a ZIP.

        `language` (`en`, `nb`) is that of the reader; by default that of most documents.
        `without` names voices and documents to leave out everywhere; SettingsError where one is
        not known.
        """
        # Imported here: the reports take a while to load, and reading a case needs none.
        from ordmot.casebook.giving_out import gather
        from ordmot.dossier import redact, write

        material = gather(self._store, self.ledger(), self._version, language)
        left_out = tuple(without)
        return write(redact(material, left_out) if left_out else material, format)

    def take_back(self, workbook: bytes, *, by: str | None = None) -> Returned:
        """Take an edited Excel file back: its changes become decisions of the person `by`.

        A change is refused, with the reason, where somebody decided about the same record after
        the file was written. A person's own columns are kept, and stand in the next export.
        SettingsError if the file is damaged or none of Ordmot's.
        """
        from ordmot.casebook.giving_out import gather
        from ordmot.casebook.taking_back import take_back
        from ordmot.dossier.edited import read_workbook

        book = read_workbook(workbook)
        material = gather(self._store, self.ledger(), self._version, None)
        return take_back(self, self._store, material, book, by)

    def import_ledger(self, lines: bytes) -> Ledger:
        """Fill this empty case with what `export("jsonl")` wrote, log included; give its ledger.

        SettingsError if the lines are damaged or were changed, CaseError if the case is not empty.
        Documents whose original bytes are not in the file come without them.
        """
        from ordmot.casebook.bringing_in import read_ledger

        brought = read_ledger(lines)
        self._store.bring_in(brought.ledger, brought.originals, self._version)
        return self.ledger()

    def verify(self) -> Examination:
        """Check every record against the original bytes: hashes, anchors and ids."""
        return self._store.examine()


def _compare_none(pairs: Sequence[tuple[str, str]]) -> Sequence[Likeness]:  # noqa: ARG001
    """Stand in until the first gap is explained."""
    return ()


def _engine(jobs: int | None, documents: int) -> Engine:
    """Choose where to read: in this process, or in several where there is enough to do."""
    if jobs is None:
        jobs = max(1, min(os.cpu_count() or 1, documents // _FEW))
    return Local() if jobs == 1 else Pool(jobs)
