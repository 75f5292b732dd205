"""Der aufgezeichnete Vergleich mit GETTSIM: Jedes Beispiel wird nachgerechnet und neu eingeordnet, ohne GETTSIM."""

import json

import pytest
from bench.orakel.aufzeichnung import TITEL, fall, nach_titel
from bench.orakel.eingabe import sgb2, spalten
from bench.orakel.gemeinsam import BERICHT, JE_MONAT, SEITE, kurz, monate
from bench.orakel.haushalte import familien, haushalte
from bench.orakel.klassen import KLASSEN, OFFEN, klasse
from bench.orakel.messung import EINSTELLUNGEN, UNSERE, Vergleich, unser
from bench.orakel.seite import seite

from sozialamt.leistungen import regelwerk

AUFZEICHNUNG = json.loads(BERICHT.read_text(encoding="utf-8"))
BEISPIELE = [(v["wert"], k) for v in AUFZEICHNUNG["vergleiche"] for k in v["klassen"]]
KENNUNG = [f"{wert}: {k['titel']}" for wert, k in BEISPIELE]
EINZELN = {
    "sgb2_anspruch": ("sgb2_anspruch", "sgb2_einmalzahlung"),
    "gsiae": ("gsiae_anspruch", "gsiae_einmalzahlung"),
    "unterhaltsvorschuss": ("unterhaltsvorschuss", None),
    "elterngeld": ("elterngeld", None),
}
JE_HAUSHALT = {
    "wohngeld": "wohngeld",
    "wohngeld_formel": "wohngeld",
    "kinderzuschlag": "kinderzuschlag",
    "kinderzuschlag_hoehe": "kinderzuschlag_betrag",
}


def nachgerechnet(beispiel):
    ergebnis = unser(beispiel["teil"], fall(beispiel), beispiel["monat"])
    gruende = {z: int(ergebnis.werte[z][0]) for z in UNSERE[beispiel["teil"]] if z.endswith("_ablehnung")}
    return ergebnis, gruende


def betrag(ergebnis, wert):
    if wert in JE_HAUSHALT:
        return int(ergebnis.werte[JE_HAUSHALT[wert]][0]) / 100
    ziel, ohne = EINZELN[wert]
    return (sum(ergebnis.werte[ziel]) - (sum(ergebnis.werte[ohne]) if ohne else 0)) / 100


@pytest.mark.parametrize(("wert", "eintrag"), BEISPIELE, ids=KENNUNG)
def test_jedes_beispiel_gibt_noch_dasselbe_und_gehoert_zu_seiner_klasse(wert, eintrag):
    beispiel = eintrag["beispiel"]
    ergebnis, gruende = nachgerechnet(beispiel)
    if wert in EINZELN or wert in JE_HAUSHALT:
        assert betrag(ergebnis, wert) == beispiel["werte"][wert][0]
    werte = {n: tuple(w) for n, w in beispiel["werte"].items()}
    v = Vergleich(beispiel["teil"], beispiel["monat"], fall(beispiel), werte, gruende)
    assert klasse(v, wert).titel == eintrag["titel"]


def test_keine_abweichung_ist_ohne_klasse():
    assert OFFEN.titel not in {k["titel"] for _, k in BEISPIELE}


def test_jede_klasse_kommt_vor_und_nennt_norm_grund_und_wer_recht_hat():
    gefunden = {k["titel"] for _, k in BEISPIELE}
    assert {k.titel for k in KLASSEN} == gefunden
    for wert, eintrag in BEISPIELE:
        k = nach_titel(wert, eintrag["titel"])
        assert (k.norm, k.recht, k.grund) == (eintrag["norm"], eintrag["wer_hat_recht"], eintrag["grund"])
        assert "§" in k.norm and k.grund.endswith(".")


def test_verglichen_ist_jeder_monat_und_jeder_betrag():
    assert AUFZEICHNUNG["monate"] == [kurz(m) for m in monate()]
    assert [v["wert"] for v in AUFZEICHNUNG["vergleiche"]] == list(TITEL)
    assert AUFZEICHNUNG["je_monat"] == JE_MONAT
    assert AUFZEICHNUNG["einstellungen"] == EINSTELLUNGEN
    assert all(
        v["gleich"] + sum(k["anzahl"] for k in v["klassen"]) == v["haushaltsmonate"] for v in AUFZEICHNUNG["vergleiche"]
    )


def test_die_seite_folgt_aus_der_aufzeichnung():
    assert SEITE.read_text(encoding="utf-8") == seite(AUFZEICHNUNG)


def test_gleiche_betraege_haben_keine_klasse():
    v = Vergleich("familie", 20260101, haushalte(20260101, 1)[0], {"kindergeld": (255.0, 255.04)}, {})
    assert klasse(v, "kindergeld") is None


def test_was_keine_klasse_erklaert_bleibt_offen():
    v = Vergleich("familie", 20260101, haushalte(20260101, 1)[0], {"kindergeld": (255.0, 250.0)}, {})
    assert klasse(v, "kindergeld") is OFFEN


def test_die_haushalte_sind_jedes_mal_dieselben_und_vollstaendig():
    erste, zweite = haushalte(20240501, 20), haushalte(20240501, 20)
    assert erste == zweite
    namen = {n for f in [*erste, *familien(20240501, 20)] for p in f.personen.values() for n in p}
    assert namen <= set(regelwerk().merkmale)


def test_gettsim_bekommt_alter_und_betraege_in_seinen_einheiten():
    faelle = haushalte(20221101, 5)
    daten = spalten(faelle, 20221101)
    personen = [p for f in faelle for p in f.personen.values()]
    assert list(daten["vermögen"]) == [p["vermoegen_geld"] / 100 for p in personen]
    assert sgb2(20221201) == "arbeitslosengeld_2" and sgb2(20230101) == "bürgergeld"
    assert all(len(spalte) == len(personen) for spalte in daten.values())
