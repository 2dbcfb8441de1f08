"""The tables of the first version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from resume_parser.service.storage.search import CREATE, CREATE_INDEX

revision = "0001"
down_revision = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Creates the tables."""
    _create_api_keys()
    _create_sources()
    _create_profiles()
    _create_profile_tags()
    _create_uploads()
    _create_events()
    dialect = op.get_context().dialect.name
    op.execute(CREATE[dialect])
    if dialect in CREATE_INDEX:
        op.execute(CREATE_INDEX[dialect])


def _create_api_keys() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("permission", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest", name=op.f("uq_api_keys_digest")),
        sa.UniqueConstraint("name", name=op.f("uq_api_keys_name")),
    )


def _create_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("sync_mode", sa.String(length=10), nullable=False),
        sa.Column("webhook_url", sa.Text(), nullable=True),
        sa.Column("webhook_secret", sa.String(length=100), nullable=False),
        sa.Column("event_family", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", name=op.f("uq_sources_key")),
        sa.UniqueConstraint("name", name=op.f("uq_sources_name")),
    )


def _create_profiles() -> None:
    op.create_table(
        "profiles",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("source_id", ROW_ID, nullable=False),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("full_name", sa.Text(), nullable=True),
        sa.Column("parsing", sa.Text(), nullable=True),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("upload_id", ROW_ID, nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("archived_at", sa.DateTime(), nullable=True),
        sa.Column("indexed_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_profiles_source_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key", name=op.f("uq_profiles_key")),
        sa.UniqueConstraint("source_id", "reference", name=op.f("uq_profiles_source_id")),
    )
    op.create_index(op.f("ix_profiles_created_at"), "profiles", ["created_at"], unique=False)
    op.create_index(op.f("ix_profiles_source_id"), "profiles", ["source_id"], unique=False)


def _create_profile_tags() -> None:
    op.create_table(
        "profile_tags",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("profile_id", ROW_ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name=op.f("fk_profile_tags_profile_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_profile_tags_profile_id"), "profile_tags", ["profile_id"], unique=False)


def _create_uploads() -> None:
    op.create_table(
        "uploads",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("source_id", ROW_ID, nullable=False),
        sa.Column("profile_id", ROW_ID, nullable=True),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("is_update", sa.Boolean(), nullable=False),
        sa.Column("is_notified", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name=op.f("fk_uploads_profile_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_uploads_source_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token", name=op.f("uq_uploads_token")),
    )
    op.create_index(op.f("ix_uploads_profile_id"), "uploads", ["profile_id"], unique=False)
    op.create_index(op.f("ix_uploads_state"), "uploads", ["state"], unique=False)


def _create_events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("source_id", ROW_ID, nullable=False),
        sa.Column("upload_id", ROW_ID, nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("delivered_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_events_source_id")),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name=op.f("fk_events_upload_id")),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("upload_id", name=op.f("uq_events_upload_id")),
    )
    op.create_index(op.f("ix_events_state"), "events", ["state"], unique=False)
