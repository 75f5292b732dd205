"""Fragen, die das Bild des Haushalts selbst aufwirft."""

from sozialamt.leistungen import regelwerk
from sozialamt.leistungen.nachfrage import nachfragen
from sozialamt.rechenkern import Fall

MONAT = 20250301
MUTTER = {"geburtsdatum": 19900501}
KIND = {"geburtsdatum": 20190601, "elternteil_1": 0, "schulbesuch": 0}


def saetze(haushalt=None, **personen):
    return nachfragen(Fall(haushalt or {}, personen), MONAT, regelwerk())


def test_wer_allein_mit_kindern_lebt_wird_nach_der_alleinerziehung_gefragt():
    (satz,) = saetze(anna=MUTTER, kim=KIND)
    assert "anna lebt als einzige erwachsene Person mit kim" in satz and "Mehrbedarf" in satz


def test_ein_nein_ist_eine_antwort():
    assert not saetze(anna=MUTTER | {"alleinerziehend": 0}, kim=KIND)


def test_mit_einer_zweiten_erwachsenen_person_liegt_die_frage_nicht_nahe():
    assert not saetze(anna=MUTTER, oma={"geburtsdatum": 19600101}, kim=KIND)


def test_schulkinder_ohne_angabe_zum_schulbesuch_fallen_auf():
    (satz,) = saetze(anna=MUTTER, bert=MUTTER, lea={"geburtsdatum": 20110601})
    assert satz.startswith("Bei lea ist „Besucht eine allgemein- oder berufsbildende Schule“")
    assert not saetze(anna=MUTTER, bert=MUTTER, lea={"geburtsdatum": 20220601})


def test_brutto_ohne_abzuege_und_miete_ohne_heizung_fallen_auf():
    lohn, miete = saetze({"miete_bruttokalt": 40_000}, anna=MUTTER | {"erwerbseinkommen_brutto": 50_000})
    assert "ohne Abzüge" in lohn and "Heizkosten" in miete
    vollstaendig = {"erwerbseinkommen_brutto": 50_000, "erwerbseinkommen_sozialversicherung": 0}
    assert not saetze({"miete_bruttokalt": 40_000, "heizkosten": 0}, anna=MUTTER | vollstaendig)
