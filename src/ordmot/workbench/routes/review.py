"""What a person decides, each one entry of the log."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse, RedirectResponse, Response

from ordmot.errors import CaseError
from ordmot.ledger import Decision, Edit, Relation
from ordmot.workbench.bench import AtBench, Bench, CheckedForm, field_of, go_back
from ordmot.workbench.entering import chosen_of, read_account_edit, read_words

router = APIRouter(tags=["review"], default_response_class=HTMLResponse)


@router.post("/decide")
def decide(bench: AtBench, form: CheckedForm) -> Response:
    """Note a verdict on a record, and lead on to the next."""
    said = field_of(form, "decision")
    if said not in set(Decision):
        raise CaseError(f"There is no decision {said!r}.")
    bench.desk.book.review(
        field_of(form, "subject"), Decision(said), by=bench.pages.person, note=_note(form)
    )
    return go_back(form)


@router.post("/note")
def note(bench: AtBench, form: CheckedForm) -> Response:
    """Note what a person says about a record."""
    bench.desk.book.note(field_of(form, "subject"), _note(form), by=bench.pages.person)
    return go_back(form)


@router.post("/grade")
def grade(bench: AtBench, form: CheckedForm) -> Response:
    """Grade a source."""
    given = field_of(form, "letter") + field_of(form, "number")
    bench.desk.book.grade(field_of(form, "subject"), given, by=bench.pages.person, note=_note(form))
    return go_back(form)


@router.post("/edit/account")
def edit_account(bench: AtBench, form: CheckedForm) -> Response:
    """Read an account differently."""
    subject = field_of(form, "subject")
    edit = read_account_edit(form, bench.desk.look().ledger.machine_claim(subject))
    bench.desk.book.edit(subject, edit, by=bench.pages.person, note=_note(form))
    return _to_question_of(bench, subject)


@router.post("/edit/question")
def edit_question(bench: AtBench, form: CheckedForm) -> Response:
    """Put a question in other words."""
    edit = Edit(text=field_of(form, "text").strip())
    bench.desk.book.edit(field_of(form, "subject"), edit, by=bench.pages.person, note=_note(form))
    return go_back(form)


@router.post("/edit/gap")
def edit_gap(bench: AtBench, form: CheckedForm) -> Response:
    """Call a gap by another relation."""
    said = field_of(form, "relation")
    if said not in set(Relation):
        raise CaseError(f"There is no relation {said!r}.")
    bench.desk.book.edit(
        field_of(form, "subject"),
        Edit(relation=Relation(said)),
        by=bench.pages.person,
        note=_note(form),
    )
    return go_back(form, field_of(form, "subject"))


@router.post("/move")
def move(bench: AtBench, form: CheckedForm) -> Response:
    """Let an account answer another question."""
    subject = field_of(form, "subject")
    bench.desk.book.move_account(
        subject, field_of(form, "question") or None, by=bench.pages.person, note=_note(form)
    )
    return _to_question_of(bench, subject)


@router.post("/merge/questions")
def merge_questions(bench: AtBench, form: CheckedForm) -> Response:
    """Take questions for one."""
    subject = field_of(form, "subject")
    account = bench.desk.look().ledger.question(subject).answers[0].claim
    bench.desk.book.merge_questions(
        subject, chosen_of(form, "others"), by=bench.pages.person, note=_note(form)
    )
    return _to_question_of(bench, account)


@router.post("/split/question")
def split_question(bench: AtBench, form: CheckedForm) -> Response:
    """Let accounts leave a question for one of their own."""
    leaving = chosen_of(form, "accounts")
    bench.desk.book.split_question(
        field_of(form, "subject"), leaving, by=bench.pages.person, note=_note(form)
    )
    return _to_question_of(bench, leaving[0])


@router.post("/merge/actors")
def merge_actors(bench: AtBench, form: CheckedForm) -> Response:
    """Take voices for one."""
    others = [_actor_named(bench, name) for name in chosen_of(form, "others")]
    subject = field_of(form, "subject")
    bench.desk.book.merge_actors(subject, others, by=bench.pages.person, note=_note(form))
    return _to_actor(bench, subject)


@router.post("/split/actor")
def split_actor(bench: AtBench, form: CheckedForm) -> Response:
    """Take names of a voice for another voice."""
    subject = field_of(form, "subject")
    bench.desk.book.split_actor(
        subject, chosen_of(form, "names"), by=bench.pages.person, note=_note(form)
    )
    return _to_actor(bench, subject)


@router.post("/account")
def add_account(bench: AtBench, form: CheckedForm) -> Response:
    """Add an account that the machine missed, on the words that a person selected."""
    document = bench.desk.look().ledger.document(field_of(form, "document"))
    review = bench.desk.book.add_account(
        read_words(form, document),
        field_of(form, "question").strip() or None,
        read_account_edit(form, None),
        by=bench.pages.person,
        note=_note(form),
    )
    return RedirectResponse(f"/record/{review.subject}", 303)


@router.post("/undo")
def undo(bench: AtBench, form: CheckedForm) -> Response:
    """Take back an entry of the log; without one, the person's newest decision."""
    book = bench.desk.book
    taken = book.undo(field_of(form, "entry") or None, by=bench.pages.person).subject
    about = next((entry.subject for entry in book.log() if entry.id == taken), "")
    return _back_if_there(bench, form, about)


@router.post("/redo")
def redo(bench: AtBench, form: CheckedForm) -> Response:
    """Take back the person's newest undo."""
    bench.desk.book.redo(by=bench.pages.person)
    return _back_if_there(bench, form)


def _back_if_there(bench: Bench, form: FormData, about: str = "") -> RedirectResponse:
    """Lead back, or to what the decision was about where it takes the page itself away."""
    sheet = bench.desk.look()
    shown = {"question": sheet.rows, "gap": sheet.gaps, "voice": sheet.actors}
    kind, _, record = field_of(form, "back", "/").partition("?")[0].strip("/").partition("/")
    if kind not in shown or record in shown[kind]:
        return go_back(form, about)
    is_there = any(about in records for records in shown.values())
    return RedirectResponse(f"/record/{about}" if is_there else "/", 303)


def _note(form: FormData) -> str:
    """Give the note of a form."""
    return field_of(form, "note").strip()


def _to_question_of(bench: Bench, account: str) -> RedirectResponse:
    """Lead to the question that an account answers now: its id is that of its accounts."""
    questions = bench.desk.look().views().questions_of(account)
    target = f"/question/{questions[0]}#{account}" if questions else f"/record/{account}"
    return RedirectResponse(target, 303)


def _to_actor(bench: Bench, actor: str) -> RedirectResponse:
    """Lead to a voice, or to all of them where it is another one now."""
    is_there = actor in bench.desk.look().actors
    return RedirectResponse(f"/voice/{actor}" if is_there else "/voices", 303)


def _actor_named(bench: Bench, name: str) -> str:
    """Find the voice of an id or of a name; CaseError if there is none, or several."""
    actors = bench.desk.look().actors
    if name in actors:
        return name
    found = [actor.id for actor in actors.values() if name in actor.names]
    if len(found) != 1:
        raise CaseError(
            f"{len(found)} voices are called {name!r}. Choose a name of the list, or give the id."
        )
    return found[0]
