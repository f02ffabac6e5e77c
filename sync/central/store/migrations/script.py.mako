"""${message}."""

import sqlalchemy as sa
from alembic import op

from sync.central.store.tables import Moment, Number

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Say what this step adds."""
    ${upgrades if upgrades else "pass"}
