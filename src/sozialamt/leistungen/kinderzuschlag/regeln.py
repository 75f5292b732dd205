"""Kinderzuschlag: Minderung, Hilfebedürftigkeit, Vermögen, Anspruch (§ 6a Abs. 1, 1a, 3, 6 BKGG)."""

from sozialamt.leistungen.kinderzuschlag.auswahl import KinderzuschlagAblehnung
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, regel, summe
from sozialamt.rechenkern.kalender import monatserster
from sozialamt.rechenkern.rundung import abrunden, anteil, volle_euro

Tabelle = tuple[int, ...]


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 6 BKGG", titel="Minderung durch Einkommen der Eltern")
def kinderzuschlag_minderung(
    kinderzuschlag_einkommen_eltern: Cent,
    kinderzuschlag_erwerb_eltern: Cent,
    kinderzuschlag_bedarf_eltern: Cent,
    kinderzuschlag_satz_eltern: Basispunkte,
    kinderzuschlag_stufe_eltern: Cent,
) -> Cent:
    """Erwerbseinkünfte über dem Gesamtbedarf mindern anteilig, anderes Einkommen, das allein darüber liegt, voll."""
    anderes = kinderzuschlag_einkommen_eltern - kinderzuschlag_erwerb_eltern
    voll = max(0, anderes - kinderzuschlag_bedarf_eltern)
    ueberschuss = max(0, kinderzuschlag_einkommen_eltern - kinderzuschlag_bedarf_eltern)
    stufen = abrunden(ueberschuss - voll, kinderzuschlag_stufe_eltern) * kinderzuschlag_stufe_eltern
    return voll + anteil(stufen, kinderzuschlag_satz_eltern)


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 4 bis 6, § 11 Abs. 2 BKGG", titel="Gesamtkinderzuschlag")
def kinderzuschlag_betrag(kinderzuschlag_gesamt: Cent, kinderzuschlag_minderung: Cent) -> Cent:
    """Nach Minderung, unter 50 Cent auf volle Euro abgerundet, sonst aufgerundet."""
    return volle_euro(max(0, kinderzuschlag_gesamt - kinderzuschlag_minderung))


@regel(
    "bedarfsgemeinschaft",
    norm="§ 6a Abs. 1 Nr. 3 BKGG (bis 2019)",
    titel="Höchsteinkommensgrenze überschritten",
    bis="2019-12-31",
    nachher=0,
)
def kinderzuschlag_hoechsteinkommen_ueberschritten(
    kinderzuschlag_einkommen_eltern: Cent,
    kinderzuschlag_bedarf_eltern: Cent,
    kinderzuschlag_kinder: Anzahl,
    kinderzuschlag_hoechstbetrag: Cent,
) -> bool:
    """Einkommen über dem Gesamtbedarf der Eltern zuzüglich des höchsten Gesamtkinderzuschlags."""
    grenze = kinderzuschlag_bedarf_eltern + kinderzuschlag_kinder * kinderzuschlag_hoechstbetrag
    return kinderzuschlag_einkommen_eltern > grenze


_BEDARF = "Bedarf der Bedarfsgemeinschaft"


@summe(
    "bedarfsgemeinschaft",
    norm="§ 6a Abs. 1 Nr. 4 Satz 2, 3 BKGG (bis 30.06.2019)",
    titel=_BEDARF,
    bis="2019-06-30",
    name="kinderzuschlag_bedarf_bg",
)
def kinderzuschlag_bedarf_bg_bis_juni_2019(
    sgb2_bedarf: Cent, sgb2_mehrbedarf: Cent, kinderzuschlag_transferbezug: bool
) -> Cent:
    """Ohne Bildung und Teilhabe; Mehrbedarfe bleiben außer Betracht, wenn niemand SGB II oder SGB XII bezieht."""
    return sgb2_bedarf if kinderzuschlag_transferbezug else sgb2_bedarf - sgb2_mehrbedarf


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 3 Satz 1 BKGG", titel=_BEDARF, ab="2019-07-01")
def kinderzuschlag_bedarf_bg(sgb2_bedarf: Cent) -> Cent:
    """Bedarfe nach dem SGB II ohne Bildung und Teilhabe."""
    return sgb2_bedarf


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 3, § 9 SGB II", titel="Fehlbetrag mit Kinderzuschlag und Wohngeld")
def kinderzuschlag_fehlbetrag(
    kinderzuschlag_bedarf_bg: Cent,
    kinderzuschlag_einkommen_bg: Cent,
    kinderzuschlag_kindergeld_bg: Cent,
    kinderzuschlag_betrag: Cent,
    kinderzuschlag_wohngeld: Cent,
) -> Cent:
    """Was zum Bedarf nach dem SGB II trotz Einkommen, Kindergeld, Kinderzuschlag und Wohngeld fehlt."""
    einnahmen = kinderzuschlag_einkommen_bg + kinderzuschlag_kindergeld_bg
    return max(0, kinderzuschlag_bedarf_bg - einnahmen - kinderzuschlag_betrag - kinderzuschlag_wohngeld)


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1a BKGG", titel="Erweiterter Zugang", ab="2020-01-01", vorher=0)
def kinderzuschlag_erweiterter_zugang(
    kinderzuschlag_fehlbetrag: Cent,
    kinderzuschlag_absetzbetraege_eltern: Cent,
    kinderzuschlag_transferbezug: bool,
    kinderzuschlag_erweitert_fehlbetrag: Cent,
    kinderzuschlag_erweitert_absetzbetrag: Cent,
) -> bool:
    """Es fehlen höchstens 100 Euro, die Absetzbeträge erreichen 100 Euro, und niemand bezieht SGB II oder SGB XII."""
    if kinderzuschlag_transferbezug or kinderzuschlag_fehlbetrag > kinderzuschlag_erweitert_fehlbetrag:
        return False
    return kinderzuschlag_absetzbetraege_eltern >= kinderzuschlag_erweitert_absetzbetrag


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1 Nr. 3, Abs. 1a BKGG", titel="Hilfebedürftigkeit steht nicht entgegen")
def kinderzuschlag_unabhaengig(kinderzuschlag_fehlbetrag: Cent, kinderzuschlag_erweiterter_zugang: bool) -> bool:
    """Keine Hilfebedürftigkeit bei Bezug des Kinderzuschlags oder erweiterter Zugang."""
    return kinderzuschlag_fehlbetrag == 0 or kinderzuschlag_erweiterter_zugang


_FREI = "Vermögensfreibetrag der Familie"


@summe(
    "bedarfsgemeinschaft",
    norm="§ 6a Abs. 3, 5 BKGG, § 12 Abs. 2 SGB II a. F.",
    titel=_FREI,
    bis="2020-03-31",
    name="kinderzuschlag_vermoegen_frei",
)
def kinderzuschlag_vermoegen_frei_bis_maerz_2020(
    alter: Jahre,
    sgb2_kind: bool,
    sgb2_grundfreibetrag_je_jahr: Cent,
    sgb2_grundfreibetrag_mindestens: Cent,
    sgb2_grundfreibetrag_hoechstens: Tabelle,
    sgb2_anschaffungsfreibetrag: Cent,
) -> Cent:
    """150 Euro je Lebensjahr, mindestens 3 100 Euro, und 750 Euro je Person."""
    if sgb2_kind:
        return sgb2_grundfreibetrag_mindestens + sgb2_anschaffungsfreibetrag
    hoechstens = sgb2_grundfreibetrag_hoechstens[len(sgb2_grundfreibetrag_hoechstens) - 1]
    nach_alter = min(alter * sgb2_grundfreibetrag_je_jahr, hoechstens)
    return max(nach_alter, sgb2_grundfreibetrag_mindestens) + sgb2_anschaffungsfreibetrag


@regel(
    "bedarfsgemeinschaft", norm="§ 6a Abs. 3 Satz 5, Abs. 5 Satz 3, § 20 Abs. 6, 6a BKGG", titel=_FREI, ab="2020-04-01"
)
def kinderzuschlag_vermoegen_frei(
    kinderzuschlag_personen: Anzahl, kinderzuschlag_vermoegen_erste: Cent, kinderzuschlag_vermoegen_weitere: Cent
) -> Cent:
    """Nur erhebliches Vermögen zählt: Betrag für die berechtigte Person und für jedes weitere Mitglied."""
    return kinderzuschlag_vermoegen_erste + (kinderzuschlag_personen - 1) * kinderzuschlag_vermoegen_weitere


@summe("bedarfsgemeinschaft", norm="§ 6a Abs. 3, 5 BKGG", titel="Vermögen der Familie")
def kinderzuschlag_vermoegen(wohngeld_vermoegen_person: Cent) -> Cent:
    """Verwertbares Vermögen aller Mitglieder."""
    return wohngeld_vermoegen_person


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 3 Satz 5 bis 7, Abs. 6 BKGG", titel="Zu berücksichtigendes Vermögen")
def kinderzuschlag_vermoegen_ueber_grenze(kinderzuschlag_vermoegen: Cent, kinderzuschlag_vermoegen_frei: Cent) -> Cent:
    """Vermögen über dem Freibetrag."""
    return max(0, kinderzuschlag_vermoegen - kinderzuschlag_vermoegen_frei)


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 3 Satz 6, 7 BKGG", titel="Minderung wegen Vermögens im ersten Monat")
def kinderzuschlag_vermoegensminderung(
    kinderzuschlag_vermoegen_ueber_grenze: Cent, kinderzuschlag_beginn: Datum, monat: Datum
) -> Cent:
    """Vermögen mindert nur im ersten Monat des Bewilligungszeitraums."""
    if kinderzuschlag_beginn == 0 or monatserster(kinderzuschlag_beginn) != monat:
        return 0
    return kinderzuschlag_vermoegen_ueber_grenze


@regel("bedarfsgemeinschaft", norm="§ 6a Abs. 1 BKGG", titel="Zugang zum Kinderzuschlag")
def kinderzuschlag_zugang(
    kinderzuschlag_kinder: Anzahl,
    kinderzuschlag_eltern: Anzahl,
    kinderzuschlag_brutto_eltern: Cent,
    kinderzuschlag_mindesteinkommen: Cent,
    kinderzuschlag_hoechsteinkommen_ueberschritten: bool,
) -> KinderzuschlagAblehnung:
    """Kinder, Mindesteinkommen und bis 2019 Höchsteinkommen."""
    if kinderzuschlag_kinder == 0 or kinderzuschlag_eltern == 0:
        return KinderzuschlagAblehnung.KEIN_KIND
    if kinderzuschlag_brutto_eltern < kinderzuschlag_mindesteinkommen:
        return KinderzuschlagAblehnung.MINDESTEINKOMMEN
    if kinderzuschlag_hoechsteinkommen_ueberschritten:
        return KinderzuschlagAblehnung.HOECHSTEINKOMMEN
    return KinderzuschlagAblehnung.KEIN_GRUND


@regel("bedarfsgemeinschaft", norm="§ 6a BKGG", titel="Grund, aus dem kein Kinderzuschlag zusteht")
def kinderzuschlag_ablehnung(
    kinderzuschlag_zugang: KinderzuschlagAblehnung,
    kinderzuschlag_betrag: Cent,
    kinderzuschlag_vermoegen_ueber_grenze: Cent,
    kinderzuschlag_unabhaengig: bool,
) -> KinderzuschlagAblehnung:
    """Prüfung in der Reihenfolge des Gesetzes."""
    if kinderzuschlag_zugang != KinderzuschlagAblehnung.KEIN_GRUND:
        return kinderzuschlag_zugang
    if kinderzuschlag_betrag == 0:
        return KinderzuschlagAblehnung.EINKOMMEN
    if kinderzuschlag_vermoegen_ueber_grenze >= kinderzuschlag_betrag:
        return KinderzuschlagAblehnung.VERMOEGEN
    if not kinderzuschlag_unabhaengig:
        return KinderzuschlagAblehnung.HILFEBEDUERFTIG
    return KinderzuschlagAblehnung.KEIN_GRUND


@regel("bedarfsgemeinschaft", norm="§ 6a BKGG", titel="Kinderzuschlag")
def kinderzuschlag(
    kinderzuschlag_betrag: Cent,
    kinderzuschlag_vermoegensminderung: Cent,
    kinderzuschlag_ablehnung: KinderzuschlagAblehnung,
) -> Cent:
    """Monatlicher Gesamtkinderzuschlag der Familie."""
    if kinderzuschlag_ablehnung != KinderzuschlagAblehnung.KEIN_GRUND:
        return 0
    return volle_euro(max(0, kinderzuschlag_betrag - kinderzuschlag_vermoegensminderung))
