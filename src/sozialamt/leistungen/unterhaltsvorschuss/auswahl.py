"""Geschlossene Listen des Unterhaltsvorschusses."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEINES="kein Hindernis",
    MITWIRKUNG_VERWEIGERT="der Elternteil verweigert Auskünfte oder die Mitwirkung (§ 1 Abs. 3 UhVorschG)",
    VORAUSLEISTUNG="der andere Elternteil hat den Unterhalt für den Monat im Voraus geleistet (§ 1 Abs. 4 Satz 1)",
    JUGENDHILFE="der Bedarf ist durch Leistungen nach dem SGB VIII gedeckt (§ 1 Abs. 4 Satz 2)",
    WECHSELMODELL="der andere Elternteil betreut so viel mit, dass das Kind nicht bei einem Elternteil allein lebt",
)
class UnterhaltsvorschussHindernis(Auswahl):
    """Umstände, bei denen trotz der übrigen Voraussetzungen kein Anspruch besteht."""

    KEINES = 0
    MITWIRKUNG_VERWEIGERT = 1
    VORAUSLEISTUNG = 2
    JUGENDHILFE = 3
    WECHSELMODELL = 4


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    KEIN_ELTERNTEIL="Das Kind lebt nicht bei einem Elternteil im Haushalt (§ 1 Abs. 1 Nr. 2 UhVorschG).",
    ALTER="Das Kind hat das 18. Lebensjahr vollendet oder ist noch nicht geboren (§ 1 Abs. 1, 1a UhVorschG).",
    ELTERN_ZUSAMMEN="Beide Elternteile leben zusammen (§ 1 Abs. 3 UhVorschG).",
    ELTERNTEIL_VERHEIRATET="Der Elternteil lebt mit einem Ehegatten oder Lebenspartner zusammen (§ 1 Abs. 1 Nr. 2).",
    SGB_2="Das Kind ist über zwölf, erhält SGB II und der Elternteil hat keine 600 Euro Einkommen (§ 1 Abs. 1a).",
    HINDERNIS="Mitwirkung verweigert, Vorausleistung, Jugendhilfe oder Betreuung durch beide Eltern (§ 1 Abs. 3, 4).",
    AUFENTHALT="Weder Kind noch Elternteil haben einen ausreichenden Aufenthaltstitel (§ 1 Abs. 2a UhVorschG).",
    GEDECKT="Unterhalt, Waisenbezüge oder eigene Einkünfte erreichen die Unterhaltsleistung (§ 1 Abs. 1 Nr. 3, § 2).",
)
class UnterhaltsvorschussAblehnung(Auswahl):
    """Warum kein Unterhaltsvorschuss zusteht."""

    KEIN_GRUND = 0
    KEIN_ELTERNTEIL = 1
    ALTER = 2
    ELTERN_ZUSAMMEN = 3
    ELTERNTEIL_VERHEIRATET = 4
    SGB_2 = 5
    HINDERNIS = 6
    AUFENTHALT = 7
    GEDECKT = 8


@beschrifte(NETTO="Lohn nach Steuern und Sozialabgaben", BRUTTO="Lohn vor Steuern und Sozialabgaben")
class UnterhaltsvorschussLohn(Auswahl):
    """Wovon die Pauschalen nach § 2 Abs. 4 UhVorschG abgehen."""

    NETTO = 0
    BRUTTO = 1
