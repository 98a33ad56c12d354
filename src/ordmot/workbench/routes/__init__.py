"""The routes: one file for each page or group of pages."""

from fastapi import APIRouter

from ordmot.workbench.routes import (
    about,
    cast,
    document,
    export,
    finding,
    gap,
    gaps,
    intake,
    question,
    queue,
    review,
)

ROUTERS: tuple[APIRouter, ...] = tuple(
    page.router
    for page in (
        gaps,
        question,
        gap,
        document,
        intake,
        cast,
        queue,
        review,
        finding,
        export,
        about,
    )
)
"""Every group of routes, in the order in which they are tried."""
