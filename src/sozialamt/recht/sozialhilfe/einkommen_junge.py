"""Erwerb junger Menschen in Schule, Ausbildung und Dienst: § 82 Abs. 1 Satz 2 Nr. 6, 7, Satz 3, 4 SGB XII."""

from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import monate_bis
from sozialamt.recht.auswahl import JungeErwerbstaetige


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 7 SGB XII, § 11b Abs. 2b Satz 1 SGB II",
    titel="Schule, Ausbildung oder Freiwilligendienst",
)
def junge_erwerbstaetige_massgebend(
    junge_erwerbstaetige: JungeErwerbstaetige,
    in_ausbildung: bool,
    freiwilligendienst_taschengeld: Cent,
    schulbesuch: bool,
) -> JungeErwerbstaetige:
    """Förderungsfähige Ausbildung, Taschengeld und Schulbesuch zählen auch ohne besondere Angabe."""
    if junge_erwerbstaetige != JungeErwerbstaetige.KEINE:
        return junge_erwerbstaetige
    if in_ausbildung:
        return JungeErwerbstaetige.BERUFSAUSBILDUNG
    if freiwilligendienst_taschengeld > 0:
        return JungeErwerbstaetige.FREIWILLIGENDIENST
    return JungeErwerbstaetige.SCHULE if schulbesuch else JungeErwerbstaetige.KEINE


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 6 SGB XII",
    titel="Ferienarbeit: kein Einkommen",
    ab="2023-01-01",
    vorher=0,
)
def ferienjob_kein_einkommen(
    ferienjob_brutto: Cent,
    alter: Jahre,
    junge_erwerbstaetige_hoechstalter: Jahre,
    schulbesuch: bool,
    junge_erwerbstaetige_massgebend: JungeErwerbstaetige,
    anspruch_auf_ausbildungsverguetung: bool,
) -> Cent:
    """Arbeit in den Schulferien von Schülern unter 25 Jahren ohne Anspruch auf Ausbildungsvergütung."""
    if alter >= junge_erwerbstaetige_hoechstalter or anspruch_auf_ausbildungsverguetung:
        return 0
    schule = schulbesuch or junge_erwerbstaetige_massgebend == JungeErwerbstaetige.SCHULE
    return ferienjob_brutto if schule else 0


@regel("person", norm="§ 82 Abs. 1 Satz 2 Nr. 7 SGB XII", titel="Begünstigte Ausbildung oder Dienst", ab="2024-01-01")
def junge_erwerbstaetige_beguenstigt(
    junge_erwerbstaetige_massgebend: JungeErwerbstaetige,
    schulende_am: Datum,
    schulende_nachlauf_monate: Anzahl,
    monat: Datum,
) -> bool:
    """Ausbildung, Schule (auch drei Monate nach ihrem Ende, Satz 3) oder Freiwilligendienst mit Taschengeld."""
    if junge_erwerbstaetige_massgebend == JungeErwerbstaetige.SCHULE_BEENDET and schulende_am > 0:
        return monate_bis(schulende_am, monat) <= schulende_nachlauf_monate
    return junge_erwerbstaetige_massgebend != JungeErwerbstaetige.KEINE


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 7 SGB XII a. F.",
    titel="Begünstigte Ausbildung",
    name="junge_erwerbstaetige_beguenstigt",
    ab="2023-01-01",
    bis="2023-12-31",
    vorher=0,
)
def junge_erwerbstaetige_beguenstigt_2023(junge_erwerbstaetige_massgebend: JungeErwerbstaetige) -> bool:
    """2023 nur Ausbildung und laufender Schulbesuch."""
    return junge_erwerbstaetige_massgebend in (
        JungeErwerbstaetige.AUSBILDUNG_BAFOEG,
        JungeErwerbstaetige.BERUFSAUSBILDUNG,
        JungeErwerbstaetige.SCHULE,
    )


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 4 SGB XII",
    titel="Taschengeld als Erwerbseinkommen",
    ab="2024-01-01",
    vorher=0,
)
def taschengeld_als_erwerb(
    freiwilligendienst_taschengeld: Cent, alter: Jahre, freiwilligendienst_mindestalter: Jahre
) -> Cent:
    """Unter 25 Jahren gilt Taschengeld im Freiwilligendienst als Einkommen aus Erwerbstätigkeit."""
    return freiwilligendienst_taschengeld if alter < freiwilligendienst_mindestalter else 0


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 7 SGB XII",
    titel="Erwerb junger Menschen: kein Einkommen",
    ab="2023-01-01",
    vorher=0,
)
def junge_erwerbstaetige_kein_einkommen(
    erwerbseinkommen_brutto: Cent,
    taschengeld_als_erwerb: Cent,
    junge_erwerbstaetige_beguenstigt: bool,
    alter: Jahre,
    junge_erwerbstaetige_mindestalter: Jahre,
    junge_erwerbstaetige_hoechstalter: Jahre,
    junge_erwerbstaetige_frei: Cent,
) -> Cent:
    """Bis zur Geringfügigkeitsgrenze (2023: 520 Euro) bei jungen Menschen in Ausbildung, Schule oder Dienst."""
    if not junge_erwerbstaetige_beguenstigt:
        return 0
    if alter < junge_erwerbstaetige_mindestalter or alter >= junge_erwerbstaetige_hoechstalter:
        return 0
    return min(erwerbseinkommen_brutto + taschengeld_als_erwerb, junge_erwerbstaetige_frei)
