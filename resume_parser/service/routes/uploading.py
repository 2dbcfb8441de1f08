"""POST /v1/profile/parsing/file: one resume in, its objects or a promise out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import perf_counter

from anyio import to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from resume_parser.errors import ResumeParserError
from resume_parser.result import Result
from resume_parser.schema.response import ParsedResponse, parsed_response, queued_response
from resume_parser.service import intake
from resume_parser.service.answers import respond
from resume_parser.service.context import Service
from resume_parser.service.engine import parse_file
from resume_parser.service.events import add_refusal
from resume_parser.service.form import MAX_FIELD_BYTES, Submission, read_submission
from resume_parser.service.keys import record_key
from resume_parser.service.logs import logger
from resume_parser.service.outcomes import save_indexed, save_parsed, save_unindexed
from resume_parser.service.refusals import RefusedError
from resume_parser.service.routes.access import Running, Writer
from resume_parser.service.routes.documents import EXAMPLE_FORM, QUEUED, errors
from resume_parser.service.storage.tables import Source
from resume_parser.service.stored import StoredObjects, keep_picture

MAX_FILES, MAX_FIELDS = 10, 100  # of one form

router = APIRouter(prefix="/v1", tags=["Profile"])


@router.post(
    "/profile/parsing/file",
    summary="Parse a resume",
    status_code=201,
    response_model=ParsedResponse,
    responses={**QUEUED, **errors(400, 401, 413, 429, 503)},
    openapi_extra={"requestBody": EXAMPLE_FORM},
)
async def parse_profile(request: Request, service: Running, _key: Writer) -> Response:
    """Parses one file: at once where its source allows that and `sync_parsing` asks for it, else through the queue."""
    async with request.form(max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_FIELD_BYTES) as form:
        submission = await read_submission(form)
    upload = Uploading(service, submission)
    source = await to_thread.run_sync(upload.admit)
    if intake.is_sync(source, submission):
        answer = await to_thread.run_sync(upload.parse_now, limiter=request.app.state.parsers)
        return respond(answer, answer.code)
    await to_thread.run_sync(upload.queue)
    return respond(queued_response(), 202)


@dataclass(frozen=True, slots=True)
class Uploading:
    """One upload on its way."""

    service: Service
    submission: Submission

    def admit(self) -> Source:
        """The source, where nothing speaks against the upload yet; raises RefusedError."""
        with self.service.database.read() as session:
            source = intake.find_source(session, self.submission.source_key)
            intake.check_claims(session, source, self.submission)
        try:
            intake.check_file(self.submission, self.service.settings.max_upload_bytes)
        except ResumeParserError as error:
            raise RefusedError(400, str(error)) from error
        return source

    def queue(self) -> None:
        """Keeps the file and the order to parse it; both are safe when this returns."""
        token = record_key()
        with self._kept(token), self.service.database.write() as session:
            source = intake.find_source(session, self.submission.source_key)
            upload = intake.register(session, source, self.submission, token, is_sync=False)
        self.service.uploads.send(upload.id)

    def parse_now(self) -> ParsedResponse:
        """The parsed objects, stored; raises RefusedError where the file cannot be parsed: then nothing is stored."""
        started = perf_counter()
        outcome = parse_file(self.service.settings, self.submission.data, self.submission.file_name)
        if isinstance(outcome, ResumeParserError):
            self._tell_refusal(str(outcome))
            raise RefusedError(400, str(outcome)) from outcome
        objects = self._save(outcome)
        return parsed_response(objects.parsing, objects.profile, perf_counter() - started)

    def _save(self, result: Result) -> StoredObjects:
        token = record_key()
        with self._kept(token):
            keep_picture(self.service.files, token, result)
            with self.service.database.write() as session:
                source = intake.find_source(session, self.submission.source_key)
                upload = intake.register(session, source, self.submission, token, is_sync=True)
                saved = save_parsed(session, upload, result, self.service.settings.public_url)
                if self.submission.sync_parsing_indexing:
                    save_indexed(session, upload, saved.objects.profile)
                else:
                    save_unindexed(session, upload)
        if saved.event:
            self.service.events.send(saved.event.id)
        if saved.replaced:
            self.service.files.delete(saved.replaced)
        return saved.objects

    def _tell_refusal(self, message: str) -> None:
        """The notification that a synchronous upload asked for, where it failed."""
        if not self.submission.webhook_parsing_sending:
            return
        with self.service.database.write() as session:
            source = intake.find_source(session, self.submission.source_key)
            event = add_refusal(session, source, self.submission.reference, message)
        if event:
            self.service.events.send(event.id)

    @contextmanager
    def _kept(self, token: str) -> Iterator[None]:
        """Keeps the file under the token, and not if what follows fails; raises RefusedError where there is no room."""
        try:
            self.service.files.put(token, "original", self.submission.data)
            yield
        except BaseException as error:
            with suppress(OSError):
                self.service.files.delete(token)
            if isinstance(error, OSError):
                logger.error("file_not_kept", error=type(error).__name__)
                raise RefusedError(503, "The file could not be stored. Try again later.") from error
            raise
