"""Einen Vorschuss bewilligen (§ 42 SGB I)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sozialamt.akte.bescheidart import Bescheidart
from sozialamt.akte.entscheidung import Entscheidung
from sozialamt.akte.fallbildung import personenschluessel
from sozialamt.akte.fehler import AngabenFehler, Mangel, ZustandFehler
from sozialamt.akte.models import Benutzer, Bescheidentwurf, Vorgang
from sozialamt.akte.monat import monate, monatsschluessel
from sozialamt.akte.schreiben import Textabschnitt
from sozialamt.akte.vorgaenge.bewilligen import pruefe_neuland
from sozialamt.akte.vorgaenge.ohne_rechnung_entwerfen import betroffene, entwirf_ohne_rechnung
from sozialamt.leistungen import steckbriefe
from sozialamt.rechenkern.values import euro

NORM = "§ 42 Abs. 1 SGB I"


@transaction.atomic
def vorschuss_bewilligen(
    *,
    benutzer: Benutzer,
    vorgang: Vorgang,
    monat: date,
    cent: int,
    gruende: str,
    zeitpunkt: datetime | None = None,
) -> Bescheidentwurf:
    """Setzt für einen Monat einen Betrag fest. Der spätere Bescheid über den Monat ersetzt ihn und rechnet ihn an."""
    zeitpunkt = zeitpunkt or timezone.now()
    steckbrief = steckbriefe()[vorgang.leistung]
    if not steckbrief.zahlung:
        raise ZustandFehler(f"{steckbrief.titel} wird hier nicht gezahlt; einen Vorschuss gibt es nicht.")
    maengel = []
    if cent <= 0:
        maengel.append(Mangel("Betrag", euro(cent), "ist nicht größer als 0,00 €", "Tragen Sie den Vorschuss ein."))
    if not gruende.strip():
        abhilfe = "Schreiben Sie, warum der Anspruch dem Grunde nach besteht und die Höhe noch Zeit braucht."
        maengel.append(Mangel("Gründe", "(leer)", "fehlt", abhilfe))
    if maengel:
        raise AngabenFehler(maengel)
    pruefe_neuland(vorgang, monat, monat)
    traeger = steckbrief.zahlung[-1]
    teil = {
        "person": personenschluessel(betroffene(vorgang)[0].pk),
        "bestandteil": traeger.schluessel,
        "kostentraeger": traeger.kostentraeger.value,
        "cent": cent,
        "wohnform": "",
        "grund": "",
    }
    anrechnen = (
        "Den Vorschuss rechnen wir auf die Leistung an. Ist er höher als die Leistung, müssen Sie den Unterschied "
        "erstatten (§ 42 Abs. 2 SGB I)."
    )
    return entwirf_ohne_rechnung(
        benutzer=benutzer,
        vorgang=vorgang,
        beginn=monat,
        ende=monat,
        entscheidung=Entscheidung(
            art=Bescheidart.VORSCHUSS,
            norm=NORM,
            vorgang=vorgang,
            saetze=(f"Wir zahlen für {monat:%m.%Y} einen Vorschuss von {euro(cent)} ({NORM}).",),
            gruende=(Textabschnitt("Warum ein Vorschuss", (gruende.strip(), anrechnen)),),
        ),
        teile={monatsschluessel(m): [teil] for m in monate(monat, monat)},
        zeitpunkt=zeitpunkt,
    )
