"""Mehr Einkommen gibt nie mehr, und nirgends springt ein Betrag – außer an den Klippen, die das Recht will."""

from functools import cache

import pytest
from tests.leistungen.klippensuche import Sprung, Suche, benannt

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.klippen import klippenblatt

BLAETTER = {schluessel: klippenblatt(schluessel) for schluessel in steckbriefe()}
VERLAEUFE = [(b, v) for b in BLAETTER.values() for v in b.verlaeufe]
KENNUNG = [f"{b.schluessel}: {v.titel}" for b, v in VERLAEUFE]
KLIPPEN = [(b, k) for b in BLAETTER.values() for k in b.klippen]


@cache
def suche(stelle):
    gesucht = Suche(*VERLAEUFE[stelle])
    return gesucht, gesucht.spruenge()


@pytest.mark.parametrize("stelle", range(len(VERLAEUFE)), ids=KENNUNG)
def test_jeder_sprung_ist_eine_benannte_klippe(stelle):
    blatt, verlauf = VERLAEUFE[stelle]
    for sprung in suche(stelle)[1]:
        assert len(benannt(blatt, verlauf, sprung)) == 1, sprung


@pytest.mark.parametrize("stelle", range(len(VERLAEUFE)), ids=KENNUNG)
def test_mehr_einkommen_gibt_nur_an_einer_klippe_mehr(stelle):
    blatt, verlauf = VERLAEUFE[stelle]
    if verlauf.merkmal in blatt.steigt:
        return
    gesucht, spruenge = suche(stelle)
    assert {a for a, _ in gesucht.steigungen()} <= {s.bei for s in spruenge}


@pytest.mark.parametrize("stelle", range(len(VERLAEUFE)), ids=KENNUNG)
def test_der_verlauf_zeigt_die_leistung_in_bewegung(stelle):
    """Ein Verlauf, in dem der Betrag nie größer als null ist, prüft nichts."""
    blatt, verlauf = VERLAEUFE[stelle]
    gesucht, _ = suche(stelle)
    hoechster = max(gesucht.wert(e) for e in (verlauf.von * 100, (verlauf.von + verlauf.bis) * 50, verlauf.bis * 100))
    assert hoechster > 0
    assert not verlauf.stufe or verlauf.stufe_norm


@pytest.mark.parametrize(("blatt", "klippe"), KLIPPEN, ids=[f"{b.schluessel}: {k.name}" for b, k in KLIPPEN])
def test_jede_benannte_klippe_steht_an_ihrer_stelle(blatt, klippe):
    stelle = next(i for i, (b, v) in enumerate(VERLAEUFE) if b is blatt and v.titel == klippe.verlauf)
    assert Sprung(klippe.bei, klippe.sprung) in suche(stelle)[1]
    assert klippe.name in benannt(blatt, VERLAEUFE[stelle][1], Sprung(klippe.bei, klippe.sprung))


def test_jede_klippe_nennt_norm_und_grund():
    for blatt, klippe in KLIPPEN:
        assert "§" in klippe.norm and klippe.grund.endswith("."), (blatt.schluessel, klippe.name)
        assert klippe.kennzeichen[0] in regelwerk().regeln


def test_die_suche_findet_einen_sprung_von_zwei_euro():
    """Gegenprobe: Eine eingebaute Stufe bleibt nicht verborgen."""
    gesucht = Suche(*VERLAEUFE[KENNUNG.index("grundsicherung_arbeitsuchende: Alleinstehend mit Lohn")])
    ehrlich = gesucht.wert
    gesucht.wert = lambda einkommen: ehrlich(einkommen) - (200 if einkommen > 77_777 else 0)
    assert Sprung(77_777, ehrlich(77_778) - ehrlich(77_777) - 200) in gesucht.spruenge()
