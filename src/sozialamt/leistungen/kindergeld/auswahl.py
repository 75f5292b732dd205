"""Geschlossene Listen des Kindergelds."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINER="kein Grund, das volljährige Kind zu berücksichtigen",
    ARBEITSUCHEND="bei der Agentur für Arbeit arbeitsuchend gemeldet, ohne Beschäftigung (§ 2 Abs. 2 Nr. 1 BKGG)",
    AUSBILDUNG="wird für einen Beruf ausgebildet, auch Schule und Studium (Nr. 2 Buchst. a)",
    UEBERGANGSZEIT="Übergangszeit von höchstens vier Monaten zwischen zwei Abschnitten (Nr. 2 Buchst. b)",
    OHNE_AUSBILDUNGSPLATZ="findet keinen Ausbildungsplatz (Nr. 2 Buchst. c)",
    FREIWILLIGENDIENST="leistet einen Freiwilligendienst (Nr. 2 Buchst. d)",
    BEHINDERUNG="kann sich wegen Behinderung, eingetreten vor dem 25. Geburtstag, nicht selbst unterhalten (Nr. 3)",
)
class KindergeldGrund(Auswahl):
    """Warum ein Kind über 18 Jahre berücksichtigt wird (§ 32 Abs. 4 EStG, § 2 Abs. 2 BKGG)."""

    KEINER = 0
    ARBEITSUCHEND = 1
    AUSBILDUNG = 2
    UEBERGANGSZEIT = 3
    OHNE_AUSBILDUNGSPLATZ = 4
    FREIWILLIGENDIENST = 5
    BEHINDERUNG = 6


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    KEIN_KIND="Die Person ist kein Kind, für das jemand im Haushalt Kindergeld beanspruchen kann (§§ 62, 63 EStG).",
    ALTER="Das Kind hat die Altersgrenze erreicht (§ 32 Abs. 3 bis 5 EStG, § 2 Abs. 2 BKGG).",
    OHNE_GRUND="Das Kind ist volljährig, ein Grund nach § 32 Abs. 4 EStG, § 2 Abs. 2 BKGG liegt nicht vor.",
    ERWERBSTAETIG="Nach der ersten Ausbildung ist das Kind mehr als 20 Wochenstunden erwerbstätig (§ 32 Abs. 4 EStG).",
    AUFENTHALT="Der Aufenthaltstitel berechtigt nicht zum Kindergeld (§ 62 Abs. 2 EStG, § 1 Abs. 3 BKGG).",
    ANDERE_LEISTUNG="Für das Kind steht eine andere, vergleichbare Leistung zu (§ 65 EStG, § 4 BKGG).",
)
class KindergeldAblehnung(Auswahl):
    """Warum für die Person kein Kindergeld zusteht."""

    KEIN_GRUND = 0
    KEIN_KIND = 1
    ALTER = 2
    OHNE_GRUND = 3
    ERWERBSTAETIG = 4
    AUFENTHALT = 5
    ANDERE_LEISTUNG = 6
