"""Vorrangprüfung: §§ 5, 7, 12a SGB II, §§ 2, 19, 21, 22 SGB XII, §§ 7, 8 WoGG, § 6a BKGG.

Verglichen wird, was zustünde, wenn Kindergeld und Unterhaltsvorschuss schon flössen; das voraussichtliche Wohngeld
(`wohngeld_vorrang`) entfällt nach Köpfen auf die Personen des Wohngeldhaushalts.
"""

from sozialamt.leistungen.vorrang.auswahl import VorrangLeistung, VorrangSgb2, VorrangSozialhilfe
from sozialamt.rechenkern import Anzahl, Cent, Position, irgendein, minimum, regel, summe
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Kapitel


@regel("person", norm="§ 12a Satz 1 SGB II, § 2 Abs. 1 SGB XII", titel="Noch nicht bezogenes Kindergeld")
def vorrang_kindergeld_offen(kindergeld_anspruch: Cent, kindergeld: Cent) -> Cent:
    """Kindergeld, das für die Person zusteht, aber nicht als Einkommen angegeben ist."""
    return max(0, kindergeld_anspruch - kindergeld)


@regel("person", norm="§ 12a Satz 1 SGB II, § 2 Abs. 1 SGB XII", titel="Noch nicht bezogener Unterhaltsvorschuss")
def vorrang_unterhaltsvorschuss_offen(unterhaltsvorschuss: Cent, unterhaltsvorschuss_bezug: Cent) -> Cent:
    """Unterhaltsvorschuss, der der Person zusteht, aber nicht als Einkommen angegeben ist."""
    return max(0, unterhaltsvorschuss - unterhaltsvorschuss_bezug)


@regel("person", norm="§ 12a Satz 1 SGB II, § 2 Abs. 1 SGB XII", titel="Noch nicht bezogenes Elterngeld")
def vorrang_elterngeld_offen(elterngeld: Cent, elterngeld_bezug: Cent) -> Cent:
    """Elterngeld, das der Person zusteht, aber nicht als Einkommen angegeben ist."""
    return max(0, elterngeld - elterngeld_bezug)


@regel("person", norm="§ 11a Abs. 3 Satz 2 Nr. 3 SGB II, § 2 Abs. 1 SGB XII", titel="Noch nicht bezogenes BAföG")
def vorrang_bafoeg_offen(
    bafoeg_anspruch: Cent, afbg_anspruch: Cent, afbg_unterhaltsbeitrag: Cent, sgb2_ausbildungsfoerderung: Cent
) -> Cent:
    """BAföG und Unterhaltsbeitrag nach § 10 Abs. 2 AFBG; der Beitrag zu den Gebühren ist kein Einkommen."""
    unterhalt = bafoeg_anspruch + (afbg_unterhaltsbeitrag if afbg_anspruch > 0 else 0)
    return max(0, unterhalt - sgb2_ausbildungsfoerderung)


@regel("person", norm="§ 11 Abs. 1 Satz 5, § 12a Satz 1 SGB II", titel="Deckt den Hilfebedarf der Gemeinschaft")
def vorrang_einnahme_offen(
    vorrang_kindergeld_offen: Cent,
    vorrang_unterhaltsvorschuss_offen: Cent,
    sgb2_leistungsberechtigt: bool,
    sgb2_offener_bedarf: Cent,
    anspruch_sozialhilfe: Cent,
) -> Cent:
    """Unterhaltsvorschuss deckt nur den Bedarf des Kindes, übriges Kindergeld auch den der Eltern.

    Wer weder nach dem SGB II noch nach dem SGB XII Hilfe erhält, verbraucht beides für sich.
    """
    if sgb2_leistungsberechtigt:
        return vorrang_kindergeld_offen + min(vorrang_unterhaltsvorschuss_offen, sgb2_offener_bedarf)
    return min(vorrang_kindergeld_offen + vorrang_unterhaltsvorschuss_offen, anspruch_sozialhilfe)


@summe("bedarfsgemeinschaft", norm="§ 12a Satz 1 SGB II", titel="Noch nicht bezogene Einnahmen für Kinder")
def vorrang_einnahmen_offen(vorrang_einnahme_offen: Cent) -> Cent:
    """Kindergeld und Unterhaltsvorschuss, die den Bedarf zuerst decken."""
    return vorrang_einnahme_offen


@regel("person", norm="§§ 6, 7, 8 Abs. 2 WoGG", titel="Anteil am voraussichtlichen Wohngeld")
def vorrang_wohngeld_anteil(
    wohngeld_vorrang: Cent, wohngeld_groesse_vorrang: Anzahl, wohngeld_beruecksichtigt_vorrang: bool
) -> Cent:
    """Nach Köpfen der zu berücksichtigenden Haushaltsmitglieder."""
    if wohngeld_groesse_vorrang == 0 or not wohngeld_beruecksichtigt_vorrang:
        return 0
    return kaufmaennisch(wohngeld_vorrang, wohngeld_groesse_vorrang)


@summe("bedarfsgemeinschaft", norm="§ 12a Satz 2 Nr. 2 SGB II", titel="Wohngeld der Bedarfsgemeinschaft")
def vorrang_wohngeld_bg(vorrang_wohngeld_anteil: Cent, wohngeld_bezug: Cent) -> Cent:
    """Voraussichtliches Wohngeld über dem schon bezogenen."""
    return vorrang_wohngeld_anteil - wohngeld_bezug


@summe("bedarfsgemeinschaft", norm="§§ 9, 19 SGB II, §§ 19, 27, 41 SGB XII", titel="Hilfe der Bedarfsgemeinschaft")
def vorrang_hilfe_bg(sgb2_leistung: Cent, anspruch_sozialhilfe: Cent) -> Cent:
    """Leistungen nach dem SGB II vor Minderung und Sozialhilfe der Mitglieder (gemischte Bedarfsgemeinschaft)."""
    return sgb2_leistung + anspruch_sozialhilfe


@irgendein("bedarfsgemeinschaft", norm="§ 7 Abs. 1, 2 SGB II", titel="Mitglied mit Leistungen nach dem SGB II")
def vorrang_sgb2_bg(sgb2_leistung: Cent) -> bool:
    """Mindestens ein Mitglied erhält Leistungen nach dem SGB II."""
    return sgb2_leistung > 0


@irgendein("bedarfsgemeinschaft", norm="§§ 19, 27, 41 SGB XII", titel="Mitglied mit Sozialhilfe")
def vorrang_sozialhilfe_bg(anspruch_sozialhilfe: Cent) -> bool:
    """Mindestens ein Mitglied erhält laufende Sozialhilfe."""
    return anspruch_sozialhilfe > 0


@regel("bedarfsgemeinschaft", norm="§ 5 Abs. 2 SGB II, § 21 SGB XII", titel="Gemischte Bedarfsgemeinschaft")
def vorrang_gemischt(vorrang_sgb2_bg: bool, vorrang_sozialhilfe_bg: bool) -> bool:
    """Ein Mitglied erhält Leistungen nach dem SGB II, ein anderes Sozialhilfe."""
    return vorrang_sgb2_bg and vorrang_sozialhilfe_bg


@regel("bedarfsgemeinschaft", norm="§ 12a SGB II", titel="Hilfebedarf neben den Einnahmen für Kinder")
def vorrang_hilfebedarf(vorrang_hilfe_bg: Cent, vorrang_einnahmen_offen: Cent) -> Cent:
    """Was nach Kindergeld und Unterhaltsvorschuss zum Lebensunterhalt fehlt."""
    return max(0, vorrang_hilfe_bg - vorrang_einnahmen_offen)


@regel("bedarfsgemeinschaft", norm="§ 12a Satz 2 Nr. 2 SGB II", titel="Wohngeld und Kinderzuschlag statt SGB II")
def vorrang_statt_sgb2(
    vorrang_sgb2_bg: bool,
    vorrang_hilfebedarf: Cent,
    vorrang_wohngeld_bg: Cent,
    vorrang_sozialhilfe_bleibt_bg: bool,
    kinderzuschlag: Cent,
    vorrang_drei_monate: bool,
) -> VorrangSgb2:
    """Pflicht zum Antrag nur, wenn die Hilfebedürftigkeit aller Mitglieder für mindestens drei Monate entfällt.

    Bleibt ein Mitglied in der Sozialhilfe, schließt das die Gemeinschaft vom Wohngeld aus (§ 7 Abs. 1, 2 WoGG).
    """
    if not vorrang_sgb2_bg:
        return VorrangSgb2.KEIN_ANSPRUCH
    if vorrang_hilfebedarf == 0:
        return VorrangSgb2.EINNAHMEN
    wohngeld = 0 if vorrang_sozialhilfe_bleibt_bg else max(0, vorrang_wohngeld_bg)
    if wohngeld + kinderzuschlag < vorrang_hilfebedarf:
        return VorrangSgb2.WAHLRECHT if kinderzuschlag > 0 else VorrangSgb2.SGB_2
    if not vorrang_drei_monate:
        return VorrangSgb2.UNTER_DREI_MONATEN
    if wohngeld == 0:
        return VorrangSgb2.KINDERZUSCHLAG
    return VorrangSgb2.WOHNGELD_KINDERZUSCHLAG if kinderzuschlag > 0 else VorrangSgb2.WOHNGELD


@summe("einsatzgemeinschaft", norm="§ 8 Abs. 2 WoGG", titel="Wohngeld der Einsatzgemeinschaft")
def vorrang_wohngeld_eg(vorrang_wohngeld_anteil: Cent, wohngeld_bezug: Cent) -> Cent:
    """Voraussichtliches Wohngeld über dem schon bezogenen."""
    return vorrang_wohngeld_anteil - wohngeld_bezug


@summe("einsatzgemeinschaft", norm="§§ 9, 19 SGB II, §§ 19, 27, 41 SGB XII", titel="Hilfe der Einsatzgemeinschaft")
def vorrang_hilfe_eg(sgb2_leistung: Cent, anspruch_sozialhilfe: Cent) -> Cent:
    """Sozialhilfe und Leistungen nach dem SGB II der Mitglieder."""
    return sgb2_leistung + anspruch_sozialhilfe


@irgendein("einsatzgemeinschaft", norm="§§ 19, 27, 41 SGB XII", titel="Mitglied mit Sozialhilfe")
def vorrang_sozialhilfe_eg(anspruch_sozialhilfe: Cent) -> bool:
    """Mindestens ein Mitglied der Einsatzgemeinschaft erhält laufende Sozialhilfe."""
    return anspruch_sozialhilfe > 0


@regel("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG", titel="Wohngeld statt Sozialhilfe")
def vorrang_statt_sozialhilfe(
    vorrang_sozialhilfe_eg: bool, vorrang_hilfe_eg: Cent, vorrang_wohngeld_eg: Cent
) -> VorrangSozialhilfe:
    """Wohngeld setzt voraus, dass es die Hilfebedürftigkeit der ganzen Einsatzgemeinschaft beseitigt."""
    if not vorrang_sozialhilfe_eg:
        return VorrangSozialhilfe.KEIN_ANSPRUCH
    deckt = vorrang_wohngeld_eg > 0 and vorrang_wohngeld_eg >= vorrang_hilfe_eg
    return VorrangSozialhilfe.WOHNGELD if deckt else VorrangSozialhilfe.SOZIALHILFE


@regel("person", norm="§ 7 Abs. 1 WoGG", titel="Sozialhilfe wird nicht durch Wohngeld ersetzt")
def vorrang_sozialhilfe_bleibt(vorrang_statt_sozialhilfe: VorrangSozialhilfe) -> bool:
    """In der Einsatzgemeinschaft bleibt es bei der Sozialhilfe."""
    return vorrang_statt_sozialhilfe == VorrangSozialhilfe.SOZIALHILFE


@irgendein("bedarfsgemeinschaft", norm="§ 7 Abs. 1, 2 WoGG", titel="Mitglied bleibt in der Sozialhilfe")
def vorrang_sozialhilfe_bleibt_bg(vorrang_sozialhilfe_bleibt: bool) -> bool:
    """Mindestens ein Mitglied erhält Sozialhilfe, die Wohngeld nicht deckt."""
    return vorrang_sozialhilfe_bleibt


@regel("person", norm="§ 5 Abs. 2 SGB II, §§ 19, 21, 23 SGB XII", titel="Recht, nach dem Hilfe zusteht")
def vorrang_lebensunterhalt(
    kapitel: Kapitel, anspruch_sozialhilfe: Cent, sgb2_anspruch: Cent, asylblg_personenkreis: bool
) -> VorrangLeistung:
    """AsylbLG, Viertes Kapitel, SGB II oder Drittes Kapitel, soweit ein Anspruch besteht."""
    if asylblg_personenkreis:
        return VorrangLeistung.ASYLBLG
    if anspruch_sozialhilfe > 0:
        return VorrangLeistung.KAPITEL_4 if kapitel == Kapitel.KAPITEL_4 else VorrangLeistung.KAPITEL_3
    return VorrangLeistung.SGB_2 if sgb2_anspruch > 0 else VorrangLeistung.KEINE


@regel("person", norm="§ 7 Abs. 5, 6 SGB II, § 22 SGB XII", titel="Ausbildungsförderung geht vor")
def vorrang_ausbildungsfoerderung(
    sgb2_auszubildend: bool, ausschluss_auszubildende: bool, asylblg_personenkreis: bool
) -> bool:
    """Dem Grunde nach förderungsfähige Ausbildung, die von SGB II und Sozialhilfe ausschließt."""
    return not asylblg_personenkreis and sgb2_auszubildend and ausschluss_auszubildende


@regel("person", norm="§ 7 Abs. 2 WoGG", titel="Mit anderen vom Wohngeld ausgeschlossen")
def vorrang_mit_ausgeschlossen(vorrang_statt_sgb2: VorrangSgb2, vorrang_sozialhilfe_bleibt: bool) -> bool:
    """Ein Mitglied der eigenen Gemeinschaft erhält Hilfe, bei der auch das Einkommen dieser Person zählt."""
    return (
        vorrang_sozialhilfe_bleibt
        or vorrang_statt_sgb2 == VorrangSgb2.SGB_2
        or vorrang_statt_sgb2 == VorrangSgb2.WAHLRECHT
        or vorrang_statt_sgb2 == VorrangSgb2.UNTER_DREI_MONATEN
    )


@regel("person", norm="§ 12a SGB II, § 6a BKGG, WoGG", titel="Wohngeld und Kinderzuschlag ohne Hilfebedürftigkeit")
def vorrang_ohne_hilfe(
    vorrang_wohngeld_anteil: Cent, vorrang_mit_ausgeschlossen: bool, kinderzuschlag: Cent
) -> VorrangLeistung:
    """Was neben eigenem Einkommen zusteht."""
    if vorrang_mit_ausgeschlossen:
        return VorrangLeistung.KEINE
    if kinderzuschlag > 0:
        if vorrang_wohngeld_anteil > 0:
            return VorrangLeistung.WOHNGELD_KINDERZUSCHLAG
        return VorrangLeistung.KINDERZUSCHLAG
    return VorrangLeistung.WOHNGELD if vorrang_wohngeld_anteil > 0 else VorrangLeistung.KEINE


@regel("person", norm="§§ 5, 7, 12a SGB II, §§ 2, 19, 21, 22 SGB XII, §§ 7, 8 WoGG", titel="Zuerst zu beantragen")
def vorrang_erste_leistung(
    vorrang_ausbildungsfoerderung: bool,
    vorrang_lebensunterhalt: VorrangLeistung,
    vorrang_statt_sgb2: VorrangSgb2,
    vorrang_statt_sozialhilfe: VorrangSozialhilfe,
    vorrang_ohne_hilfe: VorrangLeistung,
) -> VorrangLeistung:
    """Leistung zum Lebensunterhalt, die in diesem Monat zuerst zu beantragen ist."""
    if vorrang_lebensunterhalt == VorrangLeistung.ASYLBLG:
        return VorrangLeistung.ASYLBLG
    if vorrang_ausbildungsfoerderung:
        return VorrangLeistung.AUSBILDUNGSFOERDERUNG
    if vorrang_lebensunterhalt == VorrangLeistung.SGB_2:
        if vorrang_statt_sgb2 == VorrangSgb2.WOHNGELD:
            return VorrangLeistung.WOHNGELD
        if vorrang_statt_sgb2 == VorrangSgb2.KINDERZUSCHLAG:
            return VorrangLeistung.KINDERZUSCHLAG
        if vorrang_statt_sgb2 == VorrangSgb2.WOHNGELD_KINDERZUSCHLAG:
            return VorrangLeistung.WOHNGELD_KINDERZUSCHLAG
        return vorrang_ohne_hilfe if vorrang_statt_sgb2 == VorrangSgb2.EINNAHMEN else VorrangLeistung.SGB_2
    if vorrang_lebensunterhalt == VorrangLeistung.KEINE:
        return vorrang_ohne_hilfe
    if vorrang_statt_sozialhilfe == VorrangSozialhilfe.WOHNGELD:
        return VorrangLeistung.WOHNGELD
    return vorrang_lebensunterhalt


@summe("haushalt", norm="§ 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG", titel="Voraussichtliches Wohngeld im Haushalt")
def vorrang_wohngeld_haushalt(
    wohngeld_vorrang: Cent, zugehoerigkeit_wohngeldhaushalt: Position, position: Position
) -> Cent:
    """Einmal je Wohngeldhaushalt; Wert für die Angabe `wohngeld_voraussichtlich`."""
    return wohngeld_vorrang if position == zugehoerigkeit_wohngeldhaushalt else 0


@minimum("bedarfsgemeinschaft", norm="§ 7 Abs. 3 SGB II", titel="Erstes Mitglied der Bedarfsgemeinschaft")
def vorrang_erstes_mitglied(position: Position) -> Position:
    """Niedrigste Stelle im Haushalt."""
    return position


@summe("haushalt", norm="§ 6a BKGG", titel="Voraussichtlicher Kinderzuschlag im Haushalt")
def vorrang_kinderzuschlag_haushalt(
    kinderzuschlag: Cent, vorrang_erstes_mitglied: Position, position: Position
) -> Cent:
    """Einmal je Bedarfsgemeinschaft; Wert für die Angabe `kinderzuschlag_voraussichtlich`."""
    return kinderzuschlag if position == vorrang_erstes_mitglied else 0
