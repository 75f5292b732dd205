"""Was zur Bank geht und was von ihr zurückkommt."""

import hashlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import sepaxml
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.kasse.auszuege import ausgang, auszug, eingang, rueckgabe
from tests.kasse.bausteine import (
    IBANS,
    JULI,
    LEBENSUNTERHALT,
    bescheid,
    hake_ab,
    haushalt,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.kasse import stichprobe as ziehung
from sozialamt.kasse.camt import lies_camt
from sozialamt.kasse.festlegungen import Stichprobe
from sozialamt.kasse.iban import pruefe_iban
from sozialamt.kasse.models import (
    Auffaelligkeit,
    Buchung,
    Forderung,
    Kontobewegung,
    Laufstatus,
    Zahldatei,
    Zahlung,
    Zahlungsweg,
)
from sozialamt.kasse.pain import XSD_ZEILEN, maengel_der_zeilen, schreibe_datei
from sozialamt.kasse.vorgaenge.empfaenger_pruefen import empfaengerpruefung_festhalten
from sozialamt.kasse.vorgaenge.kontoauszug_einlesen import bewegung_klaeren, kontoauszug_einlesen
from sozialamt.kasse.vorgaenge.zahllauf_freigeben import zahllauf_freigeben
from sozialamt.kasse.vorgaenge.zahllauf_pruefen import zahllauf_pruefen
from sozialamt.kasse.vorgaenge.zahllauf_senden import zahldatei_erstellen, zahllauf_senden
from sozialamt.kasse.zeichen import NAME_HOECHSTENS, ZWECK_HOECHSTENS, banktext, pruefe_text

XSD = etree.XMLSchema(etree.parse(Path(sepaxml.__file__).parent / "schemas" / "pain.001.001.09.xsd"))
NS = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}


@pytest.fixture
def lauf(akte, jorg, sach, kasse, team, uhr):
    """Ein gesammelter Lauf mit einer Zeile über 500 Euro."""
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    return sammle(kasse, uhr)


def lies(kasse, uhr, *umsaetze, **weitere):
    return kontoauszug_einlesen(
        benutzer=kasse, inhalt=auszug(*umsaetze, **weitere), dateiname="auszug.xml", zeitpunkt=uhr.tick()
    )


# --- zur Bank ---


def test_die_datei_entspricht_dem_schema_ohne_anschrift_und_mit_umschrift(lauf, kasse, team, uhr):
    laufe(lauf, kasse, team, uhr)
    datei = Zahldatei.objects.get()
    baum = etree.fromstring(bytes(datei.inhalt))
    XSD.assertValid(baum)
    assert baum.findtext(".//p:Cdtr/p:Nm", namespaces=NS) == "Joerg Muessig"
    assert baum.findtext(".//p:EndToEndId", namespaces=NS) == Zahlung.objects.get().schluessel
    assert baum.findtext(".//p:GrpHdr/p:CtrlSum", namespaces=NS) == "500.00"
    assert not baum.findall(".//p:PstlAdr", NS)
    assert not baum.findall(".//p:AdrTp", NS)
    assert datei.sha256 == hashlib.sha256(bytes(datei.inhalt)).hexdigest()


def test_derselbe_lauf_ergibt_dieselbe_datei(lauf, kasse, team, uhr):
    laufe(lauf, kasse, team, uhr)
    lauf.refresh_from_db()
    nochmals = schreibe_datei(lauf, list(lauf.zahlungen.all()))
    assert nochmals == bytes(Zahldatei.objects.get().inhalt)
    assert zahldatei_erstellen(benutzer=kasse, zahllauf=lauf) == Zahldatei.objects.get()


def test_gesendet_wird_nur_einmal(lauf, kasse, team, uhr):
    laufe(lauf, kasse, team, uhr)
    with pytest.raises(ZustandFehler, match="gesendet"):
        zahllauf_senden(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert Buchung.objects.filter(art="zahlung").count() == 1


def test_eine_zeile_ueber_null_kommt_nicht_in_die_datei(lauf):
    zeile = Zahlung.objects.get()
    zeile.cent = 0
    assert [m.grund for m in maengel_der_zeilen([zeile])] == ["ist keine Zahlung"]
    with pytest.raises(AngabenFehler, match="keine Zahlung"):
        schreibe_datei(lauf, [zeile])


def test_lange_namen_und_gruende_stehen_ganz_in_einer_gueltigen_datei(lauf, kasse, team, uhr):
    vorlage = Zahlung.objects.get()
    name, grund = "Ülkü Großmüller-" + "ö" * 25, "Grund Nr. 12 für Miete " + "ß" * 58
    assert (len(banktext(name)), len(banktext(grund))) == (NAME_HOECHSTENS, ZWECK_HOECHSTENS)
    zeilen = [
        Zahlung(
            zahllauf=lauf,
            schluessel=f"Z-{nummer}",
            kontoinhaber=name,
            iban=vorlage.iban,
            verwendungszweck=grund,
            cent=nummer,
        )
        for nummer in range(1, XSD_ZEILEN + 3)
    ]
    baum = etree.fromstring(schreibe_datei(lauf, zeilen))
    XSD.assertValid(baum)
    assert {n.text for n in baum.findall(".//p:Cdtr/p:Nm", NS)} == {banktext(name)}
    assert {n.text for n in baum.findall(".//p:RmtInf/p:Ustrd", NS)} == {banktext(grund)}
    assert baum.findtext(".//p:GrpHdr/p:NbOfTxs", namespaces=NS) == str(len(zeilen))
    zeilen[-1].verwendungszweck += "x"
    with pytest.raises(AngabenFehler, match="141 Zeichen"):
        schreibe_datei(lauf, zeilen)


@pytest.mark.parametrize(
    ("iban", "grund"),
    [
        ("DE00120300000000202051", "Prüfziffern"),
        ("DE0212030000000020205", "Länge"),
        ("XX02120300000000202051", "Land"),
        ("", "IBAN"),
        ("DE02 1203 0000 0000 2020 5A", "Stelle|keine IBAN|Prüfziffern"),
    ],
)
def test_eine_falsche_iban_wird_mit_grund_abgelehnt(iban, grund):
    with pytest.raises(AngabenFehler, match=grund):
        pruefe_iban(iban)


def test_eine_richtige_iban_wird_ohne_leerzeichen_gespeichert():
    assert pruefe_iban("de02 1203 0000 0000 2020 51") == IBANS[0]


@pytest.mark.parametrize(
    ("text", "bank"),
    [
        ("Müller-Lüdenscheidt", "Mueller-Luedenscheidt"),
        ("Ärztekammer & Söhne", "Aerztekammer + Soehne"),
        ("Jürgen  Weiß", "Juergen Weiss"),
        ("Łukasz Đorđević", "Lukasz Dordevic"),
        ("René Çelik", "Rene Celik"),
    ],
)
def test_namen_werden_umgeschrieben_nicht_entstellt(text, bank):
    assert banktext(text) == bank


def test_zu_lange_oder_fremde_texte_werden_abgelehnt_nicht_gekuerzt():
    assert pruefe_text("Zweck", "x" * ZWECK_HOECHSTENS, ZWECK_HOECHSTENS) is None
    assert "141 Zeichen" in pruefe_text("Zweck", "x" * 141, ZWECK_HOECHSTENS).grund
    assert "71 Zeichen" in pruefe_text("Name", "ü" * 35 + "x", NAME_HOECHSTENS).grund
    assert "nicht annehmen" in pruefe_text("Name", "Иван", NAME_HOECHSTENS).grund
    assert pruefe_text("Name", " ", NAME_HOECHSTENS).grund == "fehlt"


@given(st.text(max_size=200))
def test_was_die_pruefung_besteht_passt_in_die_datei(text):
    if pruefe_text("Zweck", text, ZWECK_HOECHSTENS) is None:
        fertig = banktext(text)
        assert 0 < len(fertig) <= ZWECK_HOECHSTENS
        assert fertig.isascii()
        ET.fromstring(f"<a>{fertig.replace('&', '')}</a>")  # noqa: S314 - our own text
        assert banktext(fertig) == fertig


# --- Prüfung und vier Augen ---


def test_wer_sammelt_gibt_nicht_frei(lauf, kasse, uhr):
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    hake_ab(lauf, kasse, uhr)
    with pytest.raises(ZustandFehler, match="andere Person"):
        zahllauf_freigeben(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())


def test_wer_ein_konto_erfasst_hat_gibt_den_lauf_nicht_frei(akte, jorg, sach, kasse, team, uhr):
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
    zahlungsweg(akte, team, kasse, uhr.tick())
    lauf = sammle(kasse, uhr)
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    hake_ab(lauf, team, uhr)
    with pytest.raises(ZustandFehler, match="selbst das Konto erfasst"):
        zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick())


def test_auffaelliges_muss_vor_der_freigabe_abgehakt_sein(lauf, kasse, team, uhr):
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert list(Auffaelligkeit.objects.values_list("risiko", flat=True)) == ["neue_iban"]
    with pytest.raises(ZustandFehler, match="1 Auffälligkeiten"):
        zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick())


def test_hohe_betraege_gibt_nur_eine_hoehere_rolle_frei(akte, jorg, sach, kasse, team, uhr):
    from tests.kasse.bausteine import konto

    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 600_000}, sach, uhr.tick())
    zahlungsweg(akte, sach, team, uhr.tick())
    lauf = sammle(kasse, uhr)
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert "hoher_betrag" in Auffaelligkeit.objects.values_list("risiko", flat=True)
    hake_ab(lauf, team, uhr)
    with pytest.raises(ZustandFehler, match="Ihre Rolle gibt"):
        zahllauf_freigeben(benutzer=konto("zweite_kasse", "kasse"), zahllauf=lauf, zeitpunkt=uhr.tick())
    assert zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick()).status == Laufstatus.FREIGEGEBEN


def test_dasselbe_konto_in_zwei_akten_faellt_auf(akte, jorg, sach, kasse, team, uhr):
    andere, person = haushalt(2)
    for wer, mensch in ((akte, jorg), (andere, person)):
        bescheid(wer, {(JULI, mensch, LEBENSUNTERHALT): 50_000}, sach, uhr.tick())
        zahlungsweg(wer, sach, team, uhr.tick())
    lauf = sammle(kasse, uhr)
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert sorted(Auffaelligkeit.objects.values_list("risiko", flat=True)) == ["iban_mehrfach"] * 2 + ["neue_iban"] * 2


def test_passt_der_name_nicht_steht_die_zeile_in_der_stichprobe(lauf, kasse, team, uhr):
    weg = Zahlungsweg.objects.get()
    empfaengerpruefung_festhalten(benutzer=team, zahlungsweg=weg, ergebnis="falsch", zeitpunkt=uhr.tick())
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert "empfaengerpruefung" in Auffaelligkeit.objects.values_list("risiko", flat=True)
    with pytest.raises(AngabenFehler, match="gibt es nicht"):
        empfaengerpruefung_festhalten(benutzer=team, zahlungsweg=weg, ergebnis="vielleicht", zeitpunkt=uhr.tick())


def test_ein_sofort_erlassener_bescheid_faellt_auf(lauf, kasse, uhr, monkeypatch):
    """Zwischen Berechnung und Erlass lag eine Stunde; hier gilt erst ein Tag als sorgfältig."""
    monkeypatch.setattr(ziehung, "stichprobe", lambda: Stichprobe(500_000, 86_400, 50))
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    assert "schnelle_freigabe" in Auffaelligkeit.objects.values_list("risiko", flat=True)


def test_wird_nach_der_sammlung_weniger_bewilligt_haelt_das_den_lauf_auf(lauf, akte, jorg, sach, kasse, team, uhr):
    zahllauf_pruefen(benutzer=kasse, zahllauf=lauf, zeitpunkt=uhr.tick())
    hake_ab(lauf, team, uhr)
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 30_000}, sach, uhr.tick(), art="aenderung")
    with pytest.raises(ZustandFehler, match="neu entschieden"):
        zahllauf_freigeben(benutzer=team, zahllauf=lauf, zeitpunkt=uhr.tick())


# --- von der Bank ---


@pytest.fixture
def gesendet(lauf, kasse, team, uhr):
    return laufe(lauf, kasse, team, uhr)


def test_ein_ruecklaeufer_oeffnet_die_schuld_und_sperrt_das_konto(gesendet, akte, sach, kasse, team, uhr):
    lies(kasse, uhr, rueckgabe(Zahlung.objects.get()))
    assert Buchung.objects.offen() == 50_000
    assert Zahlungsweg.objects.get().sperre.grund == "ruecklaeufer"
    with pytest.raises(ZustandFehler, match="nichts zu zahlen"):
        sammle(kasse, uhr)
    zahlungsweg(akte, sach, team, uhr.tick(), iban=IBANS[1])
    assert sammle(kasse, uhr).summe == 50_000


@pytest.mark.parametrize("fassung", ["camt.054.001.02", "camt.054.001.08", "camt.053.001.02", "camt.053.001.08"])
def test_dieselbe_rueckgabe_in_avis_und_auszug_wird_einmal_gebucht(gesendet, kasse, uhr, fassung):
    zeile = Zahlung.objects.get()
    lies(kasse, uhr, rueckgabe(zeile))
    lies(kasse, uhr, rueckgabe(zeile), fassung=fassung)
    lies(kasse, uhr, rueckgabe(zeile, kennung="andere"), fassung=fassung)
    assert Buchung.objects.filter(art="ruecklaeufer").count() == 1
    assert Kontobewegung.objects.zu_klaeren().get().hinweis.endswith("kam schon einmal zurück")


def test_die_ausfuehrung_schliesst_den_lauf_ab(gesendet, kasse, uhr):
    lies(kasse, uhr, ausgang(50_000, gesendet.nummer))
    gesendet.refresh_from_db()
    assert gesendet.status == Laufstatus.ABGESCHLOSSEN


def test_eine_zahlung_auf_das_kassenzeichen_tilgt_die_forderung(gesendet, akte, sach, kasse, uhr):
    bescheid(akte, {}, sach, uhr.tick(), art="aufhebung", zeitraum=(JULI, JULI))
    bescheid(akte, {}, sach, uhr.tick(), art="erstattung", zeitraum=(JULI, JULI))
    forderung = Forderung.objects.get()
    assert forderung.cent == 50_000
    lies(kasse, uhr, eingang(20_000, f"Rate Juli {forderung.nummer}"))
    assert Buchung.objects.forderung() == 30_000


def test_unbekanntes_geht_nie_verloren_sondern_auf_die_arbeitsliste(gesendet, kasse, uhr):
    umsaetze = (
        eingang(1_234, "vielen Dank", kennung="1"),
        eingang(99_999, "F-00000001", kennung="2"),
        rueckgabe(Zahlung.objects.get(), kennung="3", cent=49_999),
        ausgang(1, "unbekannt", kennung="4"),
    )
    gelesen = lies(kasse, uhr, *umsaetze)
    assert gelesen.bewegungen_gesamt == Kontobewegung.objects.zu_klaeren().count() == len(umsaetze)
    eine = Kontobewegung.objects.zu_klaeren().first()
    bewegung_klaeren(benutzer=kasse, bewegung=eine, begruendung="an die Stadtkasse gemeldet", zeitpunkt=uhr.tick())
    assert Kontobewegung.objects.zu_klaeren().count() == len(umsaetze) - 1
    with pytest.raises(ZustandFehler, match="schon geklärt"):
        bewegung_klaeren(benutzer=kasse, bewegung=eine, begruendung="noch einmal", zeitpunkt=uhr.tick())


BOMBE = '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>'
FREMD = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("inhalt", "grund"),
    [
        (b"kein xml", "kein lesbares XML"),
        (b"", "kein lesbares XML"),
        (b"<a/>", "weder camt"),
        (BOMBE.encode() + b"<a>&z;</a>", "verboten"),
        (FREMD.encode() + b"<a>&x;</a>", "verboten"),
        (auszug(eingang(1, "x")).replace(b'Ccy="EUR"', b'Ccy="USD"'), "Währung USD"),
        (auszug(eingang(1, "x")).replace(b">0.01<", b">0.001<"), "Betrag 0.001"),
        (auszug(eingang(1, "x")).replace(b">0.01<", b">NaN<"), "Betrag NaN"),
        (auszug(eingang(1, "x")).replace(b"2026-07-06", b"2026-13-06"), "unlesbar"),
    ],
)
def test_feindliche_und_kaputte_dateien_werden_abgelehnt(inhalt, grund):
    with pytest.raises(AngabenFehler, match=grund):
        lies_camt(inhalt)


def test_sammler_mit_einzelbetraegen_wird_zerlegt_ohne_sie_als_ganzes_gelesen():
    mit = auszug(eingang(100, "a").replace("</TxDtls>", "</TxDtls><TxDtls><Amt Ccy='EUR'>2.00</Amt></TxDtls>"))
    falsch = lies_camt(mit)
    assert [u.cent for u in falsch.umsaetze] == [100]
    richtig = lies_camt(mit.replace(b'<Ntry><Amt Ccy="EUR">1.00', b'<Ntry><Amt Ccy="EUR">3.00'))
    assert [u.cent for u in richtig.umsaetze] == [100, 200]


def test_auszuege_liest_nur_wer_darf(sach, uhr):
    from sozialamt.akte.fehler import RechtFehlt

    with pytest.raises(RechtFehlt):
        lies(sach, uhr)
