"""Verdorbene Dateien werden abgewiesen, mit Zeile und Spalte; nichts davon ist danach im Pool."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from tests.vergleich.bausteine import AM, nutzer_fuer, stadt

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.einlesen import datei
from sozialamt.vergleich.einlesen.lieferdatei import KOPF
from sozialamt.vergleich.lieferung.vorlage import vorlage_csv, vorlage_xlsx
from sozialamt.vergleich.models import Lieferung, Stadt, Wert
from sozialamt.vergleich.vorgaenge.datei_liefern import datei_liefern

ZEILE = "05113,Essen,2023,31.12.2023,elb,Personen,60000,,"


@pytest.fixture
def essen(grundbestand: None) -> Stadt:
    return stadt("essen")


@pytest.fixture
def lieferin(essen: Stadt) -> Benutzer:
    return nutzer_fuer(essen, "controlling")


def csv_aus(*zeilen: str) -> bytes:
    return "\n".join([",".join(KOPF), *zeilen]).encode()


def xlsx_aus(*zeilen: tuple[object, ...]) -> bytes:
    mappe = Workbook()
    mappe.active.title = datei.BLATT
    for zeile in (KOPF, *zeilen):
        mappe.active.append(zeile)
    puffer = io.BytesIO()
    mappe.save(puffer)
    return puffer.getvalue()


def liefere(lieferin: Benutzer, essen: Stadt, inhalt: bytes, name: str = "essen.csv") -> Lieferung:
    return datei_liefern(benutzer=lieferin, stadt=essen, dateiname=name, inhalt=inhalt, zeitpunkt=AM)


def test_die_leere_vorlage_liefert_ueberall_keine_lieferung(lieferin: Benutzer, essen: Stadt) -> None:
    aus_csv = liefere(lieferin, essen, vorlage_csv(essen, 2023))
    assert set(Wert.objects.values_list("fehlt", "wert")) == {("keine_lieferung", None)}
    aus_xlsx = liefere(lieferin, essen, vorlage_xlsx(essen, 2023), "essen.xlsx")
    assert aus_xlsx.zeilen == aus_csv.zeilen == aus_xlsx.gleich


def test_csv_und_xlsx_geben_denselben_wert(lieferin: Benutzer, essen: Stadt) -> None:
    mappe = load_workbook(io.BytesIO(vorlage_xlsx(essen, 2023)))
    for zellen in mappe[datei.BLATT].iter_rows(min_row=2):
        if zellen[4].value == "auszahlung_hlu":
            zellen[6].value, zellen[7].value = 16234567.89, None
    puffer = io.BytesIO()
    mappe.save(puffer)
    liefere(lieferin, essen, puffer.getvalue(), "essen.xlsx")
    assert Wert.objects.get(groesse__schluessel="auszahlung_hlu").wert == 1_623_456_789
    noch_einmal = liefere(lieferin, essen, csv_aus("05113,Essen,2023,Jahr,auszahlung_hlu,EUR,16234567.89,,"))
    assert noch_einmal.gleich == 1


@pytest.mark.parametrize(
    ("zeile", "ort", "grund"),
    [
        ("05113,Essen,2023,31.12.2023,elb,Personen,60.000,,", "Zeile 3, Spalte wert", "Nachkommastellen"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,1.060.000,,", "Zeile 3, Spalte wert", "keine Zahl"),
        ('05113,Essen,2023,31.12.2023,elb,Personen,"60,5",,', "Zeile 3, Spalte wert", "keine Zahl"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60 000,,", "Zeile 3, Spalte wert", "keine Zahl"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,1e5,,", "Zeile 3, Spalte wert", "keine Zahl"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,-5,,", "Zeile 3, Spalte wert", "negativ"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,=1+1,,", "Zeile 3, Spalte wert", "Formel"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,@SUMME(A1),,", "Zeile 3, Spalte wert", "Formel"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60000,,=cmd|' /C calc'!A0", "Zeile 3, Spalte hinweis", "Formel"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,99999999999999999999,,", "Zeile 3, Spalte wert", "keine Zahl"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,,,", "Zeile 3, Spalte wert", "fehlt ohne Grund"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,1,keine_lieferung,", "Zeile 3, Spalte fehlt", "widerspricht"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,,vergessen,", "Zeile 3, Spalte fehlt", "kein Grund"),
        ("05113,Essen,2023,31.12.2023,elb,EUR,60000,,", "Zeile 3, Spalte einheit", "nicht die Einheit"),
        ("05113,Essen,2023,31.12.2023,leute,Personen,60000,,", "Zeile 3, Spalte groesse", "keine lieferbare"),
        ("05113,Essen,2023,31.12.2023,arbeitslosenquote,Prozent,9,,", "Zeile 3, Spalte groesse", "keine lieferbare"),
        ("05113,Essen,2099,31.12.2023,elb,Personen,60000,,", "Zeile 3, Spalte jahr", "kein Jahr"),
        ("05113,Essen,23,31.12.2023,elb,Personen,60000,,", "Zeile 3, Spalte jahr", "kein Jahr"),
        ("05113,Essen,2023,12/31/2023,elb,Personen,60000,,", "Zeile 3, Spalte stichtag", "kein Tag"),
        ("05315,Köln,2023,31.12.2023,elb,Personen,60000,,", "Zeile 3, Spalte ags", "keine Stadt"),
        ("05113,Köln,2023,31.12.2023,elb,Personen,60000,,", "Zeile 3, Spalte stadt", "passt nicht"),
        ("05113,2023,Essen,31.12.2023,elb,Personen,60000,,", "Zeile 3, Spalte stadt", "passt nicht"),
        ("05113,Essen,2023,31.12.2023,elb,60000,Personen,,", "Zeile 3, Spalte einheit", "nicht die Einheit"),
        ("05113;Essen;2023;31.12.2023;elb;Personen;60000;;", "Zeile 3, Spalte ags", "Felder"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60000", "Zeile 3", "hat 7 Felder"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60000,,,zu viel", "Zeile 3", "hat 10 Felder"),
        ('05113,"Essen,2023,31.12.2023,elb,Personen,60000,,', "Zeile 3", "keine gültige CSV-Zeile"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60000,,\x07", "Zeile 3, Spalte hinweis", "kein einfacher Text"),
        ("05113,Essen,2023,31.12.2023,elb,Personen,60000,,\x00", "Zeile 3", "gehört nicht in eine Textdatei"),
    ],
)
def test_eine_falsche_zeile_verwirft_die_ganze_datei(
    lieferin: Benutzer, essen: Stadt, zeile: str, ort: str, grund: str
) -> None:
    with pytest.raises(AngabenFehler) as fehler:
        liefere(lieferin, essen, csv_aus(ZEILE, zeile))
    genannt = [(m.feld, m.grund) for m in fehler.value.maengel]
    assert any(f.startswith(ort) and grund in g for f, g in genannt), genannt
    assert not Wert.objects.exists()
    assert not Lieferung.objects.exists()


@pytest.mark.parametrize(
    ("kopf", "ort"),
    [
        (";".join(KOPF), "Zeile 1, Spalte 1"),
        (",".join(KOPF[:-1]), "Zeile 1, Spalte 9"),
        (",".join([KOPF[1], KOPF[0], *KOPF[2:]]), "Zeile 1, Spalte 1"),
        (",".join([*KOPF, "noch_eine"]), "Zeile 1, Spalte 10"),
    ],
)
def test_eine_falsche_kopfzeile_wird_abgewiesen(lieferin: Benutzer, essen: Stadt, kopf: str, ort: str) -> None:
    with pytest.raises(AngabenFehler, match=ort):
        liefere(lieferin, essen, f"{kopf}\n{ZEILE}".encode())


@pytest.mark.parametrize("zeichensatz", ["cp1252", "utf-16", "utf-32"])
def test_ein_anderer_zeichensatz_wird_mit_zeile_und_spalte_genannt(
    lieferin: Benutzer, essen: Stadt, zeichensatz: str
) -> None:
    text = csv_aus(ZEILE, "05113,Essen,2023,31.12.2023,nef,Personen,25000,,geschätzt für Übergang").decode()
    with pytest.raises(AngabenFehler, match="Zeile|Nullzeichen") as fehler:
        liefere(lieferin, essen, text.encode(zeichensatz))
    if zeichensatz == "cp1252":
        assert fehler.value.maengel[0].feld == "Zeile 3, Spalte 9"
    assert not Wert.objects.exists()


def test_utf_8_mit_kennung_ist_erlaubt(lieferin: Benutzer, essen: Stadt) -> None:
    assert liefere(lieferin, essen, b"\xef\xbb\xbf" + csv_aus(ZEILE)).neu == 1


def test_hundert_megabyte_werden_abgewiesen_bevor_sie_gelesen_werden(lieferin: Benutzer, essen: Stadt) -> None:
    with pytest.raises(AngabenFehler, match="100 MB.*größer als 64 MB"):
        liefere(lieferin, essen, b"x" * (100 * datei.MEGABYTE))


@pytest.mark.parametrize("name", ["essen.xls", "essen.txt", "essen.csv.exe", "essen"])
def test_andere_dateien_werden_abgewiesen(lieferin: Benutzer, essen: Stadt, name: str) -> None:
    with pytest.raises(AngabenFehler, match="weder CSV noch XLSX"):
        liefere(lieferin, essen, csv_aus(ZEILE), name)


def bombe() -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w", zipfile.ZIP_DEFLATED) as archiv:
        archiv.writestr("xl/worksheets/sheet1.xml", b"0" * (250 * datei.MEGABYTE))
    return puffer.getvalue()


def viele_dateien() -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as archiv:
        for i in range(500):
            archiv.writestr(f"{i}.xml", b"")
    return puffer.getvalue()


def mit_makro() -> bytes:
    puffer = io.BytesIO(xlsx_aus(("05113", "Essen", 2023, "31.12.2023", "elb", "Personen", 60000, "", "")))
    with zipfile.ZipFile(puffer, "a") as archiv:
        archiv.writestr("xl/vbaProject.bin", b"Sub")
    return puffer.getvalue()


def milliarden_lacher() -> bytes:
    """Ein Arbeitsblatt, dessen Entitäten sich beim Lesen vervielfachen."""
    quelle = zipfile.ZipFile(io.BytesIO(xlsx_aus()))
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as archiv:
        for name in quelle.namelist():
            inhalt = quelle.read(name)
            if name == "xl/worksheets/sheet1.xml":
                entitaeten = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
                kopf = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">{entitaeten}]>'.encode()
                inhalt = kopf + inhalt.replace(b"<sheetData>", b"<sheetData><row><c><v>&a9;</v></c></row>")
            archiv.writestr(name, inhalt)
    return puffer.getvalue()


@pytest.mark.parametrize(
    ("baue", "grund"),
    [
        (bombe, "stark gepackt"),
        (viele_dateien, "stark gepackt"),
        (mit_makro, "Makros"),
        (milliarden_lacher, "nicht lesbar"),
        (lambda: b"PK\x03\x04kaputt", "beschädigt"),
        (lambda: vorlage_aus_zip_ohne_mappe(), "nicht lesbar"),
    ],
)
def test_boesartige_archive_werden_abgewiesen(
    lieferin: Benutzer, essen: Stadt, baue: Callable[[], bytes], grund: str
) -> None:
    with pytest.raises(AngabenFehler, match=grund):
        liefere(lieferin, essen, baue(), "essen.xlsx")
    assert not Wert.objects.exists()


def vorlage_aus_zip_ohne_mappe() -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as archiv:
        archiv.writestr("hallo.txt", b"keine Mappe")
    return puffer.getvalue()


@pytest.mark.parametrize(
    ("wert", "grund"), [("=SUM(A1:A9)", "Formel"), (True, "Wahrheitswert"), ("#DIV/0!", "Fehlerwert|keine Zahl")]
)
def test_zellen_ohne_einfachen_wert_werden_genannt(lieferin: Benutzer, essen: Stadt, wert: object, grund: str) -> None:
    inhalt = xlsx_aus(("05113", "Essen", 2023, "31.12.2023", "elb", "Personen", wert, "", ""))
    with pytest.raises(AngabenFehler, match=grund) as fehler:
        liefere(lieferin, essen, inhalt, "essen.xlsx")
    assert fehler.value.maengel[0].feld == "Zeile 2, Spalte wert"


@pytest.mark.parametrize("saat", range(60))
def test_zufaellig_verdorbene_dateien_speichern_nie_halbes(lieferin: Benutzer, essen: Stadt, saat: int) -> None:
    """Ein verdorbenes Byte gibt eine benannte Abweisung oder eine Datei, die Zeile für Zeile gültig ist."""
    wuerfel = random.Random(saat)
    inhalt = bytearray(csv_aus(ZEILE, "05113,Essen,2023,31.12.2023,nef,Personen,25000,,"))
    for _ in range(wuerfel.randint(1, 4)):
        inhalt[wuerfel.randrange(len(inhalt))] = wuerfel.randrange(256)
    try:
        lieferung = liefere(lieferin, essen, bytes(inhalt))
    except AngabenFehler as fehler:
        assert all(m.feld and m.grund for m in fehler.maengel)
        assert not Wert.objects.exists()
    else:
        assert Wert.objects.count() == lieferung.neu <= 2


def test_alle_maengel_werden_auf_einmal_genannt_aber_nicht_endlos(lieferin: Benutzer, essen: Stadt) -> None:
    falsch = [f"05113,Essen,2023,31.12.2023,gibtsnicht{i},Personen,1,," for i in range(200)]
    with pytest.raises(AngabenFehler) as fehler:
        liefere(lieferin, essen, csv_aus(*falsch))
    assert len(fehler.value.maengel) == datei.HOECHSTENS_GENANNT + 1
    assert fehler.value.maengel[-1].wert == "150 weitere"
