# What people do daily. `make run` and `make test` set up everything they need by themselves.
.DEFAULT_GOAL := help
.PHONY: help run test quick lowest newer lint format hooks bench bench-short pins translations wheel bundle packages try-packages clean
SHELL := /bin/bash
# The tests' processes: as many as there are cores to this process, four at most.
WORKERS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); echo $$((n > 4 ? 4 : n)))

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## open the sample letter (without a display: draw the window into build/kanttekening.png)
	@tools/run.sh

test: ## run all tests, random ones in full (17 minutes on two busy cores)
	@tools/setup.sh test
	@KANTTEKENING_TEST_PROFILE=full .venv/bin/python -m pytest -n $(WORKERS) --dist worksteal -p no:benchmark

quick: ## run the tests that take no time
	@tools/setup.sh test
	@.venv/bin/python -m pytest -q -m "not slow and not window" -p no:benchmark

lowest: ## run the quick tests with the lowest versions of the packages that pyproject.toml allows
	@tools/quick_elsewhere.sh lowest $(WORKERS)

newer: ## run the quick tests with a newer Python, where there is one
	@tools/quick_elsewhere.sh newer $(WORKERS)

lint: ## check style, types and which part may import which
	@tools/setup.sh test
	@failed=0; \
	for tool in "ruff check ." "ruff format --check ." mypy "lint-imports --no-logo" "python tools/import_circles.py"; do \
	  echo "== $$tool"; .venv/bin/$$tool || failed=1; \
	done; \
	exit $$failed

format: ## put the code in its form
	@tools/setup.sh test
	.venv/bin/ruff check --fix-only -q .
	.venv/bin/ruff format .

hooks: ## have git check the style of what is committed
	@tools/setup.sh test
	@.venv/bin/pre-commit install

pins: ## raise the packages to the newest versions that pyproject.toml allows (or these: ONLY="ruff mypy")
	@tools/pins.sh $(ONLY)

bench: ## measure the speed, each figure beside its baseline
	@tools/setup.sh test
	@.venv/bin/python benchmarks/run.py

bench-short: ## measure the main paths in short; fails where one takes twice what it took when it was kept
	@tools/setup.sh test
	@env -u DISPLAY QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.warning=false' .venv/bin/python benchmarks/short.py

translations: ## take new texts of the screen over into resources/translations, and compile them
	@tools/setup.sh test
	@.venv/bin/python tools/translations.py

wheel: ## build dist/*.whl
	@tools/setup.sh test
	@.venv/bin/python -m hatchling build -t wheel

bundle: ## build dist/kanttekening/, a folder that runs without Python
	@tools/setup.sh bundle
	@.venv/bin/python -m PyInstaller --noconfirm --log-level WARN --workpath build/bundle packaging/kanttekening.spec

packages: ## build dist/*.deb and dist/*.AppImage (on Debian)
	@tools/setup.sh packages
	@.venv/bin/python -m PyInstaller --noconfirm --log-level ERROR --workpath build/bundle packaging/kanttekening.spec
	@packaging/build_packages.sh

try-packages: packages ## install and try them on a bare Debian in build/bare (as root)
	@packaging/try_packages.sh

clean: ## remove all that was built; the next command sets up anew
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	find annotator tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
