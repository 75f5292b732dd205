"""Geschlossene Listen der Ausbildungsförderung."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINE="keine Ausbildungsförderung",
    SCHUELER_BAFOEG="Schüler-BAföG (Bundesausbildungsförderungsgesetz)",
    AUFSTIEGS_BAFOEG="Aufstiegs-BAföG (Aufstiegsfortbildungsförderungsgesetz)",
)
class AusbildungsfoerderungArt(Auswahl):
    """Nach welchem Gesetz Ausbildungsförderung beantragt ist; beides zugleich ist ausgeschlossen (§ 3 Nr. 1 AFBG)."""

    KEINE = 0
    SCHUELER_BAFOEG = 1
    AUFSTIEGS_BAFOEG = 2


@beschrifte(
    KEINE="keine förderungsfähige Schule",
    ALLGEMEINBILDEND="allgemeinbildende Schule ab Klasse 10, Berufsfachschule ohne Abschluss, Fach- oder "
    "Fachoberschule ohne vorherige Ausbildung (§ 2 Abs. 1 Nr. 1 BAföG)",
    BERUFSFACHSCHULE="Berufsfachschule oder Fachschule mit Berufsabschluss in mindestens zwei Jahren "
    "(§ 2 Abs. 1 Nr. 2 BAföG)",
    FACHOBERSCHULE_MIT_AUSBILDUNG="Fachoberschule mit vorheriger Ausbildung, Abendhauptschule, Abendrealschule, "
    "Berufsaufbauschule (§ 12 Abs. 1 Nr. 2 BAföG)",
    FACHSCHULE_MIT_AUSBILDUNG="Fachschule mit vorheriger Ausbildung (§ 13 Abs. 1 Nr. 1 BAföG)",
    ABENDGYMNASIUM_KOLLEG="Abendgymnasium oder Kolleg (§ 13 Abs. 1 Nr. 1 BAföG)",
)
class BafoegAusbildung(Auswahl):
    """Arten der Schulen, nach denen sich Anspruch und Bedarf richten."""

    KEINE = 0
    ALLGEMEINBILDEND = 1
    BERUFSFACHSCHULE = 2
    FACHOBERSCHULE_MIT_AUSBILDUNG = 3
    FACHSCHULE_MIT_AUSBILDUNG = 4
    ABENDGYMNASIUM_KOLLEG = 5


@beschrifte(
    KEINER="keiner der gesetzlichen Gründe",
    NICHT_ERREICHBAR="von der Wohnung der Eltern ist keine entsprechende Schule zumutbar erreichbar (Nr. 1)",
    VERHEIRATET="eigener Haushalt und verheiratet oder verpartnert (gewesen) (Nr. 2)",
    KIND="eigener Haushalt mit mindestens einem Kind (Nr. 3)",
)
class BafoegGrundAuswaerts(Auswahl):
    """Gründe, aus denen allgemeinbildende Schulen gefördert werden (§ 2 Abs. 1a Satz 1 BAföG)."""

    KEINER = 0
    NICHT_ERREICHBAR = 1
    VERHEIRATET = 2
    KIND = 3


@beschrifte(
    FAMILIENVERSICHERT="beitragsfrei mitversichert oder kein eigener Beitrag",
    PFLICHTVERSICHERT="als Schüler, Student oder Praktikant versichert (§ 13a Abs. 1 BAföG)",
    FREIWILLIG="freiwillig oder nach § 5 Abs. 1 Nr. 13 SGB V versichert (§ 13a Abs. 2 BAföG)",
    PRIVAT="privat versichert mit vollen Leistungen (§ 13a Abs. 3 Satz 1 BAföG)",
    PRIVAT_TEILWEISE="privat versichert mit einem Anteil der Kosten (§ 13a Abs. 3 Satz 2 BAföG)",
    PRIVAT_UEBER_ALTERSGRENZE="privat versichert, über der Altersgrenze der Pflichtversicherung "
    "(§ 13a Abs. 3 Satz 4 BAföG)",
)
class BafoegVersicherung(Auswahl):
    """Versicherung, nach der sich der Zuschlag richtet."""

    FAMILIENVERSICHERT = 0
    PFLICHTVERSICHERT = 1
    FREIWILLIG = 2
    PRIVAT = 3
    PRIVAT_TEILWEISE = 4
    PRIVAT_UEBER_ALTERSGRENZE = 5


@beschrifte(
    KEINER="keiner",
    OHNE_AUSBILDUNG_BEI_ELTERN="ohne vorherige Ausbildung, bei den Eltern (§ 12 Abs. 1 Nr. 1)",
    MIT_AUSBILDUNG_BEI_ELTERN="mit vorheriger Ausbildung, bei den Eltern (§ 12 Abs. 1 Nr. 2)",
    OHNE_AUSBILDUNG_AUSWAERTS="ohne vorherige Ausbildung, auswärts (§ 12 Abs. 2 Nr. 1)",
    MIT_AUSBILDUNG_AUSWAERTS="mit vorheriger Ausbildung, auswärts (§ 12 Abs. 2 Nr. 2)",
)
class BafoegSchuelersatz(Auswahl):
    """Sätze des § 12 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    KEINER = 0
    OHNE_AUSBILDUNG_BEI_ELTERN = 1
    MIT_AUSBILDUNG_BEI_ELTERN = 2
    OHNE_AUSBILDUNG_AUSWAERTS = 3
    MIT_AUSBILDUNG_AUSWAERTS = 4


@beschrifte(
    GRUNDBEDARF="Grundbedarf",
    UNTERKUNFT_BEI_ELTERN="Unterkunft bei den Eltern",
    UNTERKUNFT_AUSWAERTS="Unterkunft auswärts",
)
class BafoegFachschulsatz(Auswahl):
    """Teile des Bedarfs nach § 13 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    GRUNDBEDARF = 1
    UNTERKUNFT_BEI_ELTERN = 2
    UNTERKUNFT_AUSWAERTS = 3


@beschrifte(
    KEINER="kein Zuschlag",
    KV="Krankenversicherung (§ 13a Abs. 1, 3)",
    PV="Pflegeversicherung (§ 13a Abs. 1, 3)",
    KV_FREIWILLIG="Krankenversicherung (§ 13a Abs. 2)",
    PV_FREIWILLIG="Pflegeversicherung (§ 13a Abs. 2)",
)
class BafoegZuschlagssatz(Auswahl):
    """Sätze des § 13a BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    KEINER = 0
    KV = 1
    PV = 2
    KV_FREIWILLIG = 3
    PV_FREIWILLIG = 4


@beschrifte(SELBST="auszubildende Person", EHEGATTE="Ehegatte", KIND="je Kind")
class BafoegFreibetragEigen(Auswahl):
    """Freibeträge des § 23 Abs. 1 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    SELBST = 1
    EHEGATTE = 2
    KIND = 3


@beschrifte(
    ELTERN="verheiratete Eltern", EINZELN="Elternteil oder Ehegatte", STIEFELTERNTEIL="Stiefelternteil", KIND="je Kind"
)
class BafoegFreibetragAngehoerige(Auswahl):
    """Freibeträge des § 25 Abs. 1, 3 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    ELTERN = 1
    EINZELN = 2
    STIEFELTERNTEIL = 3
    KIND = 4


@beschrifte(JUENGER="unter 30 Jahren", AELTER="ab 30 Jahren", ANGEHOERIGE="je Ehegatte und Kind")
class BafoegVermoegensfreibetrag(Auswahl):
    """Freibeträge des § 29 Abs. 1 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    JUENGER = 1
    AELTER = 2
    ANGEHOERIGE = 3


@beschrifte(BEDARF_12_1_1="Bedarf nach § 12 Abs. 1 Nr. 1", ANDERE="andere Auszubildende")
class BafoegWaisenrente(Auswahl):
    """Freibeträge des § 23 Abs. 4 Nr. 1 BAföG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    BEDARF_12_1_1 = 1
    ANDERE = 2


@beschrifte(TEILNEHMER="Teilnehmer", EHEGATTE="Ehegatte", KIND="je Kind")
class AfbgErhoehung(Auswahl):
    """Erhöhungen des § 10 Abs. 2 Satz 3 AFBG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    TEILNEHMER = 1
    EHEGATTE = 2
    KIND = 3


@beschrifte(ALLGEMEIN="ohne Erhöhung für Kinder", KINDER="Erhöhung für Kinder")
class AfbgZuschussteil(Auswahl):
    """Teile des Unterhaltsbeitrags mit eigenem Zuschussanteil; die Zahl ist die Stelle in der Tabelle."""

    ALLGEMEIN = 1
    KINDER = 2


@beschrifte(SELBST="Teilnehmer", ANGEHOERIGE="je Ehegatte und Kind")
class AfbgVermoegensfreibetrag(Auswahl):
    """Freibeträge des § 17a Abs. 1 AFBG; die Zahl ist die Stelle in der Tabelle der Beträge."""

    SELBST = 1
    ANGEHOERIGE = 2


@beschrifte(
    ARBEITNEHMER="rentenversicherungspflichtig beschäftigt oder in Ausbildung (Nr. 1)",
    BEAMTE_RENTNER="nicht rentenversicherungspflichtig beschäftigt, oder Ruhestand mit Alterssicherung (Nr. 2)",
    NICHTARBEITNEHMER="selbständig, von der Versicherungspflicht befreit oder geringfügig beschäftigt (Nr. 3)",
    NICHT_ERWERBSTAETIG="nicht erwerbstätig oder im Ruhestand ohne Erwerbstätigkeit (Nr. 4)",
)
class BafoegGruppe(Auswahl):
    """Gruppen der Sozialpauschale (§ 21 Abs. 2 Satz 1 BAföG)."""

    ARBEITNEHMER = 0
    BEAMTE_RENTNER = 1
    NICHTARBEITNEHMER = 2
    NICHT_ERWERBSTAETIG = 3


@beschrifte(
    KEINE="keine Eltern mit Einkommen",
    VERHEIRATET="miteinander verheiratet oder verpartnert, nicht dauernd getrennt",
    GETRENNT="nicht miteinander verheiratet oder dauernd getrennt",
    EIN_ELTERNTEIL="nur ein Elternteil",
)
class BafoegEltern(Auswahl):
    """Familienstand der Eltern, nach dem sich der Freibetrag richtet (§ 25 Abs. 1 BAföG)."""

    KEINE = 0
    VERHEIRATET = 1
    GETRENNT = 2
    EIN_ELTERNTEIL = 3


@beschrifte(
    NEIN="Einkommen der Eltern wird angerechnet",
    ELTERN_VERHINDERT="Aufenthalt der Eltern unbekannt oder sie können im Inland keinen Unterhalt leisten (Abs. 2a)",
    FUENF_JAHRE_ERWERB="nach dem 18. Geburtstag fünf Jahre erwerbstätig (Abs. 3 Nr. 3)",
    AUSBILDUNG_UND_ERWERB="nach einer Ausbildung von drei Jahren drei Jahre erwerbstätig (Abs. 3 Nr. 4)",
)
class BafoegElternunabhaengig(Auswahl):
    """Gründe, aus denen Einkommen der Eltern außer Betracht bleibt (§ 11 Abs. 2a, 3 BAföG)."""

    NEIN = 0
    ELTERN_VERHINDERT = 1
    FUENF_JAHRE_ERWERB = 2
    AUSBILDUNG_UND_ERWERB = 3


@beschrifte(VOLLZEIT="Vollzeit", TEILZEIT="Teilzeit")
class AfbgMassnahme(Auswahl):
    """Form der Fortbildungsmaßnahme (§ 2 Abs. 3 AFBG)."""

    VOLLZEIT = 0
    TEILZEIT = 1


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    NICHT_BEANTRAGT="Schüler-BAföG ist nicht beantragt (§ 46 Abs. 1 BAföG).",
    AUSSERHALB="Der Monat liegt außerhalb des Bewilligungszeitraums oder vor dem Antragsmonat "
    "(§ 15 Abs. 1, § 50 Abs. 3 BAföG).",
    KEINE_FOERDERUNGSFAEHIGE_SCHULE="Die besuchte Schule gehört nicht zu den Ausbildungsstätten des § 2 Abs. 1 BAföG.",
    WOHNEN_BEI_ELTERN="Für diese Schule wird nur gefördert, wer nicht bei den Eltern wohnt und einen der Gründe des "
    "§ 2 Abs. 1a BAföG hat.",
    DEM_GRUNDE_NACH="Die übrigen Voraussetzungen der §§ 2, 4, 7, 9 und 15 BAföG sind nicht erfüllt.",
    STAATSANGEHOERIGKEIT="Die Voraussetzungen für Ausländerinnen und Ausländer sind nicht erfüllt (§ 8 BAföG).",
    ALTER="Bei Beginn des Ausbildungsabschnitts war die Altersgrenze erreicht (§ 10 Abs. 3 BAföG).",
    EIGENE_MITTEL="Eigenes Einkommen und Vermögen decken den Bedarf (§§ 23, 30 BAföG).",
    EINKOMMEN_ANGEHOERIGER="Das anzurechnende Einkommen der Angehörigen deckt den restlichen Bedarf (§§ 11, 25 BAföG).",
    MINDESTBETRAG="Förderungsbeträge unter 10 Euro im Monat werden nicht geleistet (§ 51 Abs. 4 BAföG).",
)
class BafoegAblehnung(Auswahl):
    """Warum in diesem Monat kein Schüler-BAföG geleistet wird."""

    KEIN_GRUND = 0
    NICHT_BEANTRAGT = 1
    AUSSERHALB = 2
    KEINE_FOERDERUNGSFAEHIGE_SCHULE = 3
    WOHNEN_BEI_ELTERN = 4
    DEM_GRUNDE_NACH = 5
    STAATSANGEHOERIGKEIT = 6
    ALTER = 7
    EIGENE_MITTEL = 8
    EINKOMMEN_ANGEHOERIGER = 9
    MINDESTBETRAG = 10


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    NICHT_BEANTRAGT="Aufstiegs-BAföG ist nicht beantragt (§ 19 Abs. 1 AFBG).",
    AUSSERHALB="Der Monat liegt außerhalb des Bewilligungszeitraums oder vor dem Antragsmonat (§ 11 Abs. 3 AFBG).",
    NACH_ENDE="Der letzte Unterricht liegt in einem früheren Monat; einen Zuschuss gibt es nicht mehr "
    "(§ 12 Abs. 2 Satz 2, Abs. 3 AFBG).",
    NICHT_FOERDERFAEHIG="Maßnahme, Träger oder Vorqualifikation erfüllen die Voraussetzungen nicht (§§ 2, 2a, 9 AFBG).",
    AUSSCHLUSS="Eine andere Leistung schließt die Förderung aus (§ 3 AFBG).",
    STAATSANGEHOERIGKEIT="Die Voraussetzungen für Ausländerinnen und Ausländer sind nicht erfüllt (§ 8 AFBG).",
    KEIN_BEDARF="In diesem Monat ist nichts zu fördern: Einkommen und Vermögen decken den Unterhaltsbedarf, oder die "
    "Maßnahme ist in Teilzeit und es sind keine Gebühren fällig (§§ 10, 17 AFBG).",
)
class AfbgAblehnung(Auswahl):
    """Warum in diesem Monat kein Zuschuss nach dem AFBG geleistet wird."""

    KEIN_GRUND = 0
    NICHT_BEANTRAGT = 1
    AUSSERHALB = 2
    NACH_ENDE = 3
    NICHT_FOERDERFAEHIG = 4
    AUSSCHLUSS = 5
    STAATSANGEHOERIGKEIT = 6
    KEIN_BEDARF = 7


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    NICHT_BEANTRAGT="Ausbildungsförderung ist nicht beantragt (§ 46 Abs. 1 BAföG, § 19 Abs. 1 AFBG).",
    BAFOEG="Schüler-BAföG steht nicht zu; der Grund steht in der Prüfung nach dem BAföG (§§ 2 bis 51 BAföG).",
    AFBG="Aufstiegs-BAföG steht nicht zu; der Grund steht in der Prüfung nach dem AFBG (§§ 2 bis 24 AFBG).",
    KEINE_AUSBILDUNG="Eine Schule ab 15 Jahren, eine Ausbildung oder eine Fortbildung ist nicht angegeben (§ 2 BAföG, "
    "§ 2 AFBG).",
)
class AusbildungsfoerderungAblehnung(Auswahl):
    """Nach welchem Gesetz die Förderung abgelehnt wird."""

    KEIN_GRUND = 0
    NICHT_BEANTRAGT = 1
    BAFOEG = 2
    AFBG = 3
    KEINE_AUSBILDUNG = 4
