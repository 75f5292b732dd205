"""Tage und kleine Helfer der Tests über Vorgänge."""

from datetime import UTC, datetime, timedelta

HEUTE = datetime(2026, 5, 11, 9, 0, tzinfo=UTC)


def nach(tage: int) -> datetime:
    """So viele Tage nach HEUTE."""
    return HEUTE + timedelta(days=tage)
