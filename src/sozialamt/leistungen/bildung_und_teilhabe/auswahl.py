"""Geschlossene Listen der Leistungen für Bildung und Teilhabe."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINER="kein Anspruch dem Grunde nach",
    SGB_2="Grundsicherung für Arbeitsuchende (§ 28 SGB II)",
    KAPITEL_3="Hilfe zum Lebensunterhalt (§ 34 SGB XII)",
    KAPITEL_4="Grundsicherung im Alter und bei Erwerbsminderung (§ 42 Nr. 3 SGB XII)",
    ASYLBLG="Asylbewerberleistungen (§ 2 Abs. 1, § 3 Abs. 4 AsylbLG)",
    BKGG="Kinderzuschlag oder Wohngeld (§ 6b BKGG)",
)
class ButRechtskreis(Auswahl):
    """Nach welchem Gesetz Leistungen für Bildung und Teilhabe zustehen."""

    KEINER = 0
    SGB_2 = 1
    KAPITEL_3 = 2
    KAPITEL_4 = 3
    ASYLBLG = 4
    BKGG = 5


@beschrifte(
    KEINE="kein Ablehnungsgrund",
    NICHT_BERECHTIGT="Es besteht kein Anspruch auf eine Leistung, an die Bildung und Teilhabe anknüpft "
    "(§ 28 SGB II, § 34 SGB XII, § 3 Abs. 4 AsylbLG, § 6b Abs. 1 BKGG).",
    ALTERSGRENZE="Bedarfe für Bildung werden nur bis zur Vollendung des 25. Lebensjahres berücksichtigt "
    "(§ 28 Abs. 1 Satz 2 SGB II, § 6b Abs. 2 Satz 2 BKGG).",
    AUSBILDUNGSVERGUETUNG="Wer Ausbildungsvergütung erhält, ist nicht Schülerin oder Schüler "
    "(§ 28 Abs. 1 Satz 2 SGB II, § 6b Abs. 2 Satz 2 BKGG).",
    ANTRAG="Der nötige Antrag fehlt (§ 37 Abs. 1 SGB II, § 34a Abs. 1 SGB XII, § 9 Abs. 3 BKGG).",
    KEIN_BEDARF="In diesem Monat besteht kein anzuerkennender Bedarf "
    "(§ 28 Abs. 2 bis 7 SGB II, § 34 Abs. 2 bis 7 SGB XII).",
    GEDECKT="Einkommen und Vermögen decken auch die Bedarfe für Bildung und Teilhabe "
    "(§ 19 Abs. 3 Satz 3 SGB II, § 34a Abs. 1 Satz 2 SGB XII).",
)
class ButAblehnung(Auswahl):
    """Warum eine Person in diesem Monat keine Leistungen für Bildung und Teilhabe erhält."""

    KEINE = 0
    NICHT_BERECHTIGT = 1
    ALTERSGRENZE = 2
    AUSBILDUNGSVERGUETUNG = 3
    ANTRAG = 4
    KEIN_BEDARF = 5
    GEDECKT = 6
