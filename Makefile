# make demo    build the sample graph and its page, from nothing but Python 3.11
# make test    every check; what .ci/run runs
# make record  build the samples, the README's outputs and its picture anew
# All set up .venv themselves, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
STORE := build/demo-store
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.DELETE_ON_ERROR:
.PHONY: demo test record lint types tests sample sample-check chromium clean

demo: sample
	@echo
	@echo "The graph:  graph/sample.trig"
	@echo "The page:   graph/sample.html  (open it in a browser; it needs no network)"
	@echo
	@echo "Next:"
	@echo "  $(BIN)/diplograph stats --store $(STORE)"
	@echo "  $(BIN)/diplograph query --store $(STORE) --list"
	@echo "  $(BIN)/diplograph rank  --store $(STORE)"

test: lint types tests sample-check

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

tests: $(READY) chromium
	$(BIN)/coverage erase
	$(BIN)/pytest --cov --cov-report=term

sample: $(READY)
	rm -rf $(STORE)
	$(BIN)/diplograph build graph/documents --store $(STORE)
	$(BIN)/diplograph export --store $(STORE) --format trig --output graph/sample.trig
	$(BIN)/diplograph draw --store $(STORE) --output graph/sample.html

# What the repository holds of the sample is made by this; whoever changes what is built runs it.
record: sample chromium
	$(BIN)/python scripts/record_readme.py --store $(STORE)
	$(BIN)/python scripts/screenshot.py graph/sample.html docs/graph.png

sample-check: $(READY)
	rm -rf build/check
	mkdir -p build/check
	$(BIN)/diplograph build graph/documents --store build/check/store
	$(BIN)/diplograph export --store build/check/store --format trig --output build/check/sample.trig
	$(BIN)/diplograph draw --store build/check/store --output build/check/sample.html
	@for name in sample.trig sample.html; do \
	    cmp build/check/$$name graph/$$name || \
	    { echo "graph/$$name is not what the code builds now: run 'make record', look at the difference, commit it."; exit 1; }; \
	done

# Besides a browser, Playwright's own node wants libatomic, which a bare Debian lacks.
chromium: $(READY)
	-@set -- $(if $(CHROMIUM),,chromium) \
	    $$($(BIN)/playwright --version >/dev/null 2>&1 || echo libatomic1); \
	    test $$# -eq 0 || scripts/debian_install "$$@"

$(READY): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || \
	    { rm -rf $(VENV); scripts/debian_install python3-venv && $(PYTHON) -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

clean:
	rm -rf build dist $(VENV) .mypy_cache .pytest_cache .ruff_cache .coverage .coverage.*
