"""Unterkunft nach § 42a SGB XII: bei Verwandten, Wohngemeinschaft, besondere Wohnform, sonstige Unterkunft.

Die Absätze 5 bis 7 gelten über § 35 Abs. 6 (bis 2022 Abs. 5) auch im Dritten Kapitel. Eine Grenze von 0 heißt: keine.
"""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import AbweichendeWohnform, Wohnform, Wohnverhaeltnis


def _begrenzt(betrag: Cent, grenze: Cent) -> Cent:
    return min(betrag, grenze) if grenze > 0 else betrag


# --- Absatz 3: ohne Vertrag bei Eltern, volljährigen Geschwistern oder volljährigem Kind ---


@regel("person", norm="§ 42a Abs. 3 Satz 1 und 5, § 133b SGB XII", titel="Differenzmethode gilt")
def differenzmethode_gilt(
    wohnverhaeltnis: Wohnverhaeltnis, mitbewohner_beduerftig: bool, bestandsschutz_unterkunft_2017: bool
) -> bool:
    """Ohne Vertrag bei Verwandten, die ihren Bedarf selbst decken können, und ohne Bestandsschutz."""
    if mitbewohner_beduerftig or bestandsschutz_unterkunft_2017:
        return False
    return wohnverhaeltnis == Wohnverhaeltnis.OHNE_VERTRAG_BEI_VERWANDTEN


@regel("person", norm="§ 42a Abs. 3 Satz 2 SGB XII", titel="Unterkunft nach der Differenzmethode")
def unterkunft_differenz(angemessene_miete_mit_person: Cent, angemessene_miete_ohne_person: Cent) -> Cent:
    """Angemessene Aufwendungen für alle Bewohner abzüglich der für eine Person weniger."""
    return max(angemessene_miete_mit_person - angemessene_miete_ohne_person, 0)


@regel("person", norm="§ 42a Abs. 3 Satz 3 SGB XII", titel="Heizung nach der Differenzmethode")
def heizung_differenz(heizung_anerkannt: Cent, unterkunft_differenz: Cent, angemessene_miete_mit_person: Cent) -> Cent:
    """Gesamte Heizkosten im Verhältnis der Differenz zur angemessenen Miete für alle Bewohner."""
    if angemessene_miete_mit_person == 0:
        return 0
    return kaufmaennisch(heizung_anerkannt * unterkunft_differenz, angemessene_miete_mit_person)


# --- Absatz 4: Wohngemeinschaft und anteiliger Mietvertrag ---


@regel("person", norm="§ 42a Abs. 4 Satz 1 und 2 SGB XII", titel="Grenze für den eigenen Mietanteil")
def mietanteil_grenze(
    wohnverhaeltnis: Wohnverhaeltnis,
    mietanteil_unverhaeltnismaessig: bool,
    angemessene_miete_einpersonenhaushalt: Cent,
    unterkunft_angemessenheitsgrenze: Cent,
    personen_in_wohnung: Anzahl,
) -> Cent:
    """Kopfteil der für alle Bewohner angemessenen Miete; bei anteiligem Vertrag die Grenze für eine Person."""
    if wohnverhaeltnis == Wohnverhaeltnis.ANTEILIGER_MIETVERTRAG and not mietanteil_unverhaeltnismaessig:
        return angemessene_miete_einpersonenhaushalt
    return kaufmaennisch(unterkunft_angemessenheitsgrenze, personen_in_wohnung)


@regel("haushalt", norm="§ 35 Abs. 1 Satz 7, § 42a Abs. 4 SGB XII", titel="Kopfteil des Eineinhalbfachen")
def kopfteil_deckel(unterkunft_deckel: Cent, personen_in_wohnung: Anzahl) -> Cent:
    """Anteil einer Person an der Obergrenze; 0 = keine."""
    return kaufmaennisch(unterkunft_deckel, personen_in_wohnung)


@regel("person", norm="§ 35 Abs. 1 Satz 7, § 42a Abs. 4 SGB XII", titel="Eineinhalbfaches für den eigenen Mietanteil")
def mietanteil_deckel(
    wohnverhaeltnis: Wohnverhaeltnis,
    mietanteil_unverhaeltnismaessig: bool,
    einpersonenhaushalt_deckel: Cent,
    kopfteil_deckel: Cent,
) -> Cent:
    """Kopfteil der Obergrenze; bei anteiligem Vertrag die für einen Einpersonenhaushalt; 0 = keine."""
    if wohnverhaeltnis == Wohnverhaeltnis.ANTEILIGER_MIETVERTRAG and not mietanteil_unverhaeltnismaessig:
        return einpersonenhaushalt_deckel
    return kopfteil_deckel


@regel("person", norm="§ 42a Abs. 4, § 35 Abs. 3 SGB XII", titel="Eigener Mietanteil")
def unterkunft_mietanteil(
    unterkunft_eigener_anteil: Cent, mietanteil_grenze: Cent, unterkunft_geschuetzt: bool, mietanteil_deckel: Cent
) -> Cent:
    """Selbst zu tragende Aufwendungen bis zur Grenze; geschützt wie nach § 35."""
    betrag = (
        unterkunft_eigener_anteil if unterkunft_geschuetzt else _begrenzt(unterkunft_eigener_anteil, mietanteil_grenze)
    )
    return _begrenzt(betrag, mietanteil_deckel)


@regel("person", norm="§ 42a Abs. 4 SGB XII", titel="Eigener Heizkostenanteil")
def heizung_mietanteil(
    heizung_eigener_anteil: Cent,
    heizung_angemessenheitsgrenze: Cent,
    heizung_geschuetzt: bool,
    personen_in_wohnung: Anzahl,
) -> Cent:
    """Selbst zu tragende Heizkosten bis zum Kopfteil der angemessenen."""
    if heizung_geschuetzt:
        return heizung_eigener_anteil
    return _begrenzt(heizung_eigener_anteil, kaufmaennisch(heizung_angemessenheitsgrenze, personen_in_wohnung))


@regel("person", norm="§ 42a Abs. 1, 3 und 4 SGB XII", titel="Unterkunft in der Wohnung (Viertes Kapitel)")
def unterkunft_wohnung_kapitel_4(
    differenzmethode_gilt: bool,
    unterkunft_differenz: Cent,
    hat_eigenen_mietanteil: bool,
    bestandsschutz_unterkunft_2017: bool,
    unterkunft_mietanteil: Cent,
    kopfteil_unterkunft: Cent,
) -> Cent:
    """Differenzmethode, eigener Mietanteil oder Kopfteil wie nach § 35."""
    if differenzmethode_gilt:
        return unterkunft_differenz
    if hat_eigenen_mietanteil and not bestandsschutz_unterkunft_2017:
        return unterkunft_mietanteil
    return kopfteil_unterkunft


@regel("person", norm="§ 42a Abs. 1, 3 und 4 SGB XII", titel="Heizung in der Wohnung (Viertes Kapitel)")
def heizung_wohnung_kapitel_4(
    differenzmethode_gilt: bool,
    heizung_differenz: Cent,
    hat_eigenen_mietanteil: bool,
    bestandsschutz_unterkunft_2017: bool,
    heizung_mietanteil: Cent,
    kopfteil_heizung: Cent,
) -> Cent:
    """Differenzmethode, eigener Anteil oder Kopfteil wie nach § 35."""
    if differenzmethode_gilt:
        return heizung_differenz
    if hat_eigenen_mietanteil and not bestandsschutz_unterkunft_2017:
        return heizung_mietanteil
    return kopfteil_heizung


# --- Durchschnittliche Warmmiete (§ 45a, bis 2021 § 42 Nr. 4 Buchst. b) ---


@regel("person", norm="§ 45a SGB XII", titel="Durchschnittliche Warmmiete am Ort der Person")
def warmmiete(
    wohnform_abweichend: AbweichendeWohnform,
    durchschnittliche_warmmiete: Cent,
    durchschnittliche_warmmiete_einrichtung: Cent,
) -> Cent:
    """Wert des Trägers, in dessen Bereich die Unterkunft der Person liegt."""
    if wohnform_abweichend == AbweichendeWohnform.WIE_HAUSHALT:
        return durchschnittliche_warmmiete
    return durchschnittliche_warmmiete_einrichtung


# --- Absätze 5 und 6: besondere Wohnform seit 2020 ---


@regel(
    "person",
    norm="§ 42a Abs. 5 Satz 1 SGB XII",
    titel="Aufwendungen der besonderen Wohnform",
    ab="2020-01-01",
    vorher=0,
)
def bw_aufwendungen(
    bw_wohnraum: Cent,
    bw_zu_zweit: bool,
    bw_gemeinschaftsraeume: Cent,
    bw_gemeinschaftsraeume_nutzer: Anzahl,
    bw_heizung: Cent,
    bw_zuschlaege: Cent,
    bw_anteil_zu_zweit: Basispunkte,
) -> Cent:
    """Wohnraum (zu zweit hälftig), Anteil an Gemeinschaftsräumen, Heizung und Zuschläge."""
    wohnraum = anteil(bw_wohnraum, bw_anteil_zu_zweit) if bw_zu_zweit else bw_wohnraum
    gemeinschaft = kaufmaennisch(bw_gemeinschaftsraeume, max(bw_gemeinschaftsraeume_nutzer, 1))
    return wohnraum + gemeinschaft + bw_heizung + bw_zuschlaege


@regel("person", norm="§ 42a Abs. 5 Satz 4 SGB XII", titel="Zuschläge der besonderen Wohnform")
def bw_zuschlaege(bw_moeblierung: Cent, bw_zusatzkosten: Cent) -> Cent:
    """Möblierung und gesondert ausgewiesene zusätzliche Kosten."""
    return bw_moeblierung + bw_zusatzkosten


@regel(
    "person",
    norm="§ 42a Abs. 5 Satz 3 und 4 SGB XII",
    titel="Anerkannte Aufwendungen der besonderen Wohnform",
    ab="2020-01-01",
    vorher=0,
)
def bw_anerkannt(
    bw_aufwendungen: Cent, bw_zuschlaege: Cent, warmmiete: Cent, besondere_wohnform_zuschlag_satz: Basispunkte
) -> Cent:
    """Bis zur durchschnittlichen Warmmiete, darüber bis zu 25 Prozent für vertraglich ausgewiesene Zuschläge."""
    zuschlag = min(bw_zuschlaege, anteil(warmmiete, besondere_wohnform_zuschlag_satz))
    return min(bw_aufwendungen, warmmiete + zuschlag)


@regel(
    "person",
    norm="§ 42a Abs. 6 Satz 2 SGB XII",
    titel="Von der Eingliederungshilfe zu tragende Unterkunftskosten",
    ab="2020-01-01",
    vorher=0,
)
def bw_eingliederungshilfe(
    bw_aufwendungen: Cent, warmmiete: Cent, besondere_wohnform_zuschlag_satz: Basispunkte
) -> Cent:
    """Aufwendungen, die die durchschnittliche Warmmiete um mehr als 25 Prozent übersteigen."""
    return max(bw_aufwendungen - warmmiete - anteil(warmmiete, besondere_wohnform_zuschlag_satz), 0)


@regel("person", norm="§ 42a Abs. 5 SGB XII", titel="Heizung in der besonderen Wohnform")
def heizung_besondere_wohnform(bw_anerkannt: Cent, bw_heizung: Cent) -> Cent:
    """Heizkosten, soweit die anerkannten Aufwendungen reichen."""
    return min(bw_heizung, bw_anerkannt)


@regel("person", norm="§ 42a Abs. 5 SGB XII", titel="Unterkunft in der besonderen Wohnform")
def unterkunft_besondere_wohnform(bw_anerkannt: Cent, heizung_besondere_wohnform: Cent) -> Cent:
    """Anerkannte Aufwendungen ohne Heizung."""
    return bw_anerkannt - heizung_besondere_wohnform


# --- Absatz 7 (2019: Absatz 5): sonstige Unterkunft ---


@regel("person", norm="§ 42a Abs. 7 Satz 1 und 2 SGB XII (2019: Abs. 5)", titel="Grenze in der sonstigen Unterkunft")
def sonstige_unterkunft_grenze(
    personen_in_wohnung: Anzahl, warmmiete: Cent, angemessene_bruttokaltmiete: Cent, angemessene_heizkosten: Cent
) -> Cent:
    """Allein die durchschnittliche Warmmiete; mit anderen der Kopfteil am angemessenen Mehrpersonenhaushalt."""
    if personen_in_wohnung == 1:
        return warmmiete
    if angemessene_bruttokaltmiete == 0 or angemessene_heizkosten == 0:
        return 0
    return kaufmaennisch(angemessene_bruttokaltmiete + angemessene_heizkosten, personen_in_wohnung)


@regel("haushalt", norm="§ 42a Abs. 7 SGB XII", titel="Tatsächlicher Kopfteil der Heizung")
def kopfteil_heizkosten_tatsaechlich(
    heizkosten: Cent, heizkosten_nachforderung: Cent, personen_in_wohnung: Anzahl
) -> Cent:
    """Tatsächliche Heizkosten geteilt durch die Zahl der Bewohner."""
    return kaufmaennisch(heizkosten + heizkosten_nachforderung, personen_in_wohnung)


@regel("haushalt", norm="§ 42a Abs. 7 SGB XII", titel="Tatsächlicher Kopfteil der Unterkunft")
def kopfteil_unterkunft_tatsaechlich(
    unterkunft_aufwendungen: Cent, unterkunft_nachforderung: Cent, personen_in_wohnung: Anzahl
) -> Cent:
    """Tatsächliche Aufwendungen für die Unterkunft geteilt durch die Zahl der Bewohner."""
    return kaufmaennisch(unterkunft_aufwendungen + unterkunft_nachforderung, personen_in_wohnung)


@regel("person", norm="§ 42a Abs. 7 SGB XII (2019: Abs. 5)", titel="Anerkannte Aufwendungen der sonstigen Unterkunft")
def sonstige_unterkunft_anerkannt(
    kopfteil_unterkunft_tatsaechlich: Cent,
    kopfteil_heizkosten_tatsaechlich: Cent,
    sonstige_unterkunft_grenze: Cent,
    sonstige_unterkunft_hoehere_kosten: bool,
) -> Cent:
    """Tatsächlicher Anteil bis zur Grenze; höher, wenn der Träger dies im Einzelfall anerkennt."""
    betrag = kopfteil_unterkunft_tatsaechlich + kopfteil_heizkosten_tatsaechlich
    return betrag if sonstige_unterkunft_hoehere_kosten else _begrenzt(betrag, sonstige_unterkunft_grenze)


@regel("person", norm="§ 42a Abs. 7 SGB XII", titel="Heizung in der sonstigen Unterkunft")
def heizung_sonstige(sonstige_unterkunft_anerkannt: Cent, kopfteil_heizkosten_tatsaechlich: Cent) -> Cent:
    """Heizkosten, soweit die anerkannten Aufwendungen reichen."""
    return min(kopfteil_heizkosten_tatsaechlich, sonstige_unterkunft_anerkannt)


@regel("person", norm="§ 42a Abs. 7 SGB XII", titel="Unterkunft in der sonstigen Unterkunft")
def unterkunft_sonstige(sonstige_unterkunft_anerkannt: Cent, heizung_sonstige: Cent) -> Cent:
    """Anerkannte Aufwendungen ohne Heizung."""
    return sonstige_unterkunft_anerkannt - heizung_sonstige


# --- § 42 Nr. 4 Buchst. b: stationäre Einrichtung ---


@regel("person", norm="§ 42 Nr. 4 Buchst. b, § 27b Abs. 1 Satz 2 Nr. 3 SGB XII", titel="Unterkunft in der Einrichtung")
def unterkunft_einrichtung(wohnform_person: Wohnform, lebt_in_einrichtung: bool, warmmiete: Cent) -> Cent:
    """Durchschnittliche Warmmiete von Einpersonenhaushalten; ohne Unterkunft kein Bedarf."""
    if wohnform_person == Wohnform.OHNE_UNTERKUNFT or not lebt_in_einrichtung:
        return 0
    return warmmiete
