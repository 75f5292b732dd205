"""Der Vergleich der Städte: Datenpool, Plausibilität, Kennzahlen, Stadtprofil."""
