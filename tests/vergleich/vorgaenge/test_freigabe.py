"""Freigabe: Nichts wird aus Versehen sichtbar, auch nicht durch eine spätere Lieferung."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from tests.vergleich.bausteine import AM, liefere, nutzer_fuer, stadt

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Benutzer, Protokolleintrag
from sozialamt.vergleich.models import Auffaelligkeit, Stadt
from sozialamt.vergleich.models.freigabe import Reichweite
from sozialamt.vergleich.models.pruefung import Stand
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.vorgaenge.auffaelligkeit_bearbeiten import auffaelligkeit_bearbeiten
from sozialamt.vergleich.vorgaenge.freigabe_zuruecknehmen import freigabe_zuruecknehmen
from sozialamt.vergleich.vorgaenge.freigeben import freigeben
from sozialamt.vergleich.vorgaenge.pruefen import pruefe_werte


@pytest.fixture
def essen(grundbestand: None) -> Stadt:
    return stadt("essen")


@pytest.fixture
def leiterin(essen: Stadt) -> Benutzer:
    return nutzer_fuer(essen, "leitung")


@pytest.fixture
def koelnerin(essen: Stadt) -> Benutzer:
    return nutzer_fuer(stadt("koeln"), "leitung")


def sieht(benutzer: Benutzer) -> dict[str, int | None]:
    pool = lesen.pool(Sicht.von(benutzer), [2023])
    return {z["groesse"]: z["wert"] for z in pool.iter_rows(named=True)}


def oeffentlich() -> dict[str, int | None]:
    return {z["groesse"]: z["wert"] for z in lesen.pool(Sicht.oeffentlich(), [2023]).iter_rows(named=True)}


def test_andere_staedte_sehen_genau_das_freigegebene(leiterin: Benutzer, koelnerin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000, "nef": 25000})
    assert sieht(koelnerin) == {}
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    assert sieht(koelnerin) == {"elb": 60000}
    assert oeffentlich() == {}


def test_eine_spaetere_lieferung_ist_nicht_mit_freigegeben(
    leiterin: Benutzer, koelnerin: Benutzer, essen: Stadt
) -> None:
    liefere(essen, 2023, {"elb": 60000})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    liefere(essen, 2023, {"elb": 61000})
    assert sieht(koelnerin) == {"elb": 60000}
    assert sieht(leiterin) == {"elb": 61000}
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    assert sieht(koelnerin) == {"elb": 61000}


def test_eine_ruecknahme_macht_unsichtbar(leiterin: Benutzer, koelnerin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    freigabe_zuruecknehmen(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    assert sieht(koelnerin) == {}
    assert sieht(leiterin) == {"elb": 60000}


def test_oeffentlich_ist_nur_was_fuer_alle_freigegeben_ist(leiterin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], reichweite=Reichweite.OEFFENTLICH, zeitpunkt=AM)
    assert oeffentlich() == {"elb": 60000}


def test_ein_ungeklaerter_fehler_haelt_die_freigabe_auf(leiterin: Benutzer, koelnerin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"lb_gsiae": 900, "lb_gsiae_ave": 800, "lb_gsiae_ie": 50})
    pruefe_werte(stadt=essen, jahre=[2023], zeitpunkt=AM)
    with pytest.raises(ZustandFehler, match=r"900 Personen statt 850 Personen"):
        freigeben(benutzer=leiterin, stadt=essen, groessen=["lb_gsiae"], zeitpunkt=AM)
    befund = Auffaelligkeit.objects.get(regel="summe_gsiae")
    with pytest.raises(AngabenFehler, match="Kommentar"):
        auffaelligkeit_bearbeiten(benutzer=leiterin, auffaelligkeit=befund, stand=Stand.ERKLAERT, zeitpunkt=AM)
    auffaelligkeit_bearbeiten(
        benutzer=leiterin,
        auffaelligkeit=befund,
        stand=Stand.ERKLAERT,
        kommentar="50 Personen ohne Angabe der Wohnform",
        zustaendig=leiterin,
        zeitpunkt=AM,
    )
    freigeben(benutzer=leiterin, stadt=essen, groessen=["lb_gsiae"], zeitpunkt=AM)
    assert sieht(koelnerin) == {"lb_gsiae": 900}


def test_eine_erklaerung_gilt_nur_fuer_dieselben_werte(leiterin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"lb_gsiae": 900, "lb_gsiae_ave": 800, "lb_gsiae_ie": 50})
    pruefe_werte(stadt=essen, jahre=[2023], zeitpunkt=AM)
    befund = Auffaelligkeit.objects.get(regel="summe_gsiae")
    auffaelligkeit_bearbeiten(
        benutzer=leiterin, auffaelligkeit=befund, stand=Stand.ERKLAERT, kommentar="so", zeitpunkt=AM
    )
    pruefe_werte(stadt=essen, jahre=[2023], zeitpunkt=AM)
    assert Auffaelligkeit.objects.get(regel="summe_gsiae").stand == Stand.ERKLAERT
    liefere(essen, 2023, {"lb_gsiae": 901})
    pruefe_werte(stadt=essen, jahre=[2023], zeitpunkt=AM)
    assert Auffaelligkeit.objects.get(regel="summe_gsiae").stand == Stand.OFFEN
    liefere(essen, 2023, {"lb_gsiae": 850})
    pruefe_werte(stadt=essen, jahre=[2023], zeitpunkt=AM)
    assert Auffaelligkeit.objects.get(regel="summe_gsiae").stand == Stand.BEHOBEN


def test_fuer_fremde_staedte_handelt_niemand(koelnerin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000})
    for vorgang in (freigeben, freigabe_zuruecknehmen):
        with pytest.raises(RechtFehlt):
            vorgang(benutzer=koelnerin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    assert not Protokolleintrag.objects.exists()


def test_wer_nur_liefern_darf_gibt_nicht_frei(essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000})
    with pytest.raises(RechtFehlt):
        freigeben(benutzer=nutzer_fuer(essen, "controlling"), stadt=essen, groessen=["elb"], zeitpunkt=AM)


@pytest.mark.parametrize(
    ("groessen", "reichweite", "fehler"),
    [(["elb"], "staedte", ZustandFehler), (["quatsch"], "staedte", AngabenFehler), ([], "staedte", AngabenFehler)]
    + [(["elb"], "alle", AngabenFehler)],
)
def test_unsinn_wird_nicht_freigegeben(
    leiterin: Benutzer, essen: Stadt, groessen: list[str], reichweite: str, fehler: type[Exception]
) -> None:
    with pytest.raises(fehler):
        freigeben(benutzer=leiterin, stadt=essen, groessen=groessen, reichweite=reichweite, zeitpunkt=AM)


def test_freigaben_lassen_sich_nicht_loeschen(leiterin: Benutzer, essen: Stadt) -> None:
    liefere(essen, 2023, {"elb": 60000})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb"], zeitpunkt=AM)
    with pytest.raises(DatabaseError, match="nur anfügbar"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM vergleich_freigabe")
