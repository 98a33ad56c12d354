"""The routes: one file for each page or group of pages."""

from fastapi import APIRouter

from ordmot.workbench.routes import about, gaps, review

ROUTERS: tuple[APIRouter, ...] = (gaps.router, review.router, about.router)
"""Every group of routes, in the order in which they are tried."""
