"""Sofortzuschlag dem Anspruch nach: § 145 Abs. 1 SGB XII."""

from sozialamt.rechenkern import Cent, regel
from sozialamt.recht.auswahl import AusschlussSozialhilfe


@regel(
    "einsatzgemeinschaft",
    norm="§ 145 Abs. 1 Satz 2 Nr. 2 SGB XII",
    titel="Einsetzbares Einkommen und Vermögen der Eltern",
)
def einsetzbar_gemeinschaft(
    ueberschuss_gemeinschaft: Cent, vermoegen_ueberschuss: Cent, ungedeckt_partner: Cent, ungedeckt_kinder: Cent
) -> Cent:
    """Was den Eltern über den ungedeckten Bedarf aller hinaus an Einkommen und Vermögen bleibt."""
    return ueberschuss_gemeinschaft + vermoegen_ueberschuss - ungedeckt_partner - ungedeckt_kinder


@regel("person", norm="§ 145 Abs. 1 Satz 2 Nr. 2 SGB XII", titel="Nur wegen des Kindergeldes ohne Anspruch")
def nur_wegen_kindergeld_gedeckt(
    kindergeld_beim_kind: Cent,
    anspruch_lebensunterhalt: Cent,
    einsetzbar_gemeinschaft: Cent,
    vermoegen_ueberschuss_kind: Cent,
    eltern_setzen_ein: bool,
) -> bool:
    """Ohne das beim Kind berücksichtigte Kindergeld bliebe ein ungedeckter Bedarf."""
    if anspruch_lebensunterhalt > 0:
        return False
    von_eltern = max(0, einsetzbar_gemeinschaft) if eltern_setzen_ein else 0
    return kindergeld_beim_kind > von_eltern + vermoegen_ueberschuss_kind


@regel("person", norm="§ 145 Abs. 1 SGB XII", titel="Sofortzuschlag im vollen Monat")
def sofortzuschlag_anspruch(
    sofortzuschlag: Cent,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
    anspruch_lebensunterhalt: Cent,
    bildung_und_teilhabe_anspruch: bool,
    nur_wegen_kindergeld_gedeckt: bool,
) -> Cent:
    """Bei Hilfe zum Lebensunterhalt, Bildung und Teilhabe oder wenn beides nur am Kindergeld scheitert."""
    if ausschluss_sozialhilfe != AusschlussSozialhilfe.KEINER:
        return 0
    if anspruch_lebensunterhalt > 0 or bildung_und_teilhabe_anspruch or nur_wegen_kindergeld_gedeckt:
        return sofortzuschlag
    return 0
