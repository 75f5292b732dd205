"""Der Massenlauf: neue Sätze oder eine Rentendatei über alle laufenden Fälle.

Vorschau (`vorschau`), Freigabe durch eine zweite Person, Ausführung Fall für Fall (`vorgaenge/massenlauf_*`). Gerechnet
wird mit dem übersetzten Rechenkern; Webprozesse laden dieses Paket nicht, sie lesen nur, was es aufgeschrieben hat.
"""
