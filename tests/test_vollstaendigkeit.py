"""Walks over all law: what is required of every rule, value, fact, setting and benefit is required here."""

import ast
import inspect
import textwrap
from importlib import resources
from pathlib import Path

import pytest

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.vorrang import ZIELE, ZIELE_OHNE_WOHNGELD
from sozialamt.leistungen.zufluss import FLUSS
from sozialamt.rechenkern import Einheit, KeinWert, Merkmalsart, plane
from sozialamt.rechenkern.kalender import gueltiges_datum, monat_plus
from sozialamt.rechenkern.kern.division import Code
from sozialamt.rechenkern.kern.translate import Uebersetzer
from sozialamt.rechenkern.kern.wert import Tabelle, Typ, Wert
from sozialamt.rechenkern.levels import HAUSHALT, PERSON
from sozialamt.rechenkern.plan import ebene_von
from sozialamt.rechenkern.regelwerk import EINGEBAUT
from sozialamt.rechenkern.values import einheit_von, hinweise

HOECHSTENS_ARGUMENTE = 7
ERLAUBTE_ZAHLEN = {0, 1, -1}
UNBELEGT = (
    "gedächtnis",
    "faktensammlung",
    "parameter.yaml",
    "recht.md",
    "ungeprüft",
    "nicht nachgeprüft",
    "nicht erneut nachgelesen",
    "änderungsgeschichte",
    "rechtsgeschichte",
    "sekundärquelle",
)
"""Words that admit a number was taken over and not read in a source."""

STATISTIK = ("122", "128b", "128c", "128d")
"""Paragraphs of SGB XII whose facts are asked for official statistics even where no rule needs them."""

ANFANG, ENDE = 20190101, 20261201

WERK = regelwerk()
FASSUNGEN = [r for fassungen in WERK.regeln.values() for r in fassungen]
KENNUNG = [f"{r.fn.__module__.removeprefix('sozialamt.')}.{r.fn.__name__}" for r in FASSUNGEN]


def monate():
    monat = ANFANG
    while monat <= ENDE:
        yield monat
        monat = monat_plus(monat, 1)


def einheit(name):
    if name in EINGEBAUT:
        return EINGEBAUT[name]
    for ort in (WERK.parameter, WERK.merkmale, WERK.einstellungen):
        if name in ort:
            return ort[name].einheit
    return WERK.regeln[name][0].einheit


@pytest.mark.parametrize("regel", FASSUNGEN, ids=KENNUNG)
def test_jede_regel_hat_norm_erklaerung_und_hoechstens_sieben_argumente(regel):
    assert regel.beschreibung, "ein Satz in den Worten des Gesetzes fehlt"
    assert regel.norm, "die Norm fehlt"
    assert len(regel.argumente) <= HOECHSTENS_ARGUMENTE


@pytest.mark.parametrize("regel", FASSUNGEN, ids=KENNUNG)
def test_keine_zahl_steht_im_text_einer_regel(regel):
    baum = ast.parse(textwrap.dedent(inspect.getsource(regel.fn))).body[0]
    zahlen = {
        k.value
        for anweisung in baum.body
        for k in ast.walk(anweisung)
        if isinstance(k, ast.Constant) and isinstance(k.value, int) and not isinstance(k.value, bool)
    }
    assert zahlen <= ERLAUBTE_ZAHLEN, f"Zahlen gehören in parameter.yaml: {zahlen - ERLAUBTE_ZAHLEN}"


@pytest.mark.parametrize("regel", FASSUNGEN, ids=KENNUNG)
def test_argumente_tragen_die_einheit_dessen_was_sie_benennen(regel):
    angegeben = hinweise(regel.fn)
    for name in regel.argumente:
        art, _ = einheit_von(angegeben[name]) if "tuple" not in str(angegeben[name]) else (None, None)
        if art is None or name not in WERK.namen:
            continue
        ist = einheit(name)
        zaehlt = {Einheit.ANZAHL, Einheit.JAHRE, Einheit.AUSWAHL}
        assert art == ist or {art, ist} <= zaehlt, f"{name} ist {ist}, angegeben ist {art}"


@pytest.mark.parametrize("regel", FASSUNGEN, ids=KENNUNG)
def test_jede_regel_laesst_sich_uebersetzen(regel):
    argumente = {a: _irgendwas(typ) for a, typ in hinweise(regel.fn).items() if a != "return"}
    assert Uebersetzer(Code()).werte_aus(regel.fn, argumente) is not None


def _irgendwas(typ):
    """Something of a type, as the compiled kernel would hand it to a rule."""
    if getattr(typ, "__origin__", None) is tuple:
        return Tabelle(0, 8, 0, 1_000)
    return Wert(Typ.JA, "%x", 0, 1, False) if typ is bool else Wert(Typ.I32, "%x", -1_000, 1_000, False)


def test_fassungen_einer_regel_geben_dieselbe_einheit():
    for name, fassungen in WERK.regeln.items():
        assert len({(r.einheit, r.ebene) for r in fassungen}) == 1, name


def test_jeder_monat_seit_2019_laesst_sich_planen():
    ziele = [*ZIELE, *(n for s in steckbriefe().values() for n in s.regelnamen())]
    for monat in monate():
        plane(WERK, ziele, monat)


def test_nach_dem_rechtsstand_wird_nichts_fortgeschrieben():
    ziele = [s.anspruch for s in steckbriefe().values()]
    plan = plane(WERK, ziele, 20270101)
    offen = []
    for name in plan.parameter:
        try:
            WERK.parameter[name].fassung(20270101)
        except KeinWert:
            continue
        offen.append(name)
    assert not offen, f"Werte ohne Rechtsstand 2027: {offen}"


def test_jeder_parameterwert_hat_norm_quelle_beleg_und_pruefdatum():
    for p in WERK.parameter.values():
        assert p.titel and p.fassungen, p.name
        for f in p.fassungen:
            assert f.norm and f.quelle and f.beleg, (p.name, f.ab)
            assert gueltiges_datum(f.geprueft_am) and f.geprueft_am >= 20260101, (p.name, f.ab)
            assert f.ab % 100 == 1, f"{p.name}: Werte gelten ab Monatsersten, nicht ab {f.ab}"


def test_kein_wert_beruht_auf_dem_gedaechtnis():
    """Every proof names what was read; a number nobody could read has no place here but is a gap with its date."""
    unbelegt = [
        (p.name, f.ab, wort)
        for p in WERK.parameter.values()
        for f in p.fassungen
        for wort in UNBELEGT
        if wort in f"{f.quelle} {f.beleg} {f.hinweis}".lower()
    ]
    assert not unbelegt


def test_kein_beleg_einer_anderen_datei_beruht_auf_dem_gedaechtnis():
    """Rates of refunds and deadlines carry their proof in files of their own."""
    wurzel = resources.files("sozialamt")
    dateien = sorted(d for d in Path(str(wurzel)).rglob("*.yaml"))
    unbelegt = [
        (datei.name, nummer)
        for datei in dateien
        for nummer, zeile in enumerate(datei.read_text(encoding="utf-8").splitlines(), 1)
        if zeile.strip().startswith(("beleg:", "quelle:")) and any(wort in zeile.lower() for wort in UNBELEGT)
    ]
    assert len(dateien) > len(steckbriefe())
    assert not unbelegt


def test_jeder_name_wird_gebraucht():
    """Facts, parameters, settings and rules nobody asks for are dead and go."""
    gebraucht = {n for s in steckbriefe().values() for n in s.regelnamen()} | {*ZIELE, *ZIELE_OHNE_WOHNGELD}
    gebraucht |= {fluss.regel for fluss in FLUSS.values()}
    gebraucht |= {a for r in FASSUNGEN for a in r.argumente} | {r.verweis for r in FASSUNGEN if r.verweis}
    gebraucht |= {b for m in WERK.merkmale.values() for b in m.wenn}
    gebraucht |= {e.zugehoerigkeit for e in WERK.ebenen.values()}
    statistik = {m.name for m in WERK.merkmale.values() if any(f"§ {p}" in m.norm for p in STATISTIK)}
    unbenutzt = [n for n in WERK.namen if n not in gebraucht | statistik and n not in EINGEBAUT]
    assert not unbenutzt


@pytest.mark.parametrize("merkmal", WERK.merkmale.values(), ids=list(WERK.merkmale))
def test_jedes_merkmal_erklaert_sich(merkmal):
    assert merkmal.titel and merkmal.hilfe and merkmal.norm and merkmal.gruppe
    assert merkmal.ebene in (PERSON, HAUSHALT)
    assert merkmal.art is not Merkmalsart.AUSWAHL or merkmal.auswahl is not None
    assert merkmal.vorgabe is None or merkmal.vorgabe_grund
    if merkmal.ebene == HAUSHALT:
        assert all(ebene_von(WERK, b) == HAUSHALT for b in merkmal.wenn), "Bedingung je Person an einer Haushaltsangabe"


@pytest.mark.parametrize("einstellung", WERK.einstellungen.values(), ids=list(WERK.einstellungen))
def test_jede_einstellung_nennt_streit_und_fundstelle(einstellung):
    assert einstellung.titel and einstellung.norm
    assert len(einstellung.hinweis) > 60, "wer vertritt was, mit Fundstelle"
    assert gueltiges_datum(einstellung.geprueft_am)
    assert len(einstellung.optionen) > 1


@pytest.mark.parametrize("steckbrief", steckbriefe().values(), ids=list(steckbriefe()))
def test_jeder_steckbrief_nennt_nur_was_es_gibt(steckbrief):
    for name in steckbrief.regelnamen():
        assert name in WERK.regeln or name in WERK.merkmale, name
    assert WERK.regeln[steckbrief.anspruch][0].einheit is Einheit.CENT
    assert WERK.regeln[steckbrief.anspruch][0].ebene == steckbrief.ebene
    assert steckbrief.zustaendig and steckbrief.kostentraeger and steckbrief.rechtsgrundlage and steckbrief.bogen
    if steckbrief.ablehnung:
        regel = WERK.regeln[steckbrief.ablehnung][0]
        assert regel.einheit is Einheit.AUSWAHL and regel.auswahl is not None
        assert all("§" in m.text for m in regel.auswahl if int(m)), "jeder Ablehnungsgrund nennt seine Norm"
