"""`python -m tests.akte.absturz vorgang|massenlauf ANZAHL SAAT`: mit SIGKILL abbrechen, neu beginnen, nachrechnen.

Das Schreiben wird nicht gesetzt: Es dauert länger als alles, was festgehalten wird, und träfe fast jeden Abbruch.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from random import Random

import django

AKTEN = 4
ANSPRUCHSMONATE = (date(2026, 8, 1), date(2026, 12, 1))
"""Zeitraum der Bewilligungen; sein Recht steht im Regelwerk."""
MONAT = date(2026, 11, 1)


def main() -> None:
    django.setup()
    from django.core.management import call_command
    from tests.kasse.absturz import brich_ab

    from sozialamt.akte.models import Bescheid
    from sozialamt.akte.vorgaenge import bescheid_erlassen
    from sozialamt.kasse.models import Buchung

    was, anzahl, saat = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    bescheid_erlassen.schreiben = lambda bescheid: b"%PDF-"
    call_command("migrate", verbosity=0)
    richte_ein()
    if was == "vorgang":
        brich_ab(anzahl, saat, entscheide, lambda: list(verstoesse()))
        entscheide(Random(saat))
    else:
        bereite_vor()
        brich_ab(anzahl, saat, fuehre_aus, lambda: list(verstoesse()))
        fuehre_aus(Random(saat))
        schliesse_ab()
        zwei_fuehren_aus()
    assert not list(verstoesse())
    print(f"{anzahl} Abbrüche, {Bescheid.objects.count()} Bescheide, {Buchung.objects.count()} Buchungen")


def richte_ein() -> None:
    """Akten mit laufender Grundsicherung."""
    from tests.akte.bausteine import JANUAR, benutzer_mit, eintragen, neue_person

    from sozialamt.akte.models import Benutzer, Rollenzuweisung
    from sozialamt.akte.vorgaenge.haushalt_anlegen import haushalt_anlegen
    from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

    sach = benutzer_mit("sachbearbeitung")
    for name in ("erste", "zweite"):
        Rollenzuweisung.objects.create(benutzer=Benutzer.objects.create(username=name), rolle="teamleitung")
    for nummer in range(AKTEN):
        akte = haushalt_anlegen(benutzer=sach, strasse=f"Weg {nummer}", plz="12345", ort="Musterstadt")
        neue_person(sach, akte, f"Anna M{nummer}", date(1950, 1 + nummer, 1))
        angaben = {"wohnform": 0, "miete_bruttokalt": 38_000, "heizkosten": 5_000, "mietstufe": 4}
        eintragen(sach, akte, *(Angabe(name, wert, JANUAR) for name, wert in angaben.items()))
        erlasse(akte, *ANSPRUCHSMONATE)


def erlasse(akte, beginn: date, ende: date, **entscheidung) -> None:
    from tests.akte.bausteine import GRUNDSICHERUNG

    from sozialamt.akte.entscheidung import Entscheidung
    from sozialamt.akte.models import Benutzer
    from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
    from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen

    entwurf = bescheid_entwerfen(
        benutzer=Benutzer.objects.get(username="sachbearbeitung"),
        haushalt=akte,
        leistung=GRUNDSICHERUNG,
        beginn=beginn,
        ende=ende,
        entscheidung=Entscheidung(**entscheidung),
    )
    bescheid_erlassen(benutzer=Benutzer.objects.get(username="zweite"), entwurf=entwurf)


def neue_heizkosten(akte, cent: int) -> None:
    from tests.akte.bausteine import eintragen

    from sozialamt.akte.models import Benutzer
    from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe

    sach = Benutzer.objects.get(username="sachbearbeitung")
    eintragen(sach, akte, Angabe("heizkosten", cent, ANSPRUCHSMONATE[0]), zeitpunkt=None)


def entscheide(zufall: Random) -> None:
    """Eine Änderung nach oben oder unten: Tatsache, Entwurf, Erlass; jedes ist eine Transaktion."""
    from sozialamt.akte.bescheidart import Bescheidart
    from sozialamt.akte.models import Haushalt

    akte = zufall.choice(list(Haushalt.objects.order_by("pk")))
    neue_heizkosten(akte, zufall.randrange(3_000, 9_000, 100))
    erlasse(akte, *ANSPRUCHSMONATE, art=Bescheidart.AENDERUNG, norm="§ 48 Abs. 1 Satz 1 SGB X")


# ---------------------------------------------------------------------- Massenlauf
def bereite_vor() -> None:
    """Ein freigegebener Lauf über alle Akten, gerechnet ohne den übersetzten Kern: Er vertrüge kein Abspalten."""
    from django.utils import timezone
    from tests.akte.bausteine import GRUNDSICHERUNG

    from sozialamt.akte.berechnung import berechne
    from sozialamt.akte.fallbildung import bilde_fall
    from sozialamt.akte.models import Benutzer, Haushalt, Massenlauf, Massenlaufposten, Zahlanspruch
    from sozialamt.akte.models.massenlauf import Laufstand, Wirkung
    from sozialamt.leistungen import steckbriefe

    jetzt = timezone.now()
    lauf = Massenlauf.objects.create(
        monat=MONAT,
        anlass="Neue Heizkosten",
        stand=Laufstand.FREIGEGEBEN,
        gewusst_am=jetzt,
        created_at=jetzt,
        created_by=Benutzer.objects.get(username="erste"),
        freigegeben_am=jetzt,
        freigegeben_von=Benutzer.objects.get(username="zweite"),
    )
    for akte in Haushalt.objects.order_by("pk"):
        neue_heizkosten(akte, 4_000 + 1_000 * (Massenlauf.objects.count() % 4) + 100 * akte.pk)
        alt = sum(z.cent for z in Zahlanspruch.objects.geltend(MONAT).filter(bescheid__haushalt=akte))
        Massenlaufposten.objects.create(
            massenlauf=lauf,
            haushalt=akte,
            leistung=GRUNDSICHERUNG,
            wirkung=Wirkung.VERSCHOBEN,
            alt_cent=alt,
            neu_cent=berechne(bilde_fall(akte, MONAT), steckbriefe()[GRUNDSICHERUNG]).cent,
        )


def fuehre_aus(_zufall: Random) -> None:
    """Den begonnenen Lauf fortsetzen; ist er fertig, beginnt der nächste."""
    from django.db import transaction

    from sozialamt.akte.massenlauf import ausfuehrung
    from sozialamt.akte.models import Massenlauf
    from sozialamt.akte.models.massenlauf import Laufstand

    offen = Massenlauf.objects.filter(stand=Laufstand.FREIGEGEBEN).first()
    if offen is None:
        with transaction.atomic():
            bereite_vor()
        return
    ausfuehrung.fuehre_aus(offen)


def schliesse_ab() -> None:
    from sozialamt.akte.models import Bescheid, Massenlauf, Massenlaufposten
    from sozialamt.akte.models.massenlauf import Laufstand, Postenstand

    for lauf in Massenlauf.objects.filter(stand=Laufstand.FREIGEGEBEN):
        from sozialamt.akte.massenlauf import ausfuehrung

        ausfuehrung.fuehre_aus(lauf)
    assert not Massenlaufposten.objects.exclude(stand=Postenstand.ERLASSEN).exists()
    assert Bescheid.objects.count() == AKTEN * (1 + Massenlauf.objects.count())


def zwei_fuehren_aus() -> None:
    """Derselbe Lauf in zwei Prozessen zugleich: jeder Fall einmal, beide enden ohne Fehler."""
    from tests.kasse.gleichzeitig import zugleich

    from sozialamt.akte.massenlauf import ausfuehrung
    from sozialamt.akte.models import Massenlauf
    from sozialamt.akte.models.massenlauf import Laufstand

    bereite_vor()
    nummer = Massenlauf.objects.get(stand=Laufstand.FREIGEGEBEN).pk

    def fuehre() -> None:
        ausfuehrung.fuehre_aus(Massenlauf.objects.get(pk=nummer))

    assert zugleich(fuehre, fuehre) == ["", ""]
    schliesse_ab()


# ---------------------------------------------------------------------- Regeln
def verstoesse() -> Iterator[str]:
    """Was nach einem Abbruch nicht sein darf: halbe Bescheide, doppelte Bescheide, Geld ohne Bescheid."""
    from sozialamt.akte.models import Bescheid, Haushalt, Massenlaufposten, Protokolleintrag
    from sozialamt.akte.models.massenlauf import Postenstand
    from sozialamt.kasse.invarianten import pruefe_kasse
    from sozialamt.kasse.sollstand import abweichungen

    yield from map(str, pruefe_kasse())
    yield from map(str, abweichungen(MONAT))
    for akte in Haushalt.objects.all():
        nummern = list(akte.bescheide.order_by("nummer").values_list("nummer", flat=True))
        if nummern != [f"{akte.aktenzeichen}-{n:03d}" for n in range(1, len(nummern) + 1)]:
            yield f"{akte}: Bescheide {nummern}"
    for bescheid in Bescheid.objects.prefetch_related("zahlansprueche").select_related("dokument"):
        if not hasattr(bescheid, "dokument"):
            yield f"{bescheid.nummer}: ohne Schreiben"
        if sum(z.cent for z in bescheid.zahlansprueche.all()) != sum(m["cent"] for m in bescheid.inhalt["monate"]):
            yield f"{bescheid.nummer}: Zahlansprüche passen nicht"
    if Protokolleintrag.objects.filter(vorgang="bescheid_erlassen").count() != Bescheid.objects.count():
        yield "Bescheide und Protokoll gehen auseinander"
    for posten in Massenlaufposten.objects.filter(stand=Postenstand.ERLASSEN).select_related("bescheid"):
        if posten.bescheid.haushalt_id != posten.haushalt_id:
            yield f"{posten}: fremder Bescheid"


if __name__ == "__main__":
    main()
