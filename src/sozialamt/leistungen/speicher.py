"""Speicher von Prozessen, die viel nacheinander tun: Server und Massenlauf."""

import gc


def geladenes_bleibt() -> None:
    """Nimmt, was geladen ist, von der Suche nach Kreisen aus und sucht im übrigen seltener.

    Programm und Recht bleiben bis zum Ende; sie wieder und wieder zu durchsuchen kostet ein Zehntel jeder Antwort und
    findet nichts. Aufzurufen, wenn alles geladen ist.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
