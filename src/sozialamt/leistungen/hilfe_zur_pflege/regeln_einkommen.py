"""Einkommen und Einkommensgrenze: §§ 82, 85 bis 89, 92 SGB XII.

Die Freibeträge nach § 82 Abs. 3, 4 und § 82a gelten nur für den Lebensunterhalt. Hier bleibt vom Erwerbseinkommen der
Pflegebedürftigen frei, was § 82 Abs. 6 (häuslich) oder § 88 Abs. 2 (stationär) bestimmt. Einkommen, das schon den
Lebensunterhalt deckt, wird nicht ein zweites Mal verlangt (§ 89 Abs. 1).
"""

from sozialamt.leistungen.hilfe_zur_pflege.auswahl import EhegatteZuHause, EinsatzRegelsatz, RentenfreibetraegeImHeim
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Position, anzahl, beim, regel, summe
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch, volle_euro_aufgerundet

# --- § 82: Einkommen der Person ---


@regel("person", norm="§ 82 Abs. 2, 6 SGB XII", titel="Erwerb und Werkstattentgelt vor Freibeträgen")
def hzp_erwerb_netto(taetigkeit_netto: Cent, wfbm_entgelt: Cent, wfbm_abzuege: Cent) -> Cent:
    """Einkommen aus Tätigkeit nach Steuern, Beiträgen und notwendigen Ausgaben."""
    return taetigkeit_netto + max(0, wfbm_entgelt - wfbm_abzuege)


@regel("person", norm="§ 88 Abs. 2 SGB XII", titel="Frei aus Beschäftigung im Heim")
def hzp_freibetrag_heim(
    hzp_erwerb_netto: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    hzp_beschaeftigung_sockel_rbs1: Basispunkte,
    hzp_beschaeftigung_anteil: Basispunkte,
) -> Cent:
    """Ein Achtel der Regelbedarfsstufe 1 und die Hälfte des übersteigenden Einkommens."""
    sockel = anteil(regelbedarfsstufe[1], hzp_beschaeftigung_sockel_rbs1)
    if hzp_erwerb_netto <= sockel:
        return hzp_erwerb_netto
    return sockel + anteil(hzp_erwerb_netto - sockel, hzp_beschaeftigung_anteil)


@regel("person", norm="§ 82 Abs. 6 SGB XII", titel="Frei aus Erwerb bei häuslicher Pflege")
def hzp_freibetrag_haeuslich(
    hzp_erwerb_brutto: Cent,
    hzp_erwerb_netto: Cent,
    taetigkeit_freibetrag: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    erwerbsfreibetrag_pflege_satz: Basispunkte,
    erwerbsfreibetrag_pflege_hoechstens_rbs1: Basispunkte,
) -> Cent:
    """40 Prozent, höchstens 65 Prozent der Regelbedarfsstufe 1."""
    hoechstens = max(0, anteil(regelbedarfsstufe[1], erwerbsfreibetrag_pflege_hoechstens_rbs1) - taetigkeit_freibetrag)
    return min(anteil(hzp_erwerb_brutto, erwerbsfreibetrag_pflege_satz), hoechstens, hzp_erwerb_netto)


@regel("person", norm="§ 82 Abs. 6 SGB XII", titel="Einkommen aus allen Tätigkeiten")
def hzp_erwerb_brutto(erwerb_brutto: Cent, einkommen_selbststaendig: Cent, wfbm_entgelt: Cent) -> Cent:
    """Nichtselbständig, selbständig und Werkstattentgelt, brutto."""
    return erwerb_brutto + einkommen_selbststaendig + wfbm_entgelt


@regel("person", norm="§ 82 Abs. 6, § 88 Abs. 2 SGB XII", titel="Freibetrag vom Erwerbseinkommen")
def hzp_erwerbsfreibetrag(
    lebt_in_einrichtung: bool,
    hzp_bedarf_haeuslich: Cent,
    bezieht_hilfe_zur_pflege_oder_eingliederung: bool,
    hzp_freibetrag_heim: Cent,
    hzp_freibetrag_haeuslich: Cent,
) -> Cent:
    """Nur für Personen, die selbst Hilfe zur Pflege oder Eingliederungshilfe brauchen."""
    if lebt_in_einrichtung:
        return hzp_freibetrag_heim
    berechtigt = hzp_bedarf_haeuslich > 0 or bezieht_hilfe_zur_pflege_oder_eingliederung
    return hzp_freibetrag_haeuslich if berechtigt else 0


@regel("person", norm="§ 82 Abs. 1, 2 SGB XII", titel="Renten und übrige Einnahmen")
def hzp_uebrige_einnahmen(
    renten_brutto: Cent,
    renten_absetzungen: Cent,
    uebriges_anzurechnen: Cent,
    kindergeld_anzurechnen: Cent,
    einmalige_einnahme_anzurechnen: Cent,
) -> Cent:
    """Renten nach Steuern und Beiträgen ohne die Freibeträge der §§ 82 Abs. 4, 82a; übrige Einnahmen, Kindergeld."""
    return (
        renten_brutto
        - renten_absetzungen
        + uebriges_anzurechnen
        + kindergeld_anzurechnen
        + einmalige_einnahme_anzurechnen
    )


@regel("person", norm="§ 82 Abs. 1, 2, 6, § 88 Abs. 2 SGB XII", titel="Einkommen für die Hilfe zur Pflege")
def hzp_einkommen(
    hzp_erwerb_netto: Cent, hzp_erwerbsfreibetrag: Cent, hzp_uebrige_einnahmen: Cent, versicherungen_absetzung: Cent
) -> Cent:
    """Bereinigtes Einkommen der Person, nicht unter null."""
    return max(0, hzp_erwerb_netto - hzp_erwerbsfreibetrag + hzp_uebrige_einnahmen - versicherungen_absetzung)


@summe("einsatzgemeinschaft", norm="§ 19 Abs. 3, § 85 Abs. 1, 2 SGB XII", titel="Einkommen der Partner oder Eltern")
def hzp_einkommen_partner(hzp_einkommen: Cent, kind_der_einsatzgemeinschaft: bool) -> Cent:
    """Einkommen der Person und ihres Partners oder der Eltern; nicht der Geschwister."""
    return 0 if kind_der_einsatzgemeinschaft else hzp_einkommen


@regel("person", norm="§ 19 Abs. 3, 4, § 85 SGB XII", titel="Zu berücksichtigendes Einkommen")
def hzp_einkommen_gemeinsam(
    hzp_einkommen: Cent, hzp_einkommen_partner: Cent, kind_der_einsatzgemeinschaft: bool, eltern_setzen_ein: bool
) -> Cent:
    """Person und Partner; bei Minderjährigen auch die Eltern (nicht bei Schwangeren, § 19 Abs. 4)."""
    if not kind_der_einsatzgemeinschaft:
        return hzp_einkommen_partner
    return hzp_einkommen + hzp_einkommen_partner if eltern_setzen_ein else hzp_einkommen


# --- § 85: Einkommensgrenze ---


@regel("haushalt", norm="§ 85 Abs. 1 Nr. 1, Abs. 2 Nr. 1 SGB XII", titel="Grundbetrag")
def hzp_grundbetrag(regelbedarfsstufe: tuple[Cent, ...], hzp_grundbetrag_rbs1: Anzahl) -> Cent:
    """Zweifaches der Regelbedarfsstufe 1."""
    return regelbedarfsstufe[1] * hzp_grundbetrag_rbs1


@regel("haushalt", norm="§ 85 Abs. 1 Nr. 3, Abs. 2 Nr. 3 SGB XII", titel="Familienzuschlag je Person")
def hzp_familienzuschlag(regelbedarfsstufe: tuple[Cent, ...], hzp_familienzuschlag_satz: Basispunkte) -> Cent:
    """70 Prozent der Regelbedarfsstufe 1, auf volle Euro aufgerundet."""
    return volle_euro_aufgerundet(anteil(regelbedarfsstufe[1], hzp_familienzuschlag_satz))


@anzahl("einsatzgemeinschaft", norm="§ 85 Abs. 1 Nr. 3, Abs. 2 Nr. 3 SGB XII", titel="Personen der Einkommensgrenze")
def hzp_personen_der_grenze(kind_der_einsatzgemeinschaft: bool, nicht_ueberwiegend_unterhalten: bool) -> bool:
    """Partner oder Eltern und die überwiegend unterhaltenen Kinder."""
    return not kind_der_einsatzgemeinschaft or not nicht_ueberwiegend_unterhalten


@summe("einsatzgemeinschaft", norm="§ 85 Abs. 1 Nr. 3 SGB XII", titel="Weitere überwiegend unterhaltene Personen")
def hzp_weitere_unterhaltene(unterhaltene_ausserhalb: Anzahl, kind_der_einsatzgemeinschaft: bool) -> Anzahl:
    """Von der Person oder ihrem Partner außerhalb der Einsatzgemeinschaft überwiegend Unterhaltene."""
    return 0 if kind_der_einsatzgemeinschaft else unterhaltene_ausserhalb


@anzahl("einsatzgemeinschaft", norm="§ 85 Abs. 1 Nr. 2 SGB XII", titel="Personen in der Wohnung")
def hzp_personen_in_wohnung(wohnt_mit_haushalt: bool, lebt_in_einrichtung: bool) -> bool:
    """Mitglieder der Einsatzgemeinschaft, die in der Wohnung leben."""
    return wohnt_mit_haushalt and not lebt_in_einrichtung


@regel("haushalt", norm="§ 85 Abs. 1 Nr. 2, Abs. 2 Nr. 2 SGB XII", titel="Angemessene Unterkunft des Haushalts")
def hzp_unterkunft_haushalt(
    unterkunft_anerkannt: Cent, heizung_anerkannt: Cent, hzp_heizkosten_in_einkommensgrenze: bool
) -> Cent:
    """Angemessene Aufwendungen für die Unterkunft, je nach Einstellung mit Heizung."""
    return unterkunft_anerkannt + heizung_anerkannt if hzp_heizkosten_in_einkommensgrenze else unterkunft_anerkannt


@regel(
    "einsatzgemeinschaft", norm="§ 85 Abs. 1 Nr. 2, Abs. 2 Nr. 2 SGB XII", titel="Unterkunft in der Einkommensgrenze"
)
def hzp_unterkunft(hzp_unterkunft_haushalt: Cent, hzp_personen_in_wohnung: Anzahl, personen_in_wohnung: Anzahl) -> Cent:
    """Anteil der Einsatzgemeinschaft nach Köpfen der Bewohner."""
    return kaufmaennisch(hzp_unterkunft_haushalt * hzp_personen_in_wohnung, personen_in_wohnung)


@regel("person", norm="§ 85 Abs. 1 Nr. 3, Abs. 2 Nr. 3, § 19 Abs. 4 SGB XII", titel="Zahl der Familienzuschläge")
def hzp_zuschlaege(
    hzp_personen_der_grenze: Anzahl,
    hzp_weitere_unterhaltene: Anzahl,
    kind_der_einsatzgemeinschaft: bool,
    eltern_setzen_ein: bool,
) -> Anzahl:
    """Für jede Person außer der ersten; ohne Einsatz der Eltern keine."""
    if kind_der_einsatzgemeinschaft and not eltern_setzen_ein:
        return 0
    return max(0, hzp_personen_der_grenze - 1) + hzp_weitere_unterhaltene


@regel("person", norm="§ 85 Abs. 1, 2 SGB XII", titel="Familienzuschläge")
def hzp_familienzuschlaege(hzp_zuschlaege: Anzahl, hzp_familienzuschlag: Cent) -> Cent:
    """Zahl der Personen mal Familienzuschlag."""
    return hzp_zuschlaege * hzp_familienzuschlag


@regel("person", norm="§ 85 Abs. 1, 2 SGB XII", titel="Einkommensgrenze")
def hzp_einkommensgrenze(hzp_grundbetrag: Cent, hzp_unterkunft: Cent, hzp_familienzuschlaege: Cent) -> Cent:
    """Grundbetrag, Unterkunft und Familienzuschläge."""
    return hzp_grundbetrag + hzp_unterkunft + hzp_familienzuschlaege


# --- §§ 87, 89: Einsatz über der Grenze ---


@regel("person", norm="§ 87 Abs. 1 SGB XII", titel="Einkommen über der Einkommensgrenze")
def hzp_einkommen_ueber_grenze(hzp_einkommen_gemeinsam: Cent, hzp_einkommensgrenze: Cent) -> Cent:
    """Was die Einkommensgrenze übersteigt."""
    return max(0, hzp_einkommen_gemeinsam - hzp_einkommensgrenze)


@regel("person", norm="§ 87 Abs. 1 Satz 2, § 89 Abs. 2 Satz 3 SGB XII", titel="Zu prüfendes Einkommen über der Grenze")
def hzp_ueberschuss(
    hzp_einkommen_ueber_grenze: Cent,
    neben_eingliederungshilfe: bool,
    hzp_neben_eingliederung_anteil: Basispunkte,
    einkommensgrenze_besondere_belastungen: Cent,
) -> Cent:
    """Neben Eingliederungshilfe nur die Hälfte; besondere Belastungen bleiben vorab frei."""
    betrag = hzp_einkommen_ueber_grenze
    if neben_eingliederungshilfe:
        betrag = anteil(betrag, hzp_neben_eingliederung_anteil)
    return max(0, betrag - einkommensgrenze_besondere_belastungen)


@regel("person", norm="§ 87 Abs. 1 Satz 1 bis 3 SGB XII", titel="Zumutbarer Anteil")
def hzp_einsatz_satz(
    einsatz_prozent_einzelfall: Anzahl,
    hzp_hundertstel: Anzahl,
    hzp_einsatzquoten: tuple[Basispunkte, ...],
    hzp_einsatz_regelsatz: EinsatzRegelsatz,
    hzp_besonders_geschuetzt: bool,
    hzp_einsatz_schwerst_hoechstens: Basispunkte,
) -> Basispunkte:
    """Ermessen im Einzelfall, sonst der Regelsatz; bei Pflegegrad 4, 5 und Blindheit höchstens 40 Prozent."""
    satz = hzp_einsatzquoten[hzp_einsatz_regelsatz]
    if einsatz_prozent_einzelfall >= 0:
        satz = einsatz_prozent_einzelfall * hzp_hundertstel
    return min(satz, hzp_einsatz_schwerst_hoechstens) if hzp_besonders_geschuetzt else satz


@regel("person", norm="§ 87 Abs. 1 Satz 3 SGB XII", titel="Pflegegrad 4, 5 oder blind")
def hzp_besonders_geschuetzt(hzp_pflegegrad: Anzahl, pflegegrad_schwerst: Anzahl, blindenleistung: Cent) -> bool:
    """Mindestens 60 Prozent des Einkommens über der Grenze bleiben frei."""
    return hzp_pflegegrad >= pflegegrad_schwerst or blindenleistung > 0


@regel("person", norm="§ 87 Abs. 1 SGB XII", titel="Zumutbarer Einsatz über der Einkommensgrenze")
def hzp_einsatz_ueber_grenze(hzp_ueberschuss: Cent, hzp_einsatz_satz: Basispunkte) -> Cent:
    """Angemessener Teil des Einkommens über der Grenze."""
    return anteil(hzp_ueberschuss, hzp_einsatz_satz)


# --- §§ 88 Abs. 1 Satz 2, 92 Abs. 2: Einsatz im Heim ---


@beim("partner", sonst=False, norm="§ 92 Abs. 2 SGB XII", titel="Partner lebt in einer Einrichtung")
def hzp_partner_in_einrichtung(lebt_in_einrichtung: bool) -> bool:
    """Auch der Partner wird stationär versorgt."""
    return lebt_in_einrichtung


@regel("person", norm="§ 92 Abs. 2 SGB XII", titel="Partner lebt zu Hause")
def hzp_partner_zu_hause(partner: Position, lebt_in_einrichtung: bool, hzp_partner_in_einrichtung: bool) -> bool:
    """Person im Heim, nicht getrennt lebender Partner im Haushalt."""
    return partner >= 0 and lebt_in_einrichtung and not hzp_partner_in_einrichtung


@regel("person", norm="§ 92 Abs. 2 SGB XII", titel="Einsatz über dem Garantiebetrag")
def hzp_einsatz_garantie(
    hzp_einkommen_gemeinsam: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    hzp_unterkunft: Cent,
    hzp_garantie_einsatz: Basispunkte,
) -> Cent:
    """Dem Ehegatten bleiben Regelbedarfsstufe 1, Warmmiete und ein Anteil des übersteigenden Einkommens."""
    return anteil(max(0, hzp_einkommen_gemeinsam - regelbedarfsstufe[1] - hzp_unterkunft), hzp_garantie_einsatz)


@regel("person", norm="§§ 87, 92 Abs. 1, 2 SGB XII", titel="Einsatz über der Grenze mit häuslicher Ersparnis")
def hzp_einsatz_ersparnis(
    hzp_einkommen_gemeinsam: Cent,
    hzp_einsatz_ueber_grenze: Cent,
    regelbedarfsstufe: tuple[Cent, ...],
    hzp_ersparnis_stufe: Anzahl,
) -> Cent:
    """Zumutbarer Anteil über der Einkommensgrenze und ersparte Aufwendungen für den häuslichen Lebensunterhalt."""
    return min(hzp_einsatz_ueber_grenze + regelbedarfsstufe[hzp_ersparnis_stufe], hzp_einkommen_gemeinsam)


@regel("person", norm="§ 82 Abs. 4, § 82a, § 88 Abs. 1 Satz 2 SGB XII", titel="Eigenes Einkommen im Heim")
def hzp_eigenes_im_heim(
    hzp_einkommen: Cent, renten_freibetraege: Cent, hzp_rentenfreibetraege_im_heim: RentenfreibetraegeImHeim
) -> Cent:
    """Ganzes Einkommen; je nach Einstellung bleiben die Rentenfreibeträge frei."""
    if hzp_rentenfreibetraege_im_heim == RentenfreibetraegeImHeim.FREILASSEN:
        return max(0, hzp_einkommen - renten_freibetraege)
    return hzp_einkommen


@regel("person", norm="§ 88 Abs. 1 Satz 2, § 92 Abs. 2 SGB XII", titel="Für das Heim verfügbares Einkommen")
def hzp_heim_verfuegbar(
    hzp_partner_zu_hause: bool,
    hzp_ehegatte_zu_hause: EhegatteZuHause,
    hzp_einsatz_garantie: Cent,
    hzp_einsatz_ersparnis: Cent,
    hzp_eigenes_im_heim: Cent,
    kind_der_einsatzgemeinschaft: bool,
    hzp_einsatz_ueber_grenze: Cent,
) -> Cent:
    """Alleinstehende ganz; mit Partner zu Hause nach Einstellung; Minderjährige auch aus dem Einkommen der Eltern."""
    if hzp_partner_zu_hause:
        garantie = hzp_ehegatte_zu_hause == EhegatteZuHause.GARANTIEBETRAG
        return hzp_einsatz_garantie if garantie else hzp_einsatz_ersparnis
    if kind_der_einsatzgemeinschaft:
        return max(hzp_eigenes_im_heim, hzp_einsatz_ueber_grenze)
    return hzp_eigenes_im_heim


@regel("person", norm="§ 89 Abs. 1 SGB XII", titel="Schon für den Lebensunterhalt eingesetztes Einkommen")
def hzp_fuer_lebensunterhalt(bedarf_lebensunterhalt: Cent, bedarf_nach_einkommen: Cent) -> Cent:
    """Einkommen deckt zuerst den Lebensunterhalt im Heim, dann Barbetrag und Bekleidung, dann die Pflege."""
    return bedarf_lebensunterhalt - bedarf_nach_einkommen


@regel("person", norm="§ 88 Abs. 1 Satz 2, §§ 89, 92 Abs. 2 SGB XII", titel="Einsatz für die Pflege im Heim")
def hzp_einsatz_heim(
    heim_voraussichtlich_laenger: bool,
    hzp_heim_verfuegbar: Cent,
    hzp_fuer_lebensunterhalt: Cent,
    hzp_einsatz_ueber_grenze: Cent,
) -> Cent:
    """Verfügbares Einkommen nach dem Lebensunterhalt; bei vorübergehender Pflege nur über der Einkommensgrenze."""
    rest = max(0, hzp_heim_verfuegbar - hzp_fuer_lebensunterhalt)
    return rest if heim_voraussichtlich_laenger else min(hzp_einsatz_ueber_grenze, rest)
