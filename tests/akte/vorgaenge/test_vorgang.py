"""Vorgänge gehen nur erlaubte Schritte, vergessen keine Frist und verlieren keine Änderung."""

from datetime import date

import pytest
from tests.akte.bausteine import GRUNDSICHERUNG, benutzer_mit
from tests.akte.vorgaenge.bausteine import HEUTE, nach

from sozialamt.akte.fehler import AngabenFehler, RechtFehlt, ZustandFehler
from sozialamt.akte.models import Frist, Vorgang
from sozialamt.akte.vorgaenge.anhoeren import anhoeren
from sozialamt.akte.vorgaenge.anhoerung_beenden import anhoerung_beenden
from sozialamt.akte.vorgaenge.antrag_aufnehmen import antrag_aufnehmen
from sozialamt.akte.vorgaenge.frist_erledigen import frist_erledigen
from sozialamt.akte.vorgaenge.frist_setzen import frist_setzen
from sozialamt.akte.vorgaenge.mitwirkung_anfordern import mitwirkung_anfordern
from sozialamt.akte.vorgaenge.vorgang_fortsetzen import vorgang_fortsetzen


def weiter(antrag, benutzer, handlung, **angaben):
    return vorgang_fortsetzen(
        **{
            "benutzer": benutzer,
            "vorgang": antrag,
            "handlung": handlung,
            "ereignis_am": HEUTE.date(),
            "vermerk": "Anruf",
            "version": antrag.version,
            "zeitpunkt": HEUTE,
        }
        | angaben
    )


def test_ein_antrag_beginnt_in_pruefung_mit_sechs_monaten_frist(antrag):
    assert (antrag.zustand, antrag.version, antrag.ist_offen) == ("in_pruefung", 1, True)
    frist = antrag.fristen.get()
    assert (frist.norm, frist.faellig, frist.art) == ("§ 88 Abs. 1 SGG", date(2026, 11, 11), Frist.GESETZ)
    schritt = antrag.schritte.get()
    assert (schritt.handlung, schritt.nummer) == ("antrag_aufnehmen", 1)
    assert antrag.haushalt.protokoll.filter(vorgang="antrag_aufnehmen").count() == 1


def test_ueber_dieselbe_leistung_laeuft_nur_ein_antrag(antrag, sachbearbeitung, haushalt):
    with pytest.raises(ZustandFehler, match="läuft schon ein Antrag vom 11.05.2026"):
        antrag_aufnehmen(
            benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=HEUTE.date(), zeitpunkt=HEUTE
        )
    weiter(antrag, sachbearbeitung, "antrag_zuruecknehmen")
    antrag_aufnehmen(
        benutzer=sachbearbeitung, haushalt=haushalt, leistung=GRUNDSICHERUNG, eingang=HEUTE.date(), zeitpunkt=HEUTE
    )
    assert Vorgang.objects.offen().count() == 1


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [({"eingang": date(2026, 5, 13)}, "liegt in der Zukunft"), ({"leistung": "geschenk"}, "gibt es nicht")],
)
def test_ein_unbrauchbarer_antrag_wird_nicht_angelegt(sachbearbeitung, haushalt, angaben, grund):
    vorgabe = {"leistung": GRUNDSICHERUNG, "eingang": HEUTE.date()}
    with pytest.raises(AngabenFehler, match=grund):
        antrag_aufnehmen(benutzer=sachbearbeitung, haushalt=haushalt, zeitpunkt=HEUTE, **vorgabe | angaben)
    assert not Vorgang.objects.exists()


def test_was_die_vorgangsart_nicht_nennt_lehnt_die_akte_ab(antrag, sachbearbeitung):
    with pytest.raises(ZustandFehler, match="„Unterlagen sind vollständig da“ geht nicht: Der Vorgang „Antrag“ ist"):
        weiter(antrag, sachbearbeitung, "mitwirkung_erfolgt")
    with pytest.raises(AngabenFehler, match="gibt es hier nicht"):
        weiter(antrag, sachbearbeitung, "bescheid_erlassen")
    weiter(antrag, sachbearbeitung, "antrag_zuruecknehmen")
    assert not antrag.ist_offen
    with pytest.raises(ZustandFehler, match="Er ist abgeschlossen"):
        weiter(antrag, sachbearbeitung, "antrag_zuruecknehmen")


def test_wer_einen_alten_stand_vor_sich_hat_erfaehrt_was_geschah(antrag, sachbearbeitung):
    zweite = benutzer_mit("teamleitung")
    gesehen = antrag.version
    weiter(antrag, sachbearbeitung, "vermerken", vermerk="Miete geklärt")
    with pytest.raises(ZustandFehler, match=r"11\.05\.2026 11:00 sachbearbeitung: Vermerk") as fehler:
        weiter(Vorgang.objects.get(), zweite, "antrag_zuruecknehmen", version=gesehen)
    assert "Ihre Eingabe ist nicht gespeichert" in str(fehler.value)
    assert Vorgang.objects.get().zustand == "in_pruefung"


def test_anhoerung_laeuft_bis_zum_ende_ihrer_frist(antrag, sachbearbeitung):
    schreiben = anhoeren(
        benutzer=sachbearbeitung, vorgang=antrag, tatsachen="Rente gestiegen.", absicht="Weniger.", zeitpunkt=HEUTE
    )
    assert schreiben.bekannt_am == date(2026, 5, 15)
    assert bytes(schreiben.pdf).startswith(b"%PDF-")
    frist = antrag.fristen.get(schluessel="aeusserung")
    assert (frist.faellig, frist.art) == (date(2026, 5, 29), Frist.BEHOERDE)
    with pytest.raises(ZustandFehler, match=r"läuft noch bis 29\.05\.2026"):
        anhoerung_beenden(benutzer=sachbearbeitung, vorgang=antrag, zeitpunkt=nach(18))
    anhoerung_beenden(benutzer=sachbearbeitung, vorgang=antrag, zeitpunkt=nach(19))
    assert antrag.zustand == "in_pruefung"
    assert not antrag.fristen.offen().filter(schluessel="aeusserung").exists()


def test_mitwirkung_nennt_jede_unterlage_und_die_folgen(antrag, sachbearbeitung):
    schreiben = mitwirkung_anfordern(
        benutzer=sachbearbeitung, vorgang=antrag, unterlagen=["Mietvertrag", " ", "Kontoauszüge"], zeitpunkt=HEUTE
    )
    text = " ".join(
        [*schreiben.inhalt["absaetze"], *(s for a in schreiben.inhalt["abschnitte"] for s in a["absaetze"])]
    )
    assert "– Mietvertrag" in text
    assert "– Kontoauszüge" in text
    assert "§ 66 Absatz 1 und 3 SGB I" in text
    assert antrag.zustand == "wartet_auf_mitwirkung"
    weiter(antrag, sachbearbeitung, "mitwirkung_erfolgt", vermerk="vollständig")
    assert not antrag.fristen.offen().filter(schluessel="unterlagen").exists()


def test_leere_oder_zu_kurze_aufforderungen_nennen_jeden_mangel(antrag, sachbearbeitung):
    with pytest.raises(AngabenFehler) as fehler:
        mitwirkung_anfordern(benutzer=sachbearbeitung, vorgang=antrag, unterlagen=[" "], tage=2, zeitpunkt=HEUTE)
    assert [m.feld for m in fehler.value.maengel] == ["Frist in Tagen", "Was fehlt"]
    with pytest.raises(AngabenFehler) as fehler:
        anhoeren(benutzer=sachbearbeitung, vorgang=antrag, tatsachen="", absicht="", zeitpunkt=HEUTE)
    assert [m.feld for m in fehler.value.maengel] == ["Tatsachen", "Absicht"]
    assert not antrag.schreiben.exists()


def test_eine_wiedervorlage_wird_abgehakt_eine_gesetzliche_frist_nicht(antrag, sachbearbeitung, haushalt):
    merker = frist_setzen(
        benutzer=sachbearbeitung,
        haushalt=haushalt,
        titel="Nebenkosten anfordern",
        faellig=date(2026, 6, 1),
        zeitpunkt=HEUTE,
    )
    frist_erledigen(benutzer=sachbearbeitung, frist=merker, zeitpunkt=nach(3))
    with pytest.raises(ZustandFehler, match=r"hat sachbearbeitung am 14\.05\.2026 erledigt"):
        frist_erledigen(benutzer=sachbearbeitung, frist=merker, zeitpunkt=nach(4))
    with pytest.raises(ZustandFehler, match="endet erst mit dem Schritt"):
        frist_erledigen(benutzer=sachbearbeitung, frist=antrag.fristen.get(), zeitpunkt=nach(3))
    with pytest.raises(AngabenFehler, match="ist schon vorbei"):
        frist_setzen(benutzer=sachbearbeitung, haushalt=haushalt, titel="x", faellig=date(2026, 5, 1), zeitpunkt=HEUTE)
    assert list(Frist.objects.faellig(date(2026, 11, 11))) == [antrag.fristen.get()]


def test_ohne_recht_geht_kein_schritt(antrag, leitung, haushalt):
    with pytest.raises(RechtFehlt):
        weiter(antrag, leitung, "vermerken")
    with pytest.raises(RechtFehlt):
        anhoeren(benutzer=leitung, vorgang=antrag, tatsachen="a", absicht="b", zeitpunkt=HEUTE)
    with pytest.raises(RechtFehlt):
        frist_setzen(benutzer=leitung, haushalt=haushalt, titel="x", faellig=HEUTE.date(), zeitpunkt=HEUTE)
