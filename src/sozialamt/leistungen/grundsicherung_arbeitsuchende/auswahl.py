"""Geschlossene Listen der Grundsicherung für Arbeitsuchende."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINER="Es besteht Anspruch.",
    AUSLAENDER="Ausländerinnen und Ausländer ohne Aufenthaltsrecht, nur zur Arbeitsuche oder in den ersten drei "
    "Monaten sind ausgenommen (§ 7 Abs. 1 Satz 2 Nr. 1, 2 SGB II).",
    AUFENTHALT="Ohne gewöhnlichen Aufenthalt im Inland besteht kein Anspruch (§ 7 Abs. 1 Satz 1 Nr. 4 SGB II).",
    ASYLBEWERBERLEISTUNGEN="Leistungsberechtigte nach § 1 AsylbLG sind ausgenommen (§ 7 Abs. 1 Satz 2 Nr. 3 SGB II).",
    EINRICHTUNG="Wer in einer stationären Einrichtung untergebracht ist, erhält keine Leistungen "
    "(§ 7 Abs. 4 Satz 1, 4 SGB II).",
    ALTERSRENTE="Wer eine Rente wegen Alters bezieht, erhält keine Leistungen (§ 7 Abs. 4 Satz 1 SGB II).",
    ALTERSGRENZE="Die Altersgrenze ist erreicht (§ 7 Abs. 1 Satz 1 Nr. 1, § 7a SGB II).",
    KAPITEL_4="Die Grundsicherung im Alter und bei Erwerbsminderung geht vor (§ 5 Abs. 2 Satz 2, § 19 Abs. 1 "
    "Satz 2 SGB II).",
    NICHT_ERREICHBAR="Die Person ist nicht erreichbar (§ 7b SGB II, bis 30.06.2023 § 7 Abs. 4a SGB II).",
    AUSBILDUNG="Auszubildende in einer nach dem BAföG förderungsfähigen Ausbildung haben nur Anspruch nach § 27 "
    "SGB II (§ 7 Abs. 5 SGB II).",
    NICHT_ERWERBSFAEHIG="In der Bedarfsgemeinschaft lebt keine erwerbsfähige leistungsberechtigte Person "
    "(§ 7 Abs. 1 Satz 1 Nr. 2, Abs. 2 SGB II).",
    KIND_DECKT_BEDARF="Das Kind deckt seinen Bedarf aus eigenem Einkommen und Vermögen und gehört nicht zur "
    "Bedarfsgemeinschaft (§ 7 Abs. 3 Nr. 4 SGB II).",
    VERMOEGEN="Vermögen über den Freibeträgen deckt den Bedarf (§§ 9, 12, 19 Abs. 3 SGB II).",
    EINKOMMEN="Das Einkommen deckt den Bedarf (§§ 9, 11 bis 11b, 19 Abs. 3 SGB II).",
    MINDERUNG="Die Leistung ist vollständig gemindert (§§ 31a, 32 SGB II).",
    ZEITRAUM="Im berechneten Monat liegt kein Tag des Leistungszeitraums (§ 41 Abs. 1 SGB II).",
)
class Sgb2Ablehnung(Auswahl):
    """Warum eine Person keine Leistungen nach dem SGB II erhält."""

    KEINER = 0
    AUSLAENDER = 1
    AUFENTHALT = 2
    ASYLBEWERBERLEISTUNGEN = 3
    EINRICHTUNG = 4
    ALTERSRENTE = 5
    ALTERSGRENZE = 6
    KAPITEL_4 = 7
    NICHT_ERREICHBAR = 8
    AUSBILDUNG = 9
    NICHT_ERWERBSFAEHIG = 10
    KIND_DECKT_BEDARF = 11
    VERMOEGEN = 12
    EINKOMMEN = 13
    MINDERUNG = 14
    ZEITRAUM = 15


@beschrifte(
    ERREICHBAR="erreichbar oder mit Zustimmung abwesend",
    UEBERGANGSMONAT="Monat nach Feststellung des dritten Meldeversäumnisses (§ 7b Abs. 4 Satz 4 SGB II)",
    NICHT_ERREICHBAR="nicht erreichbar, der Anspruch ist entfallen",
)
class Sgb2Erreichbarkeit(Auswahl):
    """Erreichbarkeit nach § 7b SGB II (bis 30.06.2023 § 7 Abs. 4a SGB II)."""

    ERREICHBAR = 0
    UEBERGANGSMONAT = 1
    NICHT_ERREICHBAR = 2
