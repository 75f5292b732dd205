"""The compiled kernel gives what the traced evaluation gives, to the cent."""

import random

import pyarrow as pa
import pytest

from sozialamt.rechenkern import Fall, KeinWert, Regelwerk, Regelwerkfehler, UngueltigeAngaben, erklaere, regel
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, rechne
from tests.rechenkern.conftest import EBENEN, EINSTELLUNGEN, MERKMALE, PARAMETER, REGELN, ZIELE

SPALTEN = ("lohn", "krank", "partner", "empfaenger")


def haushalt(zufall):
    n = zufall.randint(1, 5)
    personen = [
        {
            "lohn": zufall.randint(0, 100_000),
            "krank": zufall.random() < 0.3,
            "partner": -1,
            "empfaenger": zufall.randint(-1, n - 1),
        }
        for _ in range(n)
    ]
    if n > 1 and zufall.random() < 0.6:
        a, b = zufall.sample(range(n), 2)
        personen[a]["partner"], personen[b]["partner"] = b, a
    return {"miete": zufall.randint(0, 60_000)}, personen


def tabelle(haushalte):
    spalten = {"miete": [h["miete"] for h, _ in haushalte]}
    return pa.table(spalten | {s: [[p[s] for p in personen] for _, personen in haushalte] for s in SPALTEN})


@pytest.fixture(scope="module")
def haushalte():
    zufall = random.Random(1)
    return [haushalt(zufall) for _ in range(400)]


def abweichungen(haushalte, monat, werk, **angaben):
    aus = rechne(tabelle(haushalte), ZIELE, monat, werk, **angaben).to_pydict()
    einstellungen = angaben.get("einstellungen", {})
    for h, (daten, personen) in enumerate(haushalte):
        fall = Fall(daten, {str(i): p for i, p in enumerate(personen)}, einstellungen)
        e = erklaere(fall, ZIELE, monat, werk)
        for ziel in ZIELE:
            erwartet = e.werte[ziel] if isinstance(aus[ziel][h], list) else e[ziel]
            if aus[ziel][h] != erwartet:
                yield h, ziel, aus[ziel][h], erwartet


@pytest.mark.parametrize("monat", ["2020-12", "2021-01", "2022-12", "2023-01", "2026-12"])
def test_kern_gleich_spur_in_jeder_fassung(werk, haushalte, monat):
    assert list(abweichungen(haushalte, monat, werk)) == []


def test_kern_gleich_spur_mit_anderer_einstellung(werk, haushalte):
    assert list(abweichungen(haushalte, "2023-01", werk, einstellungen={"genau": 0})) == []


def test_faeden_aendern_nichts(werk, haushalte):
    viele = tabelle(haushalte * 60)
    assert rechne(viele, ZIELE, "2023-01", werk, faeden=1).equals(rechne(viele, ZIELE, "2023-01", werk, faeden=2))


def test_eine_reform_braucht_keinen_neuen_kern(werk, haushalte):
    heute = Rechner(werk, Rechenauftrag.fuer(ZIELE, "2023-01"))
    reform = Rechner(werk, Rechenauftrag.fuer(ZIELE, "2023-01", parameter={"regelsatz": 60_000}))
    assert heute.quelle.text == reform.quelle.text and heute.kern is reform.kern
    vorher, nachher = (r.rechne(tabelle(haushalte))[0].column("zugerechnet") for r in (heute, reform))
    assert vorher.equals(nachher)
    mehr = rechne(tabelle(haushalte), ["zuschlag"], "2023-01", werk, parameter={"regelsatz": 60_000})
    assert {w for zeile in mehr["zuschlag"].to_pylist() for w in zeile} == {0, 10_200}


def test_ein_jahr_mit_gleichen_fassungen_teilt_sich_den_kern(werk):
    texte = {Rechner(werk, Rechenauftrag.fuer(ZIELE, m)).quelle.text for m in ("2023-01", "2024-06", "2026-12")}
    assert len(texte) == 1


def test_totes_recht_wird_nicht_gerechnet(werk):
    quelle = Rechner(werk, Rechenauftrag.fuer(["zuschlag"], "2023-01")).quelle
    assert "; zuschlag" in quelle.text and "bedarf_paar" not in quelle.text
    assert [m.name for m in quelle.spalten] == ["krank"]


def test_polars_wird_angenommen(werk, haushalte):
    import polars as pl

    rahmen = pl.from_arrow(tabelle(haushalte))
    assert rechne(rahmen, ZIELE, "2023-01", werk).equals(rechne(tabelle(haushalte), ZIELE, "2023-01", werk))


def test_leere_tabelle_gibt_leeres_ergebnis(werk, haushalte):
    assert rechne(tabelle(haushalte).slice(0, 0), ZIELE, "2023-01", werk).num_rows == 0


def test_haushalte_ohne_personen_und_ausschnitte_gehen(werk, haushalte):
    mit_leeren = [*haushalte[:3], ({"miete": 1}, []), *haushalte[3:6]]
    aus = rechne(tabelle(mit_leeren), ["anspruch"], "2023-01", werk)["anspruch"].to_pylist()
    ohne = rechne(tabelle(haushalte).slice(0, 6), ["anspruch"], "2023-01", werk)["anspruch"].to_pylist()
    assert aus[3] == [] and aus[:3] + aus[4:] == ohne
    spaeter = rechne(tabelle(haushalte).slice(3, 3), ["anspruch"], "2023-01", werk)["anspruch"].to_pylist()
    assert spaeter == ohne[3:]


def test_vorgaben_ersetzen_spalten_nur_auf_wunsch(werk, haushalte):
    ohne_krank = tabelle(haushalte).drop_columns(["krank"])
    gesund = [(h, [{**p, "krank": False} for p in ps]) for h, ps in haushalte]
    aus = rechne(ohne_krank, ZIELE, "2023-01", werk, vorgaben=frozenset({"krank"}))
    assert aus.equals(rechne(tabelle(gesund), ZIELE, "2023-01", werk))
    with pytest.raises(UngueltigeAngaben, match="lohn.*hat keine Vorgabe"):
        rechne(ohne_krank, ZIELE, "2023-01", werk, vorgaben=frozenset({"lohn"}))


def test_monat_ohne_recht(werk, haushalte):
    with pytest.raises(KeinWert, match="2027-01-01"):
        rechne(tabelle(haushalte), ZIELE, "2027-01", werk)


def test_was_der_kern_nicht_kann_wird_beim_namen_genannt():
    @regel("person", norm="§ 1")
    def mit_text() -> int:
        """Gibt Text."""
        return len("abc")

    werk = Regelwerk.aus(regeln=[*REGELN, mit_text.__regel__], parameter=PARAMETER, merkmale=MERKMALE,
                         einstellungen=EINSTELLUNGEN, ebenen=EBENEN)  # fmt: skip
    with pytest.raises(Regelwerkfehler, match=r"„mit_text“.*'abc'"):
        Rechner(werk, Rechenauftrag.fuer(["mit_text"], "2023-01"))


def test_ein_sehr_grosser_haushalt_wird_wie_jeder_andere_gerechnet(werk, haushalte):
    """Larger than a block of the kernel: a wider one is built for it."""
    gross = ({"miete": 5}, [{"lohn": i, "krank": False, "partner": -1, "empfaenger": i % 7} for i in range(300)])
    faelle = [haushalte[0], gross, haushalte[1]]
    assert list(abweichungen(faelle, "2023-01", werk)) == []
