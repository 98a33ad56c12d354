"""Engines: where the work runs, on one core or on many."""

from ordmot.engines.local import Local
from ordmot.engines.pool import Pool

__all__ = ["Local", "Pool"]
