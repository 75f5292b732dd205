"""Vom Rechenweg zum Bescheid."""

from dataclasses import replace
from datetime import date

import pytest

from sozialamt.akte.entwurf import Umstaende, entwirf_bescheid
from sozialamt.akte.schreiben import Bescheidart, rendere_bescheid
from sozialamt.akte.spurspeicher import packe

NAMEN = {"p0": "Anna Ähre", "p1": "Bernd Büchner"}
UMSTAENDE = Umstaende(
    aktenzeichen="50/2-1",
    datum=date(2026, 11, 21),
    anschrift=("Frau", "Anna Ähre", "Weg 1", "44139 Musterhausen"),
    empfaenger="Anna Ähre",
    antrag_vom=date(2026, 11, 3),
)


@pytest.fixture
def entwurf(mache_spur, steckbrief, behoerde):
    def mache(spuren=None, umstaende=UMSTAENDE, personen=1):
        spuren = spuren or [mache_spur(personen, m) for m in ("2026-12", "2026-11")]
        return entwirf_bescheid(steckbrief, spuren, dict(list(NAMEN.items())[:personen]), behoerde, umstaende)

    return mache


def mit_anspruch(spur: dict, cent: int) -> dict:
    return spur | {"schritte": [s | {"wert": cent} if s["regel"] == "anspruch" else s for s in spur["schritte"]]}


def test_eine_bewilligung_nennt_leistung_person_zeit_und_betrag(entwurf):
    d = entwurf()
    assert d.art is Bescheidart.BEWILLIGUNG
    assert d.verfuegung == (
        "Wir bewilligen Musterleistung für Anna Ähre für die Zeit vom 01.11.2026 bis 31.12.2026 "
        "in Höhe von 684,32 € monatlich.",
    )
    assert d.einleitung == ("über Ihren Antrag vom 03.11.2026 haben wir entschieden.",)
    assert [m.betraege for m in d.monate] == [(68432,), (68432,)]


def test_bei_mehreren_personen_stehen_die_betraege_in_der_tabelle(entwurf):
    d = entwurf(personen=2)
    assert "für Anna Ähre und Bernd Büchner" in d.verfuegung[0]
    assert [(z.person, z.von, z.bis, z.betrag) for z in d.zeilen] == [
        ("Anna Ähre", "2026-11", "2026-12", 44432),
        ("Bernd Büchner", "2026-11", "2026-12", 59700),
    ]
    assert sum(z.betrag for z in d.zeilen) == d.boegen[0][2].anspruch_gesamt


def test_monate_ohne_anspruch_werden_abgelehnt_und_stehen_nicht_in_der_tabelle(entwurf, mache_spur):
    spuren = [mache_spur(1, "2026-11"), mit_anspruch(mache_spur(1, "2026-12"), 0), mache_spur(1, "2027-01")]
    d = entwurf(spuren)
    assert [(z.von, z.bis) for z in d.zeilen] == [("2026-11", "2026-11"), ("2027-01", "2027-01")]
    assert d.verfuegung[-1] == "Für Dezember 2026 besteht kein Anspruch; insoweit lehnen wir die Leistung ab."


def test_ganz_ohne_anspruch_wird_abgelehnt(entwurf, mache_spur):
    d = entwurf([mit_anspruch(mache_spur(1, m), 0) for m in ("2026-11", "2026-12")])
    assert d.art is Bescheidart.ABLEHNUNG
    assert d.verfuegung == (
        "Wir lehnen Ihren Antrag vom 03.11.2026 auf Musterleistung für die Zeit vom 01.11.2026 bis 31.12.2026 ab.",
    )
    assert d.zeilen == d.monate == ()
    assert d.begruendung


def test_eine_aenderung_zeigt_alt_und_neu(entwurf):
    umstaende = replace(
        UMSTAENDE,
        art=Bescheidart.AENDERUNG,
        aendert="vom 01.06.2026",
        bisher={"2026-11": 60000, "2026-12": 68432},
    )
    d = entwurf(umstaende=umstaende)
    assert d.verfuegung[0].startswith("Wir ändern den Bescheid vom 01.06.2026 für die Zeit ab dem 01.11.2026 (§ 48")
    assert d.begruendung[-1].absaetze == (
        "November 2026: bisher 600,00 €, jetzt 684,32 € im Monat, Unterschied 84,32 €.",
    )


def test_der_grund_der_vorlaeufigkeit_steht_im_bescheid(entwurf):
    vorlaeufig = replace(UMSTAENDE, vorlaeufig_grund="die Abrechnung noch fehlt", vorlaeufig_norm="§ 44a SGB XII")
    d = entwurf(umstaende=vorlaeufig)
    assert "vorläufig (§ 44a SGB XII)" in d.verfuegung[0]
    assert "weil die Abrechnung noch fehlt." in d.hinweise[0].absaetze[0]


def test_ohne_norm_gibt_es_keine_vorlaeufige_entscheidung(entwurf):
    with pytest.raises(ValueError, match="keine vorläufige Entscheidung"):
        entwurf(umstaende=replace(UMSTAENDE, vorlaeufig_grund="die Abrechnung noch fehlt"))


def test_was_sich_im_zeitraum_aendert_wird_je_zeitraum_begruendet(entwurf, mache_spur):
    spuren = [mache_spur(1, "2026-11"), mache_spur(1, "2026-12"), mit_anspruch(mache_spur(1, "2027-01"), 50000)]
    titel = [t.titel for t in entwurf(spuren).begruendung]
    assert titel == ["Bedarf", "Einkommen", "Anspruch (November 2026 bis Dezember 2026)", "Anspruch (Januar 2027)"]


def test_der_aufbewahrte_rechenweg_liegt_bei(entwurf, mache_spur):
    gepackt = packe([mache_spur(1, "2026-11"), mache_spur(1, "2026-12")])
    (beilage,) = entwurf(umstaende=replace(UMSTAENDE, rechenweg=gepackt)).beilagen
    assert beilage.verdichtet == gepackt
    assert entwurf().beilagen == ()


def test_aus_dem_entwurf_wird_ein_pdf(entwurf):
    assert rendere_bescheid(entwurf(personen=2)).startswith(b"%PDF-1.7")


def test_ohne_monat_kein_bescheid(steckbrief, behoerde):
    with pytest.raises(ValueError, match="mindestens einen"):
        entwirf_bescheid(steckbrief, [], NAMEN, behoerde, UMSTAENDE)
