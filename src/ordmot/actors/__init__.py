"""Actors: who speaks, under all names, across documents and languages."""

from ordmot.actors.resolution import resolve

__all__ = ["resolve"]
