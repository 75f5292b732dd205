"""Einlesen: fremde Tabellen in das eine Format des Pools bringen, geprüft, alles oder nichts."""
