"""Geschlossene Listen der Hilfe zur Pflege."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    VOLL="versichert mit vollem Anspruch",
    BEIHILFE="versichert mit halbem Anspruch neben Beihilfe (§ 28 Abs. 2 SGB XI)",
    KEINER="kein Anspruch gegen eine Pflegeversicherung",
)
class PflegekasseAnspruch(Auswahl):
    """Ob die Pflegeversicherung Leistungen erbringt, die der Hilfe zur Pflege vorgehen."""

    VOLL = 0
    BEIHILFE = 1
    KEINER = 2


@beschrifte(
    QUOTE="im Verhältnis der genutzten Sachleistung wie in § 38 SGB XI",
    ZWEI_DRITTEL="um zwei Drittel nach § 63b Abs. 5 SGB XII",
)
class PflegegeldNebenSachleistung(Auswahl):
    """Wie das Pflegegeld gekürzt wird, wenn daneben ein Pflegedienst oder eine besondere Pflegekraft hilft."""

    QUOTE = 0
    ZWEI_DRITTEL = 1


@beschrifte(
    PROZENT_50="50 Prozent",
    PROZENT_60="60 Prozent",
    PROZENT_70="70 Prozent",
    PROZENT_80="80 Prozent",
    PROZENT_100="100 Prozent",
)
class EinsatzRegelsatz(Auswahl):
    """Regelsatz des Trägers für den Einsatz über der Einkommensgrenze; die Zahl ist die Stelle in der Tabelle."""

    PROZENT_50 = 0
    PROZENT_60 = 1
    PROZENT_70 = 2
    PROZENT_80 = 3
    PROZENT_100 = 4


@beschrifte(
    GARANTIEBETRAG="Garantiebetrag aus Regelbedarfsstufe 1, Warmmiete und einem Anteil des Mehrbetrags",
    EINKOMMENSGRENZE="Einsatz über der Einkommensgrenze und häusliche Ersparnis",
)
class EhegatteZuHause(Auswahl):
    """Einsatz gemeinsamen Einkommens, wenn ein Ehegatte im Heim und der andere zu Hause lebt."""

    GARANTIEBETRAG = 0
    EINKOMMENSGRENZE = 1


@beschrifte(
    EINSETZEN="sind für die Pflege einzusetzen",
    FREILASSEN="bleiben auch bei der Hilfe zur Pflege im Heim frei",
)
class RentenfreibetraegeImHeim(Auswahl):
    """Verbleib der Freibeträge nach § 82 Abs. 4 und § 82a SGB XII im Heim."""

    EINSETZEN = 0
    FREILASSEN = 1


@beschrifte(
    KEINE="kein Ablehnungsgrund",
    ASYLBLG="Wer nach § 1 AsylbLG leistungsberechtigt ist, erhält keine Hilfe zur Pflege (§ 23 Abs. 2 SGB XII).",
    AUSLAENDER="Der Anspruch ist nach § 23 Abs. 3 SGB XII ausgeschlossen; zu prüfen sind Überbrückungsleistungen.",
    AUSLAND="Der gewöhnliche Aufenthalt liegt im Ausland (§ 24 Abs. 1 SGB XII).",
    ZEITRAUM="Kein Tag des Monats liegt im Leistungszeitraum (§ 18 Abs. 1 SGB XII).",
    KEIN_PFLEGEGRAD="Es ist kein Pflegegrad festgestellt (§§ 61a, 61b SGB XII).",
    PFLEGEGRAD_1="Pflegegrad 1 umfasst keine Pflege im Heim und kein Pflegegeld (§ 63 Abs. 2, § 65 SGB XII).",
    KEIN_BEDARF="Ein ungedeckter Pflegebedarf besteht nicht; andere Leistungen gehen vor (§§ 63a, 63b SGB XII).",
    EINKOMMEN="Das einzusetzende Einkommen deckt den pflegerischen Bedarf (§ 19 Abs. 3, §§ 85 bis 88, 92 SGB XII).",
    VERMOEGEN="Das einzusetzende Vermögen deckt den pflegerischen Bedarf (§ 19 Abs. 3, §§ 66a, 90 SGB XII).",
)
class HzpAblehnung(Auswahl):
    """Warum keine Hilfe zur Pflege zusteht."""

    KEINE = 0
    ASYLBLG = 1
    AUSLAENDER = 2
    AUSLAND = 3
    ZEITRAUM = 4
    KEIN_PFLEGEGRAD = 5
    PFLEGEGRAD_1 = 6
    KEIN_BEDARF = 7
    EINKOMMEN = 8
    VERMOEGEN = 9
