"""Das ganze Bild eines Haushalts: Ansprüche, Gründe, Gegenproben, Fragen, Reihenfolge."""

import json
import time

import pytest
from tests.leistungen.vorrangig import familie

from sozialamt.leistungen import regelwerk, steckbriefe
from sozialamt.leistungen.ueberblick import Status, ueberblick
from sozialamt.leistungen.ueberblicktext import als_text
from sozialamt.leistungen.vorrang import ZIELE
from sozialamt.leistungen.vorrang.rangfolge import Verhaeltnis
from sozialamt.leistungen.zufluss import speise_ein
from sozialamt.rechenkern import Fall, KeinWert, erklaere

MONAT = 20261101
LOHN = {
    "erwerbseinkommen_brutto": 180_000,
    "erwerbseinkommen_steuern": 10_000,
    "erwerbseinkommen_sozialversicherung": 36_000,
}
FAMILIE = Fall(
    {"miete_bruttokalt": 70_000, "heizkosten": 9_000, "mietstufe": 4}, familie([LOHN, {}], [{}, {}]), titel="Familie"
)
ANNA = {"anna": {"geburtsdatum": 19550314, "rente_gesetzlich": 61_240}}
GSIAE = "grundsicherung_alter_erwerbsminderung"
SGB2 = "grundsicherung_arbeitsuchende"


def bild(fall=FAMILIE, monat=MONAT, **angaben):
    return ueberblick(fall, monat, regelwerk(), **angaben)


@pytest.fixture(scope="module")
def familienbild():
    return bild()


def test_jede_leistung_kommt_vor(familienbild):
    assert {p.leistung for p in familienbild.posten} == set(steckbriefe())


def test_betraege_sind_die_der_einzelnen_leistungen(familienbild):
    for p in familienbild.posten:
        if p.status is Status.ANSPRUCH:
            name = steckbriefe()[p.leistung].anspruch
            assert p.betrag == erklaere(FAMILIE, [name], MONAT, regelwerk()).wert(name, p.personen[0])


def test_jede_ablehnung_nennt_grund_und_norm(familienbild):
    for p in familienbild.posten:
        if p.status is Status.KEIN_ANSPRUCH:
            assert p.grund and p.norm and "§" in p.text


def test_die_reihenfolge_stellt_vorrangiges_voran(familienbild):
    reihe = [s.leistung for s in familienbild.reihenfolge]
    assert reihe.index("kindergeld") < reihe.index("wohngeld") < reihe.index("kinderzuschlag") < reihe.index(SGB2)
    nach = {s.leistung: s.verhaeltnis for s in familienbild.reihenfolge}
    assert nach["wohngeld"] is Verhaeltnis.ZUERST and nach[SGB2] is Verhaeltnis.NACHRANGIG


def test_je_person_steht_was_zuerst_zu_beantragen_ist(familienbild):
    assert [u.person for u in familienbild.urteile] == list(FAMILIE.personen)
    assert {u.erste_leistung for u in familienbild.urteile} == {"wohngeld_kinderzuschlag"}
    assert all("§ 12a SGB II" in u.begruendung for u in familienbild.urteile)


def test_der_betrag_nach_vorrang_rechnet_kindergeld_an(familienbild):
    kind = familienbild.zu(SGB2, "k0")
    assert kind.betrag_nach_vorrang < kind.betrag


def test_bezogenes_kindergeld_ist_nicht_mehr_zu_beantragen():
    kind = {"geburtsdatum": 20160615, "kindergeld": 25_900, "kindergeld_empfaenger": 0}
    fall = Fall({"miete_bruttokalt": 70_000, "mietstufe": 4}, familie([{}], [kind]))
    nach = {s.leistung: s.verhaeltnis for s in bild(fall, mit_gegenprobe=False).reihenfolge}
    assert nach["kindergeld"] is Verhaeltnis.BEZOGEN


def test_der_kinderbonus_steht_neben_der_summe():
    fall = Fall({"mietstufe": 4}, familie([{}], [{"geburtsdatum": 20160615}]))
    for monat, bonus in ((20210501, "150,00 €"), (20210601, "")):
        b = ueberblick(fall, monat, regelwerk(), mit_gegenprobe=False)
        genannt = [h for h in b.hinweise if h.startswith("Kinderbonus")]
        assert [f"k0 {bonus} einmalig" in h for h in genannt] == ([True] if bonus else [])
        assert b.zu("kindergeld", "k0").betrag == 21_900


def test_fehlende_angaben_einer_leistung_halten_die_anderen_nicht_auf():
    b = bild(Fall({"miete_bruttokalt": 42_000}, ANNA), mit_gegenprobe=False)
    wohngeld = next(p for p in b.posten if p.leistung == "wohngeld")
    assert wohngeld.status is Status.FRAGEN and [f.merkmal for f in wohngeld.fragen] == ["mietstufe"]
    assert b.zu(GSIAE, "anna").status is Status.ANSPRUCH
    assert any("mietstufe" in h for h in b.hinweise)


def test_die_sozialhilfe_allein_fragt_nicht_nach_der_mietstufe():
    for schluessel in (GSIAE, "hilfe_zum_lebensunterhalt"):
        erklaere(Fall({"miete_bruttokalt": 42_000}, ANNA), steckbriefe()[schluessel].regelnamen(), MONAT, regelwerk())


def test_auch_ohne_mietstufe_wird_die_gemischte_bedarfsgemeinschaft_erkannt():
    paar = {
        "ahmet": {"geburtsdatum": 19560408, "partner": 1, "rente_gesetzlich": 40_000},
        "leyla": {"geburtsdatum": 19681019, "partner": 0},
    }
    b = bild(Fall({"miete_bruttokalt": 50_000}, paar), mit_gegenprobe=False)
    assert any(h.startswith("Gemischte Bedarfsgemeinschaft (ahmet, leyla)") for h in b.hinweise)


def test_ohne_jede_angabe_werden_nur_fragen_gestellt():
    b = bild(Fall({}, {"anna": {}}))
    assert {p.status for p in b.posten} == {Status.FRAGEN}
    text = als_text(b)
    assert text.count("Angabe „geburtsdatum“ fehlt") == 2 and "REIHENFOLGE" not in text


def test_ein_monat_ohne_recht_ist_ein_fehler_mit_datum():
    with pytest.raises(KeinWert, match="2027-01-01"):
        bild(monat=20270101)


@pytest.mark.parametrize("monat", [20190301, 20200701, 20210101, 20220601, 20230101, 20240301, 20250101, 20260701])
def test_jedes_jahr_hat_einen_ueberblick(monat):
    assert Status.KEIN_RECHT not in {p.status for p in bild(monat=monat, mit_gegenprobe=False).posten}


def test_die_probeberechnung_speist_die_fragen_der_sozialhilfe_und_ueberschreibt_keine_angabe():
    fall = Fall({"miete_bruttokalt": 42_000, "mietstufe": 3}, ANNA)
    vorrang = erklaere(fall, ZIELE, MONAT, regelwerk())
    assert speise_ein(fall, vorrang).haushalt["wohngeld_voraussichtlich"] == vorrang["vorrang_wohngeld_haushalt"] > 0
    angegeben = Fall({**fall.haushalt, "wohngeld_voraussichtlich": 1}, ANNA)
    assert speise_ein(angegeben, vorrang).haushalt["wohngeld_voraussichtlich"] == 1


def test_der_text_nennt_alles(familienbild):
    text = als_text(familienbild)
    for wort in (
        "Familie – Überblick für November 2026",
        "ANSPRÜCHE",
        "KEIN ANSPRUCH",
        "Das würde es ändern",
        "REIHEN",
    ):
        assert wort in text
    assert max(map(len, text.splitlines())) <= 110


def test_die_daten_sind_json(familienbild):
    daten = json.loads(json.dumps(familienbild.als_dict()))
    assert daten["schema"] == "ueberblick/1" and daten["posten"][0]["status"] in set(Status)


def test_ein_haushalt_kostet_hoechstens_eine_sekunde_rechenzeit(familienbild):
    beginn = time.process_time()
    bild()
    assert time.process_time() - beginn < 2.0, "auf zwei geteilten Kernen mit Reserve"


MIETE = {"miete_bruttokalt": 42_000, "heizkosten": 6_000, "mietstufe": 4}


def fliesst(b):
    return {(p.leistung, p.personen[0]): p.fliesst for p in b.posten if p.fliesst}


def test_wohngeld_neben_grundsicherung_zaehlt_nicht_doppelt():
    b = bild(Fall(MIETE, ANNA), mit_gegenprobe=False)
    assert b.zu("wohngeld", "anna").betrag > 0 and b.zu("wohngeld", "anna").verhaeltnis is Verhaeltnis.AUSGESCHLOSSEN
    assert fliesst(b) == {(GSIAE, "anna"): b.zu(GSIAE, "anna").betrag} and b.summe == b.zu(GSIAE, "anna").betrag


def test_von_zwei_moeglichkeiten_zaehlt_die_die_zuerst_kommt():
    rente = {"anna": {"geburtsdatum": 19550314, "rente_gesetzlich": 95_000, "rente_sozialversicherung": 11_000}}
    b = bild(Fall(MIETE | {"miete_bruttokalt": 35_000}, rente), mit_gegenprobe=False)
    assert b.zu(GSIAE, "anna").verhaeltnis is Verhaeltnis.WAHL and b.zu(GSIAE, "anna").betrag_nach_vorrang > 0
    assert b.summe == b.zu("wohngeld", "anna").betrag


def test_statt_des_sgb_2_zaehlen_wohngeld_kinderzuschlag_und_kindergeld(familienbild):
    leistungen = {leistung for leistung, _ in fliesst(familienbild)}
    assert leistungen == {"kindergeld", "kinderzuschlag", "wohngeld"}
    assert familienbild.summe == sum(fliesst(familienbild).values())


def test_elterngeld_mindert_das_sgb_2_in_der_summe():
    mutter = {
        "elterngeld_art": 1,
        "elterngeld_kind": 1,
        "elterngeld_netto_festgestellt": True,
        "elterngeld_vorgeburtliches_einkommen": 0,
    }
    fall = Fall(MIETE, familie([mutter], [{"geburtsdatum": 20260905}]))
    b = bild(fall, mit_gegenprobe=False)
    elterngeld = b.zu("elterngeld", "e0")
    assert elterngeld.fliesst == elterngeld.betrag == 30_000 and elterngeld.verhaeltnis is Verhaeltnis.ZUERST
    ohne = bild(Fall(MIETE, familie([{}], [{"geburtsdatum": 20260905}])), mit_gegenprobe=False)
    sgb2, sgb2_ohne = (sum(p.fliesst for p in x.posten if p.leistung == SGB2) for x in (b, ohne))
    assert sgb2_ohne - sgb2 == 27_000, "300 Euro abzüglich der Versicherungspauschale von 30 Euro"


def test_im_heim_stehen_grundsicherung_und_barbetrag_nebeneinander():
    heim = {"wohnform": 3, "durchschnittliche_warmmiete": 47_800, "mietstufe": 4}
    b = bild(Fall(heim, {"anna": {"geburtsdatum": 19400314, "rente_gesetzlich": 20_000}}), mit_gegenprobe=False)
    hlu = b.zu("hilfe_zum_lebensunterhalt", "anna")
    assert hlu.verhaeltnis is Verhaeltnis.DANEBEN and "§ 27b" in hlu.begruendung and hlu.fliesst == hlu.betrag > 0


def test_bleibt_ein_partner_in_der_grundsicherung_gibt_es_fuer_beide_kein_wohngeld():
    paar = {
        "karl": {"geburtsdatum": 19530815, "partner": 1, "verheiratet": True, "rente_gesetzlich": 145_000},
        "rosa": {"geburtsdatum": 19560127, "partner": 0, "verheiratet": True},
    }
    b = bild(Fall(MIETE | {"miete_bruttokalt": 80_000}, paar), mit_gegenprobe=False)
    assert {u.erste_leistung for u in b.urteile} == {"kapitel_4", "keine"}
    assert b.zu("wohngeld", "karl").fliesst == 0


def test_eine_ersparnis_ist_keine_zahlung():
    b = bild(Fall(MIETE, {"anna": ANNA["anna"] | {"merkzeichen_g": True, "grad_der_behinderung": 70}}))
    ersparnis = b.zu("schwerbehindertenrecht", "anna")
    assert ersparnis.betrag > 0 and ersparnis.fliesst == 0


def test_ein_anspruch_der_erst_mit_anderen_leistungen_entsteht_ist_genannt():
    """Bildung und Teilhabe nach § 6b BKGG folgt dem Bezug von Wohngeld oder Kinderzuschlag."""
    schueler = {"geburtsdatum": 20160615, "schulbesuch": True}
    viel = {name: wert * 25 // 10 for name, wert in LOHN.items()}
    fall = Fall(FAMILIE.haushalt, familie([viel, {}], [schueler, schueler]))
    b = ueberblick(fall, 20260801, regelwerk(), mit_gegenprobe=False)
    but = b.zu("bildung_und_teilhabe", "k0")
    assert but.status is Status.DANACH and but.betrag == 0 and but.fliesst == but.betrag_nach_vorrang > 0
    assert "noch kein Anspruch" in als_text(b)


def test_ohne_mietstufe_ist_die_summe_vorlaeufig():
    b = bild(Fall({"miete_bruttokalt": 42_000}, ANNA), mit_gegenprobe=False)
    assert not b.vollstaendig and b.summe == b.zu(GSIAE, "anna").betrag
    assert "ohne das, wofür Angaben fehlen" in als_text(b)


def test_die_summe_ist_nie_groesser_als_alle_ansprueche_zusammen(familienbild):
    for b in (familienbild, bild(Fall(MIETE, ANNA), mit_gegenprobe=False)):
        assert b.summe <= sum(max(p.betrag, p.betrag_nach_vorrang) for p in b.posten)
