"""Eine ganze Stadt: so viele Akten, Bescheide und Buchungen, wie ein großes Sozialamt führt. Alles daran ist erfunden.

Derselbe Startwert gibt dieselbe Stadt. Angaben kommen aus der erzeugten Bevölkerung, Beträge aus den Regeln, Bescheide
aus den Beträgen und Buchungen aus den Bescheiden; geschrieben wird am Stück statt Vorgang für Vorgang, weil es sonst
Stunden dauerte. Vorangestellt sind Akten mit Geschichte (`beispielamt`), nachgestellt laufende Verfahren (`verfahren`);
beides geht über die Vorgänge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from sozialamt.akte.massenablage import ohne_fremdschluessel
from sozialamt.akte.models import Haushalt
from sozialamt.akte.monat import monate
from sozialamt.demo import beispielamt
from sozialamt.demo.konten import ist_leer
from sozialamt.demo.stadt_ablage import AKTENTABELLEN, Ablage
from sozialamt.demo.stadt_amt import besetze
from sozialamt.demo.stadt_faelle import Faelle, faelle
from sozialamt.demo.stadt_kasse import KASSENTABELLEN, Kassenbuch
from sozialamt.demo.verfahren import beginne_verfahren, lies_kontoauszug, pruefe_letzten
from sozialamt.kasse.vorgaenge.soll_stellen import soll_stellen

FAELLE = 60_000
"""Laufende Fälle bei Maßstab 1."""
AKTEN_MIT_GESCHICHTE = 20
SEED = 20
Fortschritt = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Stadt:
    """Was erzeugt wurde, ohne die Akten mit Geschichte."""

    haushalte: int
    personen: int
    tatsachen: int
    faelle: int
    zahlansprueche: int
    buchungen: int


def baue(
    *,
    jahr: int,
    massstab: float = 1.0,
    seed: int = SEED,
    geschichte: int = AKTEN_MIT_GESCHICHTE,
    fortschritt: Fortschritt | None = None,
) -> Stadt:
    """Schreibt die Stadt in eine Datenbank, ganz oder gar nicht.

    Bewilligt ist bis zum Ende des Jahres, gezahlt bis auf den letzten Lauf, der auf die Freigabe wartet. Die Akten mit
    Geschichte spielen in ihrem eigenen Jahr und kommen nur in eine leere Datenbank.
    """
    ziel = max(1, round(FAELLE * massstab))
    zeitraum = monate(date(jahr, 1, 1), date(jahr, 12, 1))
    with transaction.atomic():
        _pruefe_sofort()
        vorab = geschichte > 0 and ist_leer() and jahr == beispielamt.BEGINN.year
        if vorab:
            beispielamt.anlegen(hoechstens=geschichte)
        mit_geschichte = list(Haushalt.objects.values_list("pk", flat=True)) if vorab else []
        amt = besetze(ziel)
        kasse = Kassenbuch(amt, zeitraum)
        ablage = Ablage(amt, zeitraum, kasse)
        with ohne_fremdschluessel(*AKTENTABELLEN, *KASSENTABELLEN):
            for block in _genug(zeitraum, ziel, seed):
                ablage.lege_ab(block, hoechstens=ziel - ablage.faelle)
                if fortschritt:
                    fortschritt("Akten, Bescheide und Buchungen", min(ablage.faelle, ziel), ziel)
            ablage.schliesse_ab()
            kasse.schliesse_ab()
        konto = amt.konten["kasse"]
        soll_stellen(benutzer=konto, bis_monat=zeitraum[-1], haushalt_ids=mit_geschichte, zeitpunkt=kasse.zuletzt)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        lies_kontoauszug(konto, kasse.zurueckgewiesene(), kasse.zuletzt)
        pruefe_letzten(konto, kasse.laeufe[zeitraum[-1]])
        beginne_verfahren(amt, zeitraum, kasse.zuletzt)
    return Stadt(
        ablage.haushalte, ablage.personen, ablage.tatsachen, ablage.faelle, ablage.zahlansprueche, kasse.buchungen
    )


def _pruefe_sofort() -> None:
    """Fremdschlüssel nach jeder Anweisung statt am Ende für Millionen Zeilen auf einmal."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _genug(zeitraum: list[date], ziel: int, seed: int) -> Iterator[Faelle]:
    """Blöcke, bis es genug Fälle sind; der nächste wird schon gerechnet, während die Datenbank schreibt."""
    folge = faelle(zeitraum, ziel, seed)
    da = 0
    with ThreadPoolExecutor(1) as nebenher:
        naechster = nebenher.submit(next, folge)
        while da < ziel:
            block = naechster.result()
            da += block.anzahl
            if da < ziel:
                naechster = nebenher.submit(next, folge)
            yield block
