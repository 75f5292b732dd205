"""Erstattungen werden aus dem Kassenbuch gezählt, mit der Aufteilung, die das Gesetz verlangt."""

from datetime import UTC, date, datetime

import pytest
from tests.kasse.bausteine import (
    HLU,
    JULI,
    JUNI,
    LEBENSUNTERHALT,
    UNTERKUNFT,
    bescheid,
    haushalt,
    laufe,
    sammle,
    zahlungsweg,
)

from sozialamt.kasse.refinanzierung.abrechnung import Zeitraum, rechne_ab, summe
from sozialamt.kasse.refinanzierung.ausgaben import ausgaben
from sozialamt.kasse.refinanzierung.saetze import SatzFehlt, kopfpauschale, quote_unterkunft, quoten

GSIAE = "grundsicherung_alter_erwerbsminderung"
SGB_2 = "grundsicherung_arbeitsuchende"
ASYL = "asylbewerberleistungen"
HEUTE = date(2026, 11, 22)
Q3 = Zeitraum(2026, 3)
HEIM = ("lebensunterhalt", "bund", "einrichtung", "erwerbsminderung")


@pytest.fixture
def bezahlt(akte, jorg, sach, kasse, team, uhr):
    """Zahlt, was die Bescheide zusprechen."""

    def zahle(leistung, ansprueche, *, monat=JULI):
        zahlungsweg(akte, sach, team, uhr.tick())
        bescheid(akte, ansprueche, team, uhr.tick(), leistung=leistung)
        return laufe(sammle(kasse, uhr, monat), kasse, team, uhr)

    return zahle


def zeilen(leistung, zeitraum=Q3, land="NW", kenntnis=HEUTE):
    return rechne_ab(zeitraum, land=land, kenntnis=kenntnis).je_leistung().get(leistung, [])


def test_grundsicherung_erstattet_der_bund_ganz_und_getrennt_nach_wohnform_und_grund(bezahlt, jorg, akte, sach):
    zweite = haushalt(2)[1]
    bezahlt(
        GSIAE,
        {(JULI, jorg, LEBENSUNTERHALT): 20_000, (JULI, jorg, UNTERKUNFT): 40_000, (JULI, zweite, HEIM): 7_000},
    )
    gefunden = {(z.wohnform, z.grund): (z.netto, z.erstattung) for z in zeilen(GSIAE)}
    assert gefunden == {("wohnung", "alter"): (60_000, 60_000), ("einrichtung", "erwerbsminderung"): (7_000, 7_000)}


def test_drittes_kapitel_wird_nicht_erstattet(bezahlt, jorg):
    bezahlt(HLU, {(JULI, jorg, ("lebensunterhalt", "kommune", "", "")): 20_000})
    (zeile,) = zeilen(HLU)
    assert (zeile.netto, zeile.erstattung, zeile.hinweis) == (20_000, 0, "Keine Erstattung.")


def test_unterkunft_im_sgb_2_nach_der_quote_die_man_am_tag_kannte(bezahlt, jorg):
    teile = {
        (JULI, jorg, ("unterkunft", "kommune", "", "")): 50_000,
        (JULI, jorg, ("lebensunterhalt", "bund", "", "")): 30_000,
    }
    bezahlt(SGB_2, teile)
    (vorher,) = zeilen(SGB_2, kenntnis=date(2026, 7, 9))
    (nachher,) = zeilen(SGB_2, kenntnis=HEUTE)
    assert (vorher.satz, vorher.erstattung, vorher.norm) == (7_210, 36_050, "§ 2 Abs. 2 BBFestV 2025")
    assert (nachher.satz, nachher.erstattung, nachher.norm) == (7_280, 36_400, "§ 2 Abs. 1 BBFestV 2026")
    assert (nachher.brutto, nachher.erstattungsfaehig) == (80_000, 50_000)


def test_asylbewerberleistungen_nach_koepfen_und_anderswo_als_luecke(bezahlt, jorg):
    bezahlt(ASYL, {(JULI, jorg, ("geldleistung", "kommune", "", "")): 45_500})
    (zeile,) = zeilen(ASYL)
    assert (zeile.netto, zeile.erstattung) == (45_500, 130_300)
    (fremd,) = zeilen(ASYL, land="BE")
    assert fremd.erstattung is None
    assert "keine Pauschale" in fremd.hinweis


def test_spaete_korrektur_steht_in_der_zeit_in_der_sie_floss(akte, jorg, sach, kasse, team, uhr):
    zahlungsweg(akte, sach, team, uhr.tick())
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 20_000}, team, uhr.tick())
    laufe(sammle(kasse, uhr), kasse, team, uhr)
    uhr.jetzt = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
    bescheid(akte, {(JULI, jorg, LEBENSUNTERHALT): 26_000}, team, uhr.tick(), art="aenderung")
    laufe(sammle(kasse, uhr, date(2026, 10, 1)), kasse, team, uhr)
    assert [z.netto for z in zeilen(GSIAE, Q3)] == [20_000]
    spaet = zeilen(GSIAE, Zeitraum(2026, 4))
    assert [(z.monat, z.netto) for z in spaet] == [(JULI, 6_000)]
    assert summe(zeilen(GSIAE, Zeitraum(2026))) == (26_000, 0, 26_000, 26_000)


def test_monate_vor_dem_haushaltsjahr_sind_als_vorjahr_gekennzeichnet(bezahlt, jorg):
    bezahlt(GSIAE, {(date(2025, 12, 1), jorg, LEBENSUNTERHALT): 5_000, (JUNI, jorg, LEBENSUNTERHALT): 20_000})
    assert [(z.monat, z.vorjahr) for z in zeilen(GSIAE)] == [(date(2025, 12, 1), True), (JUNI, False)]


def test_die_ausgaben_sind_eine_abfrage(bezahlt, jorg, django_assert_num_queries):
    bezahlt(GSIAE, {(JULI, jorg, LEBENSUNTERHALT): 20_000, (JUNI, jorg, LEBENSUNTERHALT): 20_000})
    with django_assert_num_queries(1):
        assert len(ausgaben(Q3.von, Q3.bis)) == 2


def test_abrufzeitraeume_nach_dem_gesetz():
    assert [Zeitraum(2027, q).abruf for q in (1, 2, 3, 4)] == [
        (date(2027, 3, 15), date(2027, 5, 14)),
        (date(2027, 6, 15), date(2027, 8, 14)),
        (date(2027, 9, 15), date(2027, 11, 14)),
        (date(2028, 1, 1), date(2028, 2, 29)),
    ]


def test_jede_quote_nennt_alle_laender_und_ihre_quelle():
    for eintrag in quoten():
        assert len(eintrag["wert"]) == 16
        assert eintrag["quelle"]
        assert eintrag["geprueft_am"]
        assert all(2_000 < wert < 10_000 for wert in eintrag["wert"].values())


def test_ohne_bekannten_satz_gibt_es_keinen_letzten_wert():
    with pytest.raises(SatzFehlt, match="2028"):
        quote_unterkunft("NW", 2028, HEUTE)
    with pytest.raises(SatzFehlt, match="01.01.2019"):
        quote_unterkunft("NW", 2020, date(2019, 1, 1))
    with pytest.raises(SatzFehlt):
        kopfpauschale("NW", date(2016, 12, 1))
    assert quote_unterkunft("NW", 2020, date(2019, 12, 1))[0] == 4_400
    assert quote_unterkunft("NW", 2020, HEUTE)[0] == 7_110
