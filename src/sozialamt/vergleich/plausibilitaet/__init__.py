"""Plausibilität: Regeln als Daten, Befunde als Arbeitsliste."""
