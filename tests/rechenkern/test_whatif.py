"""A variation gives exactly what a fresh calculation of the changed case gives."""

import random
from dataclasses import replace

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.rechenkern import Fall, FehlendeAngaben, Merkmalsart, erklaere
from sozialamt.rechenkern.levels import PERSON
from sozialamt.rechenkern.whatif import Gegenrechnung

MONAT = 20261101
FALL = Fall(
    {"miete_bruttokalt": 70_000, "mietstufe": 4},
    {
        "a": {"geburtsdatum": 19880101, "partner": 1, "erwerbseinkommen_brutto": 180_000},
        "b": {"geburtsdatum": 19880101, "partner": 0},
        "c": {"geburtsdatum": 20180101, "elternteil_1": 0, "elternteil_2": 1},
    },
)


def gegenrechnung():
    ziele = dict.fromkeys(n for s in steckbriefe().values() for n in (s.anspruch, s.ablehnung) if n)
    return Gegenrechnung(FALL, erklaere(FALL, ziele, MONAT, regelwerk()))


def mit(fall, name, person, wert):
    if person is None:
        return replace(fall, haushalt={**fall.haushalt, name: wert})
    return replace(fall, personen={**fall.personen, person: {**fall.personen[person], name: wert}})


def test_eine_variation_gleicht_der_neuen_rechnung():
    rechnung, zufall = gegenrechnung(), random.Random(1)
    plan = rechnung.ergebnis.plan
    merkmale = [m for m in plan.merkmale if m.art is not Merkmalsart.VERWEIS]
    for m in zufall.sample(merkmale, 60):
        person = zufall.choice(list(FALL.personen)) if m.ebene == PERSON else None
        jetzt = rechnung.ergebnis.werte[m.name][0]
        wert = 20200101 if m.art is Merkmalsart.DATUM else 1 - bool(jetzt)
        variation = rechnung.mit({(m.name, person): wert})
        try:
            neu = erklaere(mit(FALL, m.name, person, wert), plan.ziele, MONAT, regelwerk())
        except FehlendeAngaben as fehler:
            assert {f.merkmal for f in variation.fragen} == {f.merkmal for f in fehler.fragen}
            continue
        assert not variation.fragen
        for name, zeile in neu.werte.items():
            assert variation.zeilen.get(name, rechnung.ergebnis.werte[name]) == zeile, (m.name, name)


def test_nach_einer_variation_gilt_wieder_der_alte_stand():
    rechnung = gegenrechnung()
    erste = rechnung.mit({("geburtsdatum", "a"): 19500101}).zeilen
    rechnung.mit({("miete_bruttokalt", None): 0})
    assert rechnung.mit({("geburtsdatum", "a"): 19500101}).zeilen == erste


def test_was_nichts_aendert_rechnet_nichts():
    rechnung = gegenrechnung()
    assert not rechnung.mit({("miete_bruttokalt", None): 70_000}).zeilen
    assert rechnung.auswertungen == 0


def test_der_abstand_zaehlt_schritte_zum_ziel():
    rechnung = gegenrechnung()
    weit = rechnung.abstand(["kindergeld_ablehnung"])
    assert weit["kindergeld_ablehnung"] == 0 and weit["kindergeld_andere_leistung"] == 1
    assert "mietstufe" not in weit
