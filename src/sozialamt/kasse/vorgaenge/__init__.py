"""Vorgänge der Kasse: je Datei eine Handlung in einer Transaktion."""
