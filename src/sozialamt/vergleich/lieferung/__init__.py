"""Lieferung: Vorlagen zum Ausfüllen und Lieferanten, die aus eigenen Daten zählen."""
