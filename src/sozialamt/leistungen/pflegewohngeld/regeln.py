"""Pflegewohngeld: §§ 13, 14 APG NRW, §§ 14 bis 16 APG DVO NRW.

Ein anderes Land schließt seine Regel an, indem es in `pwg_landesregel` eine eigene Zahl erhält und `pwg_betrag` nach
ihr verzweigt. Ohne hinterlegte Regel wird abgelehnt und der Grund genannt.
"""

from sozialamt.leistungen.pflegewohngeld.auswahl import (
    HeimLand,
    PwgAblehnung,
    PwgLandesregel,
    PwgMindestpflegegrad,
    PwgVermoegensschutz,
)
from sozialamt.rechenkern import Anzahl, Cent, Datum, Position, regel
from sozialamt.rechenkern.kalender import monat_plus

# --- Voraussetzungen ---


@regel("person", norm="§ 14 Abs. 1 Satz 1 APG NRW", titel="Landesregel des Pflegewohngeldes")
def pwg_regel_des_landes(heim_land: HeimLand, pwg_landesregel: tuple[Anzahl, ...]) -> PwgLandesregel:
    """Recht des Landes, in dem die Einrichtung liegt."""
    if pwg_landesregel[heim_land] == PwgLandesregel.APG_NRW:
        return PwgLandesregel.APG_NRW
    return PwgLandesregel.KEINE


@regel("person", norm="§ 14 Abs. 1 Satz 1 APG NRW", titel="Vollstationäre Dauerpflege")
def pwg_im_heim(heim_tage: Anzahl, heim_voraussichtlich_laenger: bool, hzp_pflegegrad: Anzahl) -> bool:
    """Pflegebedürftige Person lebt auf Dauer im Heim."""
    return heim_tage > 0 and heim_voraussichtlich_laenger and hzp_pflegegrad > 0


@regel("person", norm="§ 14 Abs. 1 Satz 1 APG NRW, § 43 Abs. 1 SGB XI", titel="Erforderlicher Pflegegrad")
def pwg_pflegegrad_erreicht(
    hzp_pflegegrad: Anzahl, hzp_volle_leistungen: bool, pwg_mindestpflegegrad: PwgMindestpflegegrad
) -> bool:
    """Pflegegrad 2, nach anderer Praxis Pflegegrad 1."""
    if pwg_mindestpflegegrad == PwgMindestpflegegrad.PFLEGEGRAD_1:
        return hzp_pflegegrad > 0
    return hzp_volle_leistungen


@regel("person", norm="§ 16 APG DVO NRW", titel="Antrag erfasst den Monat")
def pwg_antrag_wirkt(pwg_antrag_am: Datum, pwg_rueckwirkung_monate: Anzahl, monat: Datum) -> bool:
    """Der Antrag wirkt bis zu drei Monate zurück."""
    return pwg_antrag_am == 0 or monat >= monat_plus(pwg_antrag_am, -pwg_rueckwirkung_monate)


@regel("person", norm="§ 14 Abs. 1 APG NRW", titel="Wohnsitz vor dem Einzug genügt")
def pwg_wohnsitz_genuegt(pwg_wohnsitz_verlangt: bool, pwg_vorher_in_nrw: bool) -> bool:
    """Nur wenn die Kommune es verlangt, kommt es auf den früheren Wohnsitz an."""
    return pwg_vorher_in_nrw or not pwg_wohnsitz_verlangt


@regel("person", norm="§ 14 Abs. 1 APG NRW", titel="Hindernis in Einrichtung oder Antrag")
def pwg_hindernis_einrichtung(
    pwg_im_heim: bool, pwg_regel_des_landes: PwgLandesregel, pwg_einrichtung_gefoerdert: bool, pwg_antrag_wirkt: bool
) -> PwgAblehnung:
    """Erster Grund, der beim Heim oder beim Antrag liegt."""
    if not pwg_im_heim:
        return PwgAblehnung.KEIN_HEIM
    if pwg_regel_des_landes == PwgLandesregel.KEINE:
        return PwgAblehnung.LAND
    if not pwg_einrichtung_gefoerdert:
        return PwgAblehnung.EINRICHTUNG
    return PwgAblehnung.KEINE if pwg_antrag_wirkt else PwgAblehnung.ANTRAG


@regel("person", norm="§ 14 Abs. 1, 2 APG NRW", titel="Hindernis")
def pwg_hindernis(
    pwg_hindernis_einrichtung: PwgAblehnung,
    pwg_pflegegrad_erreicht: bool,
    hzp_pflegeversichert: bool,
    pwg_andere_leistung: bool,
    pwg_wohnsitz_genuegt: bool,
    heim_investitionskosten: Cent,
) -> PwgAblehnung:
    """Erster Grund vor Einkommen und Vermögen."""
    if pwg_hindernis_einrichtung != PwgAblehnung.KEINE:
        return pwg_hindernis_einrichtung
    if not pwg_pflegegrad_erreicht:
        return PwgAblehnung.PFLEGEGRAD
    if not hzp_pflegeversichert:
        return PwgAblehnung.NICHT_VERSICHERT
    if pwg_andere_leistung:
        return PwgAblehnung.ANDERE_LEISTUNG
    if not pwg_wohnsitz_genuegt:
        return PwgAblehnung.WOHNSITZ
    return PwgAblehnung.KEINE if heim_investitionskosten > 0 else PwgAblehnung.KEINE_KOSTEN


# --- Vermögen ---


@regel("person", norm="§ 14 Abs. 3 APG NRW, § 90 SGB XII", titel="Vermögensgrenze des Pflegewohngeldes")
def pwg_vermoegen_grenze(
    partner: Position,
    pwg_vermoegensgrenze: tuple[Cent, ...],
    schonbetrag_gemeinschaft: Cent,
    pwg_vermoegensschutz: PwgVermoegensschutz,
) -> Cent:
    """10.000 Euro, für Paare 15.000 Euro; je nach Einstellung mindestens der Schonbetrag der Sozialhilfe."""
    grenze = pwg_vermoegensgrenze[1] if partner >= 0 else pwg_vermoegensgrenze[0]
    if pwg_vermoegensschutz == PwgVermoegensschutz.GUENSTIGER:
        return max(grenze, schonbetrag_gemeinschaft)
    return grenze


@regel("person", norm="§ 14 Abs. 3 APG NRW, §§ 90, 91 SGB XII", titel="Vermögen über der Grenze")
def pwg_vermoegen_ueberschuss(vermoegen_gemeinschaft: Cent, pwg_vermoegen_grenze: Cent) -> Cent:
    """Verwertbares Vermögen der Person und ihres Partners über der Grenze."""
    return max(0, vermoegen_gemeinschaft - pwg_vermoegen_grenze)


# --- Einkommen ---


@regel(
    "person", norm="§ 14 Abs. 3 APG NRW, §§ 43, 43c SGB XI", titel="Ungedeckte Pflegekosten, Unterkunft und Verpflegung"
)
def pwg_heimkosten_ohne_investition(
    heim_pflegekosten: Cent, heim_unterkunft_verpflegung: Cent, heim_pflegeversicherung: Cent, heim_gleichartige: Cent
) -> Cent:
    """Pflegekosten mit Umlage, Unterkunft und Verpflegung abzüglich der Pflegeversicherung."""
    kosten = heim_pflegekosten + heim_unterkunft_verpflegung
    return max(0, kosten - heim_pflegeversicherung - heim_gleichartige)


@regel("person", norm="§ 14 Abs. 3 APG NRW, § 27b SGB XII", titel="Weiterer Lebensunterhalt vor Pflegewohngeld")
def pwg_barbetrag(barbetrag: Cent, bekleidungspauschale: Cent, pwg_bekleidung_abziehen: bool) -> Cent:
    """Barbetrag und je nach Einstellung Bekleidungspauschale."""
    return barbetrag + bekleidungspauschale if pwg_bekleidung_abziehen else barbetrag


@regel("person", norm="§ 14 Abs. 3 APG NRW", titel="Einkommensüberhang")
def pwg_ueberhang(hzp_heim_verfuegbar: Cent, pwg_heimkosten_ohne_investition: Cent, pwg_barbetrag: Cent) -> Cent:
    """Einkommen nach Barbetrag, Unterkunft, Verpflegung und ungedeckten Pflegekosten."""
    return max(0, hzp_heim_verfuegbar - pwg_heimkosten_ohne_investition - pwg_barbetrag)


@regel("person", norm="§ 14 Abs. 3 APG NRW", titel="Selbstbehalt")
def pwg_selbstbehalt(pwg_ueberhang: Cent, pwg_selbstbehalt_betrag: Cent) -> Cent:
    """50 Euro, höchstens der Einkommensüberhang."""
    return min(pwg_ueberhang, pwg_selbstbehalt_betrag)


@regel("person", norm="§ 14 Abs. 2, 3 APG NRW", titel="Eigener Einsatz für Investitionskosten")
def pwg_einsatz(pwg_ueberhang: Cent, pwg_selbstbehalt: Cent) -> Cent:
    """Einkommensüberhang nach dem Selbstbehalt."""
    return pwg_ueberhang - pwg_selbstbehalt


# --- Ergebnis ---


@regel("person", norm="§ 14 Abs. 2, 3 APG NRW", titel="Pflegewohngeld nach Einkommen")
def pwg_betrag(heim_investitionskosten: Cent, pwg_einsatz: Cent) -> Cent:
    """Anerkannte Investitionskosten nach eigenem Einsatz."""
    return max(0, heim_investitionskosten - pwg_einsatz)


@regel("person", norm="§ 14 APG NRW", titel="Pflegewohngeld")
def pwg_anspruch(pwg_hindernis: PwgAblehnung, pwg_vermoegen_ueberschuss: Cent, pwg_betrag: Cent) -> Cent:
    """Betrag, wenn kein Hindernis besteht und das Vermögen die Grenze nicht übersteigt."""
    if pwg_hindernis != PwgAblehnung.KEINE or pwg_vermoegen_ueberschuss > 0:
        return 0
    return pwg_betrag


@regel("person", norm="§ 14 APG NRW, § 16 APG DVO NRW", titel="Grund der Ablehnung")
def pwg_ablehnung(pwg_anspruch: Cent, pwg_hindernis: PwgAblehnung, pwg_vermoegen_ueberschuss: Cent) -> PwgAblehnung:
    """Erster zutreffender Grund, wenn nichts zusteht."""
    if pwg_anspruch > 0:
        return PwgAblehnung.KEINE
    if pwg_hindernis != PwgAblehnung.KEINE:
        return pwg_hindernis
    return PwgAblehnung.VERMOEGEN if pwg_vermoegen_ueberschuss > 0 else PwgAblehnung.EINKOMMEN
