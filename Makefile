# Every target is one verb of portal/launch.py, which works without make too.

PYTHON ?= python3
LAUNCH = @$(PYTHON) portal/launch.py
STORIES ?=
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint fmt demo manage bench screenshots lighthouse drill lock

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## the whole portal on http://127.0.0.1:8000 (HOST, PORT, DATA_DIR, DEMO_PASSWORD)
	$(LAUNCH) run

test: ## the test suite (ARGS="-k search" for a part of it)
	$(LAUNCH) test $(ARGS)

lint: ## check the style of the code
	$(LAUNCH) lint

fmt: ## bring the code into the one style
	$(LAUNCH) fmt

demo: ## load the demo newsroom (STORIES=20000 grows it)
	$(LAUNCH) demo $(if $(STORIES),--stories $(STORIES))

manage: ## a command of manage.py on the site's data (ARGS=createsuperuser)
	$(LAUNCH) manage $(ARGS)

bench: ## what a page costs beside a bare WSGI application (ARGS="--rounds 9")
	$(LAUNCH) bench $(ARGS)

screenshots: ## picture every type of page of the running site (ARGS="--only front")
	$(LAUNCH) screenshots $(ARGS)

lighthouse: ## judge the running site as a phone meets it (needs Node.js; ARGS="--only front story")
	$(LAUNCH) lighthouse $(ARGS)

drill: ## take database, Redis and processes away from a site under load (ARGS="--only Redis")
	$(LAUNCH) drill $(ARGS)

lock: ## compile requirements*.txt from pyproject.toml (ARGS=--upgrade)
	$(LAUNCH) lock $(ARGS)
