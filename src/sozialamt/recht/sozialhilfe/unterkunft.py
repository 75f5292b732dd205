"""Bedarfe für Unterkunft und Heizung in der Wohnung (§§ 35, 35a SGB XII) und Zuordnung nach Wohnform.

Eine Grenze von 0 heißt in diesem Modul: keine Grenze festgesetzt.
"""

from sozialamt.rechenkern import Anzahl, Cent, regel
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Kapitel, Wohnform, Wohnverhaeltnis


def _begrenzt(betrag: Cent, grenze: Cent) -> Cent:
    return min(betrag, grenze) if grenze > 0 else betrag


# --- Aufwendungen und Grenzen des Haushalts ---


@regel("haushalt", norm="§ 35 Abs. 1 SGB XII", titel="Laufende Aufwendungen für die Unterkunft")
def unterkunft_aufwendungen(miete_bruttokalt: Cent, eigentum_schuldzinsen: Cent, eigentum_lasten: Cent) -> Cent:
    """Bruttokaltmiete, bei Eigentum Schuldzinsen ohne Tilgung und laufende Lasten."""
    return miete_bruttokalt + eigentum_schuldzinsen + eigentum_lasten


@regel(
    "haushalt",
    norm="§ 35 Abs. 7 SGB XII",
    titel="Gesamtangemessenheitsgrenze wird angewandt",
    ab="2023-01-01",
    vorher=False,
)
def gesamtgrenze_angewandt(
    gesamtangemessenheitsgrenze: bool, angemessene_bruttokaltmiete: Cent, angemessene_heizkosten: Cent
) -> bool:
    """Der Träger bildet sie und hat beide Grenzen festgesetzt."""
    return gesamtangemessenheitsgrenze and angemessene_bruttokaltmiete > 0 and angemessene_heizkosten > 0


@regel("haushalt", norm="§ 35 Abs. 1, 3 und 7 SGB XII", titel="Angemessenheitsgrenze der Unterkunft")
def unterkunft_angemessenheitsgrenze(
    angemessene_bruttokaltmiete: Cent,
    zuschlag_konkrete_angemessenheit: Cent,
    gesamtgrenze_angewandt: bool,
    angemessene_heizkosten: Cent,
    heizkosten: Cent,
) -> Cent:
    """Örtliche Grenze mit Zuschlag des Einzelfalls; bei der Gesamtgrenze erhöht um nicht ausgeschöpfte Heizkosten."""
    if angemessene_bruttokaltmiete == 0:
        return 0
    grenze = angemessene_bruttokaltmiete + zuschlag_konkrete_angemessenheit
    if gesamtgrenze_angewandt:
        grenze += max(angemessene_heizkosten - heizkosten, 0)
    return grenze


@regel("haushalt", norm="§ 35 Abs. 5 und 7 SGB XII", titel="Angemessenheitsgrenze der Heizung")
def heizung_angemessenheitsgrenze(
    angemessene_heizkosten: Cent,
    gesamtgrenze_angewandt: bool,
    angemessene_bruttokaltmiete: Cent,
    zuschlag_konkrete_angemessenheit: Cent,
    unterkunft_aufwendungen: Cent,
) -> Cent:
    """Grenze der Heizkosten; bei der Gesamtgrenze erhöht um nicht ausgeschöpfte Unterkunftskosten."""
    if not gesamtgrenze_angewandt:
        return angemessene_heizkosten
    rest = angemessene_bruttokaltmiete + zuschlag_konkrete_angemessenheit - unterkunft_aufwendungen
    return angemessene_heizkosten + max(rest, 0)


@regel("haushalt", norm="§ 35a Abs. 1 SGB XII", titel="Instandhaltung des Eigentums")
def bedarf_instandhaltung(
    eigentum_instandhaltung: Cent,
    unterkunft_angemessenheitsgrenze: Cent,
    unterkunft_aufwendungen: Cent,
    kdu_instandhaltung_monate: Anzahl,
) -> Cent:
    """Soweit sie mit den Aufwendungen von zwölf Monaten zusammen angemessen bleibt."""
    if unterkunft_angemessenheitsgrenze == 0:
        return eigentum_instandhaltung
    frei = (unterkunft_angemessenheitsgrenze - unterkunft_aufwendungen) * kdu_instandhaltung_monate
    return min(eigentum_instandhaltung, max(frei, 0))


@regel("haushalt", norm="§ 35a Abs. 1 Satz 2 SGB XII", titel="Instandhaltung, für die ein Darlehen möglich ist")
def instandhaltung_darlehen(eigentum_instandhaltung: Cent, bedarf_instandhaltung: Cent) -> Cent:
    """Teil der unabweisbaren Aufwendungen über dem Bedarf."""
    return eigentum_instandhaltung - bedarf_instandhaltung


@regel("haushalt", norm="§ 35 Abs. 1, 3 und 4 SGB XII", titel="Anerkannte laufende Aufwendungen für die Unterkunft")
def unterkunft_laufend_anerkannt(
    unterkunft_aufwendungen: Cent,
    unterkunft_angemessenheitsgrenze: Cent,
    unterkunft_geschuetzt: bool,
    unterkunft_deckel: Cent,
    unterkunft_sofortgrenze: Cent,
    unterkunftspauschale: Cent,
) -> Cent:
    """Tatsächlich, soweit angemessen oder geschützt, höchstens bis zu den Obergrenzen; oder die örtliche Pauschale."""
    if unterkunftspauschale > 0:
        return unterkunftspauschale
    betrag = unterkunft_aufwendungen
    if not unterkunft_geschuetzt:
        betrag = _begrenzt(betrag, unterkunft_angemessenheitsgrenze)
    return _begrenzt(_begrenzt(betrag, unterkunft_deckel), unterkunft_sofortgrenze)


@regel("haushalt", norm="§§ 35, 35a Abs. 1 SGB XII", titel="Anerkannte Aufwendungen für die Unterkunft")
def unterkunft_anerkannt(
    unterkunft_laufend_anerkannt: Cent, unterkunft_nachforderung: Cent, bedarf_instandhaltung: Cent
) -> Cent:
    """Laufende Aufwendungen, im Monat fällige Nachforderung und Instandhaltung der ganzen Wohnung."""
    return unterkunft_laufend_anerkannt + unterkunft_nachforderung + bedarf_instandhaltung


@regel("haushalt", norm="§ 35 Abs. 5 SGB XII (bis 2022 Abs. 4)", titel="Anerkannte Aufwendungen für die Heizung")
def heizung_anerkannt(
    heizkosten: Cent,
    heizkosten_nachforderung: Cent,
    heizung_angemessenheitsgrenze: Cent,
    heizung_geschuetzt: bool,
    heizkostenpauschale: Cent,
) -> Cent:
    """Tatsächlich, soweit angemessen oder geschützt, mit zentraler Warmwasserbereitung; oder die örtliche Pauschale."""
    if heizkostenpauschale > 0:
        return heizkostenpauschale
    betrag = heizkosten if heizung_geschuetzt else _begrenzt(heizkosten, heizung_angemessenheitsgrenze)
    return betrag + heizkosten_nachforderung


# --- Kopfteile ---


@regel("haushalt", norm="§ 35 Abs. 1 SGB XII", titel="Kopfteil der Unterkunft")
def kopfteil_unterkunft(unterkunft_anerkannt: Cent, personen_in_wohnung: Anzahl) -> Cent:
    """Anerkannte Aufwendungen geteilt durch die Zahl der Bewohner."""
    return kaufmaennisch(unterkunft_anerkannt, personen_in_wohnung)


@regel("haushalt", norm="§ 35 Abs. 5 SGB XII", titel="Kopfteil der Heizung")
def kopfteil_heizung(heizung_anerkannt: Cent, personen_in_wohnung: Anzahl) -> Cent:
    """Anerkannte Heizkosten geteilt durch die Zahl der Bewohner."""
    return kaufmaennisch(heizung_anerkannt, personen_in_wohnung)


# --- Wohnung im Dritten Kapitel ---


@regel("person", norm="§ 42a Abs. 4 SGB XII", titel="Trägt vertraglich einen eigenen Anteil")
def hat_eigenen_mietanteil(wohnverhaeltnis: Wohnverhaeltnis) -> bool:
    """Wohngemeinschaft oder Mietvertrag nur über Teile der Wohnung."""
    if wohnverhaeltnis == Wohnverhaeltnis.WOHNGEMEINSCHAFT:
        return True
    return wohnverhaeltnis == Wohnverhaeltnis.ANTEILIGER_MIETVERTRAG


@regel("person", norm="§ 35 Abs. 1 und 3 SGB XII", titel="Unterkunft in der Wohnung (Drittes Kapitel)")
def unterkunft_wohnung_kapitel_3(
    hat_eigenen_mietanteil: bool,
    unterkunft_eigener_anteil: Cent,
    angemessene_miete_einpersonenhaushalt: Cent,
    unterkunft_geschuetzt: bool,
    einpersonenhaushalt_deckel: Cent,
    kopfteil_unterkunft: Cent,
) -> Cent:
    """Kopfteil; bei eigenem Vertrag der eigene Anteil bis zur Grenze für eine Person."""
    if not hat_eigenen_mietanteil:
        return kopfteil_unterkunft
    grenze = einpersonenhaushalt_deckel if unterkunft_geschuetzt else angemessene_miete_einpersonenhaushalt
    return _begrenzt(unterkunft_eigener_anteil, grenze)


@regel("person", norm="§ 35 Abs. 5 SGB XII", titel="Heizung in der Wohnung (Drittes Kapitel)")
def heizung_wohnung_kapitel_3(hat_eigenen_mietanteil: bool, heizung_mietanteil: Cent, kopfteil_heizung: Cent) -> Cent:
    """Kopfteil; bei eigenem Vertrag der eigene Anteil bis zum Kopfteil der angemessenen Heizkosten."""
    return heizung_mietanteil if hat_eigenen_mietanteil else kopfteil_heizung


# --- Zuordnung nach Wohnform ---


@regel("person", norm="§§ 35, 42a, § 42 Nr. 4 SGB XII", titel="Bedarf für die Unterkunft")
def bedarf_unterkunft(
    wohnform_person: Wohnform,
    kapitel: Kapitel,
    unterkunft_wohnung_kapitel_3: Cent,
    unterkunft_wohnung_kapitel_4: Cent,
    unterkunft_besondere_wohnform: Cent,
    unterkunft_sonstige: Cent,
    unterkunft_einrichtung: Cent,
) -> Cent:
    """Nach Wohnform und Kapitel; in Einrichtungen die durchschnittliche Warmmiete einschließlich Heizung."""
    if wohnform_person == Wohnform.WOHNUNG:
        return unterkunft_wohnung_kapitel_4 if kapitel == Kapitel.KAPITEL_4 else unterkunft_wohnung_kapitel_3
    if wohnform_person == Wohnform.BESONDERE_WOHNFORM:
        return unterkunft_besondere_wohnform
    if wohnform_person == Wohnform.SONSTIGE_UNTERKUNFT:
        return unterkunft_sonstige
    return unterkunft_einrichtung


@regel("person", norm="§§ 35, 42a SGB XII", titel="Bedarf für die Heizung")
def bedarf_heizung(
    wohnform_person: Wohnform,
    kapitel: Kapitel,
    heizung_wohnung_kapitel_3: Cent,
    heizung_wohnung_kapitel_4: Cent,
    heizung_besondere_wohnform: Cent,
    heizung_sonstige: Cent,
) -> Cent:
    """Nach Wohnform und Kapitel; in Einrichtungen steckt die Heizung in der Warmmiete."""
    if wohnform_person == Wohnform.WOHNUNG:
        return heizung_wohnung_kapitel_4 if kapitel == Kapitel.KAPITEL_4 else heizung_wohnung_kapitel_3
    if wohnform_person == Wohnform.BESONDERE_WOHNFORM:
        return heizung_besondere_wohnform
    return heizung_sonstige if wohnform_person == Wohnform.SONSTIGE_UNTERKUNFT else 0
