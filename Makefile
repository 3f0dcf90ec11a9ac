# Two commands do everything on a fresh machine with Python 3.11 or newer and make: `make demo` and `make test`.
# What is installed goes into .venv, from requirements/*.txt, where each package stands with its hash.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
CORE   := $(VENV)/.core-installed
DEV    := $(VENV)/.dev-installed
# No wheel, no install: what is built on the spot would fetch what no hash guards. Nor is everything compiled ahead: most
# modules are never opened (35 MB and a third of the time).
PIP     = $(PY) -m pip install -qq --disable-pip-version-check --retries 5 --no-compile
LOCKED  = $(PIP) --require-hashes --only-binary :all:
COMPILE = $(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
          --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench profile costs scale eval docs screenshots lock clean

help:  ## What can be made
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1 - \2/p' Makefile

demo: $(CORE)  ## Build the example case and its dossier, and say where it is
	@$(VENV)/bin/sayso demo

test: $(DEV)  ## Run every test: code, contracts, documentation, quality
	@$(PY) -m pytest -n 2 --dist loadfile -rs $(ARGS)

lint: $(DEV)  ## Style, types, layers, spelling
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(VENV)/bin/codespell

format: $(DEV)  ## Lay out the code
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

bench: $(DEV)  ## Speed: words a second beside the bare language pipeline, memory, rebuild, help
	@$(PY) bench/speed.py $(ARGS)

profile: $(DEV)  ## Where extraction spends its time, by module
	@$(PY) bench/profile_extraction.py $(ARGS)

costs: $(DEV)  ## What a document costs, part by part
	@$(PY) bench/costs.py $(ARGS)

scale: $(DEV)  ## Large cases of known incidents: growth, rebuilds, ten more, memory, and whether it comes out right
	@$(PY) bench/scale.py $(ARGS)

eval: $(DEV)  ## Quality beside its floors; SHOW=missed|wrong|leaks prints the errors beside their text
	@$(PY) evaluation/gate.py $(if $(SHOW),--show $(SHOW)) $(ARGS)

docs: $(DEV)  ## The documentation as a site, in site/
	@$(PY) docs/make_reference.py
	@NO_MKDOCS_2_WARNING=1 $(VENV)/bin/mkdocs build --quiet --strict && echo "site/index.html"

screenshots: $(DEV)  ## Take the pictures of the documentation anew (needs Chromium)
	@$(PY) docs/screenshots.py

lock: $(DEV)  ## Choose versions anew
	$(COMPILE) pyproject.toml requirements/build.in -o requirements/core.txt
	$(COMPILE) --extra dev -c requirements/core.txt pyproject.toml requirements/build.in -o requirements/dev.txt

clean:  ## Remove what was made and installed
	rm -rf $(VENV) demo site build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Installing. The stamps say what was installed last; a changed lock or pyproject.toml installs anew.

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "sayso needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." \
	       "Name another: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(CORE): requirements/core.txt pyproject.toml | $(PY)
	@echo "Installing sayso into $(VENV) (once; takes a minute or two) ..."
	@$(LOCKED) -r requirements/core.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(VENV)/bin/sayso --version
	@touch $@

$(DEV): requirements/dev.txt pyproject.toml | $(PY)
	@echo "Installing sayso and what its tests need into $(VENV) (once; takes a minute or two) ..."
	@$(LOCKED) -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(VENV)/bin/sayso --version
	@touch $(CORE) $@
