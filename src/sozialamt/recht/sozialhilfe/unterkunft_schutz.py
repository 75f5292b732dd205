"""Wann unangemessene Aufwendungen weiter anerkannt werden (§ 35 Abs. 1 bis 3, §§ 140, 141 SGB XII)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, regel
from sozialamt.rechenkern.kalender import monat_plus, monate_bis
from sozialamt.rechenkern.rundung import anteil

# --- Karenzzeit seit 2023 ---


@regel("haushalt", norm="§ 140 Abs. 2, § 35a Abs. 2 SGB XII", titel="Karenzzeit ausgeschlossen")
def karenzzeit_ausgeschlossen(unterkunft_bisher_gekuerzt: bool, umzug_ohne_zustimmung: bool) -> bool:
    """Für die Unterkunft wurden schon nur die angemessenen Aufwendungen anerkannt, oder Umzug ohne Zusicherung."""
    return unterkunft_bisher_gekuerzt or umzug_ohne_zustimmung


@regel(
    "haushalt",
    norm="§ 35 Abs. 1 Satz 2 bis 6, § 140 Abs. 1 SGB XII",
    titel="Ende der Karenzzeit",
    ab="2023-01-01",
    vorher=0,
)
def karenzzeit_ende(
    karenzzeit_beginn: Datum,
    karenzzeit_ausgeschlossen: bool,
    karenzzeit_unterbrechung_monate: Anzahl,
    karenzzeit_verbraucht_sgb2_monate: Anzahl,
    kdu_karenzzeit_monate: Anzahl,
    kdu_karenzzeit_fruehestens: Datum,
) -> Datum:
    """Erster Tag nach einem Jahr; Unterbrechungen verlängern, im SGB II verbrauchte Monate verkürzen die Karenzzeit."""
    if karenzzeit_beginn == 0 or karenzzeit_ausgeschlossen:
        return 0
    dauer = kdu_karenzzeit_monate + karenzzeit_unterbrechung_monate - karenzzeit_verbraucht_sgb2_monate
    return monat_plus(max(karenzzeit_beginn, kdu_karenzzeit_fruehestens), dauer)


@regel("haushalt", norm="§ 35 Abs. 1 Satz 2 und 3 SGB XII", titel="Karenzzeit läuft")
def karenzzeit_laeuft(karenzzeit_ende: Datum, monat: Datum) -> bool:
    """Die tatsächlichen Aufwendungen für die Unterkunft (nicht die Heizung) werden anerkannt."""
    return monat < karenzzeit_ende


# --- Pandemie ---


@regel(
    "haushalt",
    norm="§ 141 Abs. 3 SGB XII",
    titel="Ende der Pandemie-Regelung für die Unterkunft",
    ab="2020-03-01",
    vorher=0,
)
def pandemie_unterkunft_ende(
    bewilligungszeitraum_beginn: Datum,
    monat: Datum,
    unterkunft_bisher_gekuerzt: bool,
    vereinfachter_zugang_ab: Datum,
    vereinfachter_zugang_bis: Datum,
    vereinfachter_zugang_monate: Anzahl,
) -> Datum:
    """Erster Tag nach sechs Monaten eines Bewilligungszeitraums, der vom März 2020 bis Dezember 2022 begann."""
    beginn = bewilligungszeitraum_beginn if bewilligungszeitraum_beginn > 0 else monat
    if unterkunft_bisher_gekuerzt or beginn < vereinfachter_zugang_ab or beginn > vereinfachter_zugang_bis:
        return 0
    return monat_plus(beginn, vereinfachter_zugang_monate)


@regel("haushalt", norm="§ 141 Abs. 3 Satz 1 SGB XII", titel="Aufwendungen gelten wegen der Pandemie als angemessen")
def pandemie_unterkunft_angemessen(pandemie_unterkunft_ende: Datum, monat: Datum) -> bool:
    """Die tatsächlichen Aufwendungen für Unterkunft und Heizung gelten als angemessen."""
    return monat < pandemie_unterkunft_ende


# --- Todesfall und Verkleinerung des Haushalts ---


@regel("haushalt", norm="§ 35 Abs. 3 Satz 4 SGB XII", titel="Schutz nach Todesfall", ab="2023-01-01", vorher=False)
def schutz_nach_todesfall(todesfall_monat: Datum, monat: Datum, kdu_schutzfrist_todesfall_monate: Anzahl) -> bool:
    """Bis zwölf Monate nach dem Sterbemonat ist die Senkung nicht zumutbar."""
    if todesfall_monat == 0:
        return False
    return 0 <= monate_bis(todesfall_monat, monat) <= kdu_schutzfrist_todesfall_monate


# --- Frist zur Kostensenkung ---


@regel("haushalt", norm="§ 35 Abs. 3 Satz 2, § 141 Abs. 3 Satz 2 SGB XII", titel="Beginn der Frist zur Kostensenkung")
def kostensenkungsfrist_beginn(
    kostensenkung_aufforderung: Datum, karenzzeit_ende: Datum, pandemie_unterkunft_ende: Datum
) -> Datum:
    """Monat nach der Aufforderung, frühestens nach Karenzzeit und Pandemie-Regelung; 0, wenn nichts davon vorliegt."""
    nach_aufforderung = monat_plus(kostensenkung_aufforderung, 1) if kostensenkung_aufforderung > 0 else 0
    return max(nach_aufforderung, karenzzeit_ende, pandemie_unterkunft_ende)


@regel("haushalt", norm="§ 35 Abs. 3 Satz 2 SGB XII", titel="Frist zur Kostensenkung noch nicht abgelaufen")
def kostensenkungsfrist_offen(
    kostensenkungsfrist_beginn: Datum, monat: Datum, kdu_kostensenkungsfrist_monate: Anzahl
) -> bool:
    """In der Regel längstens sechs Monate."""
    if kostensenkungsfrist_beginn == 0:
        return False
    return monat < monat_plus(kostensenkungsfrist_beginn, kdu_kostensenkungsfrist_monate)


@regel("haushalt", norm="§ 35 Abs. 1 und 3, § 141 Abs. 3 SGB XII", titel="Tatsächliche Unterkunftskosten geschützt")
def unterkunft_geschuetzt(
    karenzzeit_laeuft: bool,
    pandemie_unterkunft_angemessen: bool,
    schutz_nach_todesfall: bool,
    kostensenkungsfrist_offen: bool,
    kostensenkung_unzumutbar: bool,
    umzug_ohne_zustimmung: bool,
) -> bool:
    """Karenzzeit, Pandemie, Todesfall, laufende Frist oder unzumutbare Senkung; nicht nach Umzug ohne Zustimmung."""
    if umzug_ohne_zustimmung:
        return pandemie_unterkunft_angemessen
    if karenzzeit_laeuft or pandemie_unterkunft_angemessen or schutz_nach_todesfall:
        return True
    return kostensenkungsfrist_offen or kostensenkung_unzumutbar


@regel("haushalt", norm="§ 35 Abs. 3 Satz 2 bis 4, § 141 Abs. 3 SGB XII", titel="Tatsächliche Heizkosten geschützt")
def heizung_geschuetzt(
    pandemie_unterkunft_angemessen: bool,
    schutz_nach_todesfall: bool,
    heizkostensenkung_aufforderung: Datum,
    monat: Datum,
    kdu_kostensenkungsfrist_monate: Anzahl,
    kostensenkung_unzumutbar: bool,
) -> bool:
    """Wie bei der Unterkunft, aber ohne Karenzzeit; die Frist läuft ab dem Monat nach der Aufforderung."""
    if pandemie_unterkunft_angemessen or schutz_nach_todesfall or kostensenkung_unzumutbar:
        return True
    if heizkostensenkung_aufforderung == 0:
        return False
    return monate_bis(heizkostensenkung_aufforderung, monat) <= kdu_kostensenkungsfrist_monate


# --- Obergrenzen seit Juli 2026 ---


@regel(
    "haushalt",
    norm="§ 35 Abs. 1 Satz 7 und 8, Abs. 3 Satz 5 SGB XII",
    titel="Ausnahme von der Obergrenze",
    ab="2026-07-01",
    vorher=True,
)
def deckel_ausgenommen(
    schutz_nach_todesfall: bool,
    haushalt_verkleinert_am: Datum,
    monat: Datum,
    kdu_kostensenkungsfrist_monate: Anzahl,
    hoehere_unterkunft_anerkannt: bool,
    karenzzeit_laeuft: bool,
    unterkunft_deckel_kostensenkung: bool,
) -> bool:
    """Todesfall, sechs Monate nach Verkleinerung des Haushalts, anerkannte höhere Aufwendungen in der Karenzzeit."""
    if schutz_nach_todesfall or (karenzzeit_laeuft and hoehere_unterkunft_anerkannt):
        return True
    if (
        haushalt_verkleinert_am > 0
        and 0 <= monate_bis(haushalt_verkleinert_am, monat) <= kdu_kostensenkungsfrist_monate
    ):
        return True
    return not karenzzeit_laeuft and not unterkunft_deckel_kostensenkung


@regel(
    "haushalt",
    norm="§ 35 Abs. 1 Satz 7 SGB XII",
    titel="Eineinhalbfaches der angemessenen Miete",
    ab="2026-07-01",
    vorher=0,
)
def unterkunft_deckel(
    deckel_ausgenommen: bool, angemessene_bruttokaltmiete: Cent, kdu_deckel_satz: Basispunkte
) -> Cent:
    """Höchstens das Eineinhalbfache der abstrakt angemessenen Aufwendungen; 0 = keine Obergrenze."""
    return 0 if deckel_ausgenommen else anteil(angemessene_bruttokaltmiete, kdu_deckel_satz)


@regel(
    "person",
    norm="§ 35 Abs. 1 Satz 7 SGB XII",
    titel="Eineinhalbfaches der angemessenen Miete für eine Person",
    ab="2026-07-01",
    vorher=0,
)
def einpersonenhaushalt_deckel(
    deckel_ausgenommen: bool, angemessene_miete_einpersonenhaushalt: Cent, kdu_deckel_satz: Basispunkte
) -> Cent:
    """Obergrenze für den eigenen Mietanteil; 0 = keine."""
    return 0 if deckel_ausgenommen else anteil(angemessene_miete_einpersonenhaushalt, kdu_deckel_satz)


@regel(
    "haushalt",
    norm="§ 35 Abs. 1 Satz 9, Abs. 3 Satz 2 SGB XII",
    titel="Obergrenze nach Quadratmetern oder Mietpreisbremse",
    ab="2026-07-01",
    vorher=0,
)
def unterkunft_sofortgrenze(
    quadratmeterobergrenze_miete: Cent,
    mietpreisbremse_miete: Cent,
    kostensenkung_aufforderung: Datum,
    monat: Datum,
    kdu_kostensenkungsfrist_monate: Anzahl,
) -> Cent:
    """Was darüber liegt, gilt auch in der Karenzzeit als unangemessen; nach Aufforderung läuft die Frist. 0 = keine."""
    if (
        kostensenkung_aufforderung > 0
        and monate_bis(kostensenkung_aufforderung, monat) <= kdu_kostensenkungsfrist_monate
    ):
        return 0
    if quadratmeterobergrenze_miete == 0 or mietpreisbremse_miete == 0:
        return max(quadratmeterobergrenze_miete, mietpreisbremse_miete)
    return min(quadratmeterobergrenze_miete, mietpreisbremse_miete)
