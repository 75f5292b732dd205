"""Schreiben: anfügen statt ändern, gleich bleibt gleich, Widersprüche werden abgewiesen."""

from __future__ import annotations

import polars as pl
import pytest
from django.db import DatabaseError, connection, transaction
from tests.vergleich.bausteine import AM, liefere, stadt, zeilen

from sozialamt.akte.fehler import AngabenFehler
from sozialamt.vergleich.models import Wert
from sozialamt.vergleich.models.wert import Lieferungsart
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.schreiben import Herkunft, speichere
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.schutz import NUR_ANFUEGBAR


def gueltig(schluessel: str) -> dict[str, int | None]:
    pool = lesen.pool(Sicht.der_stadt(schluessel))
    return {z["groesse"]: z["wert"] for z in pool.iter_rows(named=True)}


def test_eine_neue_lieferung_ersetzt_durch_eine_neuere_zeile(grundbestand: None) -> None:
    essen = stadt("essen")
    liefere(essen, 2023, {"elb": 60000, "nef": 25000})
    zweite = liefere(essen, 2023, {"elb": 60001, "nef": 25000})
    assert (zweite.neu, zweite.ersetzt, zweite.gleich) == (0, 1, 1)
    assert gueltig("essen") == {"elb": 60001, "nef": 25000}
    assert Wert.objects.count() == 3


def test_dieselbe_lieferung_noch_einmal_aendert_nichts(grundbestand: None) -> None:
    essen = stadt("essen")
    liefere(essen, 2023, {"elb": 60000})
    noch_einmal = liefere(essen, 2023, {"elb": 60000})
    assert (noch_einmal.neu, noch_einmal.ersetzt, noch_einmal.gleich) == (0, 0, 1)
    assert Wert.objects.count() == 1
    assert [z["ergebnis"] for z in noch_einmal.berichtszeilen()] == ["gleich"]


def test_auch_der_grund_des_fehlens_wird_ersetzt(grundbestand: None) -> None:
    essen = stadt("essen")
    liefere(essen, 2023, {"lb_hzg": "keine_lieferung"})
    liefere(essen, 2023, {"lb_hzg": 310})
    assert gueltig("essen") == {"lb_hzg": 310}


def test_zurueck_zum_alten_wert_ist_wieder_eine_neue_zeile(grundbestand: None) -> None:
    essen = stadt("essen")
    for wert in (1, 2, 1):
        liefere(essen, 2023, {"elb": wert})
    assert gueltig("essen") == {"elb": 1}
    assert Wert.objects.count() == 3


def test_widersprueche_in_einer_datei_werden_mit_zeilen_genannt(grundbestand: None) -> None:
    essen = stadt("essen")
    satz = pl.concat(
        [zeilen(essen, 2023, {"elb": 1}), zeilen(essen, 2023, {"elb": 2}).with_columns(zeile=pl.lit(9, pl.Int64))]
    )
    with pytest.raises(AngabenFehler, match="Zeilen 2, 9"):
        speichere(satz, Herkunft(Lieferungsart.DATEI, "Test", AM, stadt=essen))
    assert not Wert.objects.exists()


@pytest.mark.parametrize("tabelle", ["vergleich_wert", "vergleich_lieferung"])
@pytest.mark.parametrize("anweisung", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_aendern_und_loeschen_lehnt_die_datenbank_ab(grundbestand: None, tabelle: str, anweisung: str) -> None:
    assert tabelle in NUR_ANFUEGBAR
    liefere(stadt("essen"), 2023, {"elb": 1})
    with pytest.raises(DatabaseError, match="nur anfügbar"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(anweisung.format(tabelle))
