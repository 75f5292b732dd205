"""Zwei Installationen tauschen Pakete: unterschrieben, mit Laufnummer, mehrfach annehmbar."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.db import transaction
from tests.vergleich.bausteine import AM, liefere, nutzer_fuer, stadt

from sozialamt.akte.fehler import Aktenfehler, AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Benutzer
from sozialamt.vergleich.austausch.schluessel import DATEI, eigener_schluessel, oeffentlicher_schluessel
from sozialamt.vergleich.models import Austauschpaket, Freigabe, Partner, Stadt, Wert
from sozialamt.vergleich.pool import lesen
from sozialamt.vergleich.pool.sicht import Sicht
from sozialamt.vergleich.vorgaenge.freigabe_zuruecknehmen import freigabe_zuruecknehmen
from sozialamt.vergleich.vorgaenge.freigeben import freigeben
from sozialamt.vergleich.vorgaenge.paket_annehmen import paket_annehmen
from sozialamt.vergleich.vorgaenge.paket_ausstellen import paket_ausstellen
from sozialamt.vergleich.vorgaenge.partner_eintragen import partner_eintragen


class _Zurueck(Exception):
    pass


def in_anderer_installation(tue: Callable[[Stadt, Benutzer], bytes]) -> bytes:
    """Führt etwas aus und nimmt danach alles in der Datenbank zurück: Das war die andere Installation."""
    ergebnis = b""
    try:
        with transaction.atomic():
            essen = stadt("essen")
            ergebnis = tue(essen, nutzer_fuer(essen, "leitung"))
            raise _Zurueck
    except _Zurueck:
        return ergebnis


def essens_paket(essen: Stadt, leiterin: Benutzer) -> bytes:
    liefere(essen, 2023, {"elb": 60000, "nef": 25000, "lb_hzg": "nicht_zustaendig"})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb", "lb_hzg"], zeitpunkt=AM)
    return paket_ausstellen(benutzer=leiterin, stadt=essen, zeitpunkt=AM)


def spaeteres_paket(essen: Stadt, leiterin: Benutzer) -> bytes:
    liefere(essen, 2023, {"elb": 61000, "lb_hzg": "nicht_zustaendig"})
    freigeben(benutzer=leiterin, stadt=essen, groessen=["elb", "lb_hzg"], zeitpunkt=AM)
    freigabe_zuruecknehmen(benutzer=leiterin, stadt=essen, groessen=["lb_hzg"], zeitpunkt=AM)
    return paket_ausstellen(benutzer=leiterin, stadt=essen, zeitpunkt=AM)


@pytest.fixture(autouse=True)
def eigener_datenordner(settings, tmp_path) -> None:
    settings.DATENORDNER = tmp_path


@pytest.fixture
def koelnerin(grundbestand: None) -> Benutzer:
    return nutzer_fuer(stadt("koeln"), "leitung")


@pytest.fixture
def partner(koelnerin: Benutzer) -> Partner:
    return partner_eintragen(
        benutzer=koelnerin,
        name="Rechenzentrum Essen",
        schluessel=oeffentlicher_schluessel(),
        staedte=[stadt("essen")],
        zeitpunkt=AM,
    )


def sichtbar(benutzer: Benutzer) -> dict[str, tuple[int | None, str]]:
    pool = lesen.pool(Sicht.von(benutzer), [2023])
    return {z["groesse"]: (z["wert"], z["fehlt"]) for z in pool.iter_rows(named=True)}


def test_nur_freigegebenes_kommt_an(koelnerin: Benutzer, partner: Partner) -> None:
    paket_annehmen(benutzer=koelnerin, inhalt=in_anderer_installation(essens_paket), zeitpunkt=AM)
    assert sichtbar(koelnerin) == {"elb": (60000, ""), "lb_hzg": (None, "nicht_zustaendig")}
    assert lesen.pool(Sicht.oeffentlich(), [2023]).is_empty()


def test_dasselbe_paket_zweimal_aendert_nichts(koelnerin: Benutzer, partner: Partner) -> None:
    paket = in_anderer_installation(essens_paket)
    erstes = paket_annehmen(benutzer=koelnerin, inhalt=paket, zeitpunkt=AM)
    vorher = (Wert.objects.count(), Freigabe.objects.count())
    assert paket_annehmen(benutzer=koelnerin, inhalt=paket, zeitpunkt=AM) == erstes
    assert (Wert.objects.count(), Freigabe.objects.count()) == vorher


def test_derselbe_stand_gibt_dasselbe_paket(koelnerin: Benutzer) -> None:
    def zweimal(essen: Stadt, leiterin: Benutzer) -> bytes:
        erstes = essens_paket(essen, leiterin)
        assert paket_ausstellen(benutzer=leiterin, stadt=essen, zeitpunkt=AM) == erstes
        return erstes

    assert in_anderer_installation(zweimal)


def test_ein_neuerer_stand_ersetzt_ganz_und_nimmt_zurueck(koelnerin: Benutzer, partner: Partner) -> None:
    alt, neu = in_anderer_installation(essens_paket), in_anderer_installation(spaeteres_paket)
    paket_annehmen(benutzer=koelnerin, inhalt=alt, zeitpunkt=AM)
    paket_annehmen(benutzer=koelnerin, inhalt=neu, zeitpunkt=AM)
    assert sichtbar(koelnerin) == {"elb": (61000, "")}


def test_ein_aelterer_stand_wird_abgewiesen(koelnerin: Benutzer, partner: Partner) -> None:
    alt, neu = in_anderer_installation(essens_paket), in_anderer_installation(spaeteres_paket)
    paket_annehmen(benutzer=koelnerin, inhalt=neu, zeitpunkt=AM)
    with pytest.raises(ZustandFehler, match="schon Stand"):
        paket_annehmen(benutzer=koelnerin, inhalt=alt, zeitpunkt=AM)


def veraendert(paket: bytes, von: str, nach: str) -> bytes:
    huelle = json.loads(paket)
    assert von in huelle["inhalt"]
    return json.dumps(huelle | {"inhalt": huelle["inhalt"].replace(von, nach)}).encode()


def neu_unterschrieben(paket: bytes, von: str, nach: str) -> bytes:
    """Vom echten Absender unterschriebener Unsinn."""
    huelle = json.loads(veraendert(paket, von, nach))
    return json.dumps(huelle | {"unterschrift": eigener_schluessel().sign(huelle["inhalt"].encode()).hex()}).encode()


@pytest.mark.parametrize(
    ("verdirb", "grund"),
    [
        (lambda p: veraendert(p, "60000", "70000"), "passt nicht zum Inhalt"),
        (lambda p: b"\x00\x01", "ist kein Paket"),
        (lambda p: b"{}", "ist kein Paket"),
        (lambda p: b"[" * 100_000, "ist kein Paket"),
        (lambda p: b'{"unterschrift": 1, "inhalt": 2}', "ist kein Paket"),
        (lambda p: neu_unterschrieben(p, "staedtevergleich/1", "staedtevergleich/9"), "wird nicht verstanden"),
        (lambda p: neu_unterschrieben(p, "60000", '"60000"'), "Spalte wert"),
        (lambda p: neu_unterschrieben(p, "60000", "-1"), "Spalte wert"),
        (lambda p: neu_unterschrieben(p, "60000", "true"), "Spalte wert"),
        (lambda p: neu_unterschrieben(p, "60000", "1e400"), "Spalte wert|kein Paket"),
        (lambda p: neu_unterschrieben(p, "nicht_zustaendig", "vergessen"), "Spalte fehlt"),
        (lambda p: neu_unterschrieben(p, '"elb",2023', '"elb",1492'), "Spalte jahr"),
        (lambda p: neu_unterschrieben(p, '"elb",2023', '"nef",2023'), "Spalte groesse"),
        (lambda p: neu_unterschrieben(p, '"stellen":0', '"stellen":2'), "anders oder gar nicht definiert"),
        (lambda p: neu_unterschrieben(p, '"ags":"05113"', '"ags":"05315"'), "spricht nicht für die Stadt"),
        (lambda p: neu_unterschrieben(p, '"ags":"05113"', '"ags":""'), "spricht nicht für die Stadt"),
    ],
)
def test_verdorbene_pakete_werden_abgewiesen(
    koelnerin: Benutzer, partner: Partner, verdirb: Callable[[bytes], bytes], grund: str
) -> None:
    with pytest.raises(Aktenfehler, match=grund):
        paket_annehmen(benutzer=koelnerin, inhalt=verdirb(in_anderer_installation(essens_paket)), zeitpunkt=AM)
    assert not Wert.objects.exists()
    assert not Austauschpaket.objects.exists()


def test_ein_unbekannter_schluessel_wird_abgewiesen(koelnerin: Benutzer) -> None:
    with pytest.raises(ZustandFehler, match="keinem eingetragenen Partner"):
        paket_annehmen(benutzer=koelnerin, inhalt=in_anderer_installation(essens_paket), zeitpunkt=AM)


def test_fuer_eigene_staedte_spricht_kein_partner(koelnerin: Benutzer, partner: Partner) -> None:
    with pytest.raises(AngabenFehler, match="liefern hier selbst"):
        partner_eintragen(
            benutzer=koelnerin, name="Fremde", schluessel="ab" * 32, staedte=[stadt("koeln")], zeitpunkt=AM
        )
    paket = in_anderer_installation(essens_paket)
    nutzer_fuer(stadt("essen"), "leitung")
    with pytest.raises(ZustandFehler, match="liefert in dieser Installation selbst"):
        paket_annehmen(benutzer=koelnerin, inhalt=paket, zeitpunkt=AM)


def test_ohne_recht_kein_austausch(koelnerin: Benutzer, grundbestand: None) -> None:
    essen = stadt("essen")
    with pytest.raises(RechtFehlt):
        paket_ausstellen(benutzer=koelnerin, stadt=essen, zeitpunkt=AM)
    with pytest.raises(RechtFehlt):
        paket_annehmen(benutzer=nutzer_fuer(essen, "revision"), inhalt=b"", zeitpunkt=AM)


def test_der_private_schluessel_ist_nur_fuer_den_eigentuemer_lesbar(tmp_path) -> None:
    schluessel = oeffentlicher_schluessel()
    assert oeffentlicher_schluessel() == schluessel
    assert (tmp_path / DATEI).stat().st_mode & 0o777 == 0o600
