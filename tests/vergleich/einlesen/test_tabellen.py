"""Öffentliche Tabellen in den Formaten ihrer Herausgeber. Die Ausschnitte folgen den Originalen, gekürzt."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.vergleich.einlesen.oeffentlich import deutsch, lies
from sozialamt.vergleich.models import Basisgroesse, Stadt

DATEN = Path(__file__).parent / "daten"
STRUKTURDATEN = (DATEN / "strukturdaten.csv").read_text(encoding="utf-8")
FLACHDATEI = (DATEN / "flachdatei.csv").read_text(encoding="utf-8")
INKAR = (DATEN / "inkar.csv").read_text(encoding="utf-8")


def gelesen(text: str, kodierung: str = "utf-8") -> list[tuple[str, str, int, str, Decimal]]:
    namen = dict(Stadt.objects.values_list("pk", "name"))
    groessen = {g.pk: g for g in Basisgroesse.objects.all()}
    werte = lies(text.encode(kodierung), quelle="Test").werte
    return [
        (namen[z["stadt_id"]], groessen[z["groesse_id"]].schluessel, z["jahr"], z["stichtag"])
        + (Decimal(z["wert"]).scaleb(-groessen[z["groesse_id"]].stellen),)
        for z in werte.iter_rows(named=True)
    ]


def test_strukturdaten_der_bundeswahlleiterin(grundbestand: None) -> None:
    assert gelesen(STRUKTURDATEN, "utf-8-sig") == [
        ("Hamburg", "flaeche", 2023, "30.06.2023", Decimal("755.10")),
        ("Hamburg", "bip_je_einwohner", 2021, "2021", Decimal(70620)),
        ("Hamburg", "arbeitslosenquote", 2023, "Oktober 2023", Decimal("7.6")),
        ("Region Hannover", "flaeche", 2023, "30.06.2023", Decimal("2297.20")),
        ("Region Hannover", "arbeitslosenquote", 2023, "Oktober 2023", Decimal("7.5")),
    ]


def test_andere_kreise_stehen_im_bericht(grundbestand: None) -> None:
    uebergangen = lies(STRUKTURDATEN.encode(), quelle="Test").uebergangen
    assert {(zeile, ort, grund) for zeile, ort, grund in uebergangen} == {(6, "03101", "keine Stadt des Vergleichs")}


@pytest.mark.parametrize("kodierung", ["utf-8", "cp1252"])
def test_flachdatei_der_statistischen_aemter(grundbestand: None, kodierung: str) -> None:
    assert gelesen(FLACHDATEI, kodierung) == [("Dortmund", "einwohner", 2023, "31.12.2023", Decimal(595471))]
    uebergangen = lies(FLACHDATEI.encode(kodierung), quelle="Test").uebergangen
    assert uebergangen == [(5, "Unbekanntes", "keine Größe des Katalogs")]


def test_inkar_mit_zweizeiligem_kopf(grundbestand: None) -> None:
    assert [(s, g, j, w) for s, g, j, _, w in gelesen(INKAR)] == [
        ("Düsseldorf", "svb_wohnort", 2020, Decimal(248123)),
        ("Düsseldorf", "svb_wohnort", 2021, Decimal(251456)),
    ]


def test_fremde_tabellen_brauchen_eine_quelle(grundbestand: None) -> None:
    with pytest.raises(AngabenFehler, match="Quelle"):
        lies(INKAR.encode())
    with pytest.raises(AngabenFehler, match="keine bekannte Tabelle"):
        lies(b"a;b;c\n1;2;3\n", quelle="Test")


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("1.234,5", "1234.5"),
        ("-0,4", "-0.4"),
        ("20282", "20282"),
        (".", None),
        ("x", None),
        ("1,234.5", None),
        ("1.23", None),
    ],
)
def test_deutsche_zahlen(text: str, zahl: str | None) -> None:
    assert deutsch(text) == zahl
