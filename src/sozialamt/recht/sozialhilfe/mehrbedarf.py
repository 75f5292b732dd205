"""Mehrbedarfe bei Gehbehinderung, Schwangerschaft, Bildung und Ernährung (§ 30 Abs. 1, 2, 4 bis 6, § 42b Abs. 3, 4)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import letzter_tag, monate_bis, tag, tage_im_monat, tage_zwischen
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import AenderungImMonat, Ernaehrungsbedarf, WfbmBereich

# --- Absatz 1: Altersgrenze oder volle Erwerbsminderung mit Merkzeichen G ---


@regel("person", norm="§ 43 Abs. 2 SGB VI", titel="Voll erwerbsgemindert")
def voll_erwerbsgemindert(
    voll_erwerbsgemindert_dauerhaft: bool, voll_erwerbsgemindert_befristet: bool, wfbm_bereich: WfbmBereich
) -> bool:
    """Auf Dauer oder auf Zeit; im Arbeitsbereich einer Werkstatt kraft Gesetzes (§ 43 Abs. 2 Satz 3 Nr. 1 SGB VI)."""
    if voll_erwerbsgemindert_dauerhaft or voll_erwerbsgemindert_befristet:
        return True
    return wfbm_bereich == WfbmBereich.ARBEITSBEREICH


@regel("person", norm="§ 30 Abs. 1, § 42b Abs. 3 Satz 3 SGB XII", titel="Anspruch auf Mehrbedarf bei Merkzeichen G")
def mehrbedarf_merkzeichen_dem_grunde_nach(
    altersgrenze_erreicht: bool,
    voll_erwerbsgemindert: bool,
    merkzeichen_g: bool,
    merkzeichen_ag: bool,
    ausbildungshilfe_anerkannt: bool,
) -> bool:
    """Merkzeichen G (oder aG) und Altersgrenze; darunter volle Erwerbsminderung, aber nicht neben § 42b Abs. 3."""
    if not merkzeichen_g and not merkzeichen_ag:
        return False
    return altersgrenze_erreicht or (voll_erwerbsgemindert and not ausbildungshilfe_anerkannt)


@regel("person", norm="§ 30 Abs. 1 SGB XII", titel="Tage mit nachgewiesenem Merkzeichen")
def merkzeichen_tage(
    merkzeichen_nachweis_ab: Datum, monat: Datum, aenderung_im_monat: AenderungImMonat, teiler_des_monats: Anzahl
) -> Anzahl:
    """Tage des Monats, für die Bescheid oder Ausweis vorliegt, gemessen am Teiler des Monats."""
    if merkzeichen_nachweis_ab <= monat:
        return teiler_des_monats
    if merkzeichen_nachweis_ab > letzter_tag(monat) or aenderung_im_monat == AenderungImMonat.FOLGEMONAT:
        return 0
    if aenderung_im_monat == AenderungImMonat.MONATSERSTER:
        return teiler_des_monats
    return min(tage_im_monat(monat) - tag(merkzeichen_nachweis_ab) + 1, teiler_des_monats)


@regel("person", norm="§ 30 Abs. 1 SGB XII", titel="Mehrbedarf bei Merkzeichen G")
def mehrbedarf_merkzeichen_g(
    mehrbedarf_merkzeichen_dem_grunde_nach: bool,
    merkzeichen_tage: Anzahl,
    teiler_des_monats: Anzahl,
    massgebende_regelbedarfsstufe: Cent,
    mehrbedarf_merkzeichen_g_satz: Basispunkte,
    mehrbedarf_merkzeichen_abweichend: Cent,
) -> Cent:
    """17 Prozent der maßgebenden Regelbedarfsstufe ab Nachweis, soweit kein abweichender Bedarf besteht."""
    if not mehrbedarf_merkzeichen_dem_grunde_nach:
        return 0
    betrag = mehrbedarf_merkzeichen_abweichend
    if betrag == 0:
        betrag = anteil(massgebende_regelbedarfsstufe, mehrbedarf_merkzeichen_g_satz)
    return kaufmaennisch(betrag * merkzeichen_tage, teiler_des_monats)


# --- Absatz 2: Schwangerschaft ---


@regel("person", norm="§ 30 Abs. 2 SGB XII", titel="Tage seit Beginn der 13. Schwangerschaftswoche")
def tage_seit_schwangerschaftswoche_13(
    entbindung_voraussichtlich: Datum,
    schwanger_seit: Datum,
    monat: Datum,
    schwangerschaft_tage_bis_woche_13: Anzahl,
    schwangerschaft_tage_zwoelf_wochen: Anzahl,
) -> Anzahl:
    """Tage vom ersten Tag der 13. Woche bis zum Monatsende, beide eingeschlossen; bis 0: noch nicht erreicht."""
    if entbindung_voraussichtlich > 0:
        return schwangerschaft_tage_bis_woche_13 - tage_zwischen(letzter_tag(monat), entbindung_voraussichtlich) + 1
    if schwanger_seit > 0:
        return tage_zwischen(schwanger_seit, letzter_tag(monat)) - schwangerschaft_tage_zwoelf_wochen + 1
    return 0


@regel("person", norm="§ 30 Abs. 2 SGB XII", titel="Schwangerschaft vor dem Monat beendet")
def schwangerschaft_vor_monat_beendet(
    entbindung_am: Datum,
    entbindung_voraussichtlich: Datum,
    schwanger_seit: Datum,
    monat: Datum,
    schwangerschaft_tage_gesamt: Anzahl,
) -> bool:
    """Ein früherer Monat der Entbindung; ohne Angabe dazu der Monat des voraussichtlichen Tages."""
    if entbindung_am > 0:
        return monate_bis(entbindung_am, monat) > 0
    if entbindung_voraussichtlich > 0:
        return monate_bis(entbindung_voraussichtlich, monat) > 0
    return tage_zwischen(schwanger_seit, monat) > schwangerschaft_tage_gesamt if schwanger_seit > 0 else True


def _schwangerschaftstage(seit_woche_13: Anzahl, monatslaenge: Anzahl, art: AenderungImMonat, teiler: Anzahl) -> Anzahl:
    if seit_woche_13 >= monatslaenge:
        return teiler
    if seit_woche_13 <= 0 or art == AenderungImMonat.FOLGEMONAT:
        return 0
    return teiler if art == AenderungImMonat.MONATSERSTER else min(seit_woche_13, teiler)


@regel(
    "person",
    name="schwangerschaft_tage",
    norm="§ 30 Abs. 2 SGB XII a. F.",
    titel="Tage mit Mehrbedarf bei Schwangerschaft",
    bis="2020-12-31",
)
def schwangerschaft_tage_bis_2020(
    tage_seit_schwangerschaftswoche_13: Anzahl,
    schwangerschaft_vor_monat_beendet: bool,
    entbindung_am: Datum,
    monat: Datum,
    aenderung_im_monat: AenderungImMonat,
    teiler_des_monats: Anzahl,
) -> Anzahl:
    """Nach der zwölften Woche bis zur Entbindung; endet sie im Monat, zählen taggenau nur die Tage bis dahin."""
    if schwangerschaft_vor_monat_beendet:
        return 0
    laenge = tage_im_monat(monat)
    if aenderung_im_monat == AenderungImMonat.TAGGENAU and monat <= entbindung_am < letzter_tag(monat):
        tage = min(tage_seit_schwangerschaftswoche_13, laenge) - (laenge - tag(entbindung_am))
        return min(max(tage, 0), teiler_des_monats)
    return _schwangerschaftstage(tage_seit_schwangerschaftswoche_13, laenge, aenderung_im_monat, teiler_des_monats)


@regel("person", norm="§ 30 Abs. 2 SGB XII", titel="Tage mit Mehrbedarf bei Schwangerschaft", ab="2021-01-01")
def schwangerschaft_tage(
    tage_seit_schwangerschaftswoche_13: Anzahl,
    schwangerschaft_vor_monat_beendet: bool,
    monat: Datum,
    aenderung_im_monat: AenderungImMonat,
    teiler_des_monats: Anzahl,
) -> Anzahl:
    """Nach der zwölften Woche bis zum Ende des Monats der Entbindung, gemessen am Teiler des Monats."""
    if schwangerschaft_vor_monat_beendet:
        return 0
    return _schwangerschaftstage(
        tage_seit_schwangerschaftswoche_13, tage_im_monat(monat), aenderung_im_monat, teiler_des_monats
    )


@regel("person", norm="§ 30 Abs. 2 SGB XII", titel="Mehrbedarf bei Schwangerschaft")
def mehrbedarf_schwangerschaft(
    schwangerschaft_tage: Anzahl,
    teiler_des_monats: Anzahl,
    massgebende_regelbedarfsstufe: Cent,
    mehrbedarf_schwangerschaft_satz: Basispunkte,
    mehrbedarf_schwangerschaft_abweichend: Cent,
) -> Cent:
    """17 Prozent der maßgebenden Regelbedarfsstufe, soweit kein abweichender Bedarf besteht."""
    betrag = mehrbedarf_schwangerschaft_abweichend
    if betrag == 0:
        betrag = anteil(massgebende_regelbedarfsstufe, mehrbedarf_schwangerschaft_satz)
    return kaufmaennisch(betrag * schwangerschaft_tage, teiler_des_monats)


# --- Absatz 4, § 42b Abs. 3: Hilfen zur Schul- und Hochschulbildung ---


@regel(
    "person",
    name="einarbeitungszeit",
    norm="§ 30 Abs. 4 Satz 2 SGB XII a. F.",
    titel="Übergangszeit nach der Hilfe zur Bildung",
    bis="2019-12-31",
)
def einarbeitungszeit_bis_2019(ausbildungshilfe_ende: Datum, monat: Datum) -> bool:
    """Angemessene Übergangszeit ohne feste Grenze, solange sie anerkannt ist."""
    return ausbildungshilfe_ende > 0 and monate_bis(ausbildungshilfe_ende, monat) >= 0


@regel(
    "person", norm="§ 42b Abs. 3 Satz 2 SGB XII", titel="Einarbeitungszeit nach der Hilfe zur Bildung", ab="2020-01-01"
)
def einarbeitungszeit(
    ausbildungshilfe_ende: Datum, monat: Datum, mehrbedarf_ausbildung_behinderung_nachlauf: Anzahl
) -> bool:
    """Bis zu drei Monate nach dem Ende der Hilfe; der Monat des Endes zählt noch zur Hilfe."""
    if ausbildungshilfe_ende == 0:
        return False
    return 0 <= monate_bis(ausbildungshilfe_ende, monat) <= mehrbedarf_ausbildung_behinderung_nachlauf


@regel("person", norm="§ 42b Abs. 3, § 30 Abs. 4 SGB XII", titel="Hilfe zur Bildung anerkannt")
def ausbildungshilfe_anerkannt(
    ausbildungshilfe_behinderung: bool,
    einarbeitungszeit: bool,
    alter: Jahre,
    mehrbedarf_ausbildung_behinderung_ab_alter: Jahre,
) -> bool:
    """Ab 15 Jahren, während der Hilfe und in der anerkannten Einarbeitungszeit."""
    if alter < mehrbedarf_ausbildung_behinderung_ab_alter:
        return False
    return ausbildungshilfe_behinderung or einarbeitungszeit


@regel("person", norm="§ 42b Abs. 3, § 30 Abs. 4 SGB XII", titel="Mehrbedarf bei Hilfe zur Bildung")
def mehrbedarf_ausbildung_behinderung(
    ausbildungshilfe_anerkannt: bool,
    massgebende_regelbedarfsstufe: Cent,
    mehrbedarf_ausbildung_behinderung_satz: Basispunkte,
) -> Cent:
    """35 Prozent der maßgebenden Regelbedarfsstufe."""
    if not ausbildungshilfe_anerkannt:
        return 0
    return anteil(massgebende_regelbedarfsstufe, mehrbedarf_ausbildung_behinderung_satz)


# --- Absatz 5: Ernährung ---


@regel(
    "person",
    name="mehrbedarf_ernaehrung",
    norm="§ 30 Abs. 5 SGB XII",
    titel="Mehrbedarf für Ernährung",
    bis="2014-12-31",
)
def mehrbedarf_ernaehrung_bis_2014(ernaehrung_mehraufwand: Cent) -> Cent:
    """Anerkannter Betrag; die vor 2015 empfohlenen Sätze sind nicht aufgenommen."""
    return ernaehrung_mehraufwand


@regel("person", norm="§ 30 Abs. 5 SGB XII", titel="Mehrbedarf für Ernährung", ab="2015-01-01")
def mehrbedarf_ernaehrung(
    ernaehrung_mehraufwand: Cent,
    ernaehrung_erkrankung: Ernaehrungsbedarf,
    mangelernaehrung: bool,
    ist_minderjaehrig: bool,
    regelbedarfsstufe: tuple[Cent, ...],
    mehrbedarf_ernaehrung_satz: tuple[Basispunkte, ...],
    mehrbedarf_mangelernaehrung_satz: Basispunkte,
) -> Cent:
    """Anerkannter Betrag, sonst für Erwachsene die vom Deutschen Verein empfohlenen Sätze der Regelbedarfsstufe 1."""
    if ernaehrung_mehraufwand > 0 or ist_minderjaehrig:
        return ernaehrung_mehraufwand
    satz = mehrbedarf_ernaehrung_satz[ernaehrung_erkrankung]
    if mangelernaehrung:
        satz += mehrbedarf_mangelernaehrung_satz
    return anteil(regelbedarfsstufe[1], satz)


# --- Absatz 6, § 42b Abs. 4: Deckel ---


@regel("person", norm="§ 30 Abs. 6, § 42b Abs. 4 SGB XII", titel="Mehrbedarfe nach Absatz 1 bis 5")
def mehrbedarf_gedeckelt(
    mehrbedarf_merkzeichen_g: Cent,
    mehrbedarf_schwangerschaft: Cent,
    mehrbedarf_alleinerziehung: Cent,
    mehrbedarf_ausbildung_behinderung: Cent,
    mehrbedarf_ernaehrung: Cent,
    massgebende_regelbedarfsstufe: Cent,
) -> Cent:
    """Zusammen höchstens die maßgebende Regelbedarfsstufe."""
    summe = mehrbedarf_merkzeichen_g + mehrbedarf_schwangerschaft + mehrbedarf_alleinerziehung
    summe += mehrbedarf_ausbildung_behinderung + mehrbedarf_ernaehrung
    return min(summe, massgebende_regelbedarfsstufe)


@regel("person", norm="§ 30 Abs. 6, § 42b Abs. 4 SGB XII", titel="Über der maßgebenden Regelbedarfsstufe")
def mehrbedarf_kappung(
    mehrbedarf_merkzeichen_g: Cent,
    mehrbedarf_schwangerschaft: Cent,
    mehrbedarf_alleinerziehung: Cent,
    mehrbedarf_ausbildung_behinderung: Cent,
    mehrbedarf_ernaehrung: Cent,
    mehrbedarf_gedeckelt: Cent,
) -> Cent:
    """Teil der Mehrbedarfe, der wegen der Obergrenze nicht anerkannt wird."""
    summe = mehrbedarf_merkzeichen_g + mehrbedarf_schwangerschaft + mehrbedarf_alleinerziehung
    return summe + mehrbedarf_ausbildung_behinderung + mehrbedarf_ernaehrung - mehrbedarf_gedeckelt
