"""Tabellen des Vergleichs, die nur angefügt werden dürfen; die Datenbank selbst lehnt anderes ab."""

NUR_ANFUEGBAR = ("vergleich_wert", "vergleich_lieferung", "vergleich_freigabe", "vergleich_kennzahlformel")
