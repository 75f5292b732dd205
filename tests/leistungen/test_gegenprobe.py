"""Welche Angabe eine Ablehnung ändern würde: stimmt, ist an der Schwelle genau, bleibt im Budget."""

import pytest
from tests.leistungen.vorrangig import familie

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.gegenprobe import Ablehnung, Vergleich, gegenprobe
from sozialamt.rechenkern import Fall, erklaere

MONAT = 20261101
GSIAE = "grundsicherung_alter_erwerbsminderung"
RENTNERIN = {"geburtsdatum": 19550314, "rente_gesetzlich": 200_000}


def probe(leistung, personen, person="anna", budget=None, **haushalt):
    steckbrief = steckbriefe()[leistung]
    fall = Fall({"miete_bruttokalt": 42_000, "mietstufe": 3} | haushalt, personen)
    ergebnis = erklaere(fall, [steckbrief.anspruch, steckbrief.ablehnung], MONAT, regelwerk())
    ablehnung = Ablehnung(steckbrief, person)
    angaben = {} if budget is None else {"budget": budget}
    return {(f.merkmal, f.person): f for f in gegenprobe(fall, ergebnis, [ablehnung], **angaben)[ablehnung]}


def anspruch(leistung, personen, person="anna", **haushalt):
    steckbrief = steckbriefe()[leistung]
    fall = Fall({"miete_bruttokalt": 42_000, "mietstufe": 3} | haushalt, personen)
    return erklaere(fall, [steckbrief.anspruch], MONAT, regelwerk()).wert(steckbrief.anspruch, person)


def test_die_einkommensschwelle_stimmt_auf_den_euro():
    fund = probe(GSIAE, {"anna": RENTNERIN})["rente_gesetzlich", "anna"]
    assert fund.vergleich is Vergleich.HOECHSTENS and fund.angegeben
    schwelle = int(fund.noetig.removesuffix(" €").replace(".", "").replace(",", ""))
    assert anspruch(GSIAE, {"anna": RENTNERIN | {"rente_gesetzlich": schwelle}}) == fund.betrag > 0
    assert anspruch(GSIAE, {"anna": RENTNERIN | {"rente_gesetzlich": schwelle + 100}}) == 0


def test_die_vermoegensschwelle_stimmt_auf_den_euro():
    person = {"geburtsdatum": 19550314, "vermoegen_geld": 3_000_000}
    fund = probe(GSIAE, {"anna": person})["vermoegen_geld", "anna"]
    schwelle = int(fund.noetig.removesuffix(" €").replace(".", "").replace(",", ""))
    assert schwelle > 1_000_000
    assert anspruch(GSIAE, {"anna": person | {"vermoegen_geld": schwelle}}) == fund.betrag > 0
    assert anspruch(GSIAE, {"anna": person | {"vermoegen_geld": schwelle + 100}}) == 0


def test_die_altersgrenze_wird_gefunden():
    fund = probe("grundsicherung_arbeitsuchende", {"anna": {"geburtsdatum": 19550314}})["geburtsdatum", "anna"]
    assert fund.vergleich is Vergleich.FRUEHESTENS
    assert fund.text.startswith("Geburtsdatum (anna): frühestens ")


def test_ja_und_nein_werden_vertauscht():
    funde = probe(GSIAE, {"anna": {"geburtsdatum": 19900314}})
    fund = funde["voll_erwerbsgemindert_dauerhaft", "anna"]
    assert (fund.ist, fund.noetig) == ("nein", "ja")
    personen = {"anna": {"geburtsdatum": 19900314, "voll_erwerbsgemindert_dauerhaft": True}}
    assert anspruch(GSIAE, personen) == fund.betrag


def test_jede_moeglichkeit_einer_liste_wird_probiert():
    funde = probe(GSIAE, {"anna": {"geburtsdatum": 19900314}})
    assert "Arbeitsbereich" in funde["wfbm_bereich", "anna"].noetig


def test_was_noch_zu_fragen_waere_steht_dabei():
    fund = probe("asylbewerberleistungen", {"anna": {"geburtsdatum": 19900314}})["aufenthaltsstatus", "anna"]
    assert fund.fragen and "noch zu klären" in fund.text


def test_verbindungen_werden_geloest():
    personen = familie([{}, {}], [{"geburtsdatum": 20180601}])
    funde = probe("unterhaltsvorschuss", personen, "k0")
    assert funde["elternteil_2", "k0"].noetig == "niemand" and funde["elternteil_2", "k0"].ist == "e1"


def test_niemand_wird_aelter_als_seine_eltern_gemacht():
    personen = familie([{}], [{"geburtsdatum": 20180601}])
    assert ("geburtsdatum", "k0") not in probe(GSIAE, personen, "k0")


def test_angegebenes_steht_vor_vorgaben():
    funde = list(probe(GSIAE, {"anna": RENTNERIN}).values())
    assert [f.angegeben for f in funde if not f.fragen] == sorted(
        (f.angegeben for f in funde if not f.fragen), reverse=True
    )


def test_das_budget_begrenzt_die_arbeit_und_die_antwort_ist_immer_gleich():
    assert probe(GSIAE, {"anna": RENTNERIN}, budget=0) == {}
    assert probe(GSIAE, {"anna": RENTNERIN}) == probe(GSIAE, {"anna": RENTNERIN})


@pytest.mark.parametrize("leistung", ["wohngeld", "kinderzuschlag", "kindergeld"])
def test_jeder_fund_einer_ja_nein_frage_begruendet_den_anspruch_wirklich(leistung):
    personen = familie([{"erwerbseinkommen_brutto": 600_000}], [{}])
    for (merkmal, person), fund in probe(leistung, personen, "e0").items():
        if fund.noetig in ("ja", "nein") and person and not fund.fragen:
            geaendert = personen | {person: personen[person] | {merkmal: fund.noetig == "ja"}}
            assert anspruch(leistung, geaendert, "e0") == fund.betrag > 0
