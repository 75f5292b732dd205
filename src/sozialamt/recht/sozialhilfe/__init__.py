"""Sozialhilfe, Kapitel 3 und 4 SGB XII: Bedarf, Einkommen, Vermögen, Abgrenzung, Anspruch."""
