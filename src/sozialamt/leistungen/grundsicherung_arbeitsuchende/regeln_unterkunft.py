"""Bedarfe für Unterkunft und Heizung (§ 22, § 65 Abs. 2, 4, § 67 Abs. 3 SGB II)."""

from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Erreichbarkeit
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Position, anzahl, minimum, regel
from sozialamt.rechenkern.kalender import monat_plus, monate_bis, monatserster
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import Wohnverhaeltnis


@regel("haushalt", norm="§ 22 Abs. 1 Satz 1 SGB II", titel="Tatsächliche Aufwendungen für die Unterkunft")
def sgb2_unterkunft_tatsaechlich(miete_bruttokalt: Cent, eigentum_schuldzinsen: Cent, eigentum_lasten: Cent) -> Cent:
    """Bruttokaltmiete; bei Eigentum Schuldzinsen und laufende Lasten ohne Tilgung."""
    return miete_bruttokalt + eigentum_schuldzinsen + eigentum_lasten


@regel("haushalt", norm="§ 22 Abs. 1 Satz 1 SGB II", titel="Angemessene Aufwendungen für die Unterkunft")
def sgb2_unterkunft_grenze(angemessene_bruttokaltmiete: Cent, zuschlag_konkrete_angemessenheit: Cent) -> Cent:
    """Abstrakt angemessene Bruttokaltmiete und Zuschlag nach der Besonderheit des Einzelfalls; 0 = keine Grenze."""
    return angemessene_bruttokaltmiete + zuschlag_konkrete_angemessenheit if angemessene_bruttokaltmiete > 0 else 0


@regel(
    "haushalt",
    norm="§ 22 Abs. 1 Satz 2, 4, § 65 Abs. 2 SGB II",
    titel="Letzter Monat der Karenzzeit",
    ab="2023-01-01",
    vorher=0,
)
def sgb2_karenz_bis(
    karenzzeit_beginn: Datum,
    karenzzeit_unterbrechung_monate: Anzahl,
    sgb2_karenz_monate: Anzahl,
    sgb2_karenz_fruehestens: Datum,
) -> Datum:
    """Ein Jahr ab dem ersten Monat mit Leistungen, frühestens ab 2023, verlängert um volle Monate ohne Bezug."""
    if karenzzeit_beginn == 0:
        return 0
    beginn = max(karenzzeit_beginn, sgb2_karenz_fruehestens)
    return monat_plus(beginn, sgb2_karenz_monate + karenzzeit_unterbrechung_monate - 1)


@regel(
    "haushalt",
    norm="§ 67 Abs. 1, 3 SGB II",
    titel="Letzter Monat, in dem tatsächliche Aufwendungen als angemessen gelten",
    ab="2020-03-01",
    bis="2023-11-30",
    vorher=0,
    nachher=0,
)
def sgb2_covid_bis(
    bewilligungszeitraum_beginn: Datum,
    monat: Datum,
    sgb2_covid_bewilligung: tuple[Datum, ...],
    sgb2_covid_monate: Anzahl,
) -> Datum:
    """Sechs Monate ab Beginn eines Bewilligungszeitraums, der vom 01.03.2020 bis 31.12.2022 beginnt."""
    beginn = bewilligungszeitraum_beginn if bewilligungszeitraum_beginn > 0 else monat
    if not sgb2_covid_bewilligung[0] <= beginn <= sgb2_covid_bewilligung[1]:
        return 0
    return monat_plus(beginn, sgb2_covid_monate - 1)


@regel("haushalt", norm="§ 65 Abs. 4, § 67 Abs. 3 Satz 3 SGB II", titel="Letzter Monat mit tatsächlichen Aufwendungen")
def sgb2_unterkunft_frei_bis(sgb2_karenz_bis: Datum, sgb2_covid_bis: Datum, unterkunft_bisher_gekuerzt: bool) -> Datum:
    """Karenzzeit oder erleichterter Zugang; beides nicht, wenn schon früher nur Angemessenes anerkannt war."""
    return 0 if unterkunft_bisher_gekuerzt else max(sgb2_karenz_bis, sgb2_covid_bis)


@regel("haushalt", norm="§ 22 Abs. 1 Satz 11 SGB II", titel="Schutz nach einem Todesfall", ab="2023-01-01", vorher=0)
def sgb2_todesfallschutz(todesfall_monat: Datum, monat: Datum, sgb2_todesfall_monate: Anzahl) -> bool:
    """Zwölf Monate nach dem Sterbemonat ist die Senkung nicht zumutbar."""
    return todesfall_monat > 0 and monatserster(todesfall_monat) <= monat <= monat_plus(
        todesfall_monat, sgb2_todesfall_monate
    )


@regel("haushalt", norm="§ 22 Abs. 1 Satz 9, 10, 12 SGB II", titel="Senkung der Unterkunftskosten noch nicht verlangt")
def sgb2_senkung_offen(
    sgb2_aufforderungsfrist_offen: bool,
    sgb2_unterkunft_frei_bis: Datum,
    sgb2_kostensenkung_monate: Anzahl,
    monat: Datum,
) -> bool:
    """In der Regel längstens sechs Monate nach Aufforderung, Karenzzeit oder erleichtertem Zugang."""
    if sgb2_aufforderungsfrist_offen:
        return True
    return sgb2_unterkunft_frei_bis > 0 and monat <= monat_plus(sgb2_unterkunft_frei_bis, sgb2_kostensenkung_monate)


@regel(
    "haushalt",
    norm="§ 22 Abs. 1 SGB II",
    titel="Tatsächliche Aufwendungen sind anzuerkennen",
    bis="2022-12-31",
    name="sgb2_unterkunft_geschuetzt",
)
def sgb2_unterkunft_geschuetzt_bis_2022(
    sgb2_unterkunft_frei_bis: Datum, sgb2_senkung_offen: bool, monat: Datum
) -> bool:
    """Während § 67 oder der Frist zur Kostensenkung."""
    return sgb2_senkung_offen or monat <= sgb2_unterkunft_frei_bis


@regel("haushalt", norm="§ 22 Abs. 1, 4 SGB II", titel="Tatsächliche Aufwendungen sind anzuerkennen", ab="2023-01-01")
def sgb2_unterkunft_geschuetzt(
    sgb2_unterkunft_frei_bis: Datum, sgb2_senkung_offen: bool, umzug_ohne_zustimmung: bool, monat: Datum
) -> bool:
    """Während Karenzzeit oder Frist; nicht nach einem Umzug in eine unangemessene Wohnung ohne Zusicherung."""
    return not umzug_ohne_zustimmung and (sgb2_senkung_offen or monat <= sgb2_unterkunft_frei_bis)


@regel(
    "haushalt",
    norm="§ 22 Abs. 1 Satz 6, 7, 11 SGB II",
    titel="Höchstgrenze des Eineinhalbfachen",
    ab="2026-07-01",
    vorher=0,
)
def sgb2_unterkunft_deckel(
    angemessene_bruttokaltmiete: Cent,
    hoehere_unterkunft_anerkannt: bool,
    haushalt_verkleinert_am: Datum,
    sgb2_todesfallschutz: bool,
    monat: Datum,
    sgb2_kostensenkung_monate: Anzahl,
    sgb2_karenz_deckel: Basispunkte,
) -> Cent:
    """Nicht bei anerkannter Ausnahme, nach Todesfall und in den sechs Monaten nach einer Verkleinerung; 0 = keine."""
    if hoehere_unterkunft_anerkannt or sgb2_todesfallschutz:
        return 0
    if haushalt_verkleinert_am > 0 and monate_bis(haushalt_verkleinert_am, monat) <= sgb2_kostensenkung_monate:
        return 0
    return anteil(angemessene_bruttokaltmiete, sgb2_karenz_deckel)


@regel(
    "haushalt", norm="§ 22 Abs. 1 Satz 8 SGB II", titel="Grenze ohne Schutz der Karenzzeit", ab="2026-07-01", vorher=0
)
def sgb2_unterkunft_sofortgrenze(
    quadratmeterobergrenze_miete: Cent, mietpreisbremse_miete: Cent, sgb2_aufforderungsfrist_offen: bool
) -> Cent:
    """Quadratmeterobergrenze oder zulässige Miete nach den §§ 556d bis 556g BGB; 0 = keine oder Frist läuft noch."""
    if sgb2_aufforderungsfrist_offen:
        return 0
    if quadratmeterobergrenze_miete == 0 or mietpreisbremse_miete == 0:
        return max(quadratmeterobergrenze_miete, mietpreisbremse_miete)
    return min(quadratmeterobergrenze_miete, mietpreisbremse_miete)


@regel("haushalt", norm="§ 22 Abs. 1 Satz 9, 12 SGB II", titel="Frist nach der Aufforderung zur Kostensenkung läuft")
def sgb2_aufforderungsfrist_offen(
    kostensenkung_aufforderung: Datum,
    kostensenkung_unzumutbar: bool,
    sgb2_todesfallschutz: bool,
    sgb2_kostensenkung_monate: Anzahl,
    monat: Datum,
) -> bool:
    """Sechs Monate nach der Aufforderung oder länger, wenn die Senkung nicht zumutbar ist."""
    if kostensenkung_unzumutbar or sgb2_todesfallschutz:
        return True
    return kostensenkung_aufforderung > 0 and monat <= monat_plus(kostensenkung_aufforderung, sgb2_kostensenkung_monate)


def _hoechstens(betrag: Cent, grenze: Cent) -> Cent:
    return min(betrag, grenze) if grenze > 0 else betrag


@regel("haushalt", norm="§ 22 Abs. 1, 4 SGB II", titel="Anerkannte Aufwendungen für die Unterkunft")
def sgb2_unterkunft_anerkannt(
    sgb2_unterkunft_tatsaechlich: Cent,
    sgb2_unterkunft_grenze: Cent,
    sgb2_unterkunft_geschuetzt: bool,
    sgb2_unterkunft_deckel: Cent,
    sgb2_unterkunft_sofortgrenze: Cent,
    sgb2_bisheriger_unterkunftsbedarf: Cent,
) -> Cent:
    """Tatsächliche Aufwendungen, soweit angemessen; nach nicht erforderlichem Umzug höchstens der bisherige Bedarf."""
    anerkannt = _hoechstens(sgb2_unterkunft_tatsaechlich, sgb2_unterkunft_deckel)
    anerkannt = _hoechstens(anerkannt, sgb2_unterkunft_sofortgrenze)
    if not sgb2_unterkunft_geschuetzt:
        anerkannt = _hoechstens(anerkannt, sgb2_unterkunft_grenze)
    return _hoechstens(anerkannt, sgb2_bisheriger_unterkunftsbedarf)


@regel("haushalt", norm="§ 22 Abs. 1 Satz 1, 9, § 67 Abs. 3 SGB II", titel="Anerkannte Heizkosten")
def sgb2_heizung_anerkannt(
    heizkosten: Cent,
    angemessene_heizkosten: Cent,
    sgb2_heizung_geschuetzt: bool,
) -> Cent:
    """Angemessene Heizkosten; die Karenzzeit gilt für sie nicht."""
    return heizkosten if sgb2_heizung_geschuetzt else _hoechstens(heizkosten, angemessene_heizkosten)


@regel("haushalt", norm="§ 22 Abs. 1 Satz 9, § 67 Abs. 3 SGB II", titel="Tatsächliche Heizkosten sind anzuerkennen")
def sgb2_heizung_geschuetzt(
    heizkostensenkung_aufforderung: Datum,
    sgb2_covid_bis: Datum,
    unterkunft_bisher_gekuerzt: bool,
    kostensenkung_unzumutbar: bool,
    sgb2_todesfallschutz: bool,
    sgb2_kostensenkung_monate: Anzahl,
    monat: Datum,
) -> bool:
    """Sechs Monate nach der Aufforderung, während § 67 oder wenn die Senkung nicht zumutbar ist."""
    if kostensenkung_unzumutbar or sgb2_todesfallschutz:
        return True
    letzter_freier = max(heizkostensenkung_aufforderung, 0 if unterkunft_bisher_gekuerzt else sgb2_covid_bis)
    return letzter_freier > 0 and monat <= monat_plus(letzter_freier, sgb2_kostensenkung_monate)


@regel("haushalt", norm="§ 22 Abs. 2 SGB II", titel="Instandhaltung und Reparatur von Wohneigentum")
def sgb2_instandhaltung(
    eigentum_instandhaltung: Cent,
    sgb2_unterkunft_tatsaechlich: Cent,
    sgb2_unterkunft_grenze: Cent,
    sgb2_instandhaltung_monate: Anzahl,
) -> Cent:
    """Unabweisbare Aufwendungen, soweit sie mit den laufenden in zwölf Monaten insgesamt angemessen sind."""
    if sgb2_unterkunft_grenze == 0:
        return eigentum_instandhaltung
    spielraum = max(0, sgb2_unterkunft_grenze - sgb2_unterkunft_tatsaechlich) * sgb2_instandhaltung_monate
    return min(eigentum_instandhaltung, spielraum)


@regel("haushalt", norm="§ 22 Abs. 1 bis 3 SGB II", titel="Unterkunft und Heizung des Haushalts")
def sgb2_unterkunft_haushalt(
    sgb2_unterkunft_anerkannt: Cent,
    sgb2_heizung_anerkannt: Cent,
    unterkunft_nachforderung: Cent,
    heizkosten_nachforderung: Cent,
    sgb2_instandhaltung: Cent,
    sgb2_guthaben_unterkunft: Cent,
) -> Cent:
    """Laufende und einmalige Aufwendungen abzüglich der Guthaben aus dem Vormonat."""
    aufwendungen = (
        sgb2_unterkunft_anerkannt
        + sgb2_heizung_anerkannt
        + unterkunft_nachforderung
        + heizkosten_nachforderung
        + sgb2_instandhaltung
    )
    return max(0, aufwendungen - sgb2_guthaben_unterkunft)


@anzahl(
    "bedarfsgemeinschaft", norm="§ 22 Abs. 1 SGB II", titel="In der Wohnung lebende Personen der Bedarfsgemeinschaft"
)
def sgb2_bewohner(wohnt_mit_haushalt: bool) -> bool:
    """Kopfteile entfallen auf alle, die in der Wohnung leben."""
    return wohnt_mit_haushalt


@regel("person", norm="§ 22 Abs. 7 Satz 4 SGB II", titel="Trägt einen Kopfteil der Bedarfsgemeinschaft")
def sgb2_traegt_kopfteil(
    wohnt_mit_haushalt: bool, sgb2_erreichbarkeit: Sgb2Erreichbarkeit, sgb2_kopfteil_uebergang: bool
) -> bool:
    """Seit 07/2026 geht der Anteil einer nicht erreichbaren Person auf die übrigen Mitglieder über."""
    if sgb2_kopfteil_uebergang and sgb2_erreichbarkeit == Sgb2Erreichbarkeit.NICHT_ERREICHBAR:
        return False
    return wohnt_mit_haushalt


@anzahl("bedarfsgemeinschaft", norm="§ 22 Abs. 1, 7 SGB II", titel="Zahl der Kopfteile")
def sgb2_koepfe(sgb2_traegt_kopfteil: bool) -> bool:
    """Personen, auf die der Bedarf der Bedarfsgemeinschaft verteilt wird."""
    return sgb2_traegt_kopfteil


@minimum("bedarfsgemeinschaft", norm="§ 41 Abs. 2 SGB II", titel="Geburtsdatum der ältesten Person mit Kopfteil")
def sgb2_aelteste_geboren(geburtsdatum: Datum, sgb2_traegt_kopfteil: bool, monat: Datum) -> Datum:
    """Nach ihr richtet sich, wer den Rundungsrest trägt, damit die Reihenfolge der Personen gleichgültig ist."""
    return geburtsdatum if sgb2_traegt_kopfteil else monat_plus(monat, 1)


@minimum("bedarfsgemeinschaft", norm="§ 41 Abs. 2 SGB II", titel="Person, die den Rundungsrest trägt")
def sgb2_erste_person(
    position: Position, geburtsdatum: Datum, sgb2_aelteste_geboren: Datum, haushaltsgroesse: Anzahl
) -> Position:
    """Die älteste Person, die einen Kopfteil trägt; bei gleichem Geburtsdatum die zuerst geführte."""
    return position if geburtsdatum == sgb2_aelteste_geboren else haushaltsgroesse


@regel("bedarfsgemeinschaft", norm="§ 22 Abs. 1 SGB II", titel="Unterkunft und Heizung der Bedarfsgemeinschaft")
def sgb2_unterkunft_bg(sgb2_unterkunft_haushalt: Cent, sgb2_bewohner: Anzahl, personen_in_wohnung: Anzahl) -> Cent:
    """Anteil nach Köpfen an den Aufwendungen der Wohnung."""
    return kaufmaennisch(sgb2_unterkunft_haushalt * sgb2_bewohner, personen_in_wohnung)


@regel("person", norm="§ 22 Abs. 1, § 41 Abs. 2 SGB II", titel="Kopfteil")
def sgb2_kopfteil(
    sgb2_unterkunft_bg: Cent,
    sgb2_koepfe: Anzahl,
    sgb2_traegt_kopfteil: bool,
    sgb2_erste_person: Position,
    position: Position,
) -> Cent:
    """Gleiche Teile, kaufmännisch gerundet; den Rundungsrest trägt die älteste Person, so dass die Summe stimmt."""
    if not sgb2_traegt_kopfteil:
        return 0
    teil = kaufmaennisch(sgb2_unterkunft_bg, sgb2_koepfe)
    rest = sgb2_unterkunft_bg - teil * (sgb2_koepfe - 1)
    if rest < 0:
        return sgb2_unterkunft_bg if position == sgb2_erste_person else 0
    return rest if position == sgb2_erste_person else teil


@regel("person", norm="§ 22 Abs. 1, 5 SGB II", titel="Bedarf für Unterkunft und Heizung")
def sgb2_unterkunft(
    sgb2_kopfteil: Cent,
    sgb2_ohne_zusicherung: bool,
    wohnverhaeltnis: Wohnverhaeltnis,
    unterkunft_eigener_anteil: Cent,
    heizung_eigener_anteil: Cent,
    angemessene_miete_einpersonenhaushalt: Cent,
) -> Cent:
    """Kopfteil oder eigener Mietanteil; keiner vor Vollendung des 25. Lebensjahres nach Umzug ohne Zusicherung."""
    if sgb2_ohne_zusicherung:
        return 0
    if wohnverhaeltnis == Wohnverhaeltnis.WOHNGEMEINSCHAFT or wohnverhaeltnis == Wohnverhaeltnis.ANTEILIGER_MIETVERTRAG:
        return _hoechstens(unterkunft_eigener_anteil, angemessene_miete_einpersonenhaushalt) + heizung_eigener_anteil
    return sgb2_kopfteil
