"""What the central store is told by its environment and its command line."""

from pathlib import Path
from typing import Literal

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
    # Signing in at the ministry's own provider (OpenID Connect); off without an issuer.
    oidc_issuer: str | None = Field(default=None, validation_alias="FORUM_OIDC_ISSUER")
    oidc_client_id: str | None = Field(default=None, validation_alias="FORUM_OIDC_CLIENT_ID")
    oidc_secret_file: Path | None = Field(default=None, validation_alias="FORUM_OIDC_SECRET_FILE")
    oidc_claim: Literal["sub", "email"] = Field(default="sub", validation_alias="FORUM_OIDC_CLAIM")
    oidc_name: str | None = Field(default=None, validation_alias="FORUM_OIDC_NAME")
