# Dateline: `make run` opens the dashboard on the sample corpus; `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8501
SAMPLE := data/built/sample
CORPUS ?= $(SAMPLE)
# Only this machine can open it; ADDRESS=0.0.0.0 lets the network in.
ADDRESS ?= localhost

# Tests run beside each other, a file by one worker: WORKERS=0 runs them one after another.
WORKERS ?= auto
BESIDE = --numprocesses $(WORKERS) --maxprocesses 4 --dist loadfile

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TRAINING := .venv-training
INSTALLED_DEV := $(VENV)/.installed-dev
# What the sample corpus is made of and made by: it is built again when any of these is newer.
SAMPLE_FROM := $(shell find data/sample data/vocabulary data/models lib/read lib/text lib/find lib/link lib/relate lib/build \
    lib/store lib/schema lib/corrections lib/*.py -type f ! -name '*.pyc' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help run sample test check lock bench quality train clean

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r name what; \
		do printf '  make %-9s %s\n' "$$name" "$$what"; done

run: $(INSTALLED) ## open the dashboard (CORPUS=data/built/NAME, PORT=8501, PYTHON=python3)
	@if [ "$(CORPUS)" = "$(SAMPLE)" ]; then $(MAKE) --no-print-directory sample; \
	elif [ ! -f "$(CORPUS)/CURRENT" ]; then \
		echo "There is no built corpus at $(CORPUS). Build one, then try again:" >&2; \
		echo "  $(BIN)/python -m lib.build INPUT --into data/built/NAME" >&2; \
		echo "  make run CORPUS=data/built/NAME" >&2; exit 1; fi
	DATELINE_CORPUS="$(CORPUS)" $(BIN)/python -m streamlit run app.py --server.port $(PORT) --server.address $(ADDRESS) \
		--server.showEmailPrompt false \
		|| { echo "The dashboard stopped. If the port is taken, try: make run PORT=8502" >&2; exit 1; }

sample: $(SAMPLE)/CURRENT ## build the sample corpus, if it is missing or stale
	@:

test: $(INSTALLED_DEV) $(SAMPLE)/CURRENT ## run every test, the browser's too
	@if browser=$$(PYTHON=$(BIN)/python .ci/chromium); then \
		echo "browser tests use $$browser"; \
		DATELINE_CHROMIUM="$$browser" $(BIN)/python -m pytest $(BESIDE); \
	else \
		$(BIN)/python -m pytest $(BESIDE) -m "not browser" || exit 1; \
		echo "" >&2; \
		echo "!!! NOT RUN: the browser tests (tests marked 'browser'). No Chromium was found or could be installed." >&2; \
		echo "!!! Install chromium or google-chrome, or set DATELINE_CHROMIUM=/path/to/it, and run: make test" >&2; \
		if [ "$$CI" = true ]; then echo "!!! CI=true: that is a failure." >&2; exit 1; fi; \
	fi

check: $(INSTALLED_DEV) ## lint, format, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: ## write requirements*.txt from requirements*.in (UPGRADE=1 takes newer versions)
	@place=$$(mktemp -d) && trap 'rm -rf "$$place"' EXIT && set -e; \
	$(PYTHON) -m venv "$$place"; "$$place/bin/python" -m pip install --quiet --upgrade pip uv; \
	for name in requirements requirements-dev; do \
		"$$place/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header $(if $(UPGRADE),--upgrade) "$$name.in" -o "$$name.txt"; done

bench: $(INSTALLED) ## measure speed and memory
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m lib.bench  # as the build sets it for itself

quality: $(INSTALLED) ## measure how often names, dates, quotes, numbers, claims and stories are right (DATA="a b" adds data sets)
	$(BIN)/python -m lib.quality $(if $(DATA),--data $(DATA))

# torch is large and only training needs it: an environment of its own, and no line in the lock.
train: $(INSTALLED) ## learn the sentence encoder's adapter anew from data/training (takes torch, half an hour)
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAINING)/bin/python -m lib.training

clean: ## remove the environment, the sample corpus and caches; your own corpora stay
	rm -rf $(VENV) $(TRAINING) $(SAMPLE) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(SAMPLE)/CURRENT: $(INSTALLED) $(SAMPLE_FROM)
	$(BIN)/python -m lib.build data/sample --into $(SAMPLE)

# pip comes first: the one in a fresh Python 3.11 environment cannot resolve the lock.
$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v < (3, 14) else \
		f"Dateline needs Python 3.11, 3.12 or 3.13; {sys.executable} is {v[0]}.{v[1]}. Try: make run PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@touch $@

$(INSTALLED): requirements.txt $(VENV)/.pip
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
