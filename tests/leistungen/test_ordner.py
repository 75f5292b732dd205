"""Jeder Ordner einer Leistung ist vollständig: Steckbrief, Regeln, Parameter, Bescheidtexte, Beispiele, Verläufe."""

from importlib import resources
from pathlib import Path

import pytest

from sozialamt.cli import main
from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.klippen import klippenblatt
from sozialamt.rechenkern import plane
from sozialamt.recht.laden import lies_yaml

WURZEL = Path(str(resources.files("sozialamt.leistungen")))
ORDNER = sorted(p.name for p in WURZEL.iterdir() if p.is_dir() and not p.name.startswith("_"))
OHNE_EIGENE_LEISTUNG = {"vorrang"}
"""Combines the benefits and pays none."""

MINDESTENS_BEISPIELE = 5
WERK = regelwerk()


def beispiele(ordner):
    return lies_yaml((WURZEL / ordner / "beispiele.yaml").read_text(encoding="utf-8"))["beispiele"]


def parameter(steckbrief):
    namen = set()
    for monat in (20190101, 20230101, 20260701):
        namen.update(plane(WERK, [n for n in steckbrief.regelnamen() if n in WERK.regeln], monat).parameter)
    return namen


def test_jeder_ordner_ist_eine_leistung():
    assert set(ORDNER) - OHNE_EIGENE_LEISTUNG == set(steckbriefe())


@pytest.mark.parametrize("ordner", steckbriefe())
def test_der_ordner_enthaelt_alles(ordner):
    pfad = WURZEL / ordner
    eigene = {r.fn.__module__ for fassungen in WERK.regeln.values() for r in fassungen}
    assert any(m.startswith(f"sozialamt.leistungen.{ordner}.") for m in eigene), "keine Regeln"
    assert parameter(steckbriefe()[ordner]), "keine Parameter"
    texte = {p.stem.split("_", 1)[1] for p in (pfad / "bescheid").glob("*.yaml")}
    assert {"bewilligung", "ablehnung"} <= texte
    assert klippenblatt(ordner).verlaeufe


@pytest.mark.parametrize("ordner", steckbriefe())
def test_die_beispiele_nennen_quelle_und_ergebnis(ordner):
    faelle = beispiele(ordner)
    assert len(faelle) >= MINDESTENS_BEISPIELE
    kennungen = [b["id"] for b in faelle]
    assert len(kennungen) == len(set(kennungen))
    for b in faelle:
        assert b["titel"] and b["quelle"] and b["erwartet"] and b["monat"], b["id"]
    assert any(steckbriefe()[ordner].anspruch in w for b in faelle for w in b["erwartet"].values()), "kein Betrag"


@pytest.mark.parametrize("ordner", steckbriefe())
def test_zeige_parameter_nennt_jede_fundstelle_und_quelle(ordner, capsys):
    assert main(["zeige", ordner, "--parameter", "--monat", "2026-11"]) == 0
    gezeigt = capsys.readouterr().out
    ziele = [n for n in steckbriefe()[ordner].regelnamen() if n in WERK.regeln]
    for name in plane(WERK, ziele, 20261101).parameter:
        assert f"[{name}]" in gezeigt
        for f in WERK.parameter[name].fassungen:
            assert f"Fundstelle: {f.norm}; Quelle: {f.quelle}; {f.beleg}" in gezeigt


def test_zeige_parameter_ohne_ziel_zeigt_alle(capsys):
    assert main(["zeige", "--parameter"]) == 0
    gezeigt = capsys.readouterr().out
    assert gezeigt.count("Fundstelle: ") == sum(len(p.fassungen) for p in WERK.parameter.values())
    assert all(f"[{name}]" in gezeigt for name in WERK.parameter)
