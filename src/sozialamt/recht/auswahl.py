"""Geschlossene Listen, die mehrere Leistungen gemeinsam benutzen, in alphabetischer Folge."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINE="kein Ablehnungsgrund",
    ZEITRAUM="Kein Tag des Monats liegt im Leistungszeitraum (Antrag, Kenntnis, Beginn und Ende; §§ 18, 44 SGB XII).",
    ASYLBLG="Wer nach § 1 AsylbLG leistungsberechtigt ist, erhält keine Sozialhilfe (§ 23 Abs. 2 SGB XII).",
    AUSLAENDER="Der Anspruch ist nach § 23 Abs. 3 SGB XII ausgeschlossen; zu prüfen sind Überbrückungsleistungen.",
    AUSZUBILDENDE="Die Ausbildung ist dem Grunde nach förderungsfähig (§ 22 Abs. 1 SGB XII).",
    SGB_2="Vorrangig sind Leistungen nach dem SGB II (§ 21 Satz 1 SGB XII, § 5 Abs. 2 SGB II).",
    KAPITEL_3="Es besteht kein Anspruch nach dem Vierten Kapitel; zuständig ist das Dritte Kapitel (§ 27 SGB XII).",
    KAPITEL_4="Vorrangig ist die Grundsicherung im Alter und bei Erwerbsminderung (§ 19 Abs. 2 Satz 2 SGB XII).",
    KEIN_AUFENTHALT="Der gewöhnliche Aufenthalt liegt nicht im Inland (§ 24 Abs. 1, § 41 Abs. 1 SGB XII).",
    AUSLANDSAUFENTHALT="Der Auslandsaufenthalt dauert länger als vier Wochen (§ 41a SGB XII).",
    HERBEIGEFUEHRT="Die Hilfebedürftigkeit wurde vorsätzlich oder grob fahrlässig herbeigeführt (§ 41 Abs. 4 SGB XII).",
    UNTERHALTSPFLICHTIGE="Kind oder Elternteil hat 100.000 Euro oder mehr Jahreseinkommen (§ 43 Abs. 5 SGB XII a. F.).",
    EINKOMMEN="Das einzusetzende Einkommen deckt den Bedarf (§ 19 Abs. 1, 2, §§ 27, 43 SGB XII).",
    VERMOEGEN="Das einzusetzende Vermögen deckt den verbleibenden Bedarf (§ 90 SGB XII).",
)
class AblehnungSozialhilfe(Auswahl):
    """Warum eine Person keine laufende Leistung nach dem Dritten oder Vierten Kapitel erhält."""

    KEINE = 0
    ZEITRAUM = 1
    ASYLBLG = 2
    AUSLAENDER = 3
    AUSZUBILDENDE = 4
    SGB_2 = 5
    KAPITEL_3 = 6
    KAPITEL_4 = 7
    KEIN_AUFENTHALT = 8
    AUSLANDSAUFENTHALT = 9
    HERBEIGEFUEHRT = 10
    UNTERHALTSPFLICHTIGE = 11
    EINKOMMEN = 12
    VERMOEGEN = 13


@beschrifte(
    WIE_HAUSHALT="wohnt wie der übrige Haushalt",
    STATIONAERE_EINRICHTUNG="lebt in einer stationären Einrichtung (§ 27b SGB XII)",
    BESONDERE_WOHNFORM="lebt in einer besonderen Wohnform (§ 42a Abs. 2 Satz 1 Nr. 2 SGB XII)",
    UEBER_TAG_UND_NACHT="erhält Eingliederungshilfe über Tag und Nacht (§ 27c SGB XII)",
)
class AbweichendeWohnform(Auswahl):
    """Wo eine Person lebt, die nicht mit ihrem Haushalt zusammen wohnt (zum Beispiel ein Ehegatte im Heim)."""

    WIE_HAUSHALT = 0
    STATIONAERE_EINRICHTUNG = 1
    BESONDERE_WOHNFORM = 2
    UEBER_TAG_UND_NACHT = 3


@beschrifte(
    MONATSERSTER="ab dem Ersten des Monats der Änderung",
    TAGGENAU="vom Tag der Änderung an, anteilig nach Tagen",
    FOLGEMONAT="ab dem Ersten des folgenden Monats",
)
class AenderungImMonat(Auswahl):
    """Ab wann ein Bedarf gilt, dessen Voraussetzung im Lauf eines Monats eintritt."""

    MONATSERSTER = 0
    TAGGENAU = 1
    FOLGEMONAT = 2


@beschrifte(
    GUENSTIGER="der höhere der beiden Sätze",
    WORTLAUT="12 Prozent je Kind nur, wenn Nr. 1 nicht vorliegt",
)
class AlleinerziehendeBemessung(Auswahl):
    """Verhältnis von § 30 Abs. 3 Nr. 1 und Nr. 2 SGB XII."""

    GUENSTIGER = 0
    WORTLAUT = 1


@beschrifte(
    KEINE="ohne nähere Angabe, wie andere einmalige Einnahmen",
    NACHZAHLUNG="Nachzahlung einer laufenden Leistung für andere Monate",
    AUS_ERWERB="Sonderzuwendung aus Erwerbstätigkeit (Weihnachtsgeld, Gratifikation)",
    ERBSCHAFT="Erbschaft, Vermächtnis oder Pflichtteil",
    KLEINBETRAGSRENTE="Abfindung einer Kleinbetragsrente",
    SONSTIGE="andere einmalige Einnahme",
)
class ArtEinmaligeEinnahme(Auswahl):
    """Art einer einmaligen Einnahme, nach der § 82 Abs. 1 und 7 SGB XII unterscheidet."""

    KEINE = 0
    NACHZAHLUNG = 1
    AUS_ERWERB = 2
    ERBSCHAFT = 3
    KLEINBETRAGSRENTE = 4
    SONSTIGE = 5


@beschrifte(
    DEUTSCH="deutsche Staatsangehörigkeit",
    EU_FREIZUEGIG="Unionsbürgerin oder Unionsbürger mit Freizügigkeit als Arbeitnehmer, Selbständiger oder Angehöriger",
    EU_ARBEITSUCHE="Unionsbürgerin oder Unionsbürger, Aufenthalt nur zur Arbeitsuche oder ohne Freizügigkeit",
    NIEDERLASSUNGSERLAUBNIS="Niederlassungserlaubnis oder Daueraufenthalt-EU",
    AUFENTHALTSERLAUBNIS="Aufenthaltserlaubnis (auch anerkannte Flüchtlinge), keine der folgenden",
    AUFENTHALT_24="Aufenthaltserlaubnis nach § 24 Abs. 1 AufenthG oder entsprechende Fiktionsbescheinigung",
    AUFENTHALT_ASYLBLG="Aufenthaltserlaubnis nach § 1 Abs. 1 Nr. 3 AsylbLG",
    AUFENTHALTSGESTATTUNG="Aufenthaltsgestattung oder Asylgesuch",
    DULDUNG="Duldung",
    AUSREISEPFLICHTIG="vollziehbar ausreisepflichtig ohne Duldung",
)
class Aufenthaltsstatus(Auswahl):
    """Staatsangehörigkeit und Aufenthaltsrecht, soweit die Sozialleistungen danach unterscheiden."""

    DEUTSCH = 0
    EU_FREIZUEGIG = 1
    EU_ARBEITSUCHE = 2
    NIEDERLASSUNGSERLAUBNIS = 3
    AUFENTHALTSERLAUBNIS = 4
    AUFENTHALT_24 = 5
    AUFENTHALT_ASYLBLG = 6
    AUFENTHALTSGESTATTUNG = 7
    DULDUNG = 8
    AUSREISEPFLICHTIG = 9


@beschrifte(
    KEINER="kein Ausschluss",
    ASYLBLG="leistungsberechtigt nach § 1 AsylbLG (§ 23 Abs. 2 SGB XII)",
    DREI_MONATE="erste drei Monate des Aufenthalts (§ 23 Abs. 3 Satz 1 Nr. 1 SGB XII)",
    AUFENTHALTSRECHT="kein Aufenthaltsrecht oder nur zur Arbeitsuche (§ 23 Abs. 3 Satz 1 Nr. 2 SGB XII)",
    EINREISE="eingereist, um Sozialhilfe zu erlangen (§ 23 Abs. 3 Satz 1 Nr. 3 SGB XII)",
    AUSBILDUNG="förderungsfähige Ausbildung (§ 22 Abs. 1 SGB XII)",
    AUSLAND="gewöhnlicher Aufenthalt im Ausland (§ 24 Abs. 1, § 41 Abs. 1 SGB XII)",
)
class AusschlussSozialhilfe(Auswahl):
    """Ausschlüsse von Leistungen zum Lebensunterhalt nach §§ 22 bis 24 SGB XII."""

    KEINER = 0
    ASYLBLG = 1
    DREI_MONATE = 2
    AUFENTHALTSRECHT = 3
    EINREISE = 4
    AUSBILDUNG = 5
    AUSLAND = 6


@beschrifte(BRUTTO="vom Bruttobetrag", NETTO="vom Betrag nach Steuern, Beiträgen und notwendigen Ausgaben")
class Bemessung(Auswahl):
    """Wovon ein Freibetrag berechnet wird."""

    BRUTTO = 0
    NETTO = 1


@beschrifte(
    KEINE="keine der genannten Erkrankungen",
    MUKOVISZIDOSE="Mukoviszidose (zystische Fibrose)",
    ZOELIAKIE="Zöliakie",
    DIALYSE="terminale Niereninsuffizienz mit Dialyse",
)
class Ernaehrungsbedarf(Auswahl):
    """Erkrankungen, für die der Deutsche Verein einen Satz empfiehlt (zu § 30 Abs. 5 SGB XII)."""

    KEINE = 0
    MUKOVISZIDOSE = 1
    ZOELIAKIE = 2
    DIALYSE = 3


@beschrifte(
    RENTENVERSICHERUNG="durch einen Träger der Rentenversicherung festgestellt (§ 45 Satz 2, 3 Nr. 1, 2 SGB XII)",
    FACHAUSSCHUSS="Stellungnahme des Fachausschusses oder im Teilhabeplan (§ 45 Satz 3 Nr. 4, Satz 4 SGB XII)",
    AUSSTEHEND="noch nicht festgestellt; der Rentenversicherungsträger ist zu ersuchen (§ 45 Satz 1 SGB XII)",
)
class FeststellungErwerbsminderung(Auswahl):
    """Wodurch die dauerhafte volle Erwerbsminderung festgestellt ist (§ 45 SGB XII)."""

    RENTENVERSICHERUNG = 0
    FACHAUSSCHUSS = 1
    AUSSTEHEND = 2


@beschrifte(WEIBLICH="weiblich", MAENNLICH="männlich", DIVERS="divers", OHNE_ANGABE="ohne Angabe")
class Geschlecht(Auswahl):
    """Geschlecht nach § 22 Abs. 3 PStG."""

    WEIBLICH = 0
    MAENNLICH = 1
    DIVERS = 2
    OHNE_ANGABE = 3


@beschrifte(
    KEINE="nichts davon",
    AUSBILDUNG_BAFOEG="nach dem BAföG dem Grunde nach förderungsfähige Ausbildung",
    BERUFSAUSBILDUNG="Berufsausbildung, Berufsvorbereitung oder Einstiegsqualifizierung (§§ 51, 54a, 57 SGB III)",
    SCHULE="allgemein- oder berufsbildende Schule",
    SCHULE_BEENDET="allgemeinbildende Schule vor höchstens drei Monaten beendet",
    FREIWILLIGENDIENST="Bundes- oder Jugendfreiwilligendienst",
)
class JungeErwerbstaetige(Auswahl):
    """Lage junger Menschen, deren Erwerbseinkommen § 82 Abs. 1 Satz 2 Nr. 6 und 7 SGB XII begünstigt."""

    KEINE = 0
    AUSBILDUNG_BAFOEG = 1
    BERUFSAUSBILDUNG = 2
    SCHULE = 3
    SCHULE_BEENDET = 4
    FREIWILLIGENDIENST = 5


@beschrifte(
    KEINES="kein Kapitel",
    KAPITEL_3="Hilfe zum Lebensunterhalt (Drittes Kapitel)",
    KAPITEL_4="Grundsicherung im Alter und bei Erwerbsminderung (Viertes Kapitel)",
    SGB_2="Grundsicherung für Arbeitsuchende (SGB II)",
    ASYLBLG="Asylbewerberleistungsgesetz",
)
class Kapitel(Auswahl):
    """Nach welchem Recht der Lebensunterhalt einer Person zu sichern ist."""

    KEINES = 0
    KAPITEL_3 = 1
    KAPITEL_4 = 2
    SGB_2 = 3
    ASYLBLG = 4


@beschrifte(
    PFLICHTVERSICHERT="pflicht- oder familienversichert; Beiträge gehen vom Einkommen ab",
    GESETZLICH_FREIWILLIG="gesetzlich versichert mit eigenem Beitrag (§ 32 Abs. 2 SGB XII)",
    PRIVAT="privat versichert",
    PRIVAT_STANDARDTARIF="privat versichert im brancheneinheitlichen Standardtarif",
    SOLIDARGEMEINSCHAFT="Mitglied einer Solidargemeinschaft nach § 176 Abs. 1 SGB V",
)
class Krankenversicherung(Auswahl):
    """Versicherung gegen Krankheit und Pflegebedürftigkeit, soweit § 32 SGB XII danach unterscheidet."""

    PFLICHTVERSICHERT = 0
    GESETZLICH_FREIWILLIG = 1
    PRIVAT = 2
    PRIVAT_STANDARDTARIF = 3
    SOLIDARGEMEINSCHAFT = 4


@beschrifte(
    KEINE="keine gemeinschaftliche Mittagsverpflegung",
    PAUSCHAL_FUENF_TAGE="pauschal bei fünf Arbeitstagen in der Woche",
    PAUSCHAL_VIER_TAGE="pauschal bei vier Arbeitstagen in der Woche",
    TATSAECHLICHE_TAGE="nach tatsächlichen Arbeitstagen des Monats",
)
class Mittagsverpflegung(Auswahl):
    """Gemeinschaftliche Mittagsverpflegung nach § 42b Abs. 2 SGB XII und Art der Bewilligung."""

    KEINE = 0
    PAUSCHAL_FUENF_TAGE = 1
    PAUSCHAL_VIER_TAGE = 2
    TATSAECHLICHE_TAGE = 3


@beschrifte(DREISSIG="30 Tage je Monat", KALENDERTAGE="Zahl der Kalendertage des Monats")
class Monatstage(Auswahl):
    """Teiler, nach dem ein Monatsbetrag auf Tage umgerechnet wird."""

    DREISSIG = 0
    KALENDERTAGE = 1


@beschrifte(
    KEINE="keine",
    STUFE_1="Regelbedarfsstufe 1",
    STUFE_2="Regelbedarfsstufe 2",
    STUFE_3="Regelbedarfsstufe 3",
    STUFE_4="Regelbedarfsstufe 4",
    STUFE_5="Regelbedarfsstufe 5",
    STUFE_6="Regelbedarfsstufe 6",
)
class Regelbedarfsstufe(Auswahl):
    """Stufen der Anlage zu § 28 SGB XII; die Zahl ist die Stelle in der Tabelle der Beträge."""

    KEINE = 0
    STUFE_1 = 1
    STUFE_2 = 2
    STUFE_3 = 3
    STUFE_4 = 4
    STUFE_5 = 5
    STUFE_6 = 6


@beschrifte(
    DREISSIG="30 Tage je Monat, Teile eines Monats ergeben zusammen genau den Monatsbetrag",
    KALENDERTAGE="Zahl der Kalendertage des Monats",
    DREISSIGSTEL_JE_TAG="je Kalendertag ein Dreißigstel, höchstens der Monatsbetrag",
)
class Teilmonat(Auswahl):
    """Wie ein Monatsbetrag auf Tage umgerechnet wird (§ 27a Abs. 3 Satz 3 SGB XII)."""

    DREISSIG = 0
    KALENDERTAGE = 1
    DREISSIGSTEL_JE_TAG = 2


@beschrifte(
    VERHAELTNIS="im Verhältnis der ungedeckten Bedarfe",
    PARTNER_ZUERST="zuerst an den Partner, danach an die Kinder im Verhältnis ihrer ungedeckten Bedarfe",
    KINDER_ZUERST="zuerst an die Kinder im Verhältnis ihrer ungedeckten Bedarfe, danach an den Partner",
)
class UeberschussVerteilung(Auswahl):
    """Wie übersteigendes Einkommen in der Einsatzgemeinschaft verteilt wird."""

    VERHAELTNIS = 0
    PARTNER_ZUERST = 1
    KINDER_ZUERST = 2


@beschrifte(
    KEINES="keine Fahrten oder Fahrtkosten vom Arbeitgeber getragen",
    OEFFENTLICH="öffentliche Verkehrsmittel",
    KRAFTWAGEN="Kraftwagen",
    KLEINSTKRAFTWAGEN="Kleinstkraftwagen bis 500 ccm",
    MOTORRAD="Motorrad oder Motorroller",
    FAHRRAD_MIT_MOTOR="Fahrrad mit Motor",
)
class Verkehrsmittel(Auswahl):
    """Womit der Weg zwischen Wohnung und Arbeitsstätte zurückgelegt wird (§ 3 Abs. 6 DVO zu § 82 SGB XII)."""

    KEINES = 0
    OEFFENTLICH = 1
    KRAFTWAGEN = 2
    KLEINSTKRAFTWAGEN = 3
    MOTORRAD = 4
    FAHRRAD_MIT_MOTOR = 5


@beschrifte(
    ANRECHNEN="mindert den Anspruch in Höhe des Überschusses",
    AUSSCHLUSS="schließt den Anspruch aus, bis es verbraucht ist",
)
class Vermoegenseinsatz(Auswahl):
    """Wirkung von Vermögen über dem Schonbetrag, das kleiner ist als der ungedeckte Bedarf des Monats."""

    ANRECHNEN = 0
    AUSSCHLUSS = 1


@beschrifte(
    PRUEFEN="mit den Werten des berechneten Monats prüfen",
    VERTEILEN="im ersten Monat entschieden: gleichmäßig verteilen",
    NICHT_VERTEILEN="im ersten Monat entschieden: nicht verteilen",
)
class VerteilungEinmaligeEinnahme(Auswahl):
    """Ob eine einmalige Einnahme auf mehrere Monate verteilt wird (§ 82 Abs. 7 SGB XII)."""

    PRUEFEN = 0
    VERTEILEN = 1
    NICHT_VERTEILEN = 2


@beschrifte(
    KEINE="keine vorrangige Leistung erkennbar",
    SGB_2="Grundsicherung für Arbeitsuchende beim Jobcenter (§ 5 Abs. 2 SGB II, § 21 SGB XII)",
    ASYLBLG="Leistungen nach dem Asylbewerberleistungsgesetz (§ 23 Abs. 2 SGB XII)",
    KAPITEL_4="Grundsicherung bei Erwerbsminderung; Ersuchen an die Rentenversicherung (§§ 19 Abs. 2, 45 SGB XII)",
    WOHNGELD="Wohngeld beseitigt die Hilfebedürftigkeit; Wahlrecht (§ 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG)",
    WOHNGELD_KINDERZUSCHLAG="Wohngeld und Kinderzuschlag beseitigen die Hilfebedürftigkeit (§ 12a Satz 2 Nr. 2 SGB II)",
    AUSBILDUNGSFOERDERUNG="Leistungen der Ausbildungsförderung (§ 22 Abs. 1 SGB XII)",
)
class VorrangigeLeistung(Auswahl):
    """Welche andere Leistung zuerst zu beantragen ist (§ 2 Abs. 1 SGB XII)."""

    KEINE = 0
    SGB_2 = 1
    ASYLBLG = 2
    KAPITEL_4 = 3
    WOHNGELD = 4
    WOHNGELD_KINDERZUSCHLAG = 5
    AUSBILDUNGSFOERDERUNG = 6


@beschrifte(
    KEINER="nicht in einer Werkstatt",
    EINGANGSVERFAHREN="Eingangsverfahren",
    BERUFSBILDUNG="Berufsbildungsbereich",
    ARBEITSBEREICH="Arbeitsbereich",
)
class WfbmBereich(Auswahl):
    """Bereich einer Werkstatt für behinderte Menschen oder eines anderen Leistungsanbieters (§§ 57, 58, 60 SGB IX)."""

    KEINER = 0
    EINGANGSVERFAHREN = 1
    BERUFSBILDUNG = 2
    ARBEITSBEREICH = 3


@beschrifte(
    WOHNUNG="Wohnung (§ 42a Abs. 2 Satz 2 SGB XII)",
    BESONDERE_WOHNFORM="besondere Wohnform (§ 42a Abs. 2 Satz 1 Nr. 2 SGB XII)",
    SONSTIGE_UNTERKUNFT="sonstige Unterkunft (§ 42a Abs. 2 Satz 1 Nr. 3 SGB XII)",
    STATIONAERE_EINRICHTUNG="stationäre Einrichtung (§ 27b SGB XII)",
    UEBER_TAG_UND_NACHT="Eingliederungshilfe über Tag und Nacht (§ 27c SGB XII)",
    OHNE_UNTERKUNFT="vorübergehend ohne Unterkunft (§ 27a Abs. 3 Satz 4 SGB XII)",
)
class Wohnform(Auswahl):
    """Art der Unterkunft, nach der sich Regelbedarfsstufe und Bedarf für die Unterkunft richten."""

    WOHNUNG = 0
    BESONDERE_WOHNFORM = 1
    SONSTIGE_UNTERKUNFT = 2
    STATIONAERE_EINRICHTUNG = 3
    UEBER_TAG_UND_NACHT = 4
    OHNE_UNTERKUNFT = 5


@beschrifte(
    MIETER_ODER_EIGENTUEMER="bewohnt die Wohnung mit der eigenen Familie als Mieter oder Eigentümer",
    OHNE_VERTRAG_BEI_VERWANDTEN="lebt ohne Vertrag bei Eltern, volljährigen Geschwistern oder volljährigem Kind",
    WOHNGEMEINSCHAFT="trägt vertraglich einen Anteil an der gemeinsamen Wohnung",
    ANTEILIGER_MIETVERTRAG="hat einen Mietvertrag nur über bestimmte Teile der Wohnung",
)
class Wohnverhaeltnis(Auswahl):
    """Stellung einer Person in der Wohnung, nach der § 42a Abs. 3 und 4 SGB XII unterscheidet."""

    MIETER_ODER_EIGENTUEMER = 0
    OHNE_VERTRAG_BEI_VERWANDTEN = 1
    WOHNGEMEINSCHAFT = 2
    ANTEILIGER_MIETVERTRAG = 3
