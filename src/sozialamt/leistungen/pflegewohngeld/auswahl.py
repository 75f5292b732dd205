"""Geschlossene Listen des Pflegewohngeldes."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    UNBEKANNT="ohne Angabe",
    SCHLESWIG_HOLSTEIN="Schleswig-Holstein",
    HAMBURG="Hamburg",
    NIEDERSACHSEN="Niedersachsen",
    BREMEN="Bremen",
    NORDRHEIN_WESTFALEN="Nordrhein-Westfalen",
    HESSEN="Hessen",
    RHEINLAND_PFALZ="Rheinland-Pfalz",
    BADEN_WUERTTEMBERG="Baden-Württemberg",
    BAYERN="Bayern",
    SAARLAND="Saarland",
    BERLIN="Berlin",
    BRANDENBURG="Brandenburg",
    MECKLENBURG_VORPOMMERN="Mecklenburg-Vorpommern",
    SACHSEN="Sachsen",
    SACHSEN_ANHALT="Sachsen-Anhalt",
    THUERINGEN="Thüringen",
)
class HeimLand(Auswahl):
    """Länder mit den ersten beiden Ziffern des Amtlichen Gemeindeschlüssels."""

    UNBEKANNT = 0
    SCHLESWIG_HOLSTEIN = 1
    HAMBURG = 2
    NIEDERSACHSEN = 3
    BREMEN = 4
    NORDRHEIN_WESTFALEN = 5
    HESSEN = 6
    RHEINLAND_PFALZ = 7
    BADEN_WUERTTEMBERG = 8
    BAYERN = 9
    SAARLAND = 10
    BERLIN = 11
    BRANDENBURG = 12
    MECKLENBURG_VORPOMMERN = 13
    SACHSEN = 14
    SACHSEN_ANHALT = 15
    THUERINGEN = 16


@beschrifte(
    KEINE="keine Regel hinterlegt",
    APG_NRW="§ 14 APG NRW mit APG DVO NRW",
)
class PwgLandesregel(Auswahl):
    """Landesrecht, nach dem gerechnet wird; ein weiteres Land erhält eine eigene Zahl und eigene Rechenschritte."""

    KEINE = 0
    APG_NRW = 1


@beschrifte(
    PFLEGEGRAD_2="Pflegegrad 2 (Wortlaut des § 43 Abs. 1 SGB XI)",
    PFLEGEGRAD_1="Pflegegrad 1 (Praxis der Stadt Essen)",
)
class PwgMindestpflegegrad(Auswahl):
    """Ab welchem Pflegegrad Pflegewohngeld gewährt wird."""

    PFLEGEGRAD_2 = 0
    PFLEGEGRAD_1 = 1


@beschrifte(
    APG_NRW="10.000 Euro, für Paare 15.000 Euro",
    GUENSTIGER="mindestens der Schonbetrag der Sozialhilfe",
)
class PwgVermoegensschutz(Auswahl):
    """Vermögensgrenze des Pflegewohngeldes."""

    APG_NRW = 0
    GUENSTIGER = 1


@beschrifte(
    KEINE="kein Ablehnungsgrund",
    KEIN_HEIM="Die Person lebt in diesem Monat nicht in vollstationärer Dauerpflege (§ 14 Abs. 1 Satz 1 APG NRW).",
    LAND="Das Heim liegt außerhalb Nordrhein-Westfalens; eine Regel ist nicht hinterlegt (§ 14 Abs. 1 APG NRW).",
    EINRICHTUNG="Die Einrichtung ist von der Förderung ausgeschlossen (§ 14 Abs. 1 Satz 3 APG NRW).",
    ANTRAG="Der Antrag wirkt nicht auf diesen Monat zurück (§ 16 APG DVO NRW).",
    PFLEGEGRAD="Der erforderliche Pflegegrad ist nicht festgestellt (§ 14 Abs. 1 APG NRW, § 43 Abs. 1 SGB XI).",
    NICHT_VERSICHERT="Es besteht kein Anspruch gegen eine Pflegeversicherung (§ 14 Abs. 1 Satz 1 APG NRW).",
    ANDERE_LEISTUNG="Eine andere Stelle trägt die Investitionskosten (§ 14 Abs. 2 APG NRW).",
    WOHNSITZ="Der Wohnsitz lag vor dem Einzug nicht in Nordrhein-Westfalen (§ 14 Abs. 1 APG NRW, örtliche Praxis).",
    KEINE_KOSTEN="Anerkannte Investitionskosten fallen nicht an (§ 14 Abs. 1, § 10 Abs. 1 APG NRW).",
    VERMOEGEN="Das Vermögen übersteigt die Grenze (§ 14 Abs. 3 APG NRW).",
    EINKOMMEN="Das einzusetzende Einkommen deckt die Investitionskosten (§ 14 Abs. 2 und 3 APG NRW).",
)
class PwgAblehnung(Auswahl):
    """Warum kein Pflegewohngeld zusteht."""

    KEINE = 0
    KEIN_HEIM = 1
    LAND = 2
    EINRICHTUNG = 3
    ANTRAG = 4
    PFLEGEGRAD = 5
    NICHT_VERSICHERT = 6
    ANDERE_LEISTUNG = 7
    WOHNSITZ = 8
    KEINE_KOSTEN = 9
    VERMOEGEN = 10
    EINKOMMEN = 11
