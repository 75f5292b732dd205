"""Zwei Städte sehen voneinander nur, was freigegeben ist."""

from __future__ import annotations

import pytest
from tests.vergleich.bausteine import liefere, nutzer_fuer, stadt

from sozialamt.akte.fehler import RechtFehlt
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht


def werte(sicht: Sicht) -> dict[tuple[str, str], int]:
    pool = lesen.pool(sicht)
    return {(z["stadt"], z["groesse"]): z["wert"] for z in pool.iter_rows(named=True)}


def test_ungefreigegebenes_sieht_nur_die_eigene_stadt(grundbestand: None) -> None:
    koeln, essen = stadt("koeln"), stadt("essen")
    liefere(koeln, 2023, {"elb": 70000})
    liefere(essen, 2023, {"elb": 60000})
    assert werte(Sicht.von(nutzer_fuer(koeln, "leitung"))) == {("koeln", "elb"): 70000}
    assert werte(Sicht.von(nutzer_fuer(essen, "leitung"))) == {("essen", "elb"): 60000}
    assert werte(Sicht.oeffentlich()) == {}


def test_ungefreigegebenes_verschiebt_kein_mittel_der_anderen(grundbestand: None) -> None:
    koeln, essen = stadt("koeln"), stadt("essen")
    liefere(koeln, 2023, {"elb": 70000, "nef": 30000, "einwohner_0_bis_unter_65": 880000})
    liefere(essen, 2023, {"elb": 60000, "nef": 25000, "einwohner_0_bis_unter_65": 460000})
    profil = lesen.profil(Sicht.von(nutzer_fuer(koeln, "leitung")), "koeln", 2023)
    dichte = next(b for b in profil.bereiche if b.bereich.schluessel == "sgb2").dichte
    assert dichte.stellung.n == 1
    assert [s for s, _ in dichte.stellung.werte] == ["koeln"]


def test_ohne_recht_gibt_es_keine_sicht(grundbestand: None) -> None:
    with pytest.raises(RechtFehlt):
        Sicht.von(Benutzer.objects.create(username="niemand"))
