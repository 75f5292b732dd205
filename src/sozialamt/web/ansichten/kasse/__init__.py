"""Bildschirme der Kasse."""
