"""Bausteine von Adressen."""

from __future__ import annotations

from datetime import date


class Aktenzeichen:
    regex = r"\d{2}-\d{6,}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Monat:
    """„2026-11“ in der Adresse, erster Tag des Monats im Programm."""

    regex = r"(?:19|20)\d{2}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value + "-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"
