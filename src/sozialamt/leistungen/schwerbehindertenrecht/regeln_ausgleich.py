"""Nachteilsausgleiche: Beförderung, Parken, Rundfunkbeitrag, Kraftfahrzeug- und Einkommensteuer, Urlaub, Fahrdienst.

Jede Regel ist ein Anspruch, den andere Regeln lesen. Der Mehrbedarf bei Merkzeichen G (§ 30 Abs. 1 SGB XII) steht bei
der Sozialhilfe und liest dieselben Merkmale. In Geld fasst `schwb_geldwert` nur zusammen, was der Haushalt im Monat
spart: den erlassenen Eigenanteil der Wertmarke (ein Zwölftel) und den Rundfunkbeitrag.
"""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgLeistungsart
from sozialamt.leistungen.schwerbehindertenrecht.auswahl import SchwbKfzSteuer, SchwbRundfunkbeitrag
from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.rechenkern import Anzahl, Cent, regel
from sozialamt.rechenkern.rundung import abrunden, kaufmaennisch

Tabelle = tuple[int, ...]


@regel("person", norm="§ 228 Abs. 4 Nr. 2 SGB IX", titel="Erhält Leistungen für den Lebensunterhalt")
def schwb_lebensunterhalt(
    transferleistung_mit_unterkunft: Transferleistung, sgb2_anspruch: Cent, anspruch_sozialhilfe: Cent
) -> bool:
    """Leistungen nach dem SGB II, dem Dritten oder Vierten Kapitel SGB XII, dem SGB VIII oder SGB XIV."""
    if sgb2_anspruch > 0 or anspruch_sozialhilfe > 0:
        return True
    return (
        transferleistung_mit_unterkunft != Transferleistung.KEINE
        and transferleistung_mit_unterkunft != Transferleistung.ASYLBLG
    )


@regel("person", norm="§ 228 Abs. 1 SGB IX", titel="Berechtigt zur unentgeltlichen Beförderung")
def schwb_freifahrt(
    schwb_eigenschaft: bool,
    merkzeichen_g: bool,
    merkzeichen_ag: bool,
    merkzeichen_gl: bool,
    schwb_hilflos_blind: bool,
) -> bool:
    """Erheblich beeinträchtigt in der Bewegungsfähigkeit, hilflos, blind oder gehörlos."""
    return schwb_eigenschaft and (merkzeichen_g or merkzeichen_ag or merkzeichen_gl or schwb_hilflos_blind)


@regel("person", norm="§ 228 Abs. 4 Nr. 1 SGB IX", titel="Hilflos, blind oder taubblind")
def schwb_hilflos_blind(merkzeichen_h: bool, merkzeichen_bl: bool, merkzeichen_tbl: bool) -> bool:
    """Merkzeichen H, Bl oder TBl."""
    return merkzeichen_h or merkzeichen_bl or merkzeichen_tbl


@regel("person", norm="§ 228 Abs. 1 Satz 2, Abs. 5 Satz 1 SGB IX", titel="Wertmarke wird ausgegeben")
def schwb_wertmarke(schwb_freifahrt: bool, schwb_kfz_steuer_ermaessigt: bool) -> bool:
    """Nicht, solange die Ermäßigung der Kraftfahrzeugsteuer in Anspruch genommen wird."""
    return schwb_freifahrt and not schwb_kfz_steuer_ermaessigt


@regel("person", norm="§ 228 Abs. 4 SGB IX", titel="Wertmarke ohne Eigenanteil")
def schwb_wertmarke_frei(
    schwb_wertmarke: bool,
    schwb_hilflos_blind: bool,
    schwb_lebensunterhalt: bool,
    schwb_freifahrt_altfall: bool,
    asylblg_leistungsart: AsylblgLeistungsart,
    schwb_wertmarke_bei_analogleistungen: bool,
) -> bool:
    """Hilflose und blinde Menschen, Bezug von Leistungen für den Lebensunterhalt, Altfälle von 1979."""
    if not schwb_wertmarke:
        return False
    if schwb_hilflos_blind or schwb_lebensunterhalt or schwb_freifahrt_altfall:
        return True
    return schwb_wertmarke_bei_analogleistungen and asylblg_leistungsart == AsylblgLeistungsart.ANALOG


@regel("person", norm="§ 228 Abs. 2 SGB IX", titel="Eigenanteil der Wertmarke für ein Jahr")
def schwb_wertmarke_eigenanteil(schwb_wertmarke: bool, schwb_wertmarke_frei: bool, schwb_wertmarke_jahr: Cent) -> Cent:
    """Betrag für eine Wertmarke, die im berechneten Monat ausgegeben wird."""
    return schwb_wertmarke_jahr if schwb_wertmarke and not schwb_wertmarke_frei else 0


@regel("person", norm="§ 228 Abs. 2 SGB IX", titel="Eigenanteil der Wertmarke für ein halbes Jahr")
def schwb_wertmarke_eigenanteil_halbjahr(
    schwb_wertmarke: bool, schwb_wertmarke_frei: bool, schwb_wertmarke_halbjahr: Cent
) -> Cent:
    """Betrag für eine Wertmarke, die im berechneten Monat ausgegeben wird; ohne Eigenanteil nur für ein Jahr."""
    return schwb_wertmarke_halbjahr if schwb_wertmarke and not schwb_wertmarke_frei else 0


@regel("person", norm="§ 228 Abs. 6 Nr. 1, § 229 Abs. 2 SGB IX", titel="Begleitperson fährt unentgeltlich")
def schwb_begleitperson(schwb_freifahrt: bool, merkzeichen_b: bool) -> bool:
    """Im Nah- und Fernverkehr, auch ohne Wertmarke, wenn die Berechtigung im Ausweis eingetragen ist."""
    return schwb_freifahrt and merkzeichen_b


@regel("person", norm="§ 3 Abs. 1 Nr. 6 SchwbAwV", titel="1. Wagenklasse mit Fahrkarte der 2. Klasse")
def schwb_erste_klasse(schwb_eigenschaft: bool, merkzeichen_1kl: bool) -> bool:
    """Merkzeichen 1. Kl."""
    return schwb_eigenschaft and merkzeichen_1kl


@regel("person", norm="§ 3a KraftStG", titel="Vergünstigung bei der Kraftfahrzeugsteuer")
def schwb_kfz_steuer(
    schwb_freifahrt: bool, merkzeichen_ag: bool, merkzeichen_h: bool, merkzeichen_bl: bool
) -> SchwbKfzSteuer:
    """H, Bl und aG sind befreit; wer sonst freifahrtberechtigt ist, kann statt der Wertmarke die Hälfte wählen."""
    if not schwb_freifahrt:
        return SchwbKfzSteuer.KEINE
    return SchwbKfzSteuer.BEFREIT if merkzeichen_ag or merkzeichen_h or merkzeichen_bl else SchwbKfzSteuer.HAELFTE


@regel("person", norm="§ 46 Abs. 1 Satz 1 Nr. 11 StVO, § 229 Abs. 3 SGB IX", titel="Parkausweis (blau)")
def schwb_parkausweis(schwb_eigenschaft: bool, merkzeichen_ag: bool, merkzeichen_bl: bool) -> bool:
    """Außergewöhnlich gehbehinderte und blinde Menschen."""
    return schwb_eigenschaft and (merkzeichen_ag or merkzeichen_bl)


@regel("person", norm="§ 83 Abs. 1 Nr. 1, Abs. 2, § 113 Abs. 2 Nr. 7 SGB IX", titel="Fahrdienst kommt in Betracht")
def schwb_fahrdienst(schwb_eigenschaft: bool, merkzeichen_ag: bool) -> bool:
    """Wer öffentliche Verkehrsmittel nicht nutzen kann; üblicher Maßstab der Kommunen ist das Merkzeichen aG."""
    return schwb_eigenschaft and merkzeichen_ag


@regel("person", norm="§ 4 Abs. 1, 2 RBStV", titel="Rundfunkbeitrag")
def schwb_rundfunk(
    schwb_eigenschaft: bool,
    merkzeichen_rf: bool,
    merkzeichen_tbl: bool,
    schwb_lebensunterhalt: bool,
    asylblg_leistungsart: AsylblgLeistungsart,
) -> SchwbRundfunkbeitrag:
    """Taubblinde und Empfänger von Sozialleistungen sind befreit, mit Merkzeichen RF gilt ein Drittel."""
    if schwb_lebensunterhalt or asylblg_leistungsart != AsylblgLeistungsart.KEINE:
        return SchwbRundfunkbeitrag.BEFREIT
    if not schwb_eigenschaft:
        return SchwbRundfunkbeitrag.VOLL
    if merkzeichen_tbl:
        return SchwbRundfunkbeitrag.BEFREIT
    return SchwbRundfunkbeitrag.ERMAESSIGT if merkzeichen_rf else SchwbRundfunkbeitrag.VOLL


@regel("person", norm="§ 4 Abs. 1 Nr. 10, Abs. 2 RBStV", titel="Ersparter Rundfunkbeitrag wegen der Behinderung")
def schwb_rundfunk_ersparnis(
    schwb_eigenschaft: bool,
    merkzeichen_rf: bool,
    merkzeichen_tbl: bool,
    schwb_rundfunkbeitrag: Cent,
    schwb_rundfunkbeitrag_drittel: Anzahl,
) -> Cent:
    """Voller Beitrag bei TBl, zwei Drittel bei RF; ohne Rücksicht auf eine Befreiung wegen Sozialleistungen."""
    if not schwb_eigenschaft:
        return 0
    if merkzeichen_tbl:
        return schwb_rundfunkbeitrag
    if not merkzeichen_rf:
        return 0
    return schwb_rundfunkbeitrag - kaufmaennisch(schwb_rundfunkbeitrag, schwb_rundfunkbeitrag_drittel)


@regel("person", norm="§ 208 Abs. 1 SGB IX", titel="Zusatzurlaub in Arbeitstagen")
def schwb_zusatzurlaub(
    schwb_eigenschaft: bool,
    schwb_arbeitstage_woche: Anzahl,
    schwb_zusatzurlaub_tage: Anzahl,
    schwb_zusatzurlaub_woche: Anzahl,
) -> Anzahl:
    """Fünf Tage im Urlaubsjahr bei der Fünftagewoche, sonst entsprechend; nicht für Gleichgestellte (§ 151 Abs. 3)."""
    if not schwb_eigenschaft:
        return 0
    return kaufmaennisch(schwb_zusatzurlaub_tage * schwb_arbeitstage_woche, schwb_zusatzurlaub_woche)


@regel("person", norm="§ 33b Abs. 3 Satz 3 EStG, § 65 Abs. 2 EStDV", titel="Erhöhter Pauschbetrag", ab="2021-01-01")
def schwb_pauschbetrag_erhoeht(schwb_hilflos_blind: bool, pflegegrad: Anzahl, schwb_pflegegrad_hilflos: Anzahl) -> bool:
    """Hilflose (auch Pflegegrad 4 und 5), blinde und seit 2021 taubblinde Menschen."""
    return schwb_hilflos_blind or pflegegrad >= schwb_pflegegrad_hilflos


@regel(
    "person",
    norm="§ 33b Abs. 3 Satz 3 EStG (bis 2020), § 65 Abs. 2 EStDV",
    titel="Erhöhter Pauschbetrag",
    name="schwb_pauschbetrag_erhoeht",
    bis="2020-12-31",
)
def schwb_pauschbetrag_erhoeht_bis_2020(
    merkzeichen_h: bool, merkzeichen_bl: bool, pflegegrad: Anzahl, schwb_pflegegrad_hilflos: Anzahl
) -> bool:
    """Hilflose (auch Pflegegrad 4 und 5) und blinde Menschen."""
    return merkzeichen_h or merkzeichen_bl or pflegegrad >= schwb_pflegegrad_hilflos


@regel("person", norm="§ 33b Abs. 2 EStG", titel="Pauschbetrag dem Grunde nach", ab="2021-01-01")
def schwb_pauschbetrag_grund(schwb_festgestellt: bool) -> bool:
    """Seit 2021 ab einem Grad der Behinderung von 20 ohne weitere Voraussetzung."""
    return schwb_festgestellt


@regel(
    "person",
    norm="§ 33b Abs. 2 EStG (bis 2020)",
    titel="Pauschbetrag dem Grunde nach",
    name="schwb_pauschbetrag_grund",
    bis="2020-12-31",
)
def schwb_pauschbetrag_grund_bis_2020(
    grad_der_behinderung: Anzahl, schwb_gdb_schwerbehindert: Anzahl, schwb_einbusse_beweglichkeit: bool
) -> bool:
    """Unter 50 nur mit Rente, dauernder Einbuße der Beweglichkeit oder Berufskrankheit."""
    return grad_der_behinderung >= schwb_gdb_schwerbehindert or schwb_einbusse_beweglichkeit


@regel("person", norm="§ 33b Abs. 1 bis 3 EStG", titel="Behinderten-Pauschbetrag im Jahr")
def schwb_behindertenpauschbetrag(
    schwb_pauschbetrag_erhoeht: bool,
    schwb_pauschbetrag_grund: bool,
    grad_der_behinderung: Anzahl,
    schwb_gdb_stufe: Anzahl,
    schwb_pauschbetrag: Tabelle,
    schwb_pauschbetrag_hilflos: Cent,
) -> Cent:
    """Abzug vom Einkommen im Kalenderjahr, nicht gekürzt, wenn die Voraussetzungen nur zeitweise vorlagen."""
    if schwb_pauschbetrag_erhoeht:
        return schwb_pauschbetrag_hilflos
    return schwb_pauschbetrag[abrunden(grad_der_behinderung, schwb_gdb_stufe)] if schwb_pauschbetrag_grund else 0


@regel("person", norm="§ 33 Abs. 2a EStG", titel="Fahrtkostenpauschale im Jahr", ab="2021-01-01", vorher=0)
def schwb_fahrtkostenpauschale(
    schwb_fahrtkosten_hoch_dem_grunde_nach: bool,
    grad_der_behinderung: Anzahl,
    schwb_fahrtkosten_mindestgrad: Anzahl,
    schwb_fahrtkosten: Cent,
    schwb_fahrtkosten_hoch: Cent,
) -> Cent:
    """900 oder 4 500 Euro, vor Abzug der zumutbaren Belastung; vor 2021 gab es nur Verwaltungsanweisungen."""
    if schwb_fahrtkosten_hoch_dem_grunde_nach:
        return schwb_fahrtkosten_hoch
    return schwb_fahrtkosten if grad_der_behinderung >= schwb_fahrtkosten_mindestgrad else 0


@regel("person", norm="§ 33 Abs. 2a Satz 2 Nr. 2 EStG", titel="Hohe Fahrtkostenpauschale", ab="2021-01-01", vorher=0)
def schwb_fahrtkosten_hoch_dem_grunde_nach(merkzeichen_ag: bool, schwb_hilflos_blind: bool) -> bool:
    """Merkzeichen aG, Bl, TBl oder H."""
    return merkzeichen_ag or schwb_hilflos_blind


@regel("person", norm="§ 33 Abs. 2a Satz 2 Nr. 1 EStG", titel="Nötiger Grad der Behinderung", ab="2021-01-01", vorher=0)
def schwb_fahrtkosten_mindestgrad(
    merkzeichen_g: bool, schwb_fahrtkosten_gdb: Anzahl, schwb_fahrtkosten_gdb_g: Anzahl
) -> Anzahl:
    """80, mit Merkzeichen G 70."""
    return schwb_fahrtkosten_gdb_g if merkzeichen_g else schwb_fahrtkosten_gdb


@regel("person", norm="§ 209 SGB IX, § 228 Abs. 4 SGB IX, § 4 RBStV", titel="Ersparnis im Monat")
def schwb_geldwert(
    schwb_wertmarke_frei: bool, schwb_wertmarke_jahr: Cent, schwb_monate_im_jahr: Anzahl, schwb_rundfunk_ersparnis: Cent
) -> Cent:
    """Ein Zwölftel des erlassenen Eigenanteils der Wertmarke und der ersparte Rundfunkbeitrag."""
    erlass = kaufmaennisch(schwb_wertmarke_jahr, schwb_monate_im_jahr) if schwb_wertmarke_frei else 0
    return erlass + schwb_rundfunk_ersparnis
