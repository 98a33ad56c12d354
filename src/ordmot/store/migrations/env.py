"""Run the steps on the connection that `ordmot.store` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from ordmot.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
context.run_migrations()
