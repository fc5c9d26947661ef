# Everything that is done with the book, by name. `make` alone lists it.
#
# The environment in .venv is set up when it has to be: stamps in it depend on the locks. A book
# needs requirements.lock alone; the tools for testing come only when tests are asked for.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BOOK := $(VENV)/.book-installed
DEV := $(VENV)/.dev-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes \
	--allow-unsafe --strip-extras --all-build-deps --no-emit-index-url \
	--no-emit-trusted-host --no-emit-find-links

# Tests run in as many processes as there are processors, each file whole, in one of them.
AT_ONCE := --numprocesses=logical --maxprocesses=4 --dist=loadfile --no-loadscope-reorder

.DEFAULT_GOAL := help
.PHONY: help book serve check trace test lint words audit bench lock clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

book: $(BOOK) ## Build the book into _build/site
	$(BIN)/dxbook build

serve: $(BOOK) ## Show the built book at http://127.0.0.1:8000
	$(BIN)/dxbook serve

check: $(BOOK) ## Load the data, validate it and list what the audit finds
	$(BIN)/dxbook check

trace: $(BOOK) ## Say where each number of the source is used
	$(BIN)/dxbook trace

test: $(DEV) ## Run every test, those in a browser included
	$(BIN)/python -m pytest $(AT_ONCE)

lint: $(DEV) ## Check style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

words: $(DEV) ## Gather what the program says into its catalogues, and compile them
	$(BIN)/python tools/words.py

audit: $(DEV) ## Measure accessibility and speed in a browser
	$(BIN)/python tools/audit

bench: $(DEV) ## Build the book in every way there is, and write benchmarks/results.md
	$(BIN)/python benchmarks/compare.py

lock: $(DEV) ## Pin the newest versions that pyproject.toml allows
	$(LOCK) --upgrade --output-file=requirements.lock pyproject.toml
	$(LOCK) --upgrade --extra=dev --constraint=requirements.lock \
		--output-file=requirements-dev.lock pyproject.toml

clean: ## Remove what was built; .venv stays
	rm -rf _build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "dxbook needs Python 3.11 or newer, and '$(PYTHON)' is not." >&2; \
		echo "Name one that is: make $(or $(firstword $(MAKECMDGOALS)),book) PYTHON=python3.11" >&2; \
		exit 1; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
		exit 1; }

$(BOOK): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock $(BOOK)
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
