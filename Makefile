# `make` alone says what there is. PYTHON chooses the interpreter: one that is given has an
# environment of its own, or what was made with another would be used for it.
PYTHON ?= python3
SCENARIO ?= scenarios/zuidoost-utrecht.toml
ENVIRONMENT := .venv$(if $(filter-out python3,$(PYTHON)),-$(subst /,-,$(PYTHON)))
BIN := $(ENVIRONMENT)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run test lint types contracts tests docs bench clean

help:  ## what each target does
	@awk -F ':.*## +' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

run: $(ENVIRONMENT)/program  ## open the app on the worked case, or print its comparison without a terminal
	@$(BIN)/orgdesign $(SCENARIO)

# Beside the tests: what only reads the code takes one core for a minute.
test: $(ENVIRONMENT)/development  ## everything that must hold: style, types, layers, tests, coverage, builds
	@$(MAKE) --no-print-directory --jobs 2 lint types contracts tests

lint: $(ENVIRONMENT)/development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(ENVIRONMENT)/development
	$(BIN)/mypy

contracts: $(ENVIRONMENT)/development
	$(BIN)/lint-imports --no-cache

# Three at a time on two cores: some wait for a terminal, a browser or LibreOffice.
tests: $(ENVIRONMENT)/development
	$(BIN)/python -m pytest -n 3 --dist worksteal -rs --cov --cov-report=term:skip-covered

docs: $(ENVIRONMENT)/development  ## write the handbook and the reference anew from the code
	$(BIN)/python docs/generate.py

bench: $(ENVIRONMENT)/development  ## measure against peers side by side; writes benchmarks/RESULTS.md
	$(BIN)/python benchmarks/run.py

clean:  ## remove the environment and whatever was made
	rm -rf .venv .venv-* build dist .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests docs benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is newer than what it was made from, so that an environment is filled once.
# What they say goes to stderr: the output of `make run` is the comparison and nothing else.
$(BIN)/python:
	@echo 'making $(ENVIRONMENT), once' >&2
	@$(PYTHON) -m venv $(ENVIRONMENT)

$(ENVIRONMENT)/program: $(BIN)/python pyproject.toml constraints.txt
	@$(PIP) --editable . >&2
	@touch $@

$(ENVIRONMENT)/development: $(ENVIRONMENT)/program
	@$(PIP) --editable '.[dev]' >&2
	@touch $@
