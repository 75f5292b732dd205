"""`sozialamt refinanzierung`: was andere Kostenträger für ein Quartal oder Jahr erstatten, aus dem Kassenbuch."""

from __future__ import annotations

import argparse
import csv
import os
import sys
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sozialamt.kasse.refinanzierung.abrechnung import Abrechnung, Abrechnungszeile

KOPF = (
    "Leistung",
    "Monat",
    "Wohnform",
    "Grund",
    "brutto",
    "Einnahmen",
    "netto",
    "Satz",
    "Erstattung",
    "Norm",
    "Hinweis",
)


def ergaenze(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--jahr", type=int, required=True, metavar="JJJJ", help="Haushaltsjahr")
    parser.add_argument("--quartal", type=int, choices=(1, 2, 3, 4), help="Quartal (sonst das ganze Jahr)")
    parser.add_argument(
        "--kenntnis", type=date.fromisoformat, metavar="TAG", help="Sätze, wie man sie an dem Tag kannte"
    )
    parser.add_argument("--csv", action="store_true", help="alle Zeilen als CSV")
    parser.set_defaults(tue=zeige)


def zeige(argumente: argparse.Namespace) -> int:
    """Print the account of the period."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sozialamt.config.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils import timezone

    from sozialamt.kasse.refinanzierung.abrechnung import Zeitraum, rechne_ab

    zeitraum = Zeitraum(argumente.jahr, argumente.quartal)
    abrechnung = rechne_ab(zeitraum, land=settings.LAND, kenntnis=argumente.kenntnis or timezone.localdate())
    if argumente.csv:
        csv.writer(sys.stdout, delimiter=";", lineterminator="\n").writerows([KOPF, *map(_werte, abrechnung.zeilen)])
    else:
        _drucke(abrechnung)
    return 0


def _werte(zeile: Abrechnungszeile) -> tuple[str, ...]:
    satz = "" if zeile.satz is None else f"{zeile.satz / 100:.1f}".replace(".", ",")
    betraege = [_euro(b) for b in (zeile.brutto, zeile.einnahmen, zeile.netto)]
    erstattung = "" if zeile.erstattung is None else _euro(zeile.erstattung)
    kopf = (zeile.leistung, f"{zeile.monat:%Y-%m}", zeile.wohnform, zeile.grund)
    return (*kopf, *betraege, satz, erstattung, zeile.norm, zeile.hinweis)


def _euro(cent: int) -> str:
    return f"{'-' if cent < 0 else ''}{abs(cent) // 100},{abs(cent) % 100:02d}"


def _drucke(abrechnung: Abrechnung) -> None:
    from sozialamt.kasse.refinanzierung.abrechnung import summe
    from sozialamt.leistungen import steckbriefe
    from sozialamt.rechenkern.values import euro

    print(f"Refinanzierung, {abrechnung.zeitraum.titel}, Sätze vom {abrechnung.kenntnis:%d.%m.%Y} ({abrechnung.land})")
    if abruf := abrechnung.zeitraum.abruf:
        print(f"Abruf beim Bund nach § 46a Abs. 3 SGB XII: {abruf[0]:%d.%m.%Y} bis {abruf[1]:%d.%m.%Y}")
    if not abrechnung.zeilen:
        print("\nIn dieser Zeit ist nichts geflossen.")
        return
    print(f"\n{'Leistung':<10}{'brutto':>18}{'Einnahmen':>16}{'netto':>18}{'Erstattung':>18}{'bleibt':>18}")
    for leistung, zeilen in abrechnung.je_leistung().items():
        brutto, einnahmen, netto, erstattung = summe(zeilen)
        betraege = f"{euro(brutto):>18}{euro(einnahmen):>16}{euro(netto):>18}{euro(erstattung):>18}"
        print(f"{steckbriefe()[leistung].kurz:<10}{betraege}{euro(netto - erstattung):>18}")
        for hinweis in dict.fromkeys(z.hinweis for z in zeilen if z.erstattung is None):
            print(f"{'':<10}Lücke: {hinweis}")
