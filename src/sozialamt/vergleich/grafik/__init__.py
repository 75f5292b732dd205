"""Grafiken des Städtevergleichs: Daten hinein, SVG, PNG und Alternativtext heraus. Ohne Datenbank benutzbar."""
