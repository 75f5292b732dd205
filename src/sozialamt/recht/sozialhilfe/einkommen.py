"""Einkommen je Person: §§ 82, 83, 84 SGB XII mit der Verordnung zur Durchführung des § 82.

Reihenfolge: was kein Einkommen ist (Abs. 1 Satz 2; junge Menschen in `einkommen_junge`), Erwerb mit Absetzungen
und Freibetrag (Abs. 2, 3, 6), Werkstattentgelt, Renten (`einkommen_renten`), übrige Einnahmen
(`einkommen_uebriges`), Versicherungen (Abs. 2 Satz 1 Nr. 3), Kindergeld (Abs. 1 Satz 6).
Verluste einer Art gleichen andere nicht aus (§ 10 der Verordnung).
"""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil
from sozialamt.recht.auswahl import Bemessung, Verkehrsmittel


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 8 SGB XII",
    titel="Ehrenamt und Nebentätigkeit: kein Einkommen",
    ab="2023-01-01",
    vorher=0,
)
def ehrenamt_kein_einkommen(
    nebentaetigkeit_steuerfrei: Cent, nebentaetigkeit_steuerfrei_bisher: Cent, ehrenamt_frei_jahr: Cent
) -> Cent:
    """Steuerfreie Einnahmen aus nebenberuflicher Tätigkeit bis zum Jahresbetrag im Kalenderjahr."""
    return min(nebentaetigkeit_steuerfrei, max(0, ehrenamt_frei_jahr - nebentaetigkeit_steuerfrei_bisher))


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 4 SGB XII",
    titel="Betreuerpauschale: kein Einkommen",
    ab="2021-07-01",
    vorher=0,
)
def betreuerpauschale_kein_einkommen(
    betreuerpauschale: Cent, betreuerpauschale_bisher: Cent, betreuerpauschale_frei_jahr: Cent
) -> Cent:
    """Aufwandspauschale ehrenamtlicher Betreuer bis zum Jahresbetrag im Kalenderjahr."""
    return min(betreuerpauschale, max(0, betreuerpauschale_frei_jahr - betreuerpauschale_bisher))


@regel("person", norm="§ 82 Abs. 2 Satz 2 SGB XII", titel="Taschengeld: nicht berücksichtigt", ab="2023-01-01")
def taetigkeit_freibetrag(
    freiwilligendienst_taschengeld: Cent, taschengeld_als_erwerb: Cent, taetigkeit_freibetrag_monat: Cent
) -> Cent:
    """Taschengeld im Freiwilligendienst bis zum Monatsbetrag (seit 2024 ab 25 Jahren)."""
    return min(freiwilligendienst_taschengeld - taschengeld_als_erwerb, taetigkeit_freibetrag_monat)


@regel(
    "person",
    norm="§ 82 Abs. 2 Satz 2 SGB XII a. F.",
    titel="Ehrenamt und Taschengeld: nicht berücksichtigt",
    name="taetigkeit_freibetrag",
    ab="2013-01-01",
    bis="2022-12-31",
    vorher=0,
)
def taetigkeit_freibetrag_bis_2022(
    freiwilligendienst_taschengeld: Cent,
    nebentaetigkeit_steuerfrei: Cent,
    betreuerpauschale: Cent,
    betreuerpauschale_kein_einkommen: Cent,
    betreuerpauschale_wie_ehrenamt: bool,
    taetigkeit_freibetrag_monat: Cent,
) -> Cent:
    """Bis 2022 Ehrenamt und Taschengeld zusammen bis zum Monatsbetrag; § 3 Nr. 26b EStG nur bis Juni 2021."""
    bezuege = freiwilligendienst_taschengeld + nebentaetigkeit_steuerfrei
    if betreuerpauschale_wie_ehrenamt:
        bezuege += betreuerpauschale - betreuerpauschale_kein_einkommen
    return min(bezuege, taetigkeit_freibetrag_monat)


@regel(
    "person",
    norm="§ 82 Abs. 2 Satz 2 SGB XII a. F.",
    titel="Betreuerpauschale wie Ehrenamt",
    bis="2021-06-30",
    nachher=0,
)
def betreuerpauschale_wie_ehrenamt() -> bool:
    """Bis Juni 2021 nannte Absatz 2 Satz 2 auch § 3 Nr. 26b EStG."""
    return True


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 4, 8, Abs. 3 SGB XII",
    titel="Ehrenamt über dem Jahresbetrag als Erwerbseinkommen",
    ab="2023-01-01",
    vorher=0,
)
def ehrenamt_als_erwerb(
    nebentaetigkeit_steuerfrei: Cent,
    ehrenamt_kein_einkommen: Cent,
    betreuerpauschale: Cent,
    betreuerpauschale_kein_einkommen: Cent,
) -> Cent:
    """Was den Jahresbetrag übersteigt, ist Einkommen aus Tätigkeit."""
    return nebentaetigkeit_steuerfrei - ehrenamt_kein_einkommen + betreuerpauschale - betreuerpauschale_kein_einkommen


@regel("person", norm="§ 82 Abs. 1, 2 SGB XII", titel="Ehrenamt und Dienst über den freien Beträgen")
def taetigkeit_anzurechnen(
    nebentaetigkeit_steuerfrei: Cent,
    betreuerpauschale: Cent,
    freiwilligendienst_taschengeld: Cent,
    taschengeld_als_erwerb: Cent,
    ehrenamt_als_erwerb: Cent,
    taetigkeit_kein_einkommen: Cent,
) -> Cent:
    """Einnahmen aus Ehrenamt, Betreuung und Freiwilligendienst, soweit sie weder frei noch Erwerbseinkommen sind."""
    bezuege = nebentaetigkeit_steuerfrei + betreuerpauschale + freiwilligendienst_taschengeld
    return bezuege - taschengeld_als_erwerb - ehrenamt_als_erwerb - taetigkeit_kein_einkommen


@regel("person", norm="§ 82 Abs. 1 Satz 2 Nr. 4, 8, Abs. 2 Satz 2 SGB XII", titel="Frei aus Ehrenamt und Dienst")
def taetigkeit_kein_einkommen(
    ehrenamt_kein_einkommen: Cent, betreuerpauschale_kein_einkommen: Cent, taetigkeit_freibetrag: Cent
) -> Cent:
    """Summe der freien Beträge."""
    return ehrenamt_kein_einkommen + betreuerpauschale_kein_einkommen + taetigkeit_freibetrag


@regel("person", norm="§ 82 Abs. 1 SGB XII, § 3 DVO zu § 82 SGB XII", titel="Erwerbseinkommen (brutto)")
def erwerb_brutto(
    erwerbseinkommen_brutto: Cent,
    taschengeld_als_erwerb: Cent,
    ehrenamt_als_erwerb: Cent,
    ferienjob_brutto: Cent,
    ferienjob_kein_einkommen: Cent,
    junge_erwerbstaetige_kein_einkommen: Cent,
) -> Cent:
    """Bruttoeinnahmen aus nichtselbständiger Arbeit ohne das, was kein Einkommen ist."""
    lohn = erwerbseinkommen_brutto + taschengeld_als_erwerb + ehrenamt_als_erwerb - junge_erwerbstaetige_kein_einkommen
    return lohn + ferienjob_brutto - ferienjob_kein_einkommen


@regel("person", norm="§ 3 Abs. 4 Nr. 1, Abs. 5 DVO zu § 82 SGB XII", titel="Arbeitsmittel")
def arbeitsmittel(
    arbeitsmittel_notwendig: bool, arbeitsmittel_nachgewiesen: Cent, arbeitsmittelpauschale: Cent
) -> Cent:
    """Pauschbetrag, wenn nicht höhere Aufwendungen nachgewiesen sind."""
    return max(arbeitsmittelpauschale, arbeitsmittel_nachgewiesen) if arbeitsmittel_notwendig else 0


@regel("person", norm="§ 3 Abs. 4 Nr. 2, Abs. 6 DVO zu § 82 SGB XII", titel="Fahrten zur Arbeit")
def arbeitsweg(
    arbeitsweg_verkehrsmittel: Verkehrsmittel,
    arbeitsweg_oepnv_zumutbar: bool,
    arbeitsweg_zeitkarte: Cent,
    arbeitsweg_kilometer: Anzahl,
    kilometerpauschale: tuple[Cent, ...],
    kilometer_hoechstens: Anzahl,
) -> Cent:
    """Günstigste Zeitkarte; wenn sie ausscheidet, der Pauschbetrag je vollem Kilometer, höchstens 40."""
    if arbeitsweg_verkehrsmittel == Verkehrsmittel.KEINES:
        return 0
    if arbeitsweg_verkehrsmittel == Verkehrsmittel.OEFFENTLICH or arbeitsweg_oepnv_zumutbar:
        return arbeitsweg_zeitkarte
    return kilometerpauschale[arbeitsweg_verkehrsmittel] * min(arbeitsweg_kilometer, kilometer_hoechstens)


@regel("person", norm="§ 3 Abs. 7 DVO zu § 82 SGB XII", titel="Doppelter Haushalt")
def doppelter_haushalt(
    doppelter_haushalt_mehraufwand: Cent, doppelter_haushalt_hoechstens: Cent, familienheimfahrt: Cent
) -> Cent:
    """Nachgewiesener Mehraufwand bis zum Höchstbetrag und eine Familienheimfahrt im Monat."""
    return min(doppelter_haushalt_mehraufwand, doppelter_haushalt_hoechstens) + familienheimfahrt


@regel("person", norm="§ 82 Abs. 2 Satz 1 Nr. 4 SGB XII", titel="Notwendige Ausgaben")
def notwendige_ausgaben(
    arbeitsmittel: Cent,
    arbeitsweg: Cent,
    berufsverband_beitrag: Cent,
    doppelter_haushalt: Cent,
    werbungskosten_sonstige: Cent,
) -> Cent:
    """Mit der Erzielung des Erwerbseinkommens verbundene notwendige Ausgaben."""
    return arbeitsmittel + arbeitsweg + berufsverband_beitrag + doppelter_haushalt + werbungskosten_sonstige


@regel("person", norm="§ 82 Abs. 2 Satz 1 Nr. 1, 2, 4 SGB XII", titel="Absetzungen vom Erwerbseinkommen")
def erwerb_absetzungen(
    erwerb_brutto: Cent,
    erwerbseinkommen_steuern: Cent,
    erwerbseinkommen_sozialversicherung: Cent,
    notwendige_ausgaben: Cent,
) -> Cent:
    """Steuern, Pflichtbeiträge und notwendige Ausgaben, höchstens das Einkommen dieser Art (§ 10 der Verordnung)."""
    return min(erwerb_brutto, erwerbseinkommen_steuern + erwerbseinkommen_sozialversicherung + notwendige_ausgaben)


@regel("person", norm="§ 82 Abs. 2 Satz 1 Nr. 1, 2 SGB XII", titel="Absetzungen von selbständigen Einkünften")
def selbststaendig_absetzungen(
    einkommen_selbststaendig: Cent, selbststaendig_steuern: Cent, selbststaendig_pflichtbeitraege: Cent
) -> Cent:
    """Steuern und Pflichtbeiträge, höchstens die Einkünfte dieser Art."""
    return min(einkommen_selbststaendig, selbststaendig_steuern + selbststaendig_pflichtbeitraege)


@regel("person", norm="§ 82 Abs. 2 Satz 1 SGB XII", titel="Einkommen aus Tätigkeit nach Absetzungen")
def taetigkeit_netto(
    erwerb_brutto: Cent, erwerb_absetzungen: Cent, einkommen_selbststaendig: Cent, selbststaendig_absetzungen: Cent
) -> Cent:
    """Nichtselbständige und selbständige Tätigkeit nach Steuern, Beiträgen und Ausgaben."""
    return erwerb_brutto - erwerb_absetzungen + einkommen_selbststaendig - selbststaendig_absetzungen


@regel("haushalt", norm="§ 82 Abs. 3, 4, § 82a SGB XII", titel="Halbe Regelbedarfsstufe 1")
def freibetrag_hoechstbetrag(regelbedarfsstufe: tuple[Cent, ...], freibetrag_hoechstens_rbs1: Basispunkte) -> Cent:
    """50 Prozent der Regelbedarfsstufe 1."""
    return anteil(regelbedarfsstufe[1], freibetrag_hoechstens_rbs1)


@regel("person", norm="§ 82 Abs. 3, 6 SGB XII", titel="Freibetragssatz für Erwerbseinkommen")
def erwerbsfreibetrag_anteil(
    bezieht_hilfe_zur_pflege_oder_eingliederung: bool,
    erwerbsfreibetrag_satz: Basispunkte,
    erwerbsfreibetrag_pflege_satz: Basispunkte,
) -> Basispunkte:
    """30 Prozent; 40 Prozent neben Hilfe zur Pflege, Blindenhilfe oder Eingliederungshilfe (an Stelle des Abs. 3)."""
    return erwerbsfreibetrag_pflege_satz if bezieht_hilfe_zur_pflege_oder_eingliederung else erwerbsfreibetrag_satz


@regel("person", norm="§ 82 Abs. 2 Satz 3, Abs. 3, 6 SGB XII", titel="Höchstbetrag des Erwerbsfreibetrags")
def erwerbsfreibetrag_hoechstens(
    bezieht_hilfe_zur_pflege_oder_eingliederung: bool,
    freibetrag_hoechstbetrag: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    erwerbsfreibetrag_pflege_hoechstens_rbs1: Basispunkte,
    taetigkeit_freibetrag: Cent,
) -> Cent:
    """50 (Abs. 6: 65) Prozent der Regelbedarfsstufe 1, gemindert um den nach Abs. 2 Satz 2 genutzten Betrag."""
    hoechstens = freibetrag_hoechstbetrag
    if bezieht_hilfe_zur_pflege_oder_eingliederung:
        hoechstens = anteil(regelbedarfsstufe[1], erwerbsfreibetrag_pflege_hoechstens_rbs1)
    return max(0, hoechstens - taetigkeit_freibetrag)


@regel("person", norm="§ 82 Abs. 3 Satz 1, Abs. 6 SGB XII", titel="Erwerbsfreibetrag ohne Höchstbetrag")
def erwerbsfreibetrag_ungekuerzt(
    erwerb_brutto: Cent,
    erwerb_absetzungen: Cent,
    einkommen_selbststaendig: Cent,
    selbststaendig_absetzungen: Cent,
    erwerbsfreibetrag_anteil: Basispunkte,
    bemessung_erwerbsfreibetrag: Bemessung,
) -> Cent:
    """Anteil des Einkommens aus allen Tätigkeiten, brutto oder nach Absetzungen, je nach Einstellung.

    Für jede der beiden Arten höchstens, was von ihr nach Absetzungen bleibt (§ 10 der Verordnung).
    """
    erwerb_netto = erwerb_brutto - erwerb_absetzungen
    selbststaendig_netto = einkommen_selbststaendig - selbststaendig_absetzungen
    if bemessung_erwerbsfreibetrag == Bemessung.NETTO:
        return anteil(erwerb_netto + selbststaendig_netto, erwerbsfreibetrag_anteil)
    frei = anteil(erwerb_brutto + einkommen_selbststaendig, erwerbsfreibetrag_anteil)
    frei = min(frei, erwerb_netto + anteil(einkommen_selbststaendig, erwerbsfreibetrag_anteil))
    frei = min(frei, selbststaendig_netto + anteil(erwerb_brutto, erwerbsfreibetrag_anteil))
    return min(frei, erwerb_netto + selbststaendig_netto)


@regel("person", norm="§ 82 Abs. 3 Satz 1, 3, Abs. 6 SGB XII", titel="Erwerbsfreibetrag")
def erwerbsfreibetrag(
    erwerbsfreibetrag_ungekuerzt: Cent,
    erwerbsfreibetrag_hoechstens: Cent,
    erwerbsfreibetrag_abweichend: bool,
    erwerbsfreibetrag_abweichend_betrag: Cent,
    taetigkeit_netto: Cent,
) -> Cent:
    """Anteil des Erwerbseinkommens bis zum Höchstbetrag oder der in begründetem Fall bestimmte Betrag."""
    if erwerbsfreibetrag_abweichend:
        return min(taetigkeit_netto, erwerbsfreibetrag_abweichend_betrag)
    return min(erwerbsfreibetrag_ungekuerzt, erwerbsfreibetrag_hoechstens)


@regel("person", norm="§ 82 Abs. 2, 3 SGB XII", titel="Anzurechnendes Erwerbseinkommen")
def erwerb_anzurechnen(taetigkeit_netto: Cent, erwerbsfreibetrag: Cent) -> Cent:
    """Einkommen aus Tätigkeit nach Absetzungen und Freibetrag."""
    return taetigkeit_netto - erwerbsfreibetrag


@regel("haushalt", norm="§ 82 Abs. 3 Satz 2 SGB XII", titel="Sockel für Werkstattentgelt")
def wfbm_sockel(regelbedarfsstufe: tuple[Cent, ...], wfbm_sockel_rbs1: Basispunkte) -> Cent:
    """Ein Achtel der Regelbedarfsstufe 1."""
    return anteil(regelbedarfsstufe[1], wfbm_sockel_rbs1)


@regel("person", norm="§ 82 Abs. 2 Satz 1 Nr. 1, 2, 4 SGB XII", titel="Absetzungen vom Werkstattentgelt")
def wfbm_absetzungen(
    wfbm_entgelt: Cent,
    wfbm_abzuege: Cent,
    notwendige_ausgaben: Cent,
    erwerbseinkommen_steuern: Cent,
    erwerbseinkommen_sozialversicherung: Cent,
    erwerb_absetzungen: Cent,
) -> Cent:
    """Steuern, Beiträge und notwendige Ausgaben, soweit nicht schon anderer Lohn derselben Einkunftsart sie deckt."""
    abzuege = erwerbseinkommen_steuern + erwerbseinkommen_sozialversicherung + notwendige_ausgaben
    uebrig = min(notwendige_ausgaben, abzuege - erwerb_absetzungen)
    return min(wfbm_entgelt, wfbm_abzuege + uebrig)


@regel("person", norm="§ 82 Abs. 3 Satz 2 SGB XII", titel="Freibetrag vom Werkstattentgelt")
def wfbm_freibetrag(
    wfbm_entgelt: Cent,
    wfbm_absetzungen: Cent,
    wfbm_sockel: Cent,
    wfbm_anteil_ueber_sockel: Basispunkte,
    bemessung_wfbm_freibetrag: Bemessung,
) -> Cent:
    """Ein Achtel der Regelbedarfsstufe 1 und die Hälfte des übersteigenden Entgelts, höchstens was davon bleibt."""
    entgelt = wfbm_entgelt - wfbm_absetzungen if bemessung_wfbm_freibetrag == Bemessung.NETTO else wfbm_entgelt
    frei = min(entgelt, wfbm_sockel + anteil(max(0, entgelt - wfbm_sockel), wfbm_anteil_ueber_sockel))
    return min(frei, wfbm_entgelt - wfbm_absetzungen)


@regel("person", norm="§ 82 Abs. 2, Abs. 3 Satz 2 SGB XII", titel="Anzurechnendes Werkstattentgelt")
def wfbm_anzurechnen(wfbm_entgelt: Cent, wfbm_absetzungen: Cent, wfbm_freibetrag: Cent) -> Cent:
    """Entgelt nach Absetzungen und Freibetrag."""
    return wfbm_entgelt - wfbm_absetzungen - wfbm_freibetrag
