"""Geschlossene Listen der Asylbewerberleistungen."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    WOHNUNG="Wohnung (§ 8 Abs. 1 Satz 2 RBEG, § 42a Abs. 2 Satz 2 SGB XII)",
    AUFNAHMEEINRICHTUNG="Aufnahmeeinrichtung (§ 44 Abs. 1 AsylG)",
    GEMEINSCHAFTSUNTERKUNFT="Gemeinschaftsunterkunft (§ 53 Abs. 1 AsylG)",
    SONSTIGE_UNTERKUNFT="vergleichbare Unterkunft, nicht nur kurzfristig (§ 3a Abs. 1 Nr. 2 Buchst. b AsylbLG)",
    STATIONAERE_EINRICHTUNG="stationäre Einrichtung (§ 3a Abs. 1 Nr. 3 Buchst. b AsylbLG)",
    HAFT="Abschiebungs- oder Untersuchungshaft (§ 3a Abs. 3 AsylbLG)",
)
class AsylblgUnterbringung(Auswahl):
    """Wo die Person untergebracht ist."""

    WOHNUNG = 0
    AUFNAHMEEINRICHTUNG = 1
    GEMEINSCHAFTSUNTERKUNFT = 2
    SONSTIGE_UNTERKUNFT = 3
    STATIONAERE_EINRICHTUNG = 4
    HAFT = 5


@beschrifte(
    AUFENTHALTSSTATUS="ergibt sich aus dem Aufenthaltsstatus",
    ASYLANTRAG="Asylgesuch oder Asylantrag ohne Aufenthaltsgestattung (§ 1 Abs. 1 Nr. 1a AsylbLG)",
    SCHUTZGESUCH_24="Schutzgesuch nach § 24 AufenthG ohne Titel und Fiktionsbescheinigung (§ 1 Abs. 1 Nr. 1b AsylbLG)",
    EINREISE_OFFEN="Einreise über Flughafen oder Hafen noch nicht gestattet (§ 1 Abs. 1 Nr. 2 AsylbLG)",
    EINREISE_VERWEIGERT="Einreise über Flughafen oder Hafen nicht gestattet (§ 1 Abs. 1 Nr. 2a AsylbLG)",
    FAMILIE="Ehegatte, Lebenspartner oder minderjähriges Kind (§ 1 Abs. 1 Nr. 6 AsylbLG)",
    FOLGEANTRAG="Folgeantrag, bis Juni 2026 auch Zweitantrag (§ 1 Abs. 1 Nr. 7 AsylbLG)",
    NICHT_ERFASST_24="Titel nach § 24 AufenthG aus Frühjahr 2022, nicht erfasst (§ 1 Abs. 1 Nr. 8 AsylbLG)",
    UEBERGANG_24="Übergang nach § 18 AsylbLG von Juni bis August 2022",
)
class AsylblgGrund(Auswahl):
    """Besonderer Grund der Leistungsberechtigung, den der Aufenthaltsstatus allein nicht zeigt."""

    AUFENTHALTSSTATUS = 0
    ASYLANTRAG = 1
    SCHUTZGESUCH_24 = 2
    EINREISE_OFFEN = 3
    EINREISE_VERWEIGERT = 4
    FAMILIE = 5
    FOLGEANTRAG = 6
    NICHT_ERFASST_24 = 7
    UEBERGANG_24 = 8


@beschrifte(
    KEINE="nicht leistungsberechtigt",
    NR_1="§ 1 Abs. 1 Nr. 1 AsylbLG (Aufenthaltsgestattung)",
    NR_1A="§ 1 Abs. 1 Nr. 1a AsylbLG (Asylantrag)",
    NR_1B="§ 1 Abs. 1 Nr. 1b AsylbLG (Schutzgesuch nach § 24 AufenthG)",
    NR_2="§ 1 Abs. 1 Nr. 2 AsylbLG (Einreise noch nicht gestattet)",
    NR_2A="§ 1 Abs. 1 Nr. 2a AsylbLG (Einreise nicht gestattet)",
    NR_3="§ 1 Abs. 1 Nr. 3 AsylbLG (Aufenthaltserlaubnis)",
    NR_4="§ 1 Abs. 1 Nr. 4 AsylbLG (Duldung)",
    NR_5="§ 1 Abs. 1 Nr. 5 AsylbLG (vollziehbar ausreisepflichtig)",
    NR_6="§ 1 Abs. 1 Nr. 6 AsylbLG (Familienangehörige)",
    NR_7="§ 1 Abs. 1 Nr. 7 AsylbLG (Folgeantrag)",
    NR_8="§ 1 Abs. 1 Nr. 8 AsylbLG (nicht erfasste Schutzberechtigte)",
    PARAGRAF_18="§ 18 Abs. 1 AsylbLG (Übergang 2022)",
)
class AsylblgNummer(Auswahl):
    """Nummer des § 1 Abs. 1 AsylbLG, nach der die Person leistungsberechtigt ist."""

    KEINE = 0
    NR_1 = 1
    NR_1A = 2
    NR_1B = 3
    NR_2 = 4
    NR_2A = 5
    NR_3 = 6
    NR_4 = 7
    NR_5 = 8
    NR_6 = 9
    NR_7 = 10
    NR_8 = 11
    PARAGRAF_18 = 12


@beschrifte(
    KEINER="kein Ausschluss",
    SCHUTZ_IN_ANDEREM_STAAT="internationaler Schutz in einem anderen Staat (§ 1 Abs. 4 Satz 1 Nr. 1 AsylbLG)",
    UEBERSTELLUNG="anderer Mitgliedstaat zuständig, Abschiebung dorthin angeordnet (§ 1 Abs. 4 Satz 1 Nr. 2 AsylbLG)",
)
class AsylblgAusschluss(Auswahl):
    """Ausschluss vollziehbar Ausreisepflichtiger von allen Leistungen."""

    KEINER = 0
    SCHUTZ_IN_ANDEREM_STAAT = 1
    UEBERSTELLUNG = 2


@beschrifte(
    KEINE="keine Anspruchseinschränkung",
    AUSREISETERMIN="Ausreisetermin und Ausreisemöglichkeit stehen fest (§ 1a Abs. 1 AsylbLG)",
    EINREISE_WEGEN_LEISTUNG="eingereist, um Leistungen zu erlangen (§ 1a Abs. 2 AsylbLG)",
    NICHT_VOLLZIEHBAR="Abschiebung scheitert aus selbst zu vertretenden Gründen (§ 1a Abs. 3 AsylbLG)",
    ANDERER_STAAT_ZUSTAENDIG="nach Verteilung ist ein anderer Staat zuständig (§ 1a Abs. 4 Satz 1 AsylbLG)",
    SCHUTZ_IN_ANDEREM_STAAT="internationaler Schutz in einem anderen Staat (§ 1a Abs. 4 Satz 2 Nr. 1 AsylbLG)",
    AUFENTHALTSRECHT_IN_ANDEREM_STAAT="Aufenthaltsrecht in einem anderen Staat (§ 1a Abs. 4 Satz 2 Nr. 2 AsylbLG)",
    MITWIRKUNG="Mitwirkung im Asylverfahren verletzt (§ 1a Abs. 5 AsylbLG)",
    VERMOEGEN_VERSCHWIEGEN="Vermögen nicht angegeben (§ 1a Abs. 6 AsylbLG)",
    UNZULAESSIGER_ASYLANTRAG="Asylantrag unzulässig, Abschiebung angeordnet (§ 1a Abs. 7 AsylbLG bis Oktober 2024)",
    ORDNUNG_DER_UNTERKUNFT="Ordnung der Unterkunft schwer gestört, bedroht oder gewalttätig (§ 1a Abs. 7 AsylbLG)",
    ANORDNUNG_AUFENTHALT="Anordnung nach §§ 68, 68a AsylG nicht befolgt (§ 1a Abs. 8 AsylbLG)",
    UEBERSTELLUNGSENTSCHEIDUNG="Überstellungsentscheidung und Abschiebungsanordnung (§ 1a Abs. 9 AsylbLG)",
    ARBEITSGELEGENHEIT="Arbeitsgelegenheit unbegründet abgelehnt (§ 5 Abs. 4 AsylbLG)",
    INTEGRATIONSMASSNAHME="Flüchtlingsintegrationsmaßnahme abgelehnt (§ 5a Abs. 3 AsylbLG bis Juli 2021)",
    INTEGRATIONSKURS="Integrationskurs verweigert (§ 5b Abs. 2 AsylbLG)",
    ANKUNFTSNACHWEIS="Ankunftsnachweis fehlt aus zu vertretenden Gründen (§ 11 Abs. 2a AsylbLG)",
)
class AsylblgEinschraenkung(Auswahl):
    """Tatbestand, wegen dessen nur Leistungen nach § 1a Abs. 1 AsylbLG zustehen."""

    KEINE = 0
    AUSREISETERMIN = 1
    EINREISE_WEGEN_LEISTUNG = 2
    NICHT_VOLLZIEHBAR = 3
    ANDERER_STAAT_ZUSTAENDIG = 4
    SCHUTZ_IN_ANDEREM_STAAT = 5
    AUFENTHALTSRECHT_IN_ANDEREM_STAAT = 6
    MITWIRKUNG = 7
    VERMOEGEN_VERSCHWIEGEN = 8
    UNZULAESSIGER_ASYLANTRAG = 9
    ORDNUNG_DER_UNTERKUNFT = 10
    ANORDNUNG_AUFENTHALT = 11
    UEBERSTELLUNGSENTSCHEIDUNG = 12
    ARBEITSGELEGENHEIT = 13
    INTEGRATIONSMASSNAHME = 14
    INTEGRATIONSKURS = 15
    ANKUNFTSNACHWEIS = 16


@beschrifte(
    KEINE="keine Bedarfsstufe",
    STUFE_1="Bedarfsstufe 1",
    STUFE_2="Bedarfsstufe 2",
    STUFE_3="Bedarfsstufe 3",
    STUFE_4="Bedarfsstufe 4",
    STUFE_5="Bedarfsstufe 5",
    STUFE_6="Bedarfsstufe 6",
)
class AsylblgBedarfsstufe(Auswahl):
    """Bedarfsstufe nach § 3a Abs. 1 und 2 AsylbLG (bis August 2019 § 3); die Zahl ist die Stelle in der Tabelle."""

    KEINE = 0
    STUFE_1 = 1
    STUFE_2 = 2
    STUFE_3 = 3
    STUFE_4 = 4
    STUFE_5 = 5
    STUFE_6 = 6


@beschrifte(
    GELD="Geldleistung oder Bezahlkarte",
    SACHLEISTUNG="vollständig als Sachleistung",
    TEILS="zum Teil als Sachleistung",
)
class AsylblgForm(Auswahl):
    """Form, in der der notwendige Bedarf gedeckt wird (§ 3 Abs. 2, 3 AsylbLG)."""

    GELD = 0
    SACHLEISTUNG = 1
    TEILS = 2


@beschrifte(
    KEINE="keine laufende Leistung",
    GRUNDLEISTUNG="Grundleistungen (§ 3 AsylbLG)",
    ANALOG="Leistungen entsprechend dem SGB XII (§ 2 AsylbLG)",
    EINGESCHRAENKT="eingeschränkte Leistungen (§ 1a AsylbLG)",
    UEBERBRUECKUNG="Überbrückungsleistungen (§ 1 Abs. 4 AsylbLG)",
)
class AsylblgLeistungsart(Auswahl):
    """Nach welcher Vorschrift die Person laufend Leistungen erhält."""

    KEINE = 0
    GRUNDLEISTUNG = 1
    ANALOG = 2
    EINGESCHRAENKT = 3
    UEBERBRUECKUNG = 4


@beschrifte(
    KEINE="kein Anspruch nach dem AsylbLG",
    AKUT="bei akuter Erkrankung und Schmerzen, Vorsorge und Impfungen (§ 4 Abs. 1 AsylbLG)",
    VOLL="Hilfen zur Gesundheit entsprechend §§ 47 bis 52 SGB XII (§ 4 Abs. 4 AsylbLG)",
    ANALOG="Hilfen zur Gesundheit entsprechend dem SGB XII (§ 2 Abs. 1 AsylbLG)",
)
class AsylblgKrankenhilfe(Auswahl):
    """Umfang der Leistungen bei Krankheit."""

    KEINE = 0
    AKUT = 1
    VOLL = 2
    ANALOG = 3


@beschrifte(
    BEKANNTMACHUNG="Beträge der Bekanntmachung, auch wenn sie sinken",
    BESTANDSSCHUTZ="mindestens die Beträge des Jahres 2024",
)
class AsylblgBestandsschutz(Auswahl):
    """Ob § 28a Abs. 5 SGB XII die Grundleistungen vor dem Sinken schützt (§ 3a Abs. 4 AsylbLG)."""

    BEKANNTMACHUNG = 0
    BESTANDSSCHUTZ = 1


@beschrifte(WORTLAUT="Bedarfsstufe 2 nach dem Wortlaut", STUFE_1="Bedarfsstufe 1 für Alleinstehende")
class AsylblgSammelunterkunft(Auswahl):
    """Bedarfsstufe Alleinstehender in Sammelunterkünften (§ 3a Abs. 1 Nr. 2 Buchst. b AsylbLG)."""

    WORTLAUT = 0
    STUFE_1 = 1


@beschrifte(STUFE_4="Bedarfsstufe 4 bei den Eltern", STUFE_1="Bedarfsstufe 1, weil nicht in einer Wohnung")
class AsylblgJugendliche(Auswahl):
    """Bedarfsstufe Jugendlicher, die mit einem Elternteil in einer Sammelunterkunft leben."""

    STUFE_4 = 0
    STUFE_1 = 1


@beschrifte(
    KEINE="kein Ablehnungsgrund",
    NICHT_BERECHTIGT="Die Person gehört nicht zu den Leistungsberechtigten (§ 1 Abs. 1 bis 3a AsylbLG).",
    ZEITRAUM="In diesem Monat liegt kein Tag im Leistungszeitraum (§ 6b AsylbLG, § 18 SGB XII).",
    SCHUTZ_IN_ANDEREM_STAAT="Ein anderer Staat gewährt internationalen Schutz (§ 1 Abs. 4 Satz 1 Nr. 1 AsylbLG).",
    UEBERSTELLUNG="Ein anderer Mitgliedstaat ist zuständig und die Abschiebung dorthin angeordnet "
    "(§ 1 Abs. 4 Satz 1 Nr. 2 AsylbLG).",
    RAEUMLICHE_BESCHRAENKUNG="Wer sich einer räumlichen Beschränkung oder Wohnsitzauflage zuwider aufhält, erhält "
    "regelmäßig nur eine Reisebeihilfe (§ 11 Abs. 2 AsylbLG).",
    EINKOMMEN="Einkommen oder Leistungen anderer decken den Bedarf (§ 2 Abs. 1, § 7 Abs. 1, § 8 Abs. 1 AsylbLG).",
    VERMOEGEN="Vermögen über dem Freibetrag ist vorher aufzubrauchen (§ 2 Abs. 1, § 7 Abs. 1, 5 AsylbLG).",
    AUSBILDUNG="Die Ausbildung ist dem Grunde nach förderungsfähig (§ 2 Abs. 1 AsylbLG, § 22 Abs. 1 SGB XII).",
)
class AsylblgAblehnung(Auswahl):
    """Warum eine Person keine Leistungen zum Lebensunterhalt nach dem AsylbLG erhält."""

    KEINE = 0
    NICHT_BERECHTIGT = 1
    ZEITRAUM = 2
    SCHUTZ_IN_ANDEREM_STAAT = 3
    UEBERSTELLUNG = 4
    RAEUMLICHE_BESCHRAENKUNG = 5
    EINKOMMEN = 6
    VERMOEGEN = 7
    AUSBILDUNG = 8
