"""Ein erfundener Haushalt mit Spur, Steckbrief und Behörde, ohne Recht und Datenbank."""

from dataclasses import replace
from datetime import date

import pytest

from sozialamt.akte.schreiben import (
    Behoerde,
    Bescheidart,
    BescheidDaten,
    Monatsbetrag,
    Textabschnitt,
    Unterschrift,
    Verfuegungszeile,
    mitteilungspflichten,
    rechtsbehelfsbelehrung,
)
from sozialamt.leistungen.bogen import berechnungsbogen, zeitraeume
from sozialamt.leistungen.steckbrief import Abschnitt, Steckbrief

BEHOERDE = Behoerde(
    traeger="Stadt Musterhausen",
    amt="Fachbereich Soziales",
    strasse="Rathausplatz 1",
    ort="44135 Musterhausen",
    telefon="0231 50-0",
    email="sozialamt@musterhausen.example",
    ansprechperson="Frau Beispiel",
    zimmer="E.12",
)
STECKBRIEF = Steckbrief(
    schluessel="musterleistung",
    titel="Musterleistung",
    kurz="ML",
    rechtsgrundlage="§§ 1 ff. Mustergesetz",
    zustaendig="Sozialamt",
    kostentraeger="Stadt",
    anspruch="anspruch",
    ebene="person",
    bogen=(
        Abschnitt("Bedarf", ("regelbedarf", "unterkunft"), summe="bedarf"),
        Abschnitt("Einkommen", ("rente",), abzuege=("freibetrag",), summe="einkommen"),
        Abschnitt("Anspruch", ("bedarf",), abzuege=("einkommen",), summe="anspruch"),
    ),
)


def spur(anzahl: int, monat: str = "2026-11") -> dict:
    personen = [f"p{i}" for i in range(anzahl)]
    werte = {
        "regelbedarf": ("Regelbedarf", "§ 27a Abs. 3 SGB XII", lambda i: 56300 if i == 0 else 35700),
        "unterkunft": ("Unterkunft und Heizung", "§ 35 Abs. 1 SGB XII", lambda i: 48000 // anzahl),
        "rente": ("Altersrente", "§ 82 Abs. 1 SGB XII", lambda i: 61240 if i == 0 else 0),
        "freibetrag": ("Freibetrag Grundrentenzeiten", "§ 82a SGB XII", lambda i: 25372 if i == 0 else 0),
    }
    schritte = []

    def schritt(name, titel, norm, i, wert):
        schritte.append(
            {
                "regel": name,
                "titel": titel,
                "norm": norm,
                "ebene": "person",
                "personen": [personen[i]],
                "einheit": "cent",
                "wert": wert,
                "text": str(wert),
            }
        )

    for name, (titel, norm, wert) in werte.items():
        for i in range(anzahl):
            schritt(name, titel, norm, i, wert(i))
    for i in range(anzahl):
        w = {name: wert(i) for name, (_, _, wert) in werte.items()}
        bedarf, einkommen = w["regelbedarf"] + w["unterkunft"], w["rente"] - w["freibetrag"]
        schritt("bedarf", "Gesamtbedarf", "§ 27a Abs. 1 SGB XII", i, bedarf)
        schritt("einkommen", "Einzusetzendes Einkommen", "§§ 82 ff. SGB XII", i, einkommen)
        schritt("anspruch", "Monatlicher Anspruch", "§ 19 Abs. 1 SGB XII", i, max(0, bedarf - einkommen))
    return {
        "schema": "spur/1",
        "monat": monat,
        "personen": personen,
        "schritte": schritte,
        "merkmale": {},
        "parameter": {},
        "einstellungen": {},
    }


def bescheid(namen: tuple[str, ...] = ("Änne Müller-Groß",), **aenderungen) -> BescheidDaten:
    monate = ("2026-11", "2026-12", "2027-01")
    boegen = [berechnungsbogen(spur(len(namen), m), STECKBRIEF) for m in monate]
    daten = BescheidDaten(
        art=Bescheidart.BEWILLIGUNG,
        behoerde=BEHOERDE,
        anschrift=("Frau", namen[0], "Amselweg 17 a", "44139 Musterhausen"),
        aktenzeichen="50/2-4711.0815",
        datum=date(2026, 11, 21),
        betreff="Musterleistung (§§ 1 ff. Mustergesetz)",
        anrede=f"Guten Tag {namen[0]},",
        einleitung=("über Ihren Antrag vom 03.11.2026 haben wir entschieden.",),
        verfuegung=("Wir bewilligen die Musterleistung für die in der Tabelle genannten Personen.",),
        zeilen=tuple(
            Verfuegungszeile(n, "Musterleistung", monate[0], monate[-1], boegen[0].anspruch[i] or 0)
            for i, n in enumerate(namen)
        ),
        personen=namen,
        monate=tuple(Monatsbetrag(b.monat, tuple(a or 0 for a in b.anspruch)) for b in boegen),
        begruendung=(Textabschnitt("Ihr Einkommen", ("Von der Rente bleiben 253,72 € frei (§ 82a SGB XII).",)),),
        hinweise=(mitteilungspflichten(),),
        rechtsbehelf=rechtsbehelfsbelehrung(BEHOERDE, date(2026, 11, 21)),
        boegen=tuple(zeitraeume(boegen)),
        bogennamen=tuple((f"p{i}", n) for i, n in enumerate(namen)),
        unterschrift=Unterschrift("Beispiel", funktion="Sachbearbeiterin"),
    )
    return replace(daten, **aenderungen)


@pytest.fixture(scope="session")
def mache_bescheid():
    return bescheid


@pytest.fixture(scope="session")
def mache_spur():
    return spur


@pytest.fixture(scope="session")
def steckbrief():
    return STECKBRIEF


@pytest.fixture(scope="session")
def behoerde():
    return BEHOERDE
