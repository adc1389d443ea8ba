# Everything a checkout needs, in .venv and nowhere else. `make demo` and `make test` set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# Versions are pinned for the tool, for its development and for the building of its package alike.
PINNED := -c constraints.txt --build-constraint constraints.txt
DAY := 2025-06-02
CORE := cchc/model/*,cchc/renewal/*,cchc/compare/*,cchc/schedule/*,cchc/checks/*,cchc/source/*,cchc/workdays/*,cchc/diagnostics.py,cchc/errors.py,cchc/files.py,cchc/views/*,cchc/report/*,cchc/merging/*

.DEFAULT_GOAL := help
.PHONY: help demo test check format types tests coverage pictures bench lock venv clean

help:
	@echo "make demo      set up, then check the plan of 2025, list what is due, print the appendix"
	@echo "make test      set up, then every check: format, lint, types, tests, documents"
	@echo "make bench     measure speed"
	@echo "make coverage  tests with the lines and branches they reach; fails when one of the core is not"
	@echo "make format    rewrite the code in its canonical layout"
	@echo "make pictures  draw the pictures of README.md again (needs LibreOffice and pdftoppm)"
	@echo "make lock      renew constraints.txt with the newest versions that pyproject.toml allows"
	@echo "make clean     delete what these commands have made"

demo: $(VENV)/installed
	@echo '$$ cchc validate'
	@$(BIN)/cchc validate
	@echo
	@echo '$$ cchc due --week --as-of $(DAY)'
	@$(BIN)/cchc due --week --as-of $(DAY)
	@echo
	@echo '$$ cchc render appendix.docx'
	@$(BIN)/cchc render appendix.docx
	@echo
	@echo 'The appendix is in appendix.docx: open it in Word or LibreOffice. Next, try:'
	@echo '  $(BIN)/cchc due                                    # as of today'
	@echo '  $(BIN)/cchc due --as-of $(DAY) --month --unit van-phong'
	@echo '  $(BIN)/cchc explain --code number-gap              # what a message means'
	@echo '  $(BIN)/cchc due --help --lang en                   # every command speaks vi and en'
	@echo 'Change something in plans/snv-2025/plan.yaml and run $(BIN)/cchc validate again.'

test: check types tests

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

tests: $(VENV)/installed-dev
	$(BIN)/pytest -n auto $(PYTEST_ARGS)

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

coverage: $(VENV)/installed-dev
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto $(PYTEST_ARGS)
	$(BIN)/coverage combine -q
	$(BIN)/coverage report
	@echo
	@echo 'The core, of which every branch has to be reached:'
	$(BIN)/coverage report --fail-under=100 --include='$(CORE)'

bench: $(VENV)/installed-dev
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/engine.py
	$(BIN)/python tests/bench/render.py
	$(BIN)/python tests/bench/fmt.py
	$(BIN)/python tests/bench/diff.py
	$(BIN)/python tests/bench/intake.py
	$(BIN)/python tests/bench/importing.py

pictures: $(VENV)/installed
	$(BIN)/python docs/images/make.py

venv: $(VENV)/installed-dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "cchc needs Python 3.11 or newer; $(PYTHON) is older or missing. Name another: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# A file that is there only when the whole installation went well: one that was cut short begins again.
$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@rm -f $(VENV)/installed $(VENV)/installed-dev
	$(PIP) install --quiet -c constraints.txt --upgrade pip
	$(PIP) install --quiet $(PINNED) -e .
	@$(BIN)/python -m compileall -q cchc
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) install --quiet $(PINNED) --group dev
	@touch $@

lock:
	rm -rf $(VENV)-lock
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --upgrade pip
	$(VENV)-lock/bin/python -m pip install --quiet -e . --group dev hatchling editables
	{ echo "# Every version that make installs. Renewed by: make lock"; \
	  $(VENV)-lock/bin/python -m pip freeze --all --exclude-editable --exclude cchc --exclude setuptools; } > constraints.new
	@! grep -nE '@|file:' constraints.new || { echo "constraints.new names a place of this machine" >&2; exit 1; }
	mv constraints.new constraints.txt
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-lock build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* appendix.docx
	find cchc tests docs -name __pycache__ -type d -prune -exec rm -rf {} +
