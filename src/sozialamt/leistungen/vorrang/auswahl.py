"""Geschlossene Listen der Vorrangprüfung."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEIN_ANSPRUCH="keine Hilfebedürftigkeit nach dem SGB II",
    SGB_2="Wohngeld und Kinderzuschlag beseitigen die Hilfebedürftigkeit nicht, das SGB II bleibt (§ 12a Satz 2 Nr. 2 "
    "SGB II)",
    EINNAHMEN="Kindergeld, Unterhaltsvorschuss und andere vorrangige Leistungen decken den Bedarf (§ 12a Satz 1 "
    "SGB II)",
    WOHNGELD="Wohngeld beseitigt die Hilfebedürftigkeit und ist zu beantragen (§ 12a SGB II)",
    KINDERZUSCHLAG="Kinderzuschlag beseitigt die Hilfebedürftigkeit und ist zu beantragen (§ 12a SGB II)",
    WOHNGELD_KINDERZUSCHLAG="Wohngeld und Kinderzuschlag beseitigen die Hilfebedürftigkeit und sind zu beantragen "
    "(§ 12a SGB II)",
    WAHLRECHT="Kinderzuschlag mit erweitertem Zugang oder SGB II nach Wahl (§ 6a Abs. 1a BKGG)",
    UNTER_DREI_MONATEN="Die Hilfebedürftigkeit entfiele für weniger als drei Monate, keine Pflicht zum Antrag "
    "(§ 12a Satz 2 Nr. 2 SGB II)",
)
class VorrangSgb2(Auswahl):
    """Was an die Stelle der Grundsicherung für Arbeitsuchende tritt (§ 12a SGB II)."""

    KEIN_ANSPRUCH = 0
    SGB_2 = 1
    EINNAHMEN = 2
    WOHNGELD = 3
    KINDERZUSCHLAG = 4
    WOHNGELD_KINDERZUSCHLAG = 5
    WAHLRECHT = 6
    UNTER_DREI_MONATEN = 7


@beschrifte(
    KEIN_ANSPRUCH="keine laufende Sozialhilfe",
    SOZIALHILFE="Wohngeld deckt die Sozialhilfe nicht, sie bleibt (§ 7 Abs. 1 WoGG)",
    WOHNGELD="Wohngeld deckt die Sozialhilfe; statt ihrer kann es beantragt werden (§ 7 Abs. 1 Satz 3 Nr. 2, § 8 "
    "Abs. 2 WoGG, § 2 Abs. 1 SGB XII)",
)
class VorrangSozialhilfe(Auswahl):
    """Wohngeld statt Sozialhilfe."""

    KEIN_ANSPRUCH = 0
    SOZIALHILFE = 1
    WOHNGELD = 2


@beschrifte(
    KEINE="keine Leistung zum Lebensunterhalt",
    ASYLBLG="Asylbewerberleistungen (§ 1 AsylbLG, § 7 Abs. 1 Satz 2 Nr. 3 SGB II, § 23 Abs. 2 SGB XII)",
    AUSBILDUNGSFOERDERUNG="Ausbildungsförderung (§ 7 Abs. 5 SGB II, § 22 SGB XII)",
    WOHNGELD="Wohngeld (§ 12a SGB II, § 8 Abs. 2 WoGG)",
    KINDERZUSCHLAG="Kinderzuschlag (§ 12a SGB II, § 6a BKGG)",
    WOHNGELD_KINDERZUSCHLAG="Wohngeld und Kinderzuschlag (§ 12a SGB II, § 6a BKGG)",
    KAPITEL_4="Grundsicherung im Alter und bei Erwerbsminderung (§ 19 Abs. 2 SGB XII, § 5 Abs. 2 Satz 2 SGB II)",
    SGB_2="Grundsicherung für Arbeitsuchende (§ 5 Abs. 2 Satz 1 SGB II, § 21 SGB XII)",
    KAPITEL_3="Hilfe zum Lebensunterhalt (§§ 19, 27 SGB XII)",
)
class VorrangLeistung(Auswahl):
    """Leistung zum Lebensunterhalt, die für die Person zuerst zu beantragen ist."""

    KEINE = 0
    ASYLBLG = 1
    AUSBILDUNGSFOERDERUNG = 2
    WOHNGELD = 3
    KINDERZUSCHLAG = 4
    WOHNGELD_KINDERZUSCHLAG = 5
    KAPITEL_4 = 6
    SGB_2 = 7
    KAPITEL_3 = 8
