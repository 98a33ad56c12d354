"""Adding documents from the page, and how far their reading has come."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.datastructures import FormData, UploadFile
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from ordmot.casebook import metadata_of
from ordmot.errors import DocumentError
from ordmot.ledger import Metadata, Source
from ordmot.workbench.bench import LARGEST_PART, AtBench, CheckedForm, field_of

router = APIRouter(tags=["documents"], default_response_class=HTMLResponse)

_KNOWN = ("title", "publisher", "date", "url")


@router.post("/documents")
async def add(bench: AtBench, form: CheckedForm) -> Response:
    """Take the files of the form in; they are read in the background."""
    uploads = [upload for upload in form.getlist("files") if isinstance(upload, UploadFile)]
    chosen = [upload for upload in uploads if upload.filename]
    if not chosen:
        raise DocumentError("No file was chosen", "Choose one or more files, and send them again.")
    known = _known(form) if len(chosen) == 1 else Metadata()
    bench.intake.take([await _load(upload, known) for upload in chosen])
    return RedirectResponse("/documents?said=added", 303)


def _known(form: FormData) -> Metadata:
    """Gather what a person said about the one document."""
    stated = {key: field_of(form, key).strip() for key in _KNOWN}
    return metadata_of({key: value for key, value in stated.items() if value})


async def _load(upload: UploadFile, known: Metadata) -> Source:
    """Load a file that was sent; its name is kept for people, and is never a path here."""
    if (upload.size or 0) > LARGEST_PART:
        raise DocumentError(
            f"{upload.filename} has more than {LARGEST_PART // 1_000_000} MB", "Split it first."
        )
    name = (upload.filename or "").replace("\\", "/").rpartition("/")[2]
    return Source(name=name or "unnamed", data=await upload.read(), metadata=known)


@router.get("/intake")
def progress(bench: AtBench) -> Response:
    """Say how far the reading of documents has come."""
    now = bench.intake.progress()
    return JSONResponse(
        {
            "step": now.step,
            "done": now.done,
            "total": now.total,
            "read": now.read,
            "known": now.known,
            "refused": [f"{refusal.name}: {refusal.reason}" for refusal in now.refused],
            "problem": now.problem,
        }
    )
