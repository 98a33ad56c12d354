# `make demo` and `make test` do all the set-up themselves: they need python3 (3.11 or newer) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := $(filter-out %.json %.meta.toml,$(wildcard examples/skarnvik/*))
DEMO_CASE := build/demo.ordmot

.PHONY: help demo test check lint types layers docs lock clean
.DEFAULT_GOAL := help

help: ## Say what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## / - /'

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Ordmot needs Python 3.11 or newer: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python cannot make virtual environments here; on Debian and Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/installed: $(VENV)/pyvenv.cfg requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	@touch $@

demo: $(VENV)/installed ## Read the example case and print its gaps.
	@mkdir -p build && rm -f $(DEMO_CASE) $(DEMO_CASE)-*
	$(BIN)/ordmot read --case $(DEMO_CASE) $(EXAMPLE)
	$(BIN)/ordmot gaps --case $(DEMO_CASE)
	$(BIN)/ordmot export --case $(DEMO_CASE) --format html -o build/demo.html
	@echo "The same as a page: build/demo.html"

test: $(VENV)/installed-dev ## Run the tests.
	$(BIN)/python -m pytest

check: lint types layers test ## Format, lint, types, layers, documentation and tests.

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

layers: $(VENV)/installed-dev
	$(BIN)/lint-imports --no-cache

lock: ## Pin the newest versions that the project file allows.
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-options --no-header --extra workbench --extra dossier -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --upgrade --strip-extras --generate-hashes --no-emit-index-url --no-emit-options --no-header --extra workbench --extra dossier --extra dev -o requirements-dev.lock pyproject.toml

clean: ## Remove what was built.
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
