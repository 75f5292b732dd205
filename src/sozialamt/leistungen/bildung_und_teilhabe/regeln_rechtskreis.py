"""Nach welchem Gesetz Leistungen zustehen und wer Schülerin oder Schüler ist (§ 28 Abs. 1 SGB II, § 6b Abs. 1 BKGG)."""

from sozialamt.leistungen.bildung_und_teilhabe.auswahl import ButRechtskreis
from sozialamt.rechenkern import Anzahl, Cent, Jahre, irgendein, regel
from sozialamt.recht.auswahl import AusschlussSozialhilfe, Kapitel


@irgendein("wohngeldhaushalt", norm="§ 6b Abs. 1 Satz 1 Nr. 2 BKGG", titel="Wohngeld bewilligt")
def but_wohngeld(wohngeld_bezug: Cent) -> bool:
    """Ein Mitglied des Wohngeldhaushalts erhält Wohngeld."""
    return wohngeld_bezug > 0


@irgendein("bedarfsgemeinschaft", norm="§ 6b Abs. 1 Satz 1 Nr. 1 BKGG", titel="Kinderzuschlag bezogen")
def but_kinderzuschlag(kinderzuschlag_bezug: Cent) -> bool:
    """Für ein Kind des Haushalts wird Kinderzuschlag bezogen."""
    return kinderzuschlag_bezug > 0


@regel("person", norm="§ 6b Abs. 1, 3 BKGG, § 19 Abs. 2 Satz 2 SGB II", titel="Berechtigt nach dem BKGG")
def but_nach_bkgg(
    but_wohngeld: bool,
    but_kinderzuschlag: bool,
    kindergeld: Cent,
    kindergeld_anspruch: Cent,
    sgb2_leistung: Cent,
    anspruch_lebensunterhalt: Cent,
    kapitel: Kapitel,
) -> bool:
    """Kind mit Kindergeld im Haushalt mit Wohngeld oder Kinderzuschlag, das nicht selbst Lebensunterhalt erhält."""
    if not but_wohngeld and not but_kinderzuschlag:
        return False
    if kindergeld == 0 and kindergeld_anspruch == 0:
        return False
    return sgb2_leistung == 0 and (kapitel == Kapitel.SGB_2 or anspruch_lebensunterhalt == 0)


@regel("person", norm="§ 19 Abs. 2 SGB II, §§ 34, 42 Nr. 3 SGB XII, § 3 Abs. 4 AsylbLG, § 6b BKGG", titel="Rechtskreis")
def but_rechtskreis(
    asylblg_personenkreis: bool,
    asylblg_tage_grund: Anzahl,
    asylblg_tage_analog: Anzahl,
    kapitel: Kapitel,
    but_nach_bkgg: bool,
    sgb2_leistungsberechtigt: bool,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
) -> ButRechtskreis:
    """AsylbLG (nicht bei Einschränkung) und Viertes Kapitel zuerst; dann BKGG, SGB II, Drittes Kapitel."""
    if asylblg_personenkreis:
        return ButRechtskreis.ASYLBLG if asylblg_tage_grund + asylblg_tage_analog > 0 else ButRechtskreis.KEINER
    if kapitel == Kapitel.KAPITEL_4:
        ausgeschlossen = ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER
        return ButRechtskreis.KEINER if ausgeschlossen else ButRechtskreis.KAPITEL_4
    if but_nach_bkgg:
        return ButRechtskreis.BKGG
    if sgb2_leistungsberechtigt:
        return ButRechtskreis.SGB_2
    if kapitel == Kapitel.KAPITEL_3 and ausschluss_sozialhilfe == AusschlussSozialhilfe.KEINER:
        return ButRechtskreis.KAPITEL_3
    return ButRechtskreis.KEINER


@regel("person", norm="§ 28 Abs. 1 Satz 2 SGB II, § 6b Abs. 2 Satz 2 BKGG", titel="Regeln des SGB II gelten")
def but_wie_sgb2(but_rechtskreis: ButRechtskreis) -> bool:
    """Rechtskreis SGB II oder BKGG."""
    return but_rechtskreis == ButRechtskreis.SGB_2 or but_rechtskreis == ButRechtskreis.BKGG


@regel(
    "person", norm="§ 28 Abs. 1 Satz 2 SGB II, § 6b Abs. 2 Satz 2 BKGG", titel="Altersgrenze für Bildung überschritten"
)
def but_zu_alt(but_wie_sgb2: bool, alter_monatsbeginn: Jahre, but_altersgrenze_bildung: Jahre) -> bool:
    """Das 25. Lebensjahr ist am Monatsersten vollendet; SGB XII und AsylbLG kennen keine Grenze."""
    return but_wie_sgb2 and alter_monatsbeginn >= but_altersgrenze_bildung


@regel("person", norm="§ 28 Abs. 1 Satz 2 SGB II, § 34 Abs. 1 SGB XII", titel="Schülerin oder Schüler")
def but_schueler(
    schulbesuch: bool, but_wie_sgb2: bool, but_zu_alt: bool, anspruch_auf_ausbildungsverguetung: bool
) -> bool:
    """Allgemein- oder berufsbildende Schule; im SGB II und BKGG unter 25 und ohne Ausbildungsvergütung."""
    if not schulbesuch or but_zu_alt:
        return False
    return not (but_wie_sgb2 and anspruch_auf_ausbildungsverguetung)


@regel("person", norm="§ 9 Abs. 3 BKGG, § 37 Abs. 1 SGB II, § 34a Abs. 1 SGB XII", titel="Antrag für den Schulbedarf")
def but_antrag_schulbedarf(but_rechtskreis: ButRechtskreis, but_antrag: bool) -> bool:
    """Im SGB II, SGB XII und AsylbLG ohne Antrag; im BKGG nur auf Antrag."""
    return but_antrag or but_rechtskreis != ButRechtskreis.BKGG


@regel(
    "person", norm="§ 9 Abs. 3 BKGG, § 37 Abs. 1 SGB II, § 34a Abs. 1 SGB XII", titel="Antrag für die übrigen Bedarfe"
)
def but_antrag_uebrige(but_rechtskreis: ButRechtskreis, but_antrag: bool, but_gesonderter_antrag: bool) -> bool:
    """Seit August 2019 umfasst der Antrag auf Lebensunterhalt alles außer der Lernförderung; im BKGG immer Antrag."""
    if but_rechtskreis == ButRechtskreis.BKGG or but_gesonderter_antrag:
        return but_antrag
    return True


@regel(
    "person",
    norm="§ 37 Abs. 1 Satz 2 SGB II, § 34a Abs. 1 Satz 1, § 141 Abs. 5 SGB XII",
    titel="Antrag für Lernförderung",
)
def but_antrag_lernfoerderung(
    but_rechtskreis: ButRechtskreis, but_lernfoerderung_antrag: bool, but_lernfoerderung_mit_grundantrag: bool
) -> bool:
    """Immer gesondert; von Juli 2021 bis Dezember 2023 im Grundantrag enthalten, nicht im BKGG."""
    if but_rechtskreis == ButRechtskreis.BKGG:
        return but_lernfoerderung_antrag
    return but_lernfoerderung_antrag or but_lernfoerderung_mit_grundantrag
