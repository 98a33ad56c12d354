"""The routes: one file for each page or group of pages."""

from fastapi import APIRouter

from ordmot.workbench.routes import (
    about,
    cast,
    document,
    finding,
    gaps,
    intake,
    question,
    queue,
    review,
)

ROUTERS: tuple[APIRouter, ...] = (
    gaps.router,
    question.router,
    document.router,
    cast.router,
    queue.router,
    finding.router,
    intake.router,
    review.router,
    about.router,
)
"""Every group of routes, in the order in which they are tried."""
