"""The tables: sources, API keys, profiles, uploads (the work to do) and events (the webhooks to send)."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Text, TypeDecorator, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

QUEUED, RUNNING, PARSED, DONE, FAILED = "queued", "running", "parsed", "done", "failed"  # of an upload; PARSED = not indexed yet
PENDING, DELIVERED, GIVEN_UP = "pending", "delivered", "given_up"  # of an event

_NAMES = {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
_RowId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only in an INTEGER column


class UtcTime(TypeDecorator[datetime]):
    """A moment with its zone in Python, in UTC without a zone in the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as it is stored."""
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as it is read."""
        return value.replace(tzinfo=UTC) if value else None


class Table(DeclarativeBase):
    """Base of all tables."""

    metadata = MetaData(naming_convention=_NAMES)


class Source(Table):
    """Where profiles are uploaded: how it answers and who is told."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    sync_mode: Mapped[str] = mapped_column(String(10))  # "off" "on" "always"
    webhook_url: Mapped[str | None] = mapped_column(Text)
    webhook_secret: Mapped[str] = mapped_column(String(100))
    event_family: Mapped[str] = mapped_column(String(10))  # "parsing" "parse": the second word of the event names
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class ApiKey(Table):
    """A key of the API; the key itself is not kept."""

    __tablename__ = "api_keys"

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)  # SHA-256 of the key
    permission: Mapped[str] = mapped_column(String(10))  # "read" "write" "all"
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcTime)


class Profile(Table):
    """A candidate; `parsing` and `profile` are JSON, None until the first upload is parsed."""

    __tablename__ = "profiles"
    __table_args__ = (UniqueConstraint("source_id", "reference"),)

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    key: Mapped[str] = mapped_column(String(40), unique=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)
    reference: Mapped[str | None] = mapped_column(Text)
    full_name: Mapped[str | None] = mapped_column(Text)  # folded, for finding by name
    parsing: Mapped[str | None] = mapped_column(Text)
    profile: Mapped[str | None] = mapped_column(Text)
    upload_id: Mapped[int | None] = mapped_column(_RowId)  # the upload that the content comes from
    created_at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    updated_at: Mapped[datetime] = mapped_column(UtcTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcTime)
    indexed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    source: Mapped[Source] = relationship(lazy="joined", innerjoin=True)


class ProfileTag(Table):
    """A tag of a profile, for filters; `value` is its JSON."""

    __tablename__ = "profile_tags"

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)


class Upload(Table):
    """One accepted file and what has become of it: this row, not the queue, says what is left to do."""

    __tablename__ = "uploads"

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    token: Mapped[str] = mapped_column(String(40), unique=True)  # names the folder of the file; unguessable
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    profile_id: Mapped[int | None] = mapped_column(ForeignKey("profiles.id", ondelete="SET NULL"), index=True)
    file_name: Mapped[str] = mapped_column(Text)
    request: Mapped[str] = mapped_column(Text)  # JSON of the caller's own rows
    is_update: Mapped[bool]
    is_notified: Mapped[bool]  # an event follows the parse
    state: Mapped[str] = mapped_column(String(10), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcTime)
    error: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcTime)
    source: Mapped[Source] = relationship(lazy="joined", innerjoin=True)
    profile: Mapped[Profile | None] = relationship()


class Event(Table):
    """One notification to a source: written with the outcome that it tells of, sent afterwards."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(_RowId, primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    upload_id: Mapped[int | None] = mapped_column(ForeignKey("uploads.id"), unique=True)  # one event per upload
    payload: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(UtcTime)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    source: Mapped[Source] = relationship(lazy="joined", innerjoin=True)
