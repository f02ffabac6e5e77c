"""What the central store is told by its environment and its command line."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

DEFAULT_HOME = Path("~/.local/share/open-forum-central")


class Settings(BaseSettings):
    """Where the central store lives, where visitors' phones reach it, and what a new public log is called."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    home: Path = Field(default=DEFAULT_HOME, validation_alias="FORUM_CENTRAL_HOME")
    database_url: str | None = Field(default=None, validation_alias="FORUM_DATABASE_URL")
    public_url: str | None = Field(default=None, validation_alias="FORUM_PUBLIC_URL")
    log_name: str | None = Field(default=None, validation_alias="FORUM_LOG_NAME")
