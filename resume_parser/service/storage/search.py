"""Full text of the indexed profiles: an FTS5 table on SQLite, a tsvector column on PostgreSQL, with the same words on both.

Words are folded before they come here (case and accents away), so that both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from sqlalchemy import Select, TextClause, text
from sqlalchemy.orm import Session

from resume_parser.service.storage.tables import Profile

MAX_WORD = 200  # characters; longer runs are no words and PostgreSQL refuses them
MAX_WORDS = 150_000  # of one profile: PostgreSQL keeps at most 1 MB of them
_WORD = re.compile(r"\w+")

CREATE = {
    "sqlite": "CREATE VIRTUAL TABLE profile_words USING fts5(words)",
    "postgresql": "CREATE TABLE profile_words (rowid BIGINT PRIMARY KEY REFERENCES profiles(id), words tsvector NOT NULL)",
}
CREATE_INDEX = {"postgresql": "CREATE INDEX ix_profile_words ON profile_words USING gin (words)"}
_INSERT = {
    "sqlite": text("INSERT INTO profile_words (rowid, words) VALUES (:id, :words)"),
    "postgresql": text("INSERT INTO profile_words (rowid, words) VALUES (:id, to_tsvector('simple', :words))"),
}
_DELETE = text("DELETE FROM profile_words WHERE rowid = :id")
_MATCH = {
    "sqlite": "profiles.id IN (SELECT rowid FROM profile_words WHERE words MATCH :words)",
    "postgresql": "profiles.id IN (SELECT rowid FROM profile_words WHERE words @@ to_tsquery('simple', :words))",
}


def fold(value: str) -> str:
    """The text in lower case without accents."""
    if value.isascii():
        return value.replace("\0", " ").lower()
    decomposed = unicodedata.normalize("NFKD", value.replace("\0", " "))
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


def words_of(value: str) -> list[str]:
    """The folded words of a text, each once."""
    return list(dict.fromkeys(word[:MAX_WORD] for word in _WORD.findall(fold(value).replace("_", " "))))[:MAX_WORDS]


def index_words(session: Session, profile_id: int, value: str) -> None:
    """Makes a profile that is not findable so by the words of a text."""
    session.execute(_INSERT[_dialect(session)], {"id": profile_id, "words": " ".join(words_of(value))})


def forget_words(session: Session, profile_id: int) -> None:
    """Makes a profile not findable."""
    session.execute(_DELETE, {"id": profile_id})


def with_keywords(session: Session, query: Select[Profile], keywords: Sequence[str]) -> Select[Profile]:
    """The query narrowed to profiles that have every word of every keyword."""
    words = words_of(" ".join(keywords))
    return query.where(_matching(_dialect(session), words)) if words else query


def _matching(dialect: str, words: Sequence[str]) -> TextClause:
    expression = " ".join(f'"{word}"' for word in words) if dialect == "sqlite" else " & ".join(f"'{word}'" for word in words)
    return text(_MATCH[dialect]).bindparams(words=expression)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
