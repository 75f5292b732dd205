"""Sozialamt: vom Antrag bis zum Bescheid, von der Buchung bis zum Bericht."""

__version__ = "0.1.0"
