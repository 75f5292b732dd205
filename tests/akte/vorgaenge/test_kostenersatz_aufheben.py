"""Einen Kostenersatz aufheben: auf Widerspruch, nach Überprüfung, ganz oder zum Teil, mit Bescheid an den Schuldner."""

from datetime import date

import pytest
from tests.akte.vorgaenge.bausteine import erlasse, im, pdftext
from tests.akte.vorgaenge.test_kostenersatz import ERBIN, GRUENDE, geleistet, nimm_auf, setze_fest

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.kostenersatz.aufhebung import Aufhebungsgrund, aufgehobener, aufhebungen, festgesetzt
from sozialamt.akte.models import Bescheid
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.kostenersatz_aufheben import Ersatzaufhebung, kostenersatz_aufheben
from sozialamt.akte.vorgaenge.ueberpruefung_ablehnen import ueberpruefung_ablehnen
from sozialamt.akte.vorgaenge.ueberpruefung_aufnehmen import ueberpruefung_aufnehmen
from sozialamt.akte.vorgaenge.widerspruch_aufnehmen import widerspruch_aufnehmen
from sozialamt.akte.vorgaenge.widerspruch_entscheiden import widerspruch_entscheiden
from sozialamt.web.entscheidungsformular import moegliche_entscheidungen

__all__ = ["geleistet", "nimm_auf"]
ABHILFE = Ersatzaufhebung(Aufhebungsgrund.ABHILFE, "Der Nachlass war überschuldet.")


@pytest.fixture
def bescheid(nimm_auf, sachbearbeitung):
    """Clara Erbin hat 1.622 Euro zu ersetzen."""
    return erlasse(setze_fest(sachbearbeitung, nimm_auf(ERBIN), GRUENDE), im(3, 7))


@pytest.fixture
def widerspruch(bescheid, sachbearbeitung):
    return widerspruch_aufnehmen(
        benutzer=sachbearbeitung, bescheid=bescheid, eingang=date(2026, 7, 20), zeitpunkt=im(20, 7)
    )


@pytest.fixture
def hebe_auf(sachbearbeitung):
    def hebe_auf(vorgang, angaben, tag=21):
        return kostenersatz_aufheben(benutzer=sachbearbeitung, vorgang=vorgang, angaben=angaben, zeitpunkt=im(tag, 7))

    return hebe_auf


def test_dem_widerspruch_wird_abgeholfen_mit_vier_augen_und_die_forderung_ist_weg(
    bescheid, widerspruch, hebe_auf, sachbearbeitung
):
    entwurf = hebe_auf(widerspruch, ABHILFE)
    assert entwurf.inhalt["entscheidung"]["erstattung"] == 162_200
    with pytest.raises(RechtFehlt, match="zweite Person"):
        bescheid_erlassen(benutzer=sachbearbeitung, entwurf=entwurf, zeitpunkt=im(22, 7))
    aufhebung = erlasse(entwurf, im(22, 7))
    text = pdftext(aufhebung.dokument.pdf)
    assert "Clara Erbin" in text and "54321 Nebenstadt" in text and "Anna Müller" not in text.split("Guten Tag")[0]
    assert f"Wir heben den Bescheid {bescheid.nummer} über Kostenersatz auf (§ 85 Abs. 1 SGG)" in text
    assert "Sie haben nichts zu ersetzen" in text
    assert bescheid.forderung.buchungen.kostenersatz() == 0
    assert (festgesetzt(bescheid), aufhebungen(bescheid), aufgehobener(aufhebung)) == (0, [aufhebung], bescheid)
    assert list(Bescheid.objects.verfuegend()) == [Bescheid.objects.get(nummer="HLU-1")]
    widerspruch.refresh_from_db()
    assert widerspruch.zustand == "entschieden"


def test_zum_teil_aufgehoben_und_danach_ganz(bescheid, hebe_auf, sachbearbeitung):
    def ueberpruefung(tag):
        eingang = date(2026, 7, tag)
        return ueberpruefung_aufnehmen(
            benutzer=sachbearbeitung, bescheid=bescheid, eingang=eingang, zeitpunkt=im(tag, 7)
        )

    mindern = Ersatzaufhebung(Aufhebungsgrund.RUECKNAHME, "Der Nachlass war kleiner.", bleibt=100_000)
    text = pdftext(erlasse(hebe_auf(ueberpruefung(20), mindern), im(22, 7)).dokument.pdf)
    assert "Sie haben noch 1.000,00 € statt 1.622,00 € zu ersetzen" in text
    assert (festgesetzt(bescheid), bescheid.forderung.buchungen.kostenersatz()) == (100_000, 100_000)
    vorgang = ueberpruefung(23)
    with pytest.raises(AngabenFehler, match="unter 1.000,00"):
        hebe_auf(vorgang, Ersatzaufhebung(Aufhebungsgrund.WIDERRUF, "Härte.", bleibt=100_000), 24)
    erlasse(hebe_auf(vorgang, Ersatzaufhebung(Aufhebungsgrund.WIDERRUF, "Härte."), 24), im(25, 7))
    with pytest.raises(ZustandFehler, match="schon ganz aufgehoben"):
        hebe_auf(ueberpruefung(26), mindern, 27)


def test_zwei_entwuerfe_heben_nicht_zweimal_auf(bescheid, widerspruch, hebe_auf, sachbearbeitung):
    vorgang = ueberpruefung_aufnehmen(
        benutzer=sachbearbeitung, bescheid=bescheid, eingang=date(2026, 7, 20), zeitpunkt=im(20, 7)
    )
    erster = hebe_auf(widerspruch, ABHILFE)
    zweiter = hebe_auf(vorgang, Ersatzaufhebung(Aufhebungsgrund.URTEIL, "Urteil vom 1. Juli."))
    erlasse(erster, im(22, 7))
    with pytest.raises(ZustandFehler, match="inzwischen weniger festgesetzt"):
        erlasse(zweiter, im(23, 7))
    assert len(aufhebungen(bescheid)) == 1


def test_grundlage_vorgang_und_gruende_muessen_passen(bescheid, widerspruch, hebe_auf):
    with pytest.raises(AngabenFehler) as fehler:
        hebe_auf(widerspruch, Ersatzaufhebung(Aufhebungsgrund.WIDERRUF, " ", bleibt=-1))
    assert {m.feld for m in fehler.value.maengel} == {"Grundlage", "Gründe", "Weiter zu ersetzen"}
    kostenersatz = bescheid.schritte.get().vorgang
    with pytest.raises(ZustandFehler, match="nur ein Bescheid über Kostenersatz"):
        hebe_auf(kostenersatz, ABHILFE)


def test_neu_gerechnet_wird_gegen_einen_kostenersatz_nicht_angeboten(bescheid, widerspruch, sachbearbeitung):
    angeboten = [f.schluessel for f in moegliche_entscheidungen(widerspruch)]
    assert angeboten == ["kostenersatz_aufheben_widerspruch", "widerspruch_entscheiden"]
    leistung = Bescheid.objects.get(nummer="HLU-1")
    anderer = widerspruch_aufnehmen(
        benutzer=sachbearbeitung, bescheid=leistung, eingang=date(2026, 7, 20), zeitpunkt=im(20, 7)
    )
    assert [f.schluessel for f in moegliche_entscheidungen(anderer)] == ["ueberpruefen", "widerspruch_entscheiden"]


def test_auch_die_abgelehnte_ueberpruefung_geht_an_den_schuldner(bescheid, sachbearbeitung):
    vorgang = ueberpruefung_aufnehmen(
        benutzer=sachbearbeitung, bescheid=bescheid, eingang=date(2026, 7, 20), zeitpunkt=im(20, 7)
    )
    entwurf = ueberpruefung_ablehnen(
        benutzer=sachbearbeitung, vorgang=vorgang, gruende="Es bleibt dabei.", zeitpunkt=im(21, 7)
    )
    assert entwurf.inhalt["empfaenger"]["name"] == "Clara Erbin"


def test_auch_der_zurueckgewiesene_widerspruch_geht_an_den_schuldner(widerspruch, sachbearbeitung):
    entwurf = widerspruch_entscheiden(
        benutzer=sachbearbeitung, vorgang=widerspruch, gruende="Es bleibt dabei.", zeitpunkt=im(21, 7)
    )
    assert entwurf.inhalt["empfaenger"]["name"] == "Clara Erbin"
