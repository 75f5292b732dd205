"""Stadtprofil, Vergleich je Bereich, Faktenboard und Monitoringbericht: aus Kennzahlen werden Texte, Bilder und PDF."""
