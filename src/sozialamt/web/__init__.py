"""Bildschirme. Hier wird gezeigt und entgegengenommen; gerechnet und entschieden wird in der Akte."""
