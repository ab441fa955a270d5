# The one way to run, test and keep up aptbot; people and CI use the same targets.
# Needs make and Python 3.11 or later. Everything is installed into $(VENV), nothing outside it.

.DEFAULT_GOAL := help
.PHONY: install run test check bench docs lock clean help

VENV ?= .venv
BIN := $(VENV)/bin
APTBOT := $(BIN)/aptbot
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev
CODE := bot tests benchmarks scripts

# Hashes and ready-made wheels only: what is installed is what was tested, and nothing is compiled.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
LOCKED := $(INSTALL) --require-hashes --only-binary :all: --requirement
PROJECT := $(INSTALL) --no-deps --no-build-isolation --editable .
COMPILE := $(BIN)/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(UPGRADE) pyproject.toml
TOKEN := ^[[:space:]]*(export[[:space:]]+)?SLACK_(BOT|APP)_TOKEN[[:space:]]*=[^\#]*[[:alnum:]]

install: $(RUN_READY) ## installera det som behövs för att köra; sedan startar .venv/bin/aptbot run

run: $(RUN_READY) ## starta boten; utan Slack-nycklar i en egen övningsarbetsplats i webbläsaren
	@if [ -n "$$SLACK_BOT_TOKEN$$SLACK_APP_TOKEN" ] || grep -Eqs '$(TOKEN)' .env; \
	then exec $(APTBOT) run; else exec $(APTBOT) run --workspace; fi

test: check ## alla kontroller och alla tester
	@$(BIN)/pytest

check: $(DEV_READY) ## bara kontrollerna: format, lint, typer, lager
	@$(BIN)/ruff format --check --quiet $(CODE)
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/mypy $(CODE)
	@$(BIN)/lint-imports --no-logo

bench: $(DEV_READY) ## mät svarstider och varaktiga svar per sekund
	@$(BIN)/python -m benchmarks

docs: $(DEV_READY) ## skriv om de sidor som görs av koden (inställningar, kommandon, export)
	@$(BIN)/python -m bot.settings
	@$(BIN)/python -m scripts.command_page
	@$(BIN)/python -m scripts.export_page

lock: $(DEV_READY) ## lås beroendena på nytt (make lock UPGRADE=--upgrade: till de nyaste)
	@$(COMPILE) --group build --output-file requirements/runtime.lock
	@$(COMPILE) --group dev --constraint requirements/runtime.lock --output-file requirements/dev.lock

clean: ## ta bort det som installerats och mellanlagrats (aldrig var/, där svaren finns)
	@rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find bot tests $(wildcard benchmarks) -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## den här listan
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | \
	while IFS='|' read -r name words; do printf '%-14s %s\n' "$$name" "$$words"; done

$(BIN)/python:
	@python=$$(sh scripts/find-python) && { "$$python" -m venv --clear $(VENV) || { rm -rf $(VENV); exit 1; }; }

$(RUN_READY): $(BIN)/python pyproject.toml requirements/runtime.lock
	@echo 'Installerar i $(VENV) (omkring 25 MB, bara första gången) …'
	@$(LOCKED) requirements/runtime.lock
	@$(PROJECT)
	@touch $@

$(DEV_READY): $(BIN)/python pyproject.toml requirements/dev.lock
	@echo 'Installerar verktygen i $(VENV) (omkring 125 MB, bara första gången) …'
	@$(LOCKED) requirements/dev.lock
	@$(PROJECT)
	@touch $@ $(RUN_READY)
