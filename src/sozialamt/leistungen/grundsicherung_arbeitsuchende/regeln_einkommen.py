"""Einkommen aus Erwerbstätigkeit und seine Absetzbeträge (§§ 11, 11a, 11b SGB II, § 6 Bürgergeld-V)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import monate_bis
from sozialamt.rechenkern.rundung import GANZES, anteil, kaufmaennisch
from sozialamt.recht.auswahl import JungeErwerbstaetige, Verkehrsmittel

_NEBEN = "Steuerfreie Nebentätigkeit, soweit Einkommen"


@regel("person", norm="§ 11b Abs. 2 Satz 3 SGB II a. F.", titel=_NEBEN, bis="2023-06-30", name="sgb2_nebentaetigkeit")
def sgb2_nebentaetigkeit_bis_2023(nebentaetigkeit_steuerfrei: Cent) -> Cent:
    """Bis 30.06.2023 Erwerbseinkommen mit erhöhtem Grundabsetzbetrag."""
    return nebentaetigkeit_steuerfrei


@regel("person", norm="§ 11a Abs. 1 Nr. 5 SGB II", titel=_NEBEN, ab="2023-07-01")
def sgb2_nebentaetigkeit(
    nebentaetigkeit_steuerfrei: Cent, nebentaetigkeit_steuerfrei_bisher: Cent, ehrenamt_frei_jahr: Cent
) -> Cent:
    """Nicht zu berücksichtigen bis zum Jahresbetrag; nur was darüber liegt, ist Einkommen."""
    frei = max(0, ehrenamt_frei_jahr - nebentaetigkeit_steuerfrei_bisher)
    return max(0, nebentaetigkeit_steuerfrei - frei)


@regel(
    "person", norm="§ 11b Abs. 2b Satz 2 SGB II", titel="Taschengeld als Erwerbseinkommen", ab="2023-07-01", vorher=0
)
def sgb2_taschengeld_als_erwerb(freiwilligendienst_taschengeld: Cent) -> Cent:
    """Seit 01.07.2023 gilt das Taschengeld eines Freiwilligendienstes als Einkommen aus Erwerbstätigkeit."""
    return freiwilligendienst_taschengeld


@regel(
    "person", norm="§ 11a Abs. 7 SGB II, § 1 Abs. 4 Alg II-V a. F.", titel="Arbeit in den Schulferien, soweit Einkommen"
)
def sgb2_ferienjob(ferienjob_brutto: Cent, anspruch_auf_ausbildungsverguetung: bool) -> Cent:
    """Bei Schülerinnen und Schülern unter 25 Jahren kein Einkommen, außer bei Anspruch auf Ausbildungsvergütung."""
    return ferienjob_brutto if anspruch_auf_ausbildungsverguetung else 0


@regel("person", norm="§ 11 Abs. 1, 2 SGB II", titel="Erwerbseinkommen brutto")
def sgb2_erwerb_brutto(
    erwerbseinkommen_brutto: Cent,
    einkommen_selbststaendig: Cent,
    wfbm_entgelt: Cent,
    sgb2_nebentaetigkeit: Cent,
    sgb2_taschengeld_als_erwerb: Cent,
    sgb2_ferienjob: Cent,
) -> Cent:
    """Einkommen aus Erwerbstätigkeit im Zuflussmonat."""
    selbststaendig = max(0, einkommen_selbststaendig)
    weiteres = sgb2_nebentaetigkeit + sgb2_taschengeld_als_erwerb + sgb2_ferienjob
    return erwerbseinkommen_brutto + selbststaendig + wfbm_entgelt + weiteres


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 1, 2 SGB II", titel="Steuern und Pflichtbeiträge vom Erwerbseinkommen")
def sgb2_erwerb_abzuege(
    erwerbseinkommen_steuern: Cent,
    erwerbseinkommen_sozialversicherung: Cent,
    selbststaendig_steuern: Cent,
    selbststaendig_pflichtbeitraege: Cent,
    wfbm_abzuege: Cent,
) -> Cent:
    """Auf das Einkommen entrichtete Steuern und Pflichtbeiträge zur Sozialversicherung."""
    return (
        erwerbseinkommen_steuern
        + erwerbseinkommen_sozialversicherung
        + selbststaendig_steuern
        + selbststaendig_pflichtbeitraege
        + wfbm_abzuege
    )


@regel(
    "person",
    norm="§ 11b Abs. 1 Satz 1 Nr. 3, 4 SGB II, § 6 Abs. 1 Nr. 1 bis 3 Bürgergeld-V",
    titel="Versicherungen und geförderte Altersvorsorge",
)
def sgb2_vorsorge(
    ist_minderjaehrig: bool,
    sgb2_minderjaehrig_versichert: bool,
    sgb2_versicherungspauschale: Cent,
    sgb2_versicherung_vorgeschrieben: Cent,
    riester_beitrag: Cent,
    riester_mindesteigenbeitrag: Cent,
) -> Cent:
    """30 Euro Pauschale (Minderjährige nur mit eigenem Vertrag), vorgeschriebene Versicherungen, Riester-Beitrag."""
    pauschale = 0 if ist_minderjaehrig and not sgb2_minderjaehrig_versichert else sgb2_versicherungspauschale
    return pauschale + sgb2_versicherung_vorgeschrieben + min(riester_beitrag, riester_mindesteigenbeitrag)


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 5 SGB II, § 6 Abs. 1 Nr. 5 Bürgergeld-V", titel="Fahrten zur Arbeit")
def sgb2_arbeitsweg(
    arbeitsweg_verkehrsmittel: Verkehrsmittel,
    arbeitsweg_zeitkarte: Cent,
    arbeitsweg_kilometer: Anzahl,
    sgb2_arbeitstage: Anzahl,
    sgb2_kilometersatz: Cent,
) -> Cent:
    """Kraftfahrzeug: 0,20 Euro je Entfernungskilometer und Arbeitstag; sonst die Zeitkarte."""
    if arbeitsweg_verkehrsmittel == Verkehrsmittel.KEINES:
        return 0
    if arbeitsweg_verkehrsmittel == Verkehrsmittel.OEFFENTLICH:
        return arbeitsweg_zeitkarte
    return arbeitsweg_kilometer * sgb2_arbeitstage * sgb2_kilometersatz


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 5 SGB II", titel="Notwendige Ausgaben für das Erwerbseinkommen")
def sgb2_werbungskosten(
    sgb2_arbeitsweg: Cent,
    arbeitsmittel_nachgewiesen: Cent,
    berufsverband_beitrag: Cent,
    doppelter_haushalt_mehraufwand: Cent,
    familienheimfahrt: Cent,
    werbungskosten_sonstige: Cent,
) -> Cent:
    """Mit der Erzielung des Einkommens verbundene notwendige Ausgaben in nachgewiesener Höhe."""
    return (
        sgb2_arbeitsweg
        + arbeitsmittel_nachgewiesen
        + berufsverband_beitrag
        + doppelter_haushalt_mehraufwand
        + familienheimfahrt
        + werbungskosten_sonstige
    )


@regel("person", norm="§ 11b Abs. 2b SGB II", titel="Begünstigte junge Erwerbstätige", ab="2023-07-01", vorher=0)
def sgb2_jung_beguenstigt(
    junge_erwerbstaetige_massgebend: JungeErwerbstaetige,
    schulende_am: Datum,
    alter: Jahre,
    sgb2_alter_junge: Jahre,
    sgb2_monate_nach_schule: Anzahl,
    monat: Datum,
) -> bool:
    """Unter 25 Jahren in Schule, Ausbildung oder Freiwilligendienst; nach der Schule bis zum dritten Folgemonat."""
    if alter >= sgb2_alter_junge or junge_erwerbstaetige_massgebend == JungeErwerbstaetige.KEINE:
        return False
    if junge_erwerbstaetige_massgebend == JungeErwerbstaetige.SCHULE_BEENDET:
        return schulende_am > 0 and monate_bis(schulende_am, monat) <= sgb2_monate_nach_schule
    return True


@regel(
    "person",
    norm="§ 11b Abs. 2 Satz 1, 3 SGB II a. F.",
    titel="Grundabsetzbetrag",
    bis="2023-06-30",
    name="sgb2_sockel",
)
def sgb2_sockel_bis_2023(
    nebentaetigkeit_steuerfrei: Cent, sgb2_grundabsetzbetrag: Cent, sgb2_ehrenamt_absetzbetrag: Cent
) -> Cent:
    """100 Euro; mit steuerfreier Nebentätigkeit 250 Euro (bis 2020 200), höchstens 100 Euro und die Einnahme."""
    if nebentaetigkeit_steuerfrei == 0:
        return sgb2_grundabsetzbetrag
    return min(sgb2_ehrenamt_absetzbetrag, sgb2_grundabsetzbetrag + nebentaetigkeit_steuerfrei)


@regel("person", norm="§ 11b Abs. 2 Satz 1, Abs. 2b SGB II", titel="Grundabsetzbetrag", ab="2023-07-01")
def sgb2_sockel(
    sgb2_jung_beguenstigt: bool,
    freiwilligendienst_taschengeld: Cent,
    sgb2_grundabsetzbetrag: Cent,
    sgb2_freiwilligendienst_absetzbetrag: Cent,
    sgb2_geringfuegigkeitsgrenze: Cent,
) -> Cent:
    """100 Euro; für begünstigte junge Menschen die Geringfügigkeitsgrenze; ab 25 im Freiwilligendienst 250 Euro."""
    if sgb2_jung_beguenstigt:
        return sgb2_geringfuegigkeitsgrenze
    return sgb2_freiwilligendienst_absetzbetrag if freiwilligendienst_taschengeld > 0 else sgb2_grundabsetzbetrag


_GRENZE = "Einkommen, ab dem höhere Ausgaben zählen"


@regel(
    "person",
    norm="§ 11b Abs. 2 Satz 2, 3 Nr. 2 SGB II a. F.",
    titel=_GRENZE,
    bis="2023-06-30",
    name="sgb2_ausgabengrenze",
)
def sgb2_ausgabengrenze_bis_2023(
    nebentaetigkeit_steuerfrei: Cent, sgb2_sockel: Cent, sgb2_nachweisgrenze: Cent
) -> Cent:
    """400 Euro; mit steuerfreier Nebentätigkeit der erhöhte Grundabsetzbetrag."""
    return sgb2_sockel if nebentaetigkeit_steuerfrei > 0 else sgb2_nachweisgrenze


@regel("person", norm="§ 11b Abs. 2 Satz 2 SGB II", titel=_GRENZE, ab="2023-07-01")
def sgb2_ausgabengrenze(sgb2_nachweisgrenze: Cent) -> Cent:
    """400 Euro."""
    return sgb2_nachweisgrenze


@regel(
    "person",
    norm="§ 11b Abs. 1 Satz 1 Nr. 3 bis 5, Abs. 2 SGB II, § 1 Abs. 1 Nr. 9 Bürgergeld-V",
    titel="Absetzbetrag vom Erwerbseinkommen",
)
def sgb2_absetzbetrag_erwerb(
    sgb2_erwerb_brutto: Cent,
    sgb2_sockel: Cent,
    sgb2_ausgabengrenze: Cent,
    sgb2_vorsorge: Cent,
    sgb2_werbungskosten: Cent,
    sgb2_erwerbsfaehig: bool,
    sgb2_erwerb_kind_frei: Cent,
) -> Cent:
    """Grundabsetzbetrag, über der Grenze mindestens die Ausgaben; Nichterwerbsfähige die Ausgaben, mindestens 100 Euro.

    Für Kinder unter 15 Jahren sind 100 Euro anrechnungsfrei; dieselbe Untergrenze dient hier allen Nichterwerbsfähigen.
    """
    ausgaben = sgb2_vorsorge + sgb2_werbungskosten
    if not sgb2_erwerbsfaehig:
        return max(ausgaben, sgb2_erwerb_kind_frei)
    return max(sgb2_sockel, ausgaben) if sgb2_erwerb_brutto > sgb2_ausgabengrenze else sgb2_sockel


@regel("person", norm="§ 11b Abs. 3 Satz 3 SGB II", titel="Minderjähriges Kind")
def sgb2_mit_minderjaehrigem_kind(
    sgb2_kind: bool, sgb2_kinder_minderjaehrig: Anzahl, sgb2_minderjaehriges_kind_ausserhalb: bool
) -> bool:
    """In der Bedarfsgemeinschaft oder als eigenes Kind außerhalb."""
    return sgb2_minderjaehriges_kind_ausserhalb or sgb2_kinder_minderjaehrig > 0


@regel("person", norm="§ 11b Abs. 3 SGB II", titel="Erwerbstätigenfreibetrag")
def sgb2_erwerbsfreibetrag(
    sgb2_erwerb_brutto: Cent,
    sgb2_mit_minderjaehrigem_kind: bool,
    sgb2_jung_beguenstigt: bool,
    sgb2_erwerbsstufe_bis: tuple[Cent, ...],
    sgb2_erwerbsstufe_satz: tuple[Basispunkte, ...],
    sgb2_erwerbsgrenze_mit_kind: Cent,
) -> Cent:
    """Stufen vom Bruttoeinkommen; in den Fällen des Absatzes 2b ohne die erste Stufe."""
    summe, letzte = 0, len(sgb2_erwerbsstufe_bis) - 1
    for stufe in range(1, letzte + 1):
        oben = sgb2_erwerbsstufe_bis[stufe]
        if stufe == letzte and sgb2_mit_minderjaehrigem_kind:
            oben = sgb2_erwerbsgrenze_mit_kind
        if stufe > 1 or not sgb2_jung_beguenstigt:
            teil = max(0, min(sgb2_erwerb_brutto, oben) - sgb2_erwerbsstufe_bis[stufe - 1])
            summe += teil * sgb2_erwerbsstufe_satz[stufe]
    return kaufmaennisch(summe, GANZES)


@regel("person", norm="§ 82 Abs. 3 SGB XII entsprechend", titel="Freibetrag nicht erwerbsfähiger Erwerbstätiger")
def sgb2_freibetrag_nicht_erwerbsfaehiger(
    sgb2_erwerb_brutto: Cent,
    alter: Jahre,
    sgb2_mindestalter: Jahre,
    sgb2_freibetrag_entsprechend_sgb12: bool,
    erwerbsfreibetrag_satz: Basispunkte,
    freibetrag_hoechstbetrag: Cent,
) -> Cent:
    """30 Prozent, höchstens die Hälfte der Regelbedarfsstufe 1, wenn die Einstellung § 82 Abs. 3 SGB XII anwendet."""
    if not sgb2_freibetrag_entsprechend_sgb12 or alter < sgb2_mindestalter:
        return 0
    return min(anteil(sgb2_erwerb_brutto, erwerbsfreibetrag_satz), freibetrag_hoechstbetrag)


@regel("person", norm="§ 11b Abs. 1 Satz 1, Abs. 2, 2b, 3 SGB II", titel="Erwerbseinkommen nach Abzügen")
def sgb2_erwerb_bereinigt(
    sgb2_erwerb_brutto: Cent,
    sgb2_erwerb_abzuege: Cent,
    sgb2_absetzbetrag_erwerb: Cent,
    sgb2_erwerbsfaehig: bool,
    sgb2_erwerbsfreibetrag: Cent,
    sgb2_freibetrag_nicht_erwerbsfaehiger: Cent,
) -> Cent:
    """Brutto abzüglich Steuern, Beiträge, Grundabsetzbetrag und Freibetrag."""
    freibetrag = sgb2_erwerbsfreibetrag if sgb2_erwerbsfaehig else sgb2_freibetrag_nicht_erwerbsfaehiger
    return max(0, sgb2_erwerb_brutto - sgb2_erwerb_abzuege - sgb2_absetzbetrag_erwerb - freibetrag)
