"""Households both sides can be told about without loss: no shared flats, no students, no incapacity, no sanctions.

What only one side knows is left out here on purpose; what remains are differences in the law itself. All amounts in
cents, dates as yyyymmdd, as the engine takes them. The same seed gives the same households.
"""

from __future__ import annotations

import random
from typing import Any

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.elterngeld.auswahl import ElterngeldArt
from sozialamt.rechenkern import Fall
from sozialamt.rechenkern.kalender import jahr, monat_im_jahr, monat_plus

Angaben = dict[str, int]
FORMEN = ("allein", "paar", "allein_mit_kind", "allein_mit_kind", "paar_mit_kind", "paar_mit_kind", "alt", "altes_paar")
LOEHNE = (0, 0, 30_000, 45_000, 52_000, 80_000, 110_000, 150_000, 190_000, 240_000, 320_000)
SV_ANTEIL, STEUER_ANTEIL, STEUER_AB = 20, 8, 130_000
GERINGFUEGIG = 45_000
MIETE = ((30_000, 60_000), (45_000, 90_000), (55_000, 120_000), (70_000, 150_000), (80_000, 180_000))
ALTERSKLASSE_KIND = (0, 2, 4, 5, 6, 7, 9, 12, 13, 14, 15, 16, 17)


def haushalte(monat: int, anzahl: int) -> list[Fall]:
    """That many households for a month (yyyymm01)."""
    zufall = random.Random(monat)
    return [_haushalt(zufall, monat) for _ in range(anzahl)]


def _haushalt(zufall: random.Random, monat: int) -> Fall:
    form = zufall.choice(FORMEN)
    alt = form in ("alt", "altes_paar")
    erwachsene = 2 if "paar" in form else 1
    personen = [_alte_person(zufall, monat) if alt else _erwachsener(zufall, monat) for _ in range(erwachsene)]
    if erwachsene > 1:
        for i, person in enumerate(personen):
            person |= {"partner": 1 - i, "verheiratet": 1}
    if "kind" in form:
        personen += _kinder(zufall, monat, erwachsene)
        if erwachsene == 1:
            personen[0]["alleinerziehend"] = 1
    personen[0]["vermoegen_geld"] = zufall.choice((0, 0, 0, 0, 150_000, 800_000, 2_500_000, 7_000_000))
    return Fall(_wohnung(zufall, len(personen)), {f"p{i}": p for i, p in enumerate(personen)})


def _geboren(zufall: random.Random, monat: int, jahre: int) -> int:
    """Born so that the person is that old at the beginning of the month; most birthdays lie in another month."""
    geburtsmonat = zufall.randint(1, 12)
    tag = 1 if geburtsmonat == monat_im_jahr(monat) and zufall.random() < 0.5 else zufall.randint(1, 28)
    spaeter = (geburtsmonat, tag) > (monat_im_jahr(monat), 1)
    return (jahr(monat) - jahre - spaeter) * 10_000 + geburtsmonat * 100 + tag


def _erwachsener(zufall: random.Random, monat: int) -> Angaben:
    lohn = zufall.choice(LOEHNE) + zufall.choice((0, 0, 1_234, 5_555))
    person = {"geburtsdatum": _geboren(zufall, monat, zufall.randint(26, 60)), "vermoegen_geld": 0}
    if lohn < 30_000:
        lohn = 0
        if zufall.random() < 0.25:
            person["arbeitslosengeld"] = zufall.choice((40_000, 65_000, 90_000))
    person["erwerbseinkommen_brutto"] = lohn
    if lohn > GERINGFUEGIG:
        person["erwerbseinkommen_sozialversicherung"] = lohn * SV_ANTEIL // 100
    if lohn > STEUER_AB:
        person["erwerbseinkommen_steuern"] = (lohn - STEUER_AB) * STEUER_ANTEIL // 50
    if zufall.random() < 0.05:
        person["grad_der_behinderung"] = zufall.choice((50, 80, 100))
    return person


def _alte_person(zufall: random.Random, monat: int) -> Angaben:
    rente = zufall.choice((0, 25_000, 48_000, 70_000, 95_000, 130_000))
    return {
        "geburtsdatum": _geboren(zufall, monat, zufall.randint(68, 90)),
        "rente_gesetzlich": rente,
        "rente_sozialversicherung": rente * 11 // 100,
        "rente_privat": zufall.choice((0, 0, 0, 8_000, 25_000)),
        "merkzeichen_g": int(zufall.random() < 0.2),
        "grundrentenzeiten_monate": zufall.choice((0, 200, 420)),
        "vermoegen_geld": 0,
    }


def _kinder(zufall: random.Random, monat: int, erwachsene: int) -> list[Angaben]:
    betraege = regelwerk().parameter["kindergeld_betrag"].fassung(monat).wert
    anzahl = zufall.choice((1, 1, 2, 2, 3, 4))
    alter = sorted((zufall.choice(ALTERSKLASSE_KIND) for _ in range(anzahl)), reverse=True)
    kinder = []
    for rang, jahre in enumerate(alter, start=1):
        kind: dict[str, Any] = {
            "geburtsdatum": _geboren(zufall, monat, jahre),
            "elternteil_1": 0,
            "kindergeld": betraege[min(rang, len(betraege) - 1)],
            "kindergeld_empfaenger": 0,
            "vermoegen_geld": 0,
        }
        if erwachsene > 1:
            kind["elternteil_2"] = 1
        elif zufall.random() < 0.5:
            kind["unterhalt"] = zufall.choice((10_000, 22_500, 40_000))
        kinder.append(kind)
    return kinder


def _wohnung(zufall: random.Random, personen: int) -> Angaben:
    miete = zufall.randrange(*MIETE[min(personen, len(MIETE)) - 1])
    heizung = zufall.randrange(4_000, 15_000)
    return {
        "miete_bruttokalt": miete,
        "heizkosten": heizung,
        "angemessene_bruttokaltmiete": miete,
        "angemessene_heizkosten": heizung,
        "mietstufe": zufall.randint(1, 6),
    }


def familien(monat: int, anzahl: int) -> list[Fall]:
    """Families for Kindergeld, Unterhaltsvorschuss and Elterngeld, which the other comparison takes as given."""
    zufall = random.Random(-monat)
    return [_familie(zufall, monat) for _ in range(anzahl)]


def _familie(zufall: random.Random, monat: int) -> Fall:
    erwachsene = zufall.choice((1, 1, 2))
    personen = [_erwachsener(zufall, monat) for _ in range(erwachsene)]
    if erwachsene > 1:
        for i, person in enumerate(personen):
            person |= {"partner": 1 - i, "verheiratet": 1}
    else:
        personen[0]["alleinerziehend"] = 1
    personen += _kinder(zufall, monat, erwachsene)
    if zufall.random() < 0.6:
        _mit_saeugling(zufall, monat, personen, erwachsene)
    return Fall(_wohnung(zufall, len(personen)), {f"p{i}": p for i, p in enumerate(personen)})


def _mit_saeugling(zufall: random.Random, monat: int, personen: list[Angaben], erwachsene: int) -> None:
    """The last child becomes a baby in its second to eleventh month; the first adult takes Elterngeld for it."""
    geboren = monat_plus(monat, -zufall.randint(1, 10))
    saeugling = personen[-1]
    saeugling["geburtsdatum"] = geboren + zufall.choice((0, 0, 9, 19))
    for person in personen[erwachsene:-1]:
        if person["geburtsdatum"] > monat_plus(geboren, -9):
            person["geburtsdatum"] -= 10_000
    for name in ("erwerbseinkommen_brutto", "erwerbseinkommen_sozialversicherung", "erwerbseinkommen_steuern"):
        personen[0].pop(name, None)
    personen[0] |= {
        "elterngeld_art": int(ElterngeldArt.BASIS),
        "elterngeld_kind": len(personen) - 1,
        "elterngeld_netto_festgestellt": 1,
        "elterngeld_vorgeburtliches_einkommen": zufall.choice((0, 40_000, 99_900, 100_000, 121_950, 150_000, 300_000))
        + zufall.choice((0, 0, 123)),
        "elterngeld_zve": zufall.choice((0, 4_000_000, 16_000_000, 18_500_000, 22_000_000, 26_000_000, 31_000_000)),
        "elterngeld_allein": int(erwachsene == 1),
    }
