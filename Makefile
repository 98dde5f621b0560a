# What a person types. Everything is installed into .venv from requirements-dev.lock (hashes, no addresses).
PYTHON ?= python3
HOME_DIR ?=
REPORTS ?=
BIN := .venv/bin
RUN_OPTIONS := $(if $(REPORTS),--reports "$(REPORTS)") $(if $(HOME_DIR),--home "$(HOME_DIR)")

# Without compiled modules every process spends seconds compiling Dagster and dbt again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-long check lint docs ui spark bench lock clean

run: .venv/installed
	$(BIN)/jihe run $(RUN_OPTIONS)

test: .venv/installed
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder -m "not long"
	@echo "not run: clusters, kills and faults (make test-long)"

test-long: .venv/installed
	$(BIN)/python -m pytest -n auto --dist loadfile -m long

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test test-long

docs: .venv/installed
	$(BIN)/sphinx-build -W --keep-going -q -b html docs build/docs
	@echo "build/docs/index.html"

ui: .venv/installed
	$(BIN)/jihe ui $(if $(HOME_DIR),--home "$(HOME_DIR)")

.venv/installed: requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "jihe needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# What `jihe run --engine` needs beside all this (docs/scale.md), and Java 17.
spark: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-spark.lock

# Hours with all sizes; BENCH="--sizes 1000 10000" for less. Alone on the machine, or the figures mean nothing.
bench: .venv/installed
	$(BIN)/python -m benchmarks.scale $(BENCH)

# Developers only: needs uv. --no-header keeps the command line, and so any index address, out of the file.
lock:
	mkdir -p build
	uv pip compile requirements-dev.in --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --no-header --no-annotate --output-file requirements-dev.lock
	grep -E '^[A-Za-z0-9._-]+(\[.*\])?==' requirements-dev.lock | sed -E 's/ .*//; s/\[[^]]*\]//' > build/pins.txt
	uv pip compile requirements-spark.in --constraint build/pins.txt --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --no-header --no-annotate --output-file requirements-spark.lock

clean:
	rm -rf .venv build dbt_project/target dbt_project/logs
