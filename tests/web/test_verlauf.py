"""Der Verlauf sagt in Sätzen, was sich wann geändert hat."""

from tests.akte.bausteine import FEBRUAR, MAI, eintragen

from sozialamt.akte.fallbildung import Kenntnis
from sozialamt.akte.vorgaenge.tatsachen_eintragen import Angabe
from sozialamt.web.verlauf import verlauf


def saetze(haushalt) -> list[tuple[str, str, str, str]]:
    return [(f"{monat:%m.%Y}", a.titel, a.alt, a.neu) for monat, alle in verlauf(Kenntnis.lade(haushalt)) for a in alle]


def test_der_erste_wert_ist_keine_aenderung(haushalt, rentnerin):
    assert saetze(haushalt) == []


def test_eine_aenderung_nennt_alt_neu_und_nachweis_und_der_juengste_monat_steht_oben(
    client, sachbearbeitung, haushalt, rentnerin
):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 7000, FEBRUAR))
    eintragen(sachbearbeitung, haushalt, Angabe("miete_bruttokalt", 45000, MAI, None, "Mieterhöhung vom 10.03."))
    gefunden = saetze(haushalt)
    assert [s[0] for s in gefunden] == ["05.2026", "02.2026"]
    assert gefunden[0][2:] == ("420,00 €", "450,00 €")
    text = client.get(f"/haushalte/{haushalt.aktenzeichen}/").content.decode()
    assert "Was hat sich wann geändert?" in text
    assert "Mieterhöhung vom 10.03." in text


def test_was_endet_und_was_eine_spaetere_eintragung_verdeckt(sachbearbeitung, haushalt, rentnerin):
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 9000, FEBRUAR, FEBRUAR))
    assert [(m, alt, neu) for m, _, alt, neu in saetze(haushalt)] == [
        ("03.2026", "90,00 €", "60,00 €"),
        ("02.2026", "60,00 €", "90,00 €"),
    ]
    eintragen(sachbearbeitung, haushalt, Angabe("heizkosten", 6000, FEBRUAR, FEBRUAR))
    assert saetze(haushalt) == []
