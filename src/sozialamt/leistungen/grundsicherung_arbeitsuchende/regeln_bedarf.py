"""Regelbedarf und Mehrbedarfe (§§ 20, 21, 23 SGB II)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, beim, regel
from sozialamt.rechenkern.kalender import letzter_tag, tag, tage_im_monat
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch
from sozialamt.recht.auswahl import AenderungImMonat, Regelbedarfsstufe


@beim("partner", sonst=0, norm="§ 20 Abs. 2, 4 SGB II", titel="Partnerin oder Partner ist volljährig")
def sgb2_partner_volljaehrig(ist_minderjaehrig: bool) -> bool:
    """Volljährigkeit der Partnerin oder des Partners."""
    return not ist_minderjaehrig


@regel("person", norm="§ 20 Abs. 3, § 22 Abs. 5 SGB II", titel="Ohne Zusicherung umgezogen")
def sgb2_ohne_zusicherung(
    sgb2_umzug_ohne_zusicherung: bool, alter: Jahre, altersgrenze_kind_bedarfsgemeinschaft: Jahre
) -> bool:
    """Bis zur Vollendung des 25. Lebensjahres."""
    return sgb2_umzug_ohne_zusicherung and alter < altersgrenze_kind_bedarfsgemeinschaft


@regel("person", norm="§ 20 Abs. 2 bis 4 SGB II", titel="Regelbedarfsstufe als erwachsene Person")
def sgb2_stufe_erwachsen(
    sgb2_kind: bool,
    sgb2_ohne_zusicherung: bool,
    lebt_mit_partner_zusammen: bool,
    sgb2_partner_volljaehrig: bool,
) -> Regelbedarfsstufe:
    """Stufe 1 allein, alleinerziehend oder mit minderjährigem Partner, Stufe 2 Partner, Stufe 3 Kinder bis 24.

    Bei gemischten Paaren gilt Stufe 2, auch wenn der Partner Leistungen nach dem SGB XII oder dem AsylbLG
    erhält (BSG, Urteil vom 12.10.2017, B 4 AS 37/16 R).
    """
    if sgb2_kind or sgb2_ohne_zusicherung:
        return Regelbedarfsstufe.STUFE_3
    if lebt_mit_partner_zusammen and sgb2_partner_volljaehrig:
        return Regelbedarfsstufe.STUFE_2
    return Regelbedarfsstufe.STUFE_1


def _stufe(
    jahre: Jahre, erwachsen: Regelbedarfsstufe, stufe_5_ab: Jahre, stufe_4_ab: Jahre, volljaehrig: Jahre
) -> Regelbedarfsstufe:
    if jahre < stufe_5_ab:
        return Regelbedarfsstufe.STUFE_6
    if jahre < stufe_4_ab:
        return Regelbedarfsstufe.STUFE_5
    return Regelbedarfsstufe.STUFE_4 if jahre < volljaehrig else erwachsen


@regel("person", norm="§ 20 Abs. 2, § 23 Nr. 1 SGB II", titel="Minderjährig bei Eltern oder Partner")
def sgb2_angehoerig(sgb2_kind: bool, lebt_mit_partner_zusammen: bool) -> bool:
    """Nur bei sonstigen Angehörigen der Bedarfsgemeinschaft richtet sich die Stufe nach dem Alter."""
    return sgb2_kind or lebt_mit_partner_zusammen


@regel("person", norm="§ 20 Abs. 2 Satz 2, § 23 Nr. 1 SGB II", titel="Regelbedarfsstufe am Monatsersten")
def sgb2_stufe_beginn(
    sgb2_angehoerig: bool,
    sgb2_stufe_erwachsen: Regelbedarfsstufe,
    alter_monatsbeginn: Jahre,
    regelbedarfsstufe_5_ab_alter: Jahre,
    regelbedarfsstufe_4_ab_alter: Jahre,
    volljaehrigkeit: Jahre,
) -> Regelbedarfsstufe:
    """Stufe nach dem Alter am ersten Tag des Monats."""
    if not sgb2_angehoerig:
        return sgb2_stufe_erwachsen
    return _stufe(
        alter_monatsbeginn,
        sgb2_stufe_erwachsen,
        regelbedarfsstufe_5_ab_alter,
        regelbedarfsstufe_4_ab_alter,
        volljaehrigkeit,
    )


@regel("person", norm="§ 20 Abs. 2 bis 4, § 23 Nr. 1 SGB II", titel="Regelbedarfsstufe")
def sgb2_stufe(
    sgb2_angehoerig: bool,
    sgb2_stufe_erwachsen: Regelbedarfsstufe,
    alter: Jahre,
    regelbedarfsstufe_5_ab_alter: Jahre,
    regelbedarfsstufe_4_ab_alter: Jahre,
    volljaehrigkeit: Jahre,
) -> Regelbedarfsstufe:
    """Stufe nach dem Alter am letzten Tag des Monats."""
    if not sgb2_angehoerig:
        return sgb2_stufe_erwachsen
    return _stufe(
        alter, sgb2_stufe_erwachsen, regelbedarfsstufe_5_ab_alter, regelbedarfsstufe_4_ab_alter, volljaehrigkeit
    )


@regel("person", norm="§ 41 Abs. 1 SGB II", titel="Tage vor dem Wechsel der Regelbedarfsstufe")
def sgb2_tage_vor_wechsel(
    sgb2_stufe_beginn: Regelbedarfsstufe,
    sgb2_stufe: Regelbedarfsstufe,
    geburtsdatum: Datum,
    tage_je_monat: Anzahl,
    sgb2_aenderung_im_monat: AenderungImMonat,
) -> Anzahl:
    """Tage, an denen noch die Stufe des Monatsersten gilt; ohne Wechsel keine."""
    if sgb2_stufe_beginn == sgb2_stufe or sgb2_aenderung_im_monat == AenderungImMonat.MONATSERSTER:
        return 0
    if sgb2_aenderung_im_monat == AenderungImMonat.FOLGEMONAT:
        return tage_je_monat
    return min(tag(geburtsdatum) - 1, tage_je_monat)


@regel("person", norm="§ 20 Abs. 1a, 2 bis 4, § 23 Nr. 1, § 41 SGB II", titel="Regelbedarf")
def sgb2_regelbedarf(
    sgb2_stufe_beginn: Regelbedarfsstufe,
    sgb2_stufe: Regelbedarfsstufe,
    sgb2_tage_vor_wechsel: Anzahl,
    tage_je_monat: Anzahl,
    regelbedarfsstufe: tuple[Cent, ...],
) -> Cent:
    """Monatlicher Pauschalbetrag; wechselt die Stufe im Monat, anteilig nach Tagen."""
    neu = regelbedarfsstufe[sgb2_stufe]
    if sgb2_tage_vor_wechsel == 0:
        return neu
    alt = regelbedarfsstufe[sgb2_stufe_beginn]
    return kaufmaennisch(alt * sgb2_tage_vor_wechsel + neu * (tage_je_monat - sgb2_tage_vor_wechsel), tage_je_monat)


_SCHWANGER = "Tage mit Mehrbedarf bei Schwangerschaft"


def _schwangerschaftstage(
    seit_woche_13: Anzahl, tage_des_monats: Anzahl, tage_je_monat: Anzahl, art: AenderungImMonat
) -> Anzahl:
    if seit_woche_13 >= tage_des_monats:
        return tage_je_monat
    if seit_woche_13 <= 0 or art == AenderungImMonat.FOLGEMONAT:
        return 0
    return tage_je_monat if art == AenderungImMonat.MONATSERSTER else min(seit_woche_13, tage_je_monat)


@regel("person", norm="§ 21 Abs. 2 SGB II a. F.", titel=_SCHWANGER, bis="2020-12-31", name="sgb2_schwangerschaft_tage")
def sgb2_schwangerschaft_tage_bis_2020(
    tage_seit_schwangerschaftswoche_13: Anzahl,
    schwangerschaft_vor_monat_beendet: bool,
    entbindung_am: Datum,
    monat: Datum,
    tage_je_monat: Anzahl,
    sgb2_aenderung_im_monat: AenderungImMonat,
) -> Anzahl:
    """Nach der zwölften Schwangerschaftswoche bis zur Entbindung."""
    if schwangerschaft_vor_monat_beendet:
        return 0
    lang = tage_im_monat(monat)
    tage = _schwangerschaftstage(tage_seit_schwangerschaftswoche_13, lang, tage_je_monat, sgb2_aenderung_im_monat)
    if sgb2_aenderung_im_monat == AenderungImMonat.TAGGENAU and monat <= entbindung_am <= letzter_tag(monat):
        return max(0, tage - lang + tag(entbindung_am))
    return tage


@regel("person", norm="§ 21 Abs. 2 SGB II", titel=_SCHWANGER, ab="2021-01-01")
def sgb2_schwangerschaft_tage(
    tage_seit_schwangerschaftswoche_13: Anzahl,
    schwangerschaft_vor_monat_beendet: bool,
    monat: Datum,
    tage_je_monat: Anzahl,
    sgb2_aenderung_im_monat: AenderungImMonat,
) -> Anzahl:
    """Nach der zwölften Schwangerschaftswoche bis zum Ende des Monats der Entbindung."""
    if schwangerschaft_vor_monat_beendet:
        return 0
    return _schwangerschaftstage(
        tage_seit_schwangerschaftswoche_13, tage_im_monat(monat), tage_je_monat, sgb2_aenderung_im_monat
    )


@regel("person", norm="§ 21 Abs. 2, § 41 SGB II", titel="Mehrbedarf bei Schwangerschaft")
def sgb2_mehrbedarf_schwangerschaft(
    sgb2_regelbedarf: Cent,
    sgb2_schwangerschaft_tage: Anzahl,
    tage_je_monat: Anzahl,
    mehrbedarf_schwangerschaft_satz: Basispunkte,
) -> Cent:
    """17 Prozent des maßgebenden Regelbedarfs, im Monat des Beginns nach Tagen."""
    zaehler = sgb2_regelbedarf * mehrbedarf_schwangerschaft_satz * sgb2_schwangerschaft_tage
    return kaufmaennisch(zaehler, GANZES * tage_je_monat)


@regel("person", norm="§ 21 Abs. 4, § 23 Nr. 2, 3 SGB II", titel="Mehrbedarf bei Teilhabeleistungen")
def sgb2_mehrbedarf_teilhabe(
    sgb2_teilhabeleistung: bool,
    alter: Jahre,
    sgb2_mindestalter: Jahre,
    sgb2_regelbedarf: Cent,
    sgb2_teilhabe_satz: Basispunkte,
) -> Cent:
    """35 Prozent bei Leistungen zur Teilhabe am Arbeitsleben, sonstigen Hilfen oder Eingliederungshilfe zur Bildung."""
    if not sgb2_teilhabeleistung or alter < sgb2_mindestalter:
        return 0
    return anteil(sgb2_regelbedarf, sgb2_teilhabe_satz)


@regel("person", norm="§ 23 Nr. 4 SGB II", titel="Mehrbedarf mit Merkzeichen G")
def sgb2_mehrbedarf_merkzeichen_g(
    merkzeichen_g: bool,
    sgb2_voll_erwerbsgemindert: bool,
    sgb2_mehrbedarf_teilhabe: Cent,
    sgb2_regelbedarf: Cent,
    sgb2_merkzeichen_g_satz: Basispunkte,
) -> Cent:
    """17 Prozent für voll Erwerbsgeminderte mit Ausweis, nicht neben dem Mehrbedarf nach § 21 Abs. 4."""
    if not merkzeichen_g or not sgb2_voll_erwerbsgemindert or sgb2_mehrbedarf_teilhabe > 0:
        return 0
    return anteil(sgb2_regelbedarf, sgb2_merkzeichen_g_satz)


@regel("person", norm="§ 21 Abs. 2 bis 5, 8 SGB II", titel="Mehrbedarfe nach § 21 Abs. 2 bis 5")
def sgb2_mehrbedarf_begrenzt(
    sgb2_mehrbedarf_schwangerschaft: Cent,
    sgb2_mehrbedarf_alleinerziehende: Cent,
    sgb2_mehrbedarf_teilhabe: Cent,
    mehrbedarf_ernaehrung: Cent,
    sgb2_regelbedarf: Cent,
) -> Cent:
    """Die Summe darf den maßgebenden Regelbedarf nicht übersteigen."""
    summe_abs_2_bis_5 = (
        sgb2_mehrbedarf_schwangerschaft
        + sgb2_mehrbedarf_alleinerziehende
        + sgb2_mehrbedarf_teilhabe
        + mehrbedarf_ernaehrung
    )
    return min(summe_abs_2_bis_5, sgb2_regelbedarf)


@regel(
    "person",
    norm="§ 21 Abs. 6 SGB II",
    titel="Unabweisbarer besonderer Bedarf",
    bis="2020-12-31",
    name="sgb2_haertefallbedarf",
)
def sgb2_haertefallbedarf_bis_2020(sgb2_haertefall_laufend: Cent) -> Cent:
    """Bis Ende 2020 nur laufende, nicht nur einmalige Bedarfe."""
    return sgb2_haertefall_laufend


@regel("person", norm="§ 21 Abs. 6, 6a SGB II", titel="Unabweisbarer besonderer Bedarf", ab="2021-01-01")
def sgb2_haertefallbedarf(sgb2_haertefall_laufend: Cent, unabweisbarer_bedarf: Cent, schulbuecher: Cent) -> Cent:
    """Laufende und einmalige unabweisbare Bedarfe; Schulbücher und Arbeitshefte in tatsächlicher Höhe."""
    return sgb2_haertefall_laufend + unabweisbarer_bedarf + schulbuecher


@regel("person", norm="§ 21 Abs. 7 SGB II", titel="Mehrbedarf für dezentrale Warmwassererzeugung")
def sgb2_mehrbedarf_warmwasser(
    warmwasser_dezentral: bool,
    sgb2_stufe: Regelbedarfsstufe,
    sgb2_regelbedarf: Cent,
    sgb2_warmwasser_satz: tuple[Basispunkte, ...],
    warmwasser_aufwand_gemessen: Cent,
    personen_in_wohnung: Anzahl,
) -> Cent:
    """Prozentsatz des geltenden Regelbedarfs, auch für Stufe 3; mehr nur, soweit gesondert gemessen."""
    if not warmwasser_dezentral:
        return 0
    pauschale = anteil(sgb2_regelbedarf, sgb2_warmwasser_satz[sgb2_stufe])
    return max(pauschale, kaufmaennisch(warmwasser_aufwand_gemessen, personen_in_wohnung))


@regel("person", norm="§ 21 SGB II", titel="Mehrbedarfe")
def sgb2_mehrbedarf(
    sgb2_mehrbedarf_begrenzt: Cent,
    sgb2_mehrbedarf_merkzeichen_g: Cent,
    sgb2_haertefallbedarf: Cent,
    sgb2_mehrbedarf_warmwasser: Cent,
) -> Cent:
    """Begrenzte Mehrbedarfe nach Absatz 2 bis 5, dazu § 23 Nr. 4, Absatz 6, 6a und 7."""
    return sgb2_mehrbedarf_begrenzt + sgb2_mehrbedarf_merkzeichen_g + sgb2_haertefallbedarf + sgb2_mehrbedarf_warmwasser


@regel("person", norm="§ 19 Abs. 1 Satz 3 SGB II", titel="Bedarf")
def sgb2_bedarf(sgb2_regelbedarf: Cent, sgb2_mehrbedarf: Cent, sgb2_unterkunft: Cent) -> Cent:
    """Regelbedarf, Mehrbedarfe und Bedarf für Unterkunft und Heizung."""
    return sgb2_regelbedarf + sgb2_mehrbedarf + sgb2_unterkunft
