"""Kostenersatz: aufnehmen, anhören, festsetzen; der Bescheid geht an den, der ersetzen soll."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.akte.bausteine import JANUAR, MAI, zweite_person
from tests.akte.vorgaenge.bausteine import erlasse, im, pdftext

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.kostenersatz.grundlagen import VIERTES_KAPITEL, Grundlage
from sozialamt.akte.models import Bescheid, Frist, Kostenersatz, Zahlanspruch
from sozialamt.akte.monat import monate
from sozialamt.akte.verfahrensrecht import Anhoerungsausnahme
from sozialamt.akte.vorgaenge.anhoeren import anhoeren
from sozialamt.akte.vorgaenge.bescheid_erlassen import bescheid_erlassen
from sozialamt.akte.vorgaenge.kostenersatz_aufnehmen import Ersatzangaben, kostenersatz_aufnehmen
from sozialamt.akte.vorgaenge.kostenersatz_festsetzen import Ersatzentscheidung, kostenersatz_festsetzen
from sozialamt.akte.vorgaenge.person_anlegen import person_anlegen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen

HLU = "hilfe_zum_lebensunterhalt"
TOD = date(2026, 5, 20)
TAG = im(2, 7)
ERBIN = Ersatzangaben(
    grundlage=Grundlage.ERBEN,
    gegner="Clara Erbin",
    anschrift="Am Markt 1, 54321 Nebenstadt",
    von=JANUAR,
    bis=MAI,
    ereignis_am=TOD,
    nachlass=600_000,
)
VERHALTEN = replace(ERBIN, grundlage=Grundlage.VERSCHULDEN, nachlass=None, ereignis_am=date(2025, 12, 1))
GRUENDE = Ersatzentscheidung("Sie haben Ihre Mutter allein beerbt.", ohne_anhoerung=Anhoerungsausnahme.FRIST)


@pytest.fixture
def geleistet(haushalt, anna, sachbearbeitung):
    """Januar bis Mai 2026 je 1.000 Euro Hilfe zum Lebensunterhalt für Anna."""
    bescheid = Bescheid.objects.create(
        haushalt=haushalt,
        nummer="HLU-1",
        leistung=HLU,
        beginn=JANUAR,
        ende=MAI,
        gewusst_am=im(10, 1),
        inhalt={},
        rechenweg=b"",
        rechtsstand=MAI,
        erlassen_am=im(10, 1),
        created_by=sachbearbeitung,
    )
    Zahlanspruch.objects.bulk_create(
        Zahlanspruch(
            bescheid=bescheid,
            monat=monat,
            person=anna,
            bestandteil="lebensunterhalt",
            kostentraeger="kommune",
            cent=100_000,
        )
        for monat in monate(JANUAR, MAI)
    )
    return bescheid


@pytest.fixture
def nimm_auf(sachbearbeitung, haushalt, anna, geleistet):
    def nimm_auf(angaben, leistung=HLU):
        return kostenersatz_aufnehmen(
            benutzer=sachbearbeitung,
            haushalt=haushalt,
            leistung=leistung,
            angaben=angaben,
            person=anna,
            zeitpunkt=im(1, 7),
        )

    return nimm_auf


def setze_fest(benutzer, anspruch, angaben=GRUENDE, zeitpunkt=TAG):
    return kostenersatz_festsetzen(benutzer=benutzer, vorgang=anspruch.vorgang, angaben=angaben, zeitpunkt=zeitpunkt)


def test_die_erbin_ersetzt_was_den_freien_betrag_uebersteigt_mit_eigenem_bescheid(nimm_auf, sachbearbeitung):
    """5.000 € Kosten und 6.000 € Nachlass; frei sind 3.378 €: zu ersetzen 1.622 €."""
    anspruch = nimm_auf(ERBIN)
    assert anspruch.spaetestens == Frist.objects.get(schluessel="erloeschen").faellig == date(2029, 5, 20)
    entwurf = setze_fest(sachbearbeitung, anspruch)
    assert entwurf.inhalt["entscheidung"]["erstattung"] == 162_200
    assert (entwurf.beginn, entwurf.ende) == (JANUAR, MAI)
    with pytest.raises(RechtFehlt, match="zweite Person"):
        bescheid_erlassen(benutzer=sachbearbeitung, entwurf=entwurf, zeitpunkt=im(3, 7))
    bescheid = erlasse(entwurf, im(3, 7))
    text = pdftext(bescheid.dokument.pdf)
    assert "Clara Erbin" in text and "54321 Nebenstadt" in text
    assert "Sie haben 1.622,00 € zu ersetzen (§ 102 SGB XII)" in text
    assert "Anna Müller" not in text.split("Guten Tag")[0]
    anspruch.vorgang.refresh_from_db()
    assert anspruch.vorgang.zustand == "entschieden"
    assert not Frist.objects.offen().filter(schluessel="erloeschen").exists()
    assert list(Bescheid.objects.verfuegend()) == [Bescheid.objects.get(nummer="HLU-1")]


def test_eine_person_der_akte_schuldet_als_diese_person_mit_ihrer_anschrift(nimm_auf, anna, haushalt, sachbearbeitung):
    eigene = replace(VERHALTEN, gegner="", anschrift="", schuldner=anna)
    anspruch = nimm_auf(eigene)
    assert (anspruch.schuldner, anspruch.von_aussen, anspruch.gegner) == (anna, False, anna.rufname)
    assert anspruch.anschrift == haushalt.anschrift
    entwurf = setze_fest(sachbearbeitung, anspruch, replace(GRUENDE, haerte_gruende="Keine."))
    assert entwurf.inhalt["empfaenger"]["name"] == anna.rufname
    woanders = nimm_auf(replace(eigene, anschrift="Am Markt 1, 54321 Nebenstadt"))
    assert woanders.anschrift == "Am Markt 1, 54321 Nebenstadt"
    fremde = nimm_auf(VERHALTEN)
    assert (fremde.schuldner, fremde.von_aussen) == (None, True)


def test_person_und_fremder_name_passen_nicht_zusammen(nimm_auf, anna, sachbearbeitung):
    with pytest.raises(AngabenFehler, match="ist nicht Anna Müller"):
        nimm_auf(replace(VERHALTEN, schuldner=anna))
    ohne_akte = person_anlegen(
        benutzer=sachbearbeitung, vorname="Udo", nachname="Fremd", geburtsdatum=date(1990, 1, 1), zeitpunkt=im(1, 7)
    )
    with pytest.raises(AngabenFehler, match="gehört nicht zur Akte"):
        nimm_auf(replace(VERHALTEN, gegner="", schuldner=ohne_akte))


def test_mehrere_erben_haften_zusammen_und_der_bescheid_sagt_es(nimm_auf, sachbearbeitung):
    erste = nimm_auf(ERBIN)
    zweite = nimm_auf(replace(ERBIN, gegner="Dora Erbin", mit=erste))
    assert erste.gesamtschuld and zweite.gesamtschuld and not nimm_auf(ERBIN).gesamtschuld
    for anspruch in (erste, zweite):
        saetze = setze_fest(sachbearbeitung, anspruch).inhalt["entscheidung"]["saetze"]
        assert "als Gesamtschuldner (§ 421 BGB)" in saetze[-1]
    for falsch in (
        replace(ERBIN, mit=zweite),
        replace(ERBIN, mit=erste, von=date(2026, 6, 1), bis=date(2026, 6, 1)),
    ):
        with pytest.raises(AngabenFehler, match="kein erster Anspruch auf dieselben Kosten"):
            nimm_auf(falsch)
    with pytest.raises(AngabenFehler, match="kein erster Anspruch auf dieselben Kosten"):
        nimm_auf(replace(VERHALTEN, mit=erste), VIERTES_KAPITEL)


def test_die_datenbank_laesst_keinen_schuldner_von_aussen_zu_der_zur_akte_gehoert(nimm_auf, anna):
    anspruch = nimm_auf(ERBIN)
    anspruch.pk, anspruch.schuldner = None, anna
    with pytest.raises(IntegrityError), transaction.atomic():
        anspruch.save(force_insert=True)


def test_angehoert_wird_wer_ersetzen_soll(nimm_auf, sachbearbeitung):
    anspruch = nimm_auf(ERBIN)
    with pytest.raises(ZustandFehler, match="Hören Sie zuerst an"):
        setze_fest(sachbearbeitung, anspruch, replace(GRUENDE, ohne_anhoerung=None))
    brief = anhoeren(
        benutzer=sachbearbeitung,
        vorgang=anspruch.vorgang,
        tatsachen="Sie sind Erbin.",
        absicht="Kostenersatz",
        zeitpunkt=im(2, 7),
    )
    assert "Clara Erbin" in pdftext(brief.pdf)
    vorgang_fortsetzen(
        benutzer=sachbearbeitung,
        vorgang=anspruch.vorgang,
        handlung="aeusserung_aufnehmen",
        ereignis_am=date(2026, 7, 9),
        vermerk="Nichts einzuwenden.",
        version=anspruch.vorgang.version,
        zeitpunkt=im(9, 7),
    )
    assert setze_fest(sachbearbeitung, anspruch, replace(GRUENDE, ohne_anhoerung=None), im(10, 7))


def test_wegen_verhaltens_braucht_es_die_abwaegung_zur_haerte_und_hoechstens_die_kosten(nimm_auf, sachbearbeitung):
    anspruch = nimm_auf(VERHALTEN)
    assert anspruch.spaetestens == date(2029, 12, 31)
    with pytest.raises(AngabenFehler, match="Abwägung zur Härte"):
        setze_fest(sachbearbeitung, anspruch)
    angaben = replace(GRUENDE, haerte_gruende="Keine Härte erkennbar.")
    with pytest.raises(AngabenFehler, match="Kosten von 5.000,00"):
        setze_fest(sachbearbeitung, anspruch, replace(angaben, verursacht=500_001))
    entwurf = setze_fest(sachbearbeitung, anspruch, replace(angaben, verursacht=300_000, haerte=50_000))
    assert entwurf.inhalt["entscheidung"]["erstattung"] == 250_000


def test_nach_der_frist_ist_nichts_mehr_zu_verlangen(nimm_auf, sachbearbeitung):
    erben, verhalten = nimm_auf(ERBIN), nimm_auf(VERHALTEN)
    assert setze_fest(sachbearbeitung, erben, zeitpunkt=im(20, 5, 2029))
    with pytest.raises(ZustandFehler, match=r"nur bis 20\.05\.2029"):
        setze_fest(sachbearbeitung, nimm_auf(ERBIN), zeitpunkt=im(21, 5, 2029))
    with pytest.raises(ZustandFehler, match=r"nur bis 31\.12\.2029"):
        angaben = replace(GRUENDE, haerte_gruende="Keine.")
        setze_fest(sachbearbeitung, verhalten, angaben, im(1, 1, 2030))


def test_erben_ersetzen_nur_monate_bis_zum_tod_und_die_forderung_entsteht_mit_dem_bescheid(nimm_auf, sachbearbeitung):
    anspruch = nimm_auf(replace(ERBIN, ereignis_am=date(2026, 4, 20)))
    bescheid = erlasse(setze_fest(sachbearbeitung, anspruch), im(2, 7))
    assert (bescheid.beginn, bescheid.ende) == (JANUAR, date(2026, 4, 1))
    assert bescheid.forderung.schuldner == "Clara Erbin"
    gebucht = bescheid.forderung.buchungen.values_list("monat", "kostentraeger", "cent")
    assert {monat.month for monat, _, _ in gebucht} == {1, 2, 3, 4}
    assert {traeger for _, traeger, _ in gebucht} == {"kommune"}
    assert sum(cent for _, _, cent in gebucht) == bescheid.inhalt["entscheidung"]["erstattung"]


def test_ist_der_nachlass_klein_gibt_es_keinen_bescheid(nimm_auf, sachbearbeitung):
    with pytest.raises(ZustandFehler, match="nichts zu ersetzen"):
        setze_fest(sachbearbeitung, nimm_auf(replace(ERBIN, nachlass=337_800)))


@pytest.mark.parametrize(
    ("angaben", "leistung", "grund"),
    [
        (ERBIN, VIERTES_KAPITEL, "§ 102 Abs. 5"),
        (VERHALTEN, "grundsicherung_arbeitsuchende", "nach § 103 SGB XII nicht ersetzt"),
        (replace(ERBIN, anschrift="irgendwo"), HLU, "vollständige Anschrift"),
        (replace(ERBIN, gegner=" "), HLU, "Wer ersetzen soll"),
        (replace(ERBIN, nachlass=None), HLU, "Nachlasses"),
        (replace(ERBIN, nachlass=-1), HLU, "Nachlasses"),
        (replace(VERHALTEN, gepflegt=True), HLU, "gehört nur zu § 102"),
        (replace(ERBIN, ereignis_am=date(2026, 7, 2)), HLU, "Zukunft"),
        (replace(ERBIN, von=MAI, bis=JANUAR), HLU, "liegt vor 05.2026"),
    ],
)
def test_unpassendes_wird_mit_grund_abgelehnt(nimm_auf, angaben, leistung, grund):
    with pytest.raises(AngabenFehler, match=grund):
        nimm_auf(angaben, leistung)
    assert not Kostenersatz.objects.exists()


def test_eine_haerte_kennt_34a_nicht_und_ohne_gruende_geht_es_nicht(nimm_auf, sachbearbeitung):
    rechtswidrig = replace(VERHALTEN, grundlage=Grundlage.RECHTSWIDRIG)
    anspruch = nimm_auf(rechtswidrig, "grundsicherung_arbeitsuchende")
    angaben = replace(GRUENDE, gruende=" ", haerte=1, haerte_gruende="x")
    with pytest.raises(AngabenFehler, match="kennt § 34a SGB II nicht") as fehler:
        setze_fest(sachbearbeitung, anspruch, angaben)
    assert {m.feld for m in fehler.value.maengel} == {"Gründe", "Härte"}
    assert zweite_person().rollen.exists()
