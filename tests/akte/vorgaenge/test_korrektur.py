"""Ändern, zurücknehmen, überprüfen, einstellen, erstatten: nur mit Norm, Frist, Begründung und Anhörung."""

from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, eintragen
from tests.akte.vorgaenge.bausteine import erlasse, im, pdftext

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Bescheid, Bescheidentwurf, Zahlanspruch
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme, Korrektur
from sozialamt.akte.vorgaenge.aendern import aendern
from sozialamt.akte.vorgaenge.aenderung_aufnehmen import aenderung_aufnehmen
from sozialamt.akte.vorgaenge.anhoeren import anhoeren
from sozialamt.akte.vorgaenge.anhoerung_beenden import anhoerung_beenden
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bescheidentwurf_verwerfen import bescheidentwurf_verwerfen
from sozialamt.akte.vorgaenge.einstellen import einstellen
from sozialamt.akte.vorgaenge.erstatten import erstatten
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.ueberpruefen import ueberpruefen
from sozialamt.akte.vorgaenge.ueberpruefung_ablehnen import ueberpruefung_ablehnen
from sozialamt.akte.vorgaenge.ueberpruefung_aufnehmen import ueberpruefung_aufnehmen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen
from sozialamt.akte.vorgaenge.zuruecknehmen import zuruecknehmen

AUGUST = date(2026, 8, 1)


@pytest.fixture
def bewilligt(sachbearbeitung, haushalt, rentnerin):
    """Erlassen am 12. Januar für Mai bis November 2026."""
    entwurf = bescheid_entwerfen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        beginn=MAI,
        ende=NOVEMBER,
        zeitpunkt=im(12, 1),
    )
    return erlasse(entwurf, im(12, 1))


@pytest.fixture
def mehr_rente(sachbearbeitung, haushalt, rentnerin, bewilligt):
    """Ab August 50 Euro mehr Rente, bekannt seit 1. September."""
    angabe = Angabe("rente_gesetzlich", 55000, AUGUST, person=rentnerin, nachweis="Rentenbescheid")
    eintragen(sachbearbeitung, haushalt, angabe, zeitpunkt=im(1, 9))
    return aenderung_aufnehmen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        leistung=GRUNDSICHERUNG,
        kenntnis=date(2026, 9, 1),
        zeitpunkt=im(1, 9),
    )


def angaben(korrektur=Korrektur.AENDERUNG_EINKOMMEN, **mehr):
    vorgabe = {
        "gruende": "Die Rente ist seit August höher.",
        "kenntnis": date(2026, 9, 1),
        "ermessen": "Kein untypischer Fall: Die Nachzahlung ist nicht verbraucht.",
    }
    return Korrekturangaben(korrektur, **vorgabe | mehr)


def aendere(vorgang, benutzer, zeitpunkt=None, beginn=AUGUST, ende=NOVEMBER, **mehr):
    return aendern(
        benutzer=benutzer,
        vorgang=vorgang,
        angaben=angaben(**mehr),
        beginn=beginn,
        ende=ende,
        zeitpunkt=zeitpunkt or im(20, 9),
    )


def summe(monat):
    return sum(z.cent for z in Zahlanspruch.objects.geltend(monat))


def test_vor_der_kuerzung_wird_angehoert(mehr_rente, sachbearbeitung):
    with pytest.raises(ZustandFehler, match="Hören Sie zuerst an"):
        aendere(mehr_rente, sachbearbeitung)
    anhoeren(benutzer=sachbearbeitung, vorgang=mehr_rente, tatsachen="Rente", absicht="kürzen", zeitpunkt=im(2, 9))
    with pytest.raises(ZustandFehler, match="Anhörung läuft noch"):
        aendere(mehr_rente, sachbearbeitung, im(10, 9))
    anhoerung_beenden(benutzer=sachbearbeitung, vorgang=mehr_rente, zeitpunkt=im(25, 9))
    entwurf = aendere(mehr_rente, sachbearbeitung, im(25, 9))
    assert (entwurf.art, entwurf.norm) == ("aenderung", "§ 48 Abs. 1 Satz 2 Nr. 3 SGB X")
    assert mehr_rente.zustand == "entwurf"


def test_die_aenderung_ersetzt_die_monate_und_laesst_die_erstattung_offen(mehr_rente, bewilligt, sachbearbeitung):
    vorher = summe(AUGUST)
    entwurf = aendere(mehr_rente, sachbearbeitung, ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN)
    assert entwurf.inhalt["entscheidung"]["ueberzahlt"] == 2 * 5000
    bescheid = erlasse(entwurf, im(21, 9))
    assert (summe(AUGUST), summe(date(2026, 7, 1))) == (vorher - 5000, vorher)
    mehr_rente.refresh_from_db()
    assert mehr_rente.zustand == "erstattung_offen"
    text = pdftext(bescheid.dokument.pdf)
    for satz in (
        "Änderungsbescheid",
        f"Wir ändern den Bescheid {bewilligt.nummer} für die Zeit ab dem 01.08.2026",
        "Die Rente ist seit August höher.",
        "auch ohne Verschulden (§ 48 Abs. 1 Satz 2 Nr. 3 SGB X)",
        "Besondere Umstände",
        "(§ 24 Abs. 2 Nr. 5 SGB X)",
        "Unterschied -50,00 €",
    ):
        assert satz in text, satz


@pytest.fixture
def ohne_kasse(monkeypatch):
    """Die Akte allein: Was überzahlt ist, sagen die Bescheide."""
    monkeypatch.setattr("sozialamt.akte.vorgaenge.erstatten.UEBERZAHLT", [])
    monkeypatch.setattr("sozialamt.akte.vorgaenge.bescheid_erlassen.BEI_ERLASS", [])


def test_die_erstattung_folgt_der_aenderung_und_schliesst_den_vorgang(mehr_rente, sachbearbeitung, ohne_kasse):
    vorgabe = {"benutzer": sachbearbeitung, "vorgang": mehr_rente, "beginn": AUGUST, "ende": NOVEMBER}
    with pytest.raises(ZustandFehler, match="nichts zu erstatten"):
        erstatten(**vorgabe, zeitpunkt=im(20, 9))
    erlasse(aendere(mehr_rente, sachbearbeitung, ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN), im(21, 9))
    mehr_rente.refresh_from_db()
    with pytest.raises(ZustandFehler, match="Hören Sie zuerst an"):
        erstatten(**vorgabe, zeitpunkt=im(22, 9))
    entwurf = erstatten(**vorgabe, ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN, zeitpunkt=im(22, 9))
    assert entwurf.inhalt["entscheidung"]["erstattung"] == 10000
    vorher = summe(AUGUST)
    bescheid = erlasse(entwurf, im(23, 9))
    assert summe(AUGUST) == vorher
    assert "Sie haben 100,00 € zu erstatten (§ 50 Abs. 1 und 3 SGB X)" in pdftext(bescheid.dokument.pdf)
    mehr_rente.refresh_from_db()
    assert mehr_rente.zustand == "entschieden"


def test_die_norm_muss_zum_unterschied_passen(mehr_rente, sachbearbeitung):
    with pytest.raises(AngabenFehler, match="trägt keine Kürzung"):
        aendere(mehr_rente, sachbearbeitung, korrektur=Korrektur.AENDERUNG_ZUGUNSTEN)
    with pytest.raises(AngabenFehler, match="gehört zu einer anderen Entscheidung"):
        aendere(mehr_rente, sachbearbeitung, korrektur=Korrektur.RUECKNAHME_ANGABEN)
    with pytest.raises(AngabenFehler, match="wirkt nur für die Zukunft"):
        aendere(mehr_rente, sachbearbeitung, korrektur=Korrektur.AENDERUNG_ZUKUNFT)
    with pytest.raises(AngabenFehler, match="Untypischer Fall"):
        aendere(mehr_rente, sachbearbeitung, ermessen="")
    with pytest.raises(ZustandFehler, match="gilt kein Bescheid"):
        aendere(mehr_rente, sachbearbeitung, beginn=JANUAR, ende=JANUAR)
    with pytest.raises(ZustandFehler, match="ändert sich kein Betrag"):
        aendere(mehr_rente, sachbearbeitung, beginn=MAI, ende=MAI)
    assert not Bescheidentwurf.objects.exists()


def test_bleibt_nichts_uebrig_wird_aufgehoben(mehr_rente, haushalt, rentnerin, bewilligt, sachbearbeitung):
    eintragen(
        sachbearbeitung,
        haushalt,
        Angabe("rente_gesetzlich", 300_000, AUGUST, person=rentnerin),
        zeitpunkt=im(2, 9),
    )
    entwurf = aendere(mehr_rente, sachbearbeitung, ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN)
    assert entwurf.art == "aufhebung"
    text = pdftext(erlasse(entwurf, im(21, 9)).dokument.pdf)
    assert f"Wir heben den Bescheid {bewilligt.nummer} für die Zeit vom 01.08.2026 bis 30.11.2026 auf" in text
    assert summe(AUGUST) == 0


def test_zuruecknehmen_verlangt_ermessen_und_nennt_den_ausschluss_des_vertrauens(
    mehr_rente, haushalt, rentnerin, sachbearbeitung
):
    eintragen(
        sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 60000, JANUAR, person=rentnerin), zeitpunkt=im(3, 9)
    )
    vorgabe = {
        "benutzer": sachbearbeitung,
        "vorgang": mehr_rente,
        "beginn": MAI,
        "ende": NOVEMBER,
        "zeitpunkt": im(20, 9),
    }
    ausnahme = {"ohne_anhoerung": Anhoerungsausnahme.FRIST}
    with pytest.raises(AngabenFehler, match="Ermessen"):
        zuruecknehmen(**vorgabe, angaben=angaben(Korrektur.RUECKNAHME_ANGABEN, ermessen="", **ausnahme))
    entwurf = zuruecknehmen(**vorgabe, angaben=angaben(Korrektur.RUECKNAHME_ANGABEN, **ausnahme))
    assert entwurf.art == "ruecknahme"
    text = pdftext(erlasse(entwurf, im(21, 9)).dokument.pdf)
    assert "Wir nehmen den Bescheid" in text
    assert "grob fahrlässig unrichtige oder unvollständige Angaben" in text
    assert "Ermessen" in text


def test_einstellen_ohne_rechnung_setzt_die_monate_auf_null(mehr_rente, sachbearbeitung):
    entwurf = einstellen(
        benutzer=sachbearbeitung,
        vorgang=mehr_rente,
        angaben=angaben(
            Korrektur.AENDERUNG_ZUKUNFT,
            gruende="Umzug nach Neustadt.",
            ohne_anhoerung=Anhoerungsausnahme.EIGENE_ANGABEN,
        ),
        beginn=date(2026, 10, 1),
        ende=NOVEMBER,
        zeitpunkt=im(20, 9),
    )
    assert entwurf.spuren == []
    bescheid = erlasse(entwurf, im(21, 9))
    assert summe(NOVEMBER) == 0 < summe(AUGUST)
    text = pdftext(bescheid.dokument.pdf)
    assert "Aufhebungsbescheid" in text
    assert "Umzug nach Neustadt." in text
    assert "Rechtsbehelfsbelehrung" in text


def test_ueberpruefen_zahlt_nach_aber_nur_ein_jahr_zurueck(bewilligt, haushalt, sachbearbeitung):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 8000, JANUAR), zeitpunkt=im(1, 9))
    vorgang = ueberpruefung_aufnehmen(
        benutzer=sachbearbeitung, bescheid=bewilligt, eingang=date(2026, 9, 2), zeitpunkt=im(2, 9)
    )
    assert vorgang.schritte.get().angaben == {"fristende": "2030-12-31", "verspaetet": False}
    entwurf = ueberpruefen(
        benutzer=sachbearbeitung,
        vorgang=vorgang,
        angaben=angaben(Korrektur.ZUGUNSTEN, gruende="Die Heizkosten waren höher."),
        beginn=MAI,
        ende=NOVEMBER,
        zeitpunkt=im(20, 9),
    )
    vorher = summe(MAI)
    erlasse(entwurf, im(21, 9))
    assert summe(MAI) == vorher + 2000
    vorgang.refresh_from_db()
    assert vorgang.zustand == "entschieden"


def test_eine_abgelehnte_ueberpruefung_laesst_die_betraege_stehen(bewilligt, sachbearbeitung):
    vorgang = ueberpruefung_aufnehmen(
        benutzer=sachbearbeitung, bescheid=bewilligt, eingang=date(2026, 9, 2), zeitpunkt=im(2, 9)
    )
    entwurf = ueberpruefung_ablehnen(benutzer=sachbearbeitung, vorgang=vorgang, gruende="Geprüft.", zeitpunkt=im(3, 9))
    vorher = summe(MAI)
    bescheid = erlasse(entwurf, im(4, 9))
    assert summe(MAI) == vorher
    assert f"den Bescheid {bewilligt.nummer} zurückzunehmen, lehnen wir ab" in pdftext(bescheid.dokument.pdf)


def test_ein_zweiter_entwurf_ueber_dieselben_monate_ist_nach_dem_ersten_ueberholt(
    mehr_rente, sachbearbeitung, haushalt
):
    ausnahme = {"ohne_anhoerung": Anhoerungsausnahme.EINKOMMEN}
    erster = aendere(mehr_rente, sachbearbeitung, **ausnahme)
    zweiter = aendere(mehr_rente, sachbearbeitung, **ausnahme)
    bescheid = erlasse(erster, im(21, 9))
    with pytest.raises(ZustandFehler, match=f"ist Bescheid {bescheid.nummer} über dieselben Monate ergangen"):
        erlasse(zweiter, im(22, 9))
    assert Bescheid.objects.count() == 2
    bescheidentwurf_verwerfen(benutzer=sachbearbeitung, entwurf=zweiter, zeitpunkt=im(22, 9))
    mehr_rente.refresh_from_db()
    assert mehr_rente.zustand == "erstattung_offen"


def test_am_vorgang_vorbei_laesst_sich_nicht_kuerzen(mehr_rente, bewilligt, sachbearbeitung, haushalt):
    with pytest.raises(ZustandFehler, match=f"weniger, als mit Bescheid {bewilligt.nummer} bewilligt ist"):
        bescheid_entwerfen(
            benutzer=sachbearbeitung,
            haushalt=haushalt,
            leistung=GRUNDSICHERUNG,
            beginn=MAI,
            ende=NOVEMBER,
            zeitpunkt=im(20, 9),
        )
    assert not Bescheidentwurf.objects.exists()


def test_ist_nichts_zu_erstatten_wird_das_vermerkt(mehr_rente, sachbearbeitung):
    erlasse(aendere(mehr_rente, sachbearbeitung, ohne_anhoerung=Anhoerungsausnahme.EINKOMMEN), im(21, 9))
    mehr_rente.refresh_from_db()
    vorgang_fortsetzen(
        benutzer=sachbearbeitung,
        vorgang=mehr_rente,
        handlung="erstattung_entfaellt",
        ereignis_am=date(2026, 9, 22),
        vermerk="Noch nicht ausgezahlt.",
        version=mehr_rente.version,
        zeitpunkt=im(22, 9),
    )
    assert mehr_rente.zustand == "entschieden"
