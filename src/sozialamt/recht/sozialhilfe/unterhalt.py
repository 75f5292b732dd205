"""Unterhaltspflichtige: § 94 SGB XII. Der Übergang mindert den Anspruch nicht, er entlastet den Träger."""

from sozialamt.rechenkern import Cent, regel
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import Kapitel


@regel("person", norm="§ 94 Abs. 1a SGB XII", titel="Jahreseinkommensgrenze überschritten", ab="2020-01-01")
def unterhaltsgrenze_ueberschritten(
    unterhaltspflichtige_jahreseinkommen: Cent, unterhalt_jahreseinkommensgrenze: Cent
) -> bool:
    """Ein Kind oder Elternteil hat mehr als 100.000 Euro Gesamteinkommen im Jahr."""
    return unterhaltspflichtige_jahreseinkommen > unterhalt_jahreseinkommensgrenze


@regel(
    "person",
    norm="§ 43 Abs. 5, § 94 Abs. 1 Satz 3 SGB XII a. F.",
    titel="Unterhaltsansprüche zu beachten",
    name="unterhaltsgrenze_ueberschritten",
    bis="2019-12-31",
)
def unterhalt_beachten_bis_2019(kapitel: Kapitel) -> bool:
    """Bis 2019 ohne Einkommensgrenze im Dritten Kapitel; im Vierten Kapitel kein Übergang."""
    return kapitel == Kapitel.KAPITEL_3


@regel("person", norm="§ 94 Abs. 1a Satz 6 SGB XII", titel="Übergang von Unterhaltsansprüchen möglich")
def unterhalt_uebergang(kapitel: Kapitel, ist_minderjaehrig: bool, unterhaltsgrenze_ueberschritten: bool) -> bool:
    """Über der Jahreseinkommensgrenze; bei Minderjährigen im Dritten Kapitel immer."""
    if kapitel not in (Kapitel.KAPITEL_3, Kapitel.KAPITEL_4):
        return False
    return unterhaltsgrenze_ueberschritten or (ist_minderjaehrig and kapitel == Kapitel.KAPITEL_3)


@regel("haushalt", norm="§ 94 Abs. 2 Satz 1, 3 SGB XII", titel="Höchstbetrag für den Lebensunterhalt")
def unterhalt_hoechstens_lebensunterhalt(
    unterhalt_uebergang_lebensunterhalt: Cent, unterhalt_kindergeld: Cent, unterhalt_kindergeld_ausgang: Cent
) -> Cent:
    """20 Euro, verändert wie das Kindergeld."""
    return kaufmaennisch(unterhalt_uebergang_lebensunterhalt * unterhalt_kindergeld, unterhalt_kindergeld_ausgang)


@regel("haushalt", norm="§ 94 Abs. 2 Satz 1, 3 SGB XII", titel="Höchstbetrag für Hilfe zur Pflege")
def unterhalt_hoechstens_pflege(
    unterhalt_uebergang_pflege: Cent, unterhalt_kindergeld: Cent, unterhalt_kindergeld_ausgang: Cent
) -> Cent:
    """26 Euro, verändert wie das Kindergeld."""
    return kaufmaennisch(unterhalt_uebergang_pflege * unterhalt_kindergeld, unterhalt_kindergeld_ausgang)


@regel("person", norm="§ 94 Abs. 2 SGB XII", titel="Übergehender Unterhalt der Eltern wegen Hilfe zur Pflege")
def unterhalt_uebergang_eltern_pflege(
    unterhalt_uebergang: bool,
    ist_minderjaehrig: bool,
    unterhalt_pflegebeduerftig_oder_eingliederung: bool,
    unterhalt_hoechstens_pflege: Cent,
) -> Cent:
    """Höchstbetrag neben dem für den Lebensunterhalt, wenn Hilfe zur Pflege geleistet wird."""
    if not unterhalt_uebergang or ist_minderjaehrig or not unterhalt_pflegebeduerftig_oder_eingliederung:
        return 0
    return unterhalt_hoechstens_pflege


@regel("person", norm="§ 94 Abs. 2 SGB XII", titel="Übergehender Unterhalt der Eltern")
def unterhalt_uebergang_eltern(
    unterhalt_uebergang: bool,
    ist_minderjaehrig: bool,
    unterhalt_pflegebeduerftig_oder_eingliederung: bool,
    unterhalt_hoechstens_lebensunterhalt: Cent,
    anspruch_lebensunterhalt: Cent,
) -> Cent:
    """Bei volljährigen Kindern mit Behinderung oder Pflegebedürftigkeit vermuteter Betrag, höchstens die Leistung."""
    if not unterhalt_uebergang or ist_minderjaehrig or not unterhalt_pflegebeduerftig_oder_eingliederung:
        return 0
    return min(unterhalt_hoechstens_lebensunterhalt, anspruch_lebensunterhalt)
