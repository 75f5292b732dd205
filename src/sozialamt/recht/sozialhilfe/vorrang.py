"""Nachrang der Sozialhilfe: § 2 SGB XII, § 12a SGB II, §§ 7, 8 WoGG. Welche Leistung zuerst zu beantragen ist."""

from sozialamt.rechenkern import Cent, regel, summe
from sozialamt.recht.auswahl import AusschlussSozialhilfe, Kapitel, VorrangigeLeistung


@regel("person", norm="§ 2 Abs. 1 SGB XII", titel="Anspruch auf laufende Sozialhilfe")
def anspruch_sozialhilfe(
    kapitel: Kapitel, ausschluss_sozialhilfe: AusschlussSozialhilfe, anspruch_lebensunterhalt: Cent
) -> Cent:
    """Voller Monatsbetrag nach dem Dritten oder Vierten Kapitel."""
    if ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    return anspruch_lebensunterhalt if kapitel in (Kapitel.KAPITEL_3, Kapitel.KAPITEL_4) else 0


@regel("person", norm="§§ 21 bis 24 SGB XII", titel="Nicht nach diesem Buch zu decken")
def anspruch_anderes_recht(anspruch_lebensunterhalt: Cent, anspruch_sozialhilfe: Cent) -> Cent:
    """Ungedeckter Bedarf von Personen, die nach anderem Recht berechtigt oder ausgeschlossen sind."""
    return anspruch_lebensunterhalt - anspruch_sozialhilfe


@summe("haushalt", norm="§ 2 Abs. 1 SGB XII", titel="Laufende Sozialhilfe im Haushalt")
def anspruch_sozialhilfe_haushalt(anspruch_sozialhilfe: Cent) -> Cent:
    """Summe der vollen Monatsbeträge."""
    return anspruch_sozialhilfe


@regel("haushalt", norm="§ 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG", titel="Wohngeld beseitigt die Hilfebedürftigkeit")
def wohngeld_beseitigt_hilfebeduerftigkeit(wohngeld_voraussichtlich: Cent, anspruch_sozialhilfe_haushalt: Cent) -> bool:
    """Das voraussichtliche Wohngeld deckt die ganze laufende Sozialhilfe des Haushalts."""
    return anspruch_sozialhilfe_haushalt > 0 and wohngeld_voraussichtlich >= anspruch_sozialhilfe_haushalt


@regel(
    "haushalt",
    norm="§ 2 Abs. 1 SGB XII, § 12a Satz 2 Nr. 2 SGB II",
    titel="Wohngeld und Kinderzuschlag beseitigen die Hilfebedürftigkeit",
)
def kinderzuschlag_beseitigt_hilfebeduerftigkeit(
    wohngeld_voraussichtlich: Cent, kinderzuschlag_voraussichtlich: Cent, anspruch_sozialhilfe_haushalt: Cent
) -> bool:
    """Wohngeld reicht allein nicht, zusammen mit Kinderzuschlag aber doch."""
    if anspruch_sozialhilfe_haushalt == 0 or kinderzuschlag_voraussichtlich == 0:
        return False
    return wohngeld_voraussichtlich + kinderzuschlag_voraussichtlich >= anspruch_sozialhilfe_haushalt


@regel("person", norm="§ 2 Abs. 1 SGB XII", titel="Zuerst zu beantragen")
def vorrangige_leistung(
    kapitel: Kapitel,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    anspruch_sozialhilfe: Cent,
    wohngeld_beseitigt_hilfebeduerftigkeit: bool,
    kinderzuschlag_beseitigt_hilfebeduerftigkeit: bool,
    ersuchen_rentenversicherung: bool,
) -> VorrangigeLeistung:
    """Leistung, die der Sozialhilfe vorgeht oder sie entbehrlich macht."""
    if kapitel == Kapitel.ASYLBLG:
        return VorrangigeLeistung.ASYLBLG
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.AUSBILDUNG:
        return VorrangigeLeistung.AUSBILDUNGSFOERDERUNG
    if kapitel == Kapitel.SGB_2:
        return VorrangigeLeistung.SGB_2
    if anspruch_sozialhilfe == 0:
        return VorrangigeLeistung.KEINE
    if wohngeld_beseitigt_hilfebeduerftigkeit:
        return VorrangigeLeistung.WOHNGELD
    if kinderzuschlag_beseitigt_hilfebeduerftigkeit:
        return VorrangigeLeistung.WOHNGELD_KINDERZUSCHLAG
    return VorrangigeLeistung.KAPITEL_4 if ersuchen_rentenversicherung else VorrangigeLeistung.KEINE
