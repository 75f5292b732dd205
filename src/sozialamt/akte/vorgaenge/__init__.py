"""Vorgänge: je Datei eine Handlung. Recht prüfen, Zustand prüfen, Angaben prüfen, schreiben, protokollieren –
in einer Transaktion."""
