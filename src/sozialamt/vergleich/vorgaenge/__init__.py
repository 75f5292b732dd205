"""Was jemand im Vergleich tut: je Vorgang eine Datei und eine Funktion."""
