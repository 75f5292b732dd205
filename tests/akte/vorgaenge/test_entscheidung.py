"""Bewilligen, ablehnen, vorläufig, Vorschuss, Versagung, Widerspruch: je mit ihren Voraussetzungen."""

from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, JANUAR, MAI, NOVEMBER, eintragen
from tests.akte.vorgaenge.bausteine import HEUTE, erlasse, im, nach, pdftext

from sozialamt.akte.fehler import AngabenFehler, ZustandFehler
from sozialamt.akte.korrektur import Korrekturangaben
from sozialamt.akte.models import Bescheidentwurf, Frist, Zahlanspruch
from sozialamt.akte.verfahrensrecht import Korrektur
from sozialamt.akte.vorgaenge.ablehnen import ablehnen
from sozialamt.akte.vorgaenge.bescheid_entwerfen import bescheid_entwerfen
from sozialamt.akte.vorgaenge.bewilligen import bewilligen
from sozialamt.akte.vorgaenge.endgueltig_entscheiden import endgueltig_entscheiden
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import mitwirkung_anfordern
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.akte.vorgaenge.versagen import versagen
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen
from sozialamt.akte.vorgaenge.vorschuss_bewilligen import vorschuss_bewilligen
from sozialamt.akte.vorgaenge.widerspruch_aufnehmen import widerspruch_aufnehmen
from sozialamt.akte.vorgaenge.widerspruch_entscheiden import widerspruch_entscheiden

JUNI, OKTOBER = date(2026, 6, 1), date(2026, 10, 1)


def bewillige(antrag, benutzer, ende=NOVEMBER, **mehr):
    return bewilligen(benutzer=benutzer, vorgang=antrag, beginn=MAI, ende=ende, **{"zeitpunkt": HEUTE} | mehr)


def test_die_bewilligung_nennt_den_antrag_und_beendet_den_vorgang(antrag, sachbearbeitung):
    entwurf = bewillige(antrag, sachbearbeitung)
    assert (antrag.zustand, entwurf.stand.vorgang) == ("entwurf", antrag)
    bescheid = erlasse(entwurf, nach(1))
    antrag.refresh_from_db()
    assert antrag.zustand == "entschieden"
    assert antrag.schritte.last().bescheid == bescheid
    assert not antrag.fristen.offen().exists()
    assert "über Ihren Antrag vom 11.05.2026 haben wir entschieden" in pdftext(bescheid.dokument.pdf)


def test_was_schon_bewilligt_ist_wird_geaendert_und_nicht_noch_einmal_bewilligt(antrag, sachbearbeitung, haushalt):
    erlasse(
        bescheid_entwerfen(
            benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, beginn=MAI, ende=MAI, zeitpunkt=HEUTE
        ),
        HEUTE,
    )
    with pytest.raises(ZustandFehler, match=r"Für 05\.2026 ist schon etwas bewilligt"):
        bewillige(antrag, sachbearbeitung)


def test_ablehnen_nur_ohne_bewilligen_nur_mit_anspruch(antrag, haushalt, rentnerin, sachbearbeitung):
    zeitraum = {"benutzer": sachbearbeitung, "vorgang": antrag, "beginn": MAI, "ende": MAI}
    with pytest.raises(ZustandFehler, match="Ab 2026-05 besteht ein Anspruch"):
        ablehnen(**zeitraum, zeitpunkt=HEUTE)
    eintragen(
        sachbearbeitung, haushalt, Angabe("rente_gesetzlich", 300_000, JANUAR, person=rentnerin), zeitpunkt=im(1, 5)
    )
    with pytest.raises(ZustandFehler, match="Lehnen Sie ab"):
        bewilligen(**zeitraum, zeitpunkt=HEUTE)
    assert ablehnen(**zeitraum, zeitpunkt=HEUTE).art == "ablehnung"


def test_vorlaeufig_hoechstens_sechs_monate_mit_grund_und_frist_bis_zur_fiktion(antrag, sachbearbeitung):
    with pytest.raises(AngabenFehler, match="höchstens 6 Monate"):
        bewillige(antrag, sachbearbeitung, vorlaeufig_grund="das Einkommen schwankt")
    entwurf = bewillige(antrag, sachbearbeitung, OKTOBER, vorlaeufig_grund="das Einkommen schwankt")
    bescheid = erlasse(entwurf, nach(1))
    assert bescheid.vorlaeufig
    frist = Frist.objects.get(schluessel="fiktion")
    assert (frist.norm, frist.faellig) == ("§ 44a Abs. 6 SGB XII", date(2027, 10, 31))
    antrag.refresh_from_db()
    assert antrag.zustand == "vorlaeufig_entschieden"
    text = pdftext(bescheid.dokument.pdf)
    assert "Wir bewilligen vorläufig (§ 44a SGB XII)" in text
    assert "weil das Einkommen schwankt" in text


def test_die_endgueltige_entscheidung_erledigt_die_frist(antrag, sachbearbeitung, haushalt):
    erlasse(bewillige(antrag, sachbearbeitung, OKTOBER, vorlaeufig_grund="es noch offen ist"), nach(1))
    antrag.refresh_from_db()
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 7000, MAI), zeitpunkt=im(2, 11))
    entwurf = endgueltig_entscheiden(
        benutzer=sachbearbeitung,
        vorgang=antrag,
        angaben=Korrekturangaben(Korrektur.ENDGUELTIG, "Die Heizkosten stehen fest."),
        beginn=MAI,
        ende=OKTOBER,
        zeitpunkt=im(3, 11),
    )
    bescheid = erlasse(entwurf, im(4, 11))
    assert not Frist.objects.offen().filter(schluessel="fiktion").exists()
    antrag.refresh_from_db()
    assert antrag.zustand == "entschieden"
    assert "Wir entscheiden endgültig über die Zeit vom 01.05.2026 bis 31.10.2026" in pdftext(bescheid.dokument.pdf)


def test_ein_vorschuss_wird_durch_den_bescheid_abgeloest(antrag, sachbearbeitung):
    vorgabe = {"benutzer": sachbearbeitung, "vorgang": antrag, "monat": MAI, "zeitpunkt": HEUTE}
    with pytest.raises(AngabenFehler) as fehler:
        vorschuss_bewilligen(**vorgabe, cent=0, gruende=" ")
    assert [m.feld for m in fehler.value.maengel] == ["Betrag", "Gründe"]
    vorschuss = erlasse(vorschuss_bewilligen(**vorgabe, cent=20000, gruende="Die Miete ist fällig."), HEUTE)
    assert [z.cent for z in Zahlanspruch.objects.geltend(MAI)] == [20000]
    assert "einen Vorschuss von 200,00 € (§ 42 Abs. 1 SGB I)" in pdftext(vorschuss.dokument.pdf)
    antrag.refresh_from_db()
    assert antrag.zustand == "in_pruefung"
    bescheid = erlasse(bewillige(antrag, sachbearbeitung, zeitpunkt=nach(1)), nach(2))
    assert {z.bescheid for z in Zahlanspruch.objects.geltend(MAI)} == {bescheid}


def test_versagt_wird_erst_nach_hinweis_und_fristablauf(antrag, sachbearbeitung):
    vorgabe = {
        "benutzer": sachbearbeitung,
        "vorgang": antrag,
        "beginn": MAI,
        "ende": NOVEMBER,
        "gruende": "Kontoauszüge fehlen.",
        "ermessen": "Mildere Mittel gibt es nicht.",
    }
    with pytest.raises(ZustandFehler, match="Ohne schriftlichen Hinweis"):
        versagen(**vorgabe, zeitpunkt=HEUTE)
    mitwirkung_anfordern(benutzer=sachbearbeitung, vorgang=antrag, unterlagen=["Kontoauszüge"], zeitpunkt=HEUTE)
    with pytest.raises(ZustandFehler, match=r"läuft noch bis 29\.05\.2026"):
        versagen(**vorgabe, zeitpunkt=nach(18))
    with pytest.raises(AngabenFehler, match="Ermessen"):
        versagen(**vorgabe | {"ermessen": ""}, zeitpunkt=nach(19))
    bescheid = erlasse(versagen(**vorgabe, zeitpunkt=nach(19)), nach(20))
    text = pdftext(bescheid.dokument.pdf)
    assert "Wir versagen die Leistung, bis Sie die Mitwirkung nachholen (§ 66 Abs. 1 SGB I)" in text
    assert "bis zum 29.05.2026 mitzuwirken (§ 60 Abs. 1 Satz 1 Nr. 3 SGB I)" in text


def test_wer_mitgewirkt_hat_dem_wird_nichts_versagt(antrag, sachbearbeitung):
    mitwirkung_anfordern(benutzer=sachbearbeitung, vorgang=antrag, unterlagen=["Kontoauszüge"], zeitpunkt=HEUTE)
    vorgang_fortsetzen(
        benutzer=sachbearbeitung,
        vorgang=antrag,
        handlung="mitwirkung_erfolgt",
        ereignis_am=HEUTE.date(),
        vermerk="da",
        version=antrag.version,
        zeitpunkt=nach(3),
    )
    with pytest.raises(ZustandFehler, match="Unterlagen sind da"):
        versagen(
            benutzer=sachbearbeitung,
            vorgang=antrag,
            beginn=MAI,
            ende=MAI,
            gruende="a",
            ermessen="b",
            zeitpunkt=nach(30),
        )


@pytest.mark.parametrize(
    ("eingang", "wort"), [(date(2026, 6, 1), "als unbegründet zurück"), (date(2026, 9, 1), "als unzulässig")]
)
def test_ein_widerspruch_wird_entschieden_auch_ein_verspaeteter(antrag, sachbearbeitung, eingang, wort):
    bescheid = erlasse(bewillige(antrag, sachbearbeitung), nach(1))
    vorgang = widerspruch_aufnehmen(benutzer=sachbearbeitung, bescheid=bescheid, eingang=eingang, zeitpunkt=im(2, 9))
    assert vorgang.fristen.get().norm == "§ 88 Abs. 2 SGG"
    entwurf = widerspruch_entscheiden(
        benutzer=sachbearbeitung, vorgang=vorgang, gruende="Die Rechnung stimmt.", zeitpunkt=im(3, 9)
    )
    text = pdftext(erlasse(entwurf, im(4, 9)).dokument.pdf)
    assert wort in text
    assert "Klage erheben" in text
    assert "Sozialgericht Musterstadt" in text
    vorgang.refresh_from_db()
    assert vorgang.zustand == "entschieden"


def test_erwerbsminderung_braucht_die_feststellung_mit_nachweis(sachbearbeitung, haushalt, rentnerin):
    jung = [
        Angabe("geburtsdatum", 19800101, date(1980, 1, 1), person=rentnerin),
        Angabe("voll_erwerbsgemindert_dauerhaft", 1, JANUAR, person=rentnerin),
    ]
    eintragen(sachbearbeitung, haushalt, *jung, zeitpunkt=im(1, 5))
    vorgabe = {
        "benutzer": sachbearbeitung,
        "haushalt": haushalt,
        "leistung": GRUNDSICHERUNG,
        "beginn": MAI,
        "ende": MAI,
    }
    with pytest.raises(ZustandFehler, match="§ 45 SGB XII"):
        bescheid_entwerfen(**vorgabe, zeitpunkt=HEUTE)
    assert not Bescheidentwurf.objects.exists()
    feststellung = Angabe("feststellung_erwerbsminderung", 0, JANUAR, None, "Mitteilung vom 03.04.2026", rentnerin)
    eintragen(sachbearbeitung, haushalt, feststellung, zeitpunkt=im(2, 5))
    assert bescheid_entwerfen(**vorgabe, zeitpunkt=HEUTE).inhalt["monate"][0]["cent"] > 0
