"""Bildschirme des Städtevergleichs."""
