# Ziele mit „## Text“ erscheinen in der Liste, die ein bloßes „make“ zeigt.
.DEFAULT_GOAL := hilfe
PYTHON ?= python3
PY := .venv/bin/python

hilfe: ## zeigt diese Liste
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

start: ## richtet alles ein und startet das Beispielamt auf http://127.0.0.1:8000
	@$(PYTHON) scripts/einrichten.py
	@exec .venv/bin/sozialamt start

test: ## prüft alles gegen SQLite und PostgreSQL (einzeln: make test ARGS=tests/akte)
	@$(PYTHON) scripts/einrichten.py --test
	@$(PY) scripts/testen.py $(ARGS)

pruefe: ## Stil, Typen, Schichten und verbotene Inhalte
	@$(PYTHON) scripts/einrichten.py --test
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PY) scripts/pruefe.py

format: ## bringt den Code in Form
	@$(PYTHON) scripts/einrichten.py --test
	@.venv/bin/ruff check --fix --quiet || true
	@.venv/bin/ruff format

bench: ## misst den Rechenkern und schreibt die Ergebnisse als JSON und Tabelle
	@$(PYTHON) scripts/einrichten.py --test
	@$(PY) -m bench $(ARGS)

orakel: ## vergleicht Monat für Monat mit GETTSIM (einige Minuten) und schreibt die Seite dazu
	@$(PYTHON) scripts/einrichten.py --test
	@$(PY) -m bench.orakel $(ARGS)

fuzz: ## alle Eigenschaftstests in Nachtgröße mit zufälligen Fällen
	@$(PYTHON) scripts/einrichten.py --test
	@SOZIALAMT_FUZZ_HAUSHALTE=20000 SOZIALAMT_FUZZ_SAAT=$$(date +%s) $(PY) -m pytest -m hypothesis --hypothesis-profile=nacht -n 2 $(ARGS)
	@SOZIALAMT_FUZZ_KASSE=200 SOZIALAMT_FUZZ_ABSTUERZE=200 $(PY) -m pytest tests/kasse/test_eigenschaften.py tests/kasse/test_absturz.py tests/akte/test_absturz.py tests/akte/vorgaenge/test_eigenschaften.py

handbuch: ## schreibt die Seiten des Handbuchs, die aus dem Regelwerk folgen
	@$(PYTHON) scripts/einrichten.py --test
	@$(PY) scripts/handbuch.py $(ARGS)

lock: ## schreibt die Sperrdateien nach Änderung der requirements*.in und package.json neu
	@$(PYTHON) scripts/einrichten.py --test
	@$(PY) scripts/sperren.py $(ARGS)

sauber: ## löscht alles Erzeugte außer der Datenbank
	@rm -rf .venv node_modules src/sozialamt/web/static/vendor build dist src/*.egg-info
	@rm -rf .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: hilfe start test pruefe format bench orakel fuzz handbuch lock sauber
