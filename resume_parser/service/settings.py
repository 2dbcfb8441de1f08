"""Settings of the service, from environment variables that begin with RESUME_PARSER_."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from resume_parser.options import Options

FORM_BYTES = 2_000_000  # a body may be larger than its file by this: the other fields and the borders of the parts


class Settings(BaseSettings):
    """What an operator can choose; the defaults keep everything in one folder and need no server.

    An empty URL means the embedded default under `home`: SQLite, a directory of files, a queue on SQLite.
    """

    model_config = SettingsConfigDict(env_prefix="RESUME_PARSER_", frozen=True)

    home: Path = Path("resume_parser_data")
    database_url: str = ""  # of SQLAlchemy, for example postgresql+psycopg://user:password@host/name
    queue_url: str = ""  # redis://host:6379/0
    files_url: str = ""  # of fsspec, for example s3://bucket/prefix
    public_url: str = "http://127.0.0.1:8000"  # how clients reach the service; attachment links begin with it
    team_name: str = "resume-parser"  # given back by /v1/auth
    region: str | None = None  # of Options.default_region
    ocr: str = "auto"
    parse_seconds: float = Field(default=60.0, gt=0)  # of wall time for reading one file
    parse_memory_bytes: int = 2_000_000_000  # address space of the process that reads a file
    max_upload_bytes: int = 50_000_000
    max_characters: int = 200_000  # of text in one file: four times what ten dense pages hold, half a minute at worst
    lease_seconds: float = Field(default=30.0, gt=0)  # after which the work of a killed worker is taken over
    sweep_seconds: float = Field(default=10.0, gt=0)  # between two looks for work and events that the queue has lost
    rate_limit: str = ""  # per API key, for example "600/minute"; "" = none
    allow_private_webhooks: bool = False  # send webhooks to private and local addresses
    webhook_seconds: float = Field(default=10.0, gt=0)  # for one delivery
    webhook_backoff_seconds: float = Field(default=10.0, gt=0)  # before the second attempt, doubled each time
    worker_metrics_port: int = 0  # where a worker shows its metrics; 0 = nowhere

    @property
    def database(self) -> str:
        """The SQLAlchemy URL."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'service.db'}"

    @property
    def files(self) -> str:
        """The fsspec URL of the folder for uploaded files."""
        return self.files_url or str(self.home.absolute() / "files")

    @property
    def queue_path(self) -> Path:
        """The file of the embedded queue."""
        return self.home.absolute() / "queue.db"

    @property
    def options(self) -> Options:
        """The options of a parse; "present" stands for the current day in UTC."""
        return Options(
            reference_date=datetime.now(UTC).date(),
            default_region=self.region,
            ocr=self.ocr,
            max_seconds=self.parse_seconds,
            max_memory_bytes=self.parse_memory_bytes,
            max_file_bytes=self.max_upload_bytes,
            max_characters=self.max_characters,
            isolate=True,
        )
