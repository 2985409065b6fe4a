# The same commands as run.py and deckmaker have, for people who like make. “make” alone says which there are.
PYTHON ?= python3
DECKMAKER ?= $(firstword $(wildcard .venv/bin/deckmaker .venv/Scripts/deckmaker.exe) deckmaker)
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help decks check-decks sarif doctor check test generated clean

help: ## say which targets there are
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

decks: ## make every presentation of decks/ into output/
	$(PYTHON) run.py build --jobs $(JOBS)

check-decks: ## say what is wrong with the specs of decks/
	$(DECKMAKER) check

sarif: ## write what is wrong with them to deckmaker.sarif
	$(DECKMAKER) check --report sarif --report-file deckmaker.sarif

doctor: ## say whether this machine has all that deckmaker needs
	$(DECKMAKER) doctor

check: ## format, style, types and layers of the code
	$(PYTHON) run.py check

test: ## all of that, and every test
	$(PYTHON) run.py test

generated: ## renew the reference pages and the schemas
	.venv/bin/python scripts/make_reference.py
	.venv/bin/python scripts/make_schemas.py

clean: ## remove what was built, and nothing else
	rm -f output/*.pptx output/*.pdf deckmaker.sarif
