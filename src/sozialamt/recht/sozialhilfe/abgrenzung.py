"""Wer nach welchem Recht seinen Lebensunterhalt erhält: §§ 21 bis 24, 41 bis 41a, 45 SGB XII, § 5 SGB II.

Das Vierte Kapitel geht dem Dritten vor (§ 19 Abs. 2 Satz 2 SGB XII), die Grundsicherung für Arbeitsuchende
ebenfalls (§ 5 Abs. 2 Satz 1 SGB II). Was bleibt, ist Hilfe zum Lebensunterhalt.
"""

from sozialamt.rechenkern import Cent, Datum, Jahre, irgendein, regel
from sozialamt.recht.auswahl import (
    AblehnungSozialhilfe,
    Aufenthaltsstatus,
    AusschlussSozialhilfe,
    FeststellungErwerbsminderung,
    Kapitel,
    WfbmBereich,
    Wohnform,
)


@regel("person", norm="§ 1 Abs. 1 AsylbLG", titel="Leistungsberechtigt nach dem AsylbLG", ab="2022-06-01")
def asylblg_berechtigt(aufenthaltsstatus: Aufenthaltsstatus) -> bool:
    """Gestattung, Duldung, vollziehbare Ausreisepflicht oder Aufenthaltserlaubnis nach § 1 Abs. 1 Nr. 3 AsylbLG."""
    return aufenthaltsstatus in (
        Aufenthaltsstatus.AUFENTHALT_ASYLBLG,
        Aufenthaltsstatus.AUFENTHALTSGESTATTUNG,
        Aufenthaltsstatus.DULDUNG,
        Aufenthaltsstatus.AUSREISEPFLICHTIG,
    )


@regel(
    "person",
    norm="§ 1 Abs. 1 AsylbLG a. F.",
    titel="Leistungsberechtigt nach dem AsylbLG",
    name="asylblg_berechtigt",
    bis="2022-05-31",
)
def asylblg_berechtigt_bis_mai_2022(aufenthaltsstatus: Aufenthaltsstatus) -> bool:
    """Bis Mai 2022 auch mit Aufenthaltserlaubnis nach § 24 Abs. 1 AufenthG (§ 146 SGB XII gilt seit Juni 2022)."""
    return aufenthaltsstatus in (
        Aufenthaltsstatus.AUFENTHALT_24,
        Aufenthaltsstatus.AUFENTHALT_ASYLBLG,
        Aufenthaltsstatus.AUFENTHALTSGESTATTUNG,
        Aufenthaltsstatus.DULDUNG,
        Aufenthaltsstatus.AUSREISEPFLICHTIG,
    )


@regel("person", norm="§ 22 SGB XII", titel="Ausschluss als Auszubildender")
def ausschluss_auszubildende(in_ausbildung: bool, ausbildung_ausnahme: bool, ausbildung_haertefall: bool) -> bool:
    """Dem Grunde nach förderungsfähige Ausbildung ohne Ausnahme (Abs. 2) und ohne Härtefall (Abs. 1 Satz 2)."""
    return in_ausbildung and not ausbildung_ausnahme and not ausbildung_haertefall


@regel("person", norm="§ 23 Abs. 3 Satz 1 Nr. 2, Satz 7 SGB XII", titel="Ohne ausreichendes Aufenthaltsrecht")
def ausschluss_aufenthaltsrecht(
    aufenthaltsstatus: Aufenthaltsstatus, aufenthaltsrecht_nur_arbeitsuche: bool, aufenthalt_fuenf_jahre: bool
) -> bool:
    """Kein Aufenthaltsrecht oder nur zur Arbeitsuche, solange nicht fünf Jahre im Bundesgebiet."""
    if aufenthalt_fuenf_jahre:
        return False
    return aufenthaltsstatus == Aufenthaltsstatus.EU_ARBEITSUCHE or aufenthaltsrecht_nur_arbeitsuche


@regel("person", norm="§§ 22, 23, 24, 41 Abs. 1 SGB XII", titel="Ausschluss von der Sozialhilfe")
def ausschluss_sozialhilfe(
    asylblg_personenkreis: bool,
    gewoehnlicher_aufenthalt_inland: bool,
    aufenthalt_erste_drei_monate: bool,
    ausschluss_aufenthaltsrecht: bool,
    einreise_wegen_sozialhilfe: bool,
    ausschluss_auszubildende: bool,
) -> AusschlussSozialhilfe:
    """Erster zutreffender Grund, der Leistungen zum Lebensunterhalt nach beiden Kapiteln ausschließt."""
    if asylblg_personenkreis:
        return AusschlussSozialhilfe.ASYLBLG
    if not gewoehnlicher_aufenthalt_inland:
        return AusschlussSozialhilfe.AUSLAND
    if aufenthalt_erste_drei_monate:
        return AusschlussSozialhilfe.DREI_MONATE
    if ausschluss_aufenthaltsrecht:
        return AusschlussSozialhilfe.AUFENTHALTSRECHT
    if einreise_wegen_sozialhilfe:
        return AusschlussSozialhilfe.EINREISE
    if ausschluss_auszubildende:
        return AusschlussSozialhilfe.AUSBILDUNG
    return AusschlussSozialhilfe.KEINER


@regel("person", norm="§§ 22 bis 24, 41 Abs. 1 SGB XII", titel="Ablehnung wegen Ausschlusses")
def ablehnung_ausschluss(ausschluss_sozialhilfe: AusschlussSozialhilfe) -> AblehnungSozialhilfe:
    """Ablehnungsgrund zum Ausschluss von der Sozialhilfe."""
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.KEINER:
        return AblehnungSozialhilfe.KEINE
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.ASYLBLG:
        return AblehnungSozialhilfe.ASYLBLG
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.AUSLAND:
        return AblehnungSozialhilfe.KEIN_AUFENTHALT
    if ausschluss_sozialhilfe == AusschlussSozialhilfe.AUSBILDUNG:
        return AblehnungSozialhilfe.AUSZUBILDENDE
    return AblehnungSozialhilfe.AUSLAENDER


@regel("person", norm="§ 41 Abs. 2, § 44 Abs. 2 Satz 1 SGB XII", titel="Altersgrenze im berechneten Monat erreicht")
def altersgrenze_im_monat(altersgrenze_monat: Datum, monat: Datum) -> bool:
    """Bis zum Ablauf dieses Monats reicht noch das SGB II (§ 7a SGB II)."""
    return altersgrenze_monat == monat


@regel("person", norm="§ 41 Abs. 2, § 44 Abs. 3 Satz 3 SGB XII", titel="Leistungsberechtigt wegen Alters")
def berechtigt_wegen_alters(
    altersgrenze_erreicht: bool, altersgrenze_im_monat: bool, bezug_sgb2_vor_altersgrenze: bool
) -> bool:
    """Altersgrenze erreicht; nach Bezug von Leistungen des SGB II erst ab dem Folgemonat."""
    if bezug_sgb2_vor_altersgrenze and altersgrenze_im_monat:
        return False
    return altersgrenze_erreicht


@regel(
    "person", norm="§ 41 Abs. 3, § 45 SGB XII", titel="Leistungsberechtigt wegen dauerhafter voller Erwerbsminderung"
)
def berechtigt_wegen_erwerbsminderung(
    ist_minderjaehrig: bool,
    voll_erwerbsgemindert_dauerhaft: bool,
    feststellung_erwerbsminderung: FeststellungErwerbsminderung,
    wfbm_bereich: WfbmBereich,
) -> bool:
    """Volljährig, dauerhaft voll erwerbsgemindert und festgestellt; im Arbeitsbereich ohne Ersuchen (§ 45 Satz 3)."""
    if ist_minderjaehrig:
        return False
    if wfbm_bereich == WfbmBereich.ARBEITSBEREICH:
        return True
    return voll_erwerbsgemindert_dauerhaft and feststellung_erwerbsminderung != FeststellungErwerbsminderung.AUSSTEHEND


@regel("person", norm="§ 45 Satz 1 SGB XII", titel="Ersuchen an den Rentenversicherungsträger nötig")
def ersuchen_rentenversicherung(
    ist_minderjaehrig: bool,
    altersgrenze_erreicht: bool,
    voll_erwerbsgemindert_dauerhaft: bool,
    feststellung_erwerbsminderung: FeststellungErwerbsminderung,
    wfbm_bereich: WfbmBereich,
) -> bool:
    """Dauerhafte volle Erwerbsminderung ist wahrscheinlich, aber noch nicht festgestellt."""
    if ist_minderjaehrig or altersgrenze_erreicht or wfbm_bereich != WfbmBereich.KEINER:
        return False
    return voll_erwerbsgemindert_dauerhaft and feststellung_erwerbsminderung == FeststellungErwerbsminderung.AUSSTEHEND


@regel("person", norm="§ 41 Abs. 3a SGB XII", titel="Leistungsberechtigt während der beruflichen Bildung")
def berechtigt_in_beruflicher_bildung(
    ist_minderjaehrig: bool,
    wfbm_bereich: WfbmBereich,
    budget_fuer_ausbildung: bool,
    wfbm_berufsbildung_kapitel_4: bool,
    wfbm_berufsbildung_vor_2020: bool,
) -> bool:
    """Volljährig im Eingangsverfahren oder Berufsbildungsbereich oder mit Budget für Ausbildung (seit 2020)."""
    if ist_minderjaehrig:
        return False
    bildung = wfbm_bereich in (WfbmBereich.EINGANGSVERFAHREN, WfbmBereich.BERUFSBILDUNG)
    if wfbm_berufsbildung_kapitel_4:
        return bildung or budget_fuer_ausbildung
    return bildung and wfbm_berufsbildung_vor_2020


@regel(
    "person",
    norm="§ 43 Abs. 5 SGB XII a. F.",
    titel="Hohes Einkommen Unterhaltspflichtiger",
    bis="2019-12-31",
    nachher=0,
)
def ausschluss_unterhaltspflichtige(
    unterhaltspflichtige_jahreseinkommen: Cent, unterhalt_jahreseinkommensgrenze: Cent
) -> bool:
    """Bis 2019 schließt das Vierte Kapitel aus, wer ein Kind oder einen Elternteil mit mehr als 100.000 Euro hat."""
    return unterhaltspflichtige_jahreseinkommen > unterhalt_jahreseinkommensgrenze


@regel("person", norm="§ 41 SGB XII", titel="Persönliche Voraussetzungen des Vierten Kapitels")
def personenkreis_kapitel_4(
    berechtigt_wegen_alters: bool, berechtigt_wegen_erwerbsminderung: bool, berechtigt_in_beruflicher_bildung: bool
) -> bool:
    """Alter, dauerhafte volle Erwerbsminderung oder berufliche Bildung in der Werkstatt."""
    return berechtigt_wegen_alters or berechtigt_wegen_erwerbsminderung or berechtigt_in_beruflicher_bildung


@regel("person", norm="§ 41 SGB XII", titel="Berechtigt nach dem Vierten Kapitel")
def berechtigt_kapitel_4(
    personenkreis_kapitel_4: bool, hilfebeduerftigkeit_herbeigefuehrt: bool, ausschluss_unterhaltspflichtige: bool
) -> bool:
    """Personenkreis des Vierten Kapitels, ohne Ausschluss nach § 41 Abs. 4 oder § 43 Abs. 5 a. F."""
    return personenkreis_kapitel_4 and not hilfebeduerftigkeit_herbeigefuehrt and not ausschluss_unterhaltspflichtige


@regel("person", norm="§ 7 Abs. 4 SGB II", titel="Stationär untergebracht oder in besonderer Wohnform")
def in_einrichtung_sgb2(wohnform_angegeben: Wohnform) -> bool:
    """In stationärer Einrichtung, besonderer Wohnform oder über Tag und Nacht betreut."""
    return wohnform_angegeben in (
        Wohnform.STATIONAERE_EINRICHTUNG,
        Wohnform.BESONDERE_WOHNFORM,
        Wohnform.UEBER_TAG_UND_NACHT,
    )


@regel("person", norm="§ 7 Abs. 1 Satz 2, Abs. 4 SGB II", titel="Vom SGB II ausgeschlossen")
def ausschluss_sgb2(
    berechtigt_wegen_alters: bool,
    bezieht_altersrente: bool,
    in_einrichtung_sgb2: bool,
    ausschluss_sozialhilfe: AusschlussSozialhilfe,
) -> bool:
    """Altersgrenze, Altersrente, Einrichtung oder die auch dort geltenden Ausschlüsse für Ausländer."""
    if berechtigt_wegen_alters or bezieht_altersrente or in_einrichtung_sgb2:
        return True
    return ausschluss_sozialhilfe not in (AusschlussSozialhilfe.KEINER, AusschlussSozialhilfe.AUSBILDUNG)


@regel("person", norm="§ 7 Abs. 1 Satz 1, § 8 SGB II", titel="Erwerbsfähig im Sinne des SGB II")
def erwerbsfaehig_sgb2(
    alter: Jahre,
    sgb2_mindestalter: Jahre,
    erwerbsfaehig: bool,
    voll_erwerbsgemindert_befristet: bool,
    voll_erwerbsgemindert_dauerhaft: bool,
    personenkreis_kapitel_4: bool,
    ausschluss_sgb2: bool,
) -> bool:
    """Mindestens 15 Jahre, unter der Altersgrenze, erwerbsfähig und nicht ausgeschlossen."""
    if alter < sgb2_mindestalter or not erwerbsfaehig or ausschluss_sgb2:
        return False
    return not voll_erwerbsgemindert_befristet and not voll_erwerbsgemindert_dauerhaft and not personenkreis_kapitel_4


@irgendein("bedarfsgemeinschaft", norm="§ 7 Abs. 2, 3 SGB II", titel="Bedarfsgemeinschaft mit erwerbsfähiger Person")
def gemeinschaft_mit_erwerbsfaehigem(erwerbsfaehig_sgb2: bool) -> bool:
    """Mindestens ein Mitglied der Bedarfsgemeinschaft ist erwerbsfähig."""
    return erwerbsfaehig_sgb2


@regel("person", norm="§ 5 Abs. 2 Satz 1 SGB II, § 21 Satz 1 SGB XII", titel="Dem Grunde nach im SGB II berechtigt")
def berechtigt_sgb2(gemeinschaft_mit_erwerbsfaehigem: bool, ausschluss_sgb2: bool) -> bool:
    """Als Erwerbsfähiger oder als Angehöriger einer Bedarfsgemeinschaft."""
    return gemeinschaft_mit_erwerbsfaehigem and not ausschluss_sgb2


@regel("person", norm="§ 19 Abs. 2 Satz 2, § 21 SGB XII, § 5 Abs. 2 SGB II", titel="Kapitel")
def kapitel(asylblg_personenkreis: bool, berechtigt_kapitel_4: bool, berechtigt_sgb2: bool) -> Kapitel:
    """Viertes Kapitel vor SGB II, SGB II vor Drittem Kapitel; Asylbewerberleistungen schließen beides aus.

    Zum Personenkreis gehört auch, wer mit einem Titel nach § 24 AufenthG noch nicht erfasst ist oder nach § 18 AsylbLG
    übergangsweise Leistungen erhält.
    """
    if asylblg_personenkreis:
        return Kapitel.ASYLBLG
    if berechtigt_kapitel_4:
        return Kapitel.KAPITEL_4
    if berechtigt_sgb2:
        return Kapitel.SGB_2
    return Kapitel.KAPITEL_3
