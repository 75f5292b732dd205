"""Zu jeder Leistung entstehen Bewilligung und Ablehnung als vollständiger Bescheid, aus Beispielen mit Quelle."""

from datetime import date
from functools import cache

import pytest
from tests.leistungen.beispielrechnung import beispiele

from sozialamt.akte.begruendung import bescheidziele
from sozialamt.akte.entwurf import Umstaende, entwirf_bescheid
from sozialamt.akte.schreiben import Behoerde, Bescheidart, Unterschrift, rendere_bescheid
from sozialamt.akte.schreiben.zeiten import tage
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.steckbrief import Rechtsbehelf
from sozialamt.rechenkern import Fall, erklaere
from sozialamt.rechenkern.values import euro
from sozialamt.recht.fall import aus_dict

ALLE = [pytest.param(s, id=s.schluessel) for s in steckbriefe().values()]
JE_LEISTUNG = 8
BEISPIELE = [
    pytest.param(s, b, id=f"{s.schluessel}-{b['id']}")
    for s in steckbriefe().values()
    for b in beispiele(s.schluessel)[-JE_LEISTUNG:]
]
BEHOERDE = Behoerde("Stadt Musterhausen", "Fachbereich Soziales", "Rathausplatz 1", "44135 Musterhausen")
GERICHT = "Verwaltungsgericht Musterhausen, Gerichtsweg 1, 44135 Musterhausen"
WOHLHABEND = Fall(
    {"miete_bruttokalt": 90_000, "heizkosten": 10_000, "mietstufe": 4},
    {"erika": {"geburtsdatum": 19810203, "erwerbseinkommen_brutto": 900_000, "vermoegen_geld": 50_000_000}},
)
FORM = {
    Rechtsbehelf.WIDERSPRUCH_SOZIALGERICHT: "Widerspruch",
    Rechtsbehelf.WIDERSPRUCH_VERWALTUNGSGERICHT: "Widerspruch",
    Rechtsbehelf.KLAGE_VERWALTUNGSGERICHT: GERICHT,
    Rechtsbehelf.EINSPRUCH: "Einspruch",
}


def gerechnet(steckbrief, fall, datum, kenntnis=None):
    monat = f"{datum // 10_000}-{datum // 100 % 100:02d}"
    return erklaere(fall, bescheidziele(steckbrief, monat), datum, regelwerk(), kenntnis=kenntnis)


def aus_beispiel(steckbrief, beispiel):
    angaben = {k: v for k, v in beispiel.items() if k not in ("erwartet", "kenntnis")}
    beschreibung = aus_dict(angaben, regelwerk())
    kenntnis = str(beispiel["kenntnis"]) if "kenntnis" in beispiel else None
    return gerechnet(steckbrief, beschreibung.fall(), beschreibung.monat, kenntnis)


def bescheid(steckbrief, ergebnis, **umstaende):
    namen = {p: p.title() for p in ergebnis.personen}
    erste = next(iter(namen.values()))
    angaben = Umstaende(
        aktenzeichen="50-000001",
        datum=date(2026, 11, 23),
        anschrift=(erste, "Mühlenweg 3", "44135 Musterhausen"),
        empfaenger=erste,
        angeschrieben=ergebnis.personen[0],
        antrag_vom=date(2026, 11, 2),
        gericht=GERICHT,
        unterschrift=Unterschrift("Kim Beispiel"),
        **umstaende,
    )
    return entwirf_bescheid(steckbrief, [ergebnis.spur.als_dict()], namen, BEHOERDE, angaben)


@cache
def bewilligt(schluessel):
    """Bescheid zum jüngsten Beispiel mit Anspruch."""
    steckbrief = steckbriefe()[schluessel]
    neueste_zuerst = sorted(beispiele(schluessel), key=lambda b: str(b["monat"]), reverse=True)
    ergebnisse = (aus_beispiel(steckbrief, b) for b in neueste_zuerst)
    return bescheid(steckbrief, next(e for e in ergebnisse if any(e.werte[steckbrief.anspruch])))


@cache
def abgelehnt(schluessel):
    steckbrief = steckbriefe()[schluessel]
    return bescheid(steckbrief, gerechnet(steckbrief, WOHLHABEND, 20261101))


def pruefe(daten, steckbrief):
    assert daten.behoerde.name and daten.anschrift and daten.unterschrift
    saetze = [satz for abschnitt in daten.begruendung for satz in abschnitt.absaetze]
    assert saetze
    for satz in [*saetze, *(s for h in daten.hinweise for s in h.absaetze)]:
        assert satz.rstrip().endswith((".", ")", "!", "?")) and "{" not in satz and "\x00" not in satz, satz
    assert all("§" in satz for satz in saetze)
    assert FORM[steckbrief.rechtsbehelf] in daten.rechtsbehelf.absaetze[0]
    assert "innerhalb eines Monats" in daten.rechtsbehelf.absaetze[0]


@pytest.mark.parametrize("steckbrief", ALLE)
def test_die_bewilligung_nennt_zeitraum_betrag_grund_und_rechtsbehelf(steckbrief):
    daten = bewilligt(steckbrief.schluessel)
    assert daten.art is Bescheidart.BEWILLIGUNG
    pruefe(daten, steckbrief)
    if not steckbrief.geldleistung:
        assert daten.verfuegung[0].startswith("Wir stellen fest für") and not daten.zeilen
        return
    for zeile in daten.zeilen:
        einzeln = len(daten.zeilen) == 1
        assert not einzeln or (
            tage(zeile.von, zeile.bis) in daten.verfuegung[0] and euro(zeile.betrag) in daten.verfuegung[0]
        )
    assert sum(z.betrag for z in daten.zeilen) == daten.boegen[0][2].anspruch_gesamt > 0
    assert daten.hinweise


@pytest.mark.parametrize("steckbrief", ALLE)
def test_die_ablehnung_nennt_zeitraum_grund_und_rechtsbehelf(steckbrief):
    daten = abgelehnt(steckbrief.schluessel)
    assert daten.art is Bescheidart.ABLEHNUNG
    pruefe(daten, steckbrief)
    assert "Wir lehnen Ihren Antrag vom 02.11.2026 auf" in daten.verfuegung[0]
    assert "01.11.2026 bis 30.11.2026" in daten.verfuegung[0]
    assert daten.begruendung[0].titel == "Warum kein Anspruch besteht"
    assert not daten.zeilen


@pytest.mark.parametrize("welcher", [bewilligt, abgelehnt], ids=["bewilligung", "ablehnung"])
@pytest.mark.parametrize("steckbrief", ALLE)
def test_jeder_bescheid_laesst_sich_drucken(steckbrief, welcher):
    assert rendere_bescheid(welcher(steckbrief.schluessel)).startswith(b"%PDF-")


@pytest.mark.parametrize(("steckbrief", "beispiel"), BEISPIELE)
def test_aus_jedem_beispiel_entsteht_ein_begruendeter_bescheid(steckbrief, beispiel):
    pruefe(bescheid(steckbrief, aus_beispiel(steckbrief, beispiel)), steckbrief)


@pytest.mark.parametrize("steckbrief", [s for s in steckbriefe().values() if s.vorlaeufig], ids=lambda s: s.schluessel)
def test_vorlaeufig_wird_nach_der_norm_der_leistung_entschieden(steckbrief):
    ergebnisse = (aus_beispiel(steckbrief, b) for b in beispiele(steckbrief.schluessel))
    mit = next(e for e in ergebnisse if any(e.werte[steckbrief.anspruch]))
    daten = bescheid(steckbrief, mit, vorlaeufig_grund="das Einkommen noch nicht feststeht")
    assert f"vorläufig ({steckbrief.vorlaeufig})" in daten.verfuegung[0]
    assert steckbrief.vorlaeufig in daten.hinweise[0].absaetze[0]


def test_der_name_der_leistung_folgt_dem_datum():
    sgb2 = steckbriefe()["grundsicherung_arbeitsuchende"]
    allein = Fall({"miete_bruttokalt": 42_000}, {"erika": {"geburtsdatum": 19810203}})
    for monat, name in ((20220601, "Arbeitslosengeld II"), (20260601, "Bürgergeld"), (20260701, "Grundsicherungsgeld")):
        daten = bescheid(sgb2, gerechnet(sgb2, allein, monat))
        ergebnis = next(a for a in daten.begruendung if a.titel == "Ergebnis").absaetze[-1]
        assert name in daten.verfuegung[0] and name in ergebnis


def test_wer_nur_sachleistungen_erhaelt_bekommt_keine_ablehnung():
    asyl = steckbriefe()["asylbewerberleistungen"]
    (beispiel,) = [b for b in beispiele(asyl.schluessel) if b["id"] == "eigen-kostenerstattung"]
    daten = bescheid(asyl, aus_beispiel(asyl, beispiel))
    assert daten.art is Bescheidart.BEWILLIGUNG and not daten.zeilen
    assert "Ein Geldbetrag ist nicht zu zahlen" in daten.verfuegung[0]
    assert any("Sachleistung" in satz for a in daten.begruendung for satz in a.absaetze)
