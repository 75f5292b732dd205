"""Mehrere ersetzen dieselben Kosten: Was einer zahlt, schulden die anderen nicht mehr (§§ 421, 422 BGB).

Gezählt wird je Schlüssel (Monat, Person, Bestandteil, Kostenträger): So gilt es nur für Kosten, die beide ersetzen, und
auf keinen Schlüssel kommt mehr herein, als er gekostet hat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Q

from sozialamt.akte.models import Benutzer, Kostenersatz
from sozialamt.kasse.abgleich import Satz, Schluessel
from sozialamt.kasse.ersatz import salden
from sozialamt.kasse.konten import Buchungsart
from sozialamt.kasse.models import SCHLUESSELFELDER, Buchung, Forderung
from sozialamt.kasse.vorgaenge.soll_stellen import Beleg, Bezug, buche


def gesamtschuldner(forderung: Forderung) -> list[Forderung]:
    """Alle Forderungen über dieselben Kosten, diese eingeschlossen; leer, wenn sie allein steht."""
    anspruch = Kostenersatz.objects.zu(forderung.bescheid) if forderung.ist_ersatz else None
    if anspruch is None:
        return []
    erster = anspruch.mit_id or anspruch.pk
    gruppe = Kostenersatz.objects.filter(Q(pk=erster) | Q(mit=erster))
    gefunden = Forderung.objects.filter(bescheid__schritte__vorgang__kostenersatz__in=gruppe).order_by("pk").distinct()
    return list(gefunden) if len(gefunden) > 1 else []


def abweichungen(forderungen: Sequence[Forderung]) -> Iterator[tuple[Forderung, Schluessel, int]]:
    """Je Forderung und Schlüssel, was von Zahlungen anderer anzurechnen bleibt; negativ: zu viel angerechnet."""
    alle = [(f, {tuple(z[feld] for feld in SCHLUESSELFELDER): z for z in salden(f)}) for f in forderungen]
    erhalten = Counter[Schluessel]()
    for _, zeilen in alle:
        erhalten.update({schluessel: z["gezahlt"] for schluessel, z in zeilen.items()})
    for forderung, zeilen in alle:
        for schluessel, z in sorted(zeilen.items()):
            von_anderen = min(erhalten[schluessel] - z["gezahlt"], z["offen"] + z["mitgetilgt"])
            if unterschied := von_anderen - z["mitgetilgt"]:
                yield forderung, schluessel, unterschied


def zu_viel_erhalten(forderungen: Sequence[Forderung]) -> Iterator[tuple[Schluessel, int]]:
    """Schlüssel, auf die zusammen mehr einging, als der höchste Anspruch ausmacht, mit dem Betrag darüber."""
    erhalten, hoechster = Counter[Schluessel](), Counter[Schluessel]()
    for forderung in forderungen:
        for z in salden(forderung):
            schluessel = tuple(z[feld] for feld in SCHLUESSELFELDER)
            erhalten[schluessel] += z["gezahlt"]
            hoechster[schluessel] = max(hoechster[schluessel], z["gefordert"])
    yield from ((s, cent - hoechster[s]) for s, cent in erhalten.items() if cent > hoechster[s])


def rechne_an(forderung: Forderung, *, benutzer: Benutzer, zeitpunkt: datetime) -> None:
    """Bucht bei allen Gesamtschuldnern, was sich durch eine Zahlung, einen Bescheid oder eine Aufhebung ändert."""
    belege: list[Beleg] = []
    nummern = Counter[int]()
    for eine, schluessel, cent in abweichungen(gesamtschuldner(forderung)):
        if eine.pk not in nummern:
            nummern[eine.pk] = Buchung.objects.filter(schluessel__startswith=f"g:{eine.pk}:").count()
        art = Buchungsart.ERSATZMITTILGUNG if cent > 0 else Buchungsart.ERSATZMITAUFGRIFF
        bezug, nummer = Bezug(forderung=eine.pk), nummern[eine.pk]
        belege.append(Beleg(Satz(schluessel, art, abs(cent)), bezug, f"g:{eine.pk}:{nummer}"))
        nummern[eine.pk] += 1
    buche(belege, benutzer=benutzer, zeitpunkt=zeitpunkt)
