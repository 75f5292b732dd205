"""Kennzahlen des Städtevergleichs: jede einmal, als Formel über Basisgrößen, mit Nummer auf Lebenszeit."""
