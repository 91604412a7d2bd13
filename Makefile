# run: the main job. test: everything. check: the fast part. `make help` lists all.
.DEFAULT_GOAL := help
BIN := .venv/bin
DEMO ?=
# Tests are compiled once and kept, whatever the shell says: it takes longer than most of them do.
export PYTHONDONTWRITEBYTECODE :=
# One more than there are cores: tests that start servers and browsers wait for them half of their time.
WORKERS := $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

.PHONY: help setup run test check static unit every slow docs soak bench lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/.run  ## make .venv/bin/sincerely

run: .venv/.run  ## see it work: a sample mailbox, read; Today printed, then served to the browser
	@$(BIN)/sincerely demo $(DEMO)

test: .venv/.dev  ## everything
	@scripts/system-packages chromium dovecot-imapd
	@$(MAKE) --no-print-directory -j2 static every

# Side by side: mypy, which takes a minute where its cache is empty, uses one core only.
check: .venv/.dev  ## the fast part: ruff, mypy, import contract, unit tests
	@$(MAKE) --no-print-directory -j2 static unit

static: .venv/.dev  ## ruff, mypy, import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy

# These wait for nothing, and each worker collects them anew: no more workers than cores.
unit: .venv/.dev  ## unit tests only
	$(BIN)/pytest -n $$(getconf _NPROCESSORS_ONLN) -m "not slow"

# In one go: nothing is collected twice, and no core waits for the last of the fast ones. By groups: those of one
# browser or one server go to one worker, which starts it once, and they begin first.
every: .venv/.dev
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup

slow: .venv/.dev  ## servers, browsers and many examples
	@scripts/system-packages chromium dovecot-imapd
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup -m slow

docs: .venv/.dev  ## the reference from the code, the screenshots from the pages
	@scripts/system-packages chromium
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_screenshots.py

soak: .venv/.dev  ## a thousand senders killed, on both databases: nothing twice, nothing lost
	$(BIN)/python -m tests.outbox.soak

bench: .venv/.dev  ## speed; see bench/README.md
	@scripts/system-packages dovecot-imapd
	$(BIN)/python bench/run.py

lock: .venv/.dev  ## pin every dependency with its hashes
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/bootstrap.in -o requirements/bootstrap.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra caldav pyproject.toml -c requirements/run.txt -o requirements/caldav.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra mcp pyproject.toml -c requirements/run.txt -o requirements/mcp.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -c requirements/run.txt -o requirements/dev.txt

clean:  ## remove the virtual environment and all caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.run: requirements/bootstrap.txt requirements/run.txt pyproject.toml
	@scripts/setup run

.venv/.dev: requirements/bootstrap.txt requirements/dev.txt pyproject.toml
	@scripts/setup dev
