"""Run the steps on the connection that `ordmot.store` hands over, in its transaction."""

from __future__ import annotations

from alembic import context

from ordmot.store.tables import METADATA


def run() -> None:
    """Run the steps that the file lacks."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=METADATA,
        render_as_batch=True,
    )
    context.run_migrations()


if hasattr(context, "config"):  # not where a tool only imports every module
    run()
