# Everything a newcomer needs: `make run` to try the kiosk, `make test` to test it. `make` alone lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q
TESTS_AT_MOST := 60m
# Two processes for each core, as a test of the screen mostly waits; tests/conftest.py says which file is begun first.
SHARED := -n $(shell expr 2 \* $$(nproc)) --dist loadfile --no-loadscope-reorder
# Stores are made and thrown away all the time: in memory, where it has 4 GB to spare for files.
IN_MEMORY = $(shell df -m --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 4096 {print "TMPDIR=/dev/shm"}')

# Written with brackets, so that this line does not find itself.
REGISTRIES := py[p]i[.]or[g]|python[h]osted|registry[.]npm[j]s|deb[.]debia[n]|index-ur[l]|extra-inde[x]|find-link[s]
# What private keys, ours too, passwords in addresses and the tokens of well-known services look like; ruff looks for
# passwords in the code.
SECRETS := -----BEGI[N] [A-Z ]*PRIVATE KEY|AKI[A][0-9A-Z]{16}|gh[opsru]_[0-9A-Za-z]{36}|xox[abprs]-[0-9A-Za-z-]{10}|sk_liv[e]_|AIz[a][0-9A-Za-z_-]{35}|ey[J][0-9A-Za-z_-]{16,}[.]eyJ|^[0-9a-f]{64}$$|^[\#] The private half|://[^/ :@"]+:([^/ :@"]*[0-9][^/ :@"]*|[^/ :@"A-Z]{7,}|[^/ :@"]{9,})@
# A line of settings (YAML, JSON, environment) that names a password and says it.
SAID := [^[:alnum:] ]?[^] ,(){}<>$$.[]{6,}[^[:alnum:] ,]?
SETTINGS := ^[ -]*"?[A-Za-z_-]*([Pp]ass([Ww]ord|wd|phrase)|PASS(WORD|WD|PHRASE)|[Ss]ecret|SECRET|[Aa]pi[_-]?[Kk]ey|API_?KEY|[Tt]oken|TOKEN)"?( *: +$(SAID),?|=$(SAID))$$

help: ## list these commands
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: install ## start a central store, this kiosk and its uploader; Ctrl-C ends them, data stays in .run
	@exec setpriv --pdeathsig TERM $(BIN)/python -m assets.deployment.run

test: install-tests ## install what the tests need and run all of them
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(OFFSCREEN) $(IN_MEMORY) timeout --foreground $(TESTS_AT_MOST) $(BIN)/python -m pytest $(SHARED) $(ARGS)

check: install-dev ## format, lint, types, import rules, QML, secrets, known weaknesses; quiet when all is good
	@$(BIN)/ruff format --check -q . || { echo "Not formatted; run: make format"; exit 1; }
	@$(BIN)/ruff check -q .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >build/imports.txt 2>&1 || { cat build/imports.txt; exit 1; }
	@$(BIN)/python -m ui.qml_types >build/qml.txt 2>&1 || { cat build/qml.txt; exit 1; }
	@$(PIP) check >build/packages.txt || { cat build/packages.txt; exit 1; }
	@if git grep -nIE '$(REGISTRIES)' -- .; then echo "A package registry's address stands above; remove it."; exit 1; fi
	@if git grep --untracked -nIE -e '$(SECRETS)' -e '$(SETTINGS)' -- .; then echo "A secret stands above: take it back where it was issued, and out of the tree."; exit 1; fi
	@$(BIN)/python -m assets.deployment.advisories
	@if grep -nE '://|^ *(-[^-]|--[^h])' requirements*.lock; then echo "A lock holds more than names and hashes."; exit 1; fi

format: install-dev ## format the code
	@$(BIN)/ruff check -q --fix-only . && $(BIN)/ruff format -q .

bench: install-tests ## measure, side by side with floors; writes build/bench.json
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(OFFSCREEN) $(BIN)/python -m tests.benchmarks.run $(ARGS)

torture: install-tests ## 1,000 histories of faults, crashes and power cuts; nothing thanked may be lost
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(OFFSCREEN) $(BIN)/python -m tests.faults.torture $(ARGS)

screens: install-tests ## write a picture of every screen to build/screens
	@$(OFFSCREEN) $(BIN)/python -m tests.ui.screens $(ARGS)

demo: install-tests ## an unattended visitor drives the real app by touch; pictures in build/demo
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(OFFSCREEN) $(BIN)/python -m tests.end_to_end.demo $(ARGS)

words: install-dev ## find new words of the interface for the translators, and compile their translations
	@$(BIN)/python -m ui.translations

lock: install-dev ## resolve the dependencies anew and write both lock files
	@rm -f requirements.lock requirements-dev.lock
	@$(LOCK) --group build -o requirements.lock pyproject.toml
	@$(LOCK) --group build --group dev -c requirements.lock -o requirements-dev.lock pyproject.toml
LOCK := $(BIN)/uv pip compile --no-config -q --universal --python-version 3.11 --generate-hashes --no-annotate \
  --custom-compile-command "make lock"

install: packages .venv/installed-run compiled ## only install what `make run` needs

install-dev: packages .venv/installed-dev
	@mkdir -p build

install-tests: test-packages .venv/installed-dev $(BIN)/chromium compiled ## only install what `make test` needs
	@mkdir -p build

# Each command starts a third sooner, also where PYTHONDONTWRITEBYTECODE keeps Python from doing this itself.
compiled: .venv/installed-run
	@$(BIN)/python -m compileall -q kiosk ui sync

packages:
	@assets/deployment/system-packages run

test-packages:
	@assets/deployment/system-packages tests

$(BIN)/python3:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .venv

# The stamps lie inside the environment, so that a second `make run` installs nothing and removing .venv starts anew.
.venv/installed-run: requirements.lock pyproject.toml | $(BIN)/python3
	@echo "Installing Python packages into .venv (once; some minutes)"
	@$(PIP) install --require-hashes --only-binary :all: --no-deps -r requirements.lock
	@$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed-run
	@echo "Installing development packages into .venv (once; some minutes)"
	@$(PIP) install --require-hashes --only-binary :all: --no-deps -r requirements-dev.lock
	@touch $@

$(BIN)/chromium: | .venv/installed-dev
	@assets/deployment/test-browser $@

clean: ## remove the environment and all that was built; .run (the data) stays
	rm -rf --one-file-system .venv build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

.NOTPARALLEL:
.PHONY: help run test check format bench screens demo words lock install install-dev install-tests packages test-packages compiled torture clean
