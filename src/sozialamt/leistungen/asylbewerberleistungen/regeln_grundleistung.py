"""Grundleistungen: Bedarfsstufen, Sätze, Form der Leistung (§§ 3, 3a AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import (
    AsylblgBedarfsstufe,
    AsylblgBestandsschutz,
    AsylblgForm,
    AsylblgJugendliche,
    AsylblgSammelunterkunft,
    AsylblgUnterbringung,
)
from sozialamt.rechenkern import Anzahl, Cent, Jahre, Position, regel
from sozialamt.rechenkern.rundung import kaufmaennisch


@regel(
    "person",
    name="asylblg_stufe_erwachsene",
    norm="§ 3 Abs. 1 Satz 8, Abs. 2 Satz 2 AsylbLG in der bis 31.08.2019 geltenden Fassung",
    titel="Bedarfsstufe als erwachsene Person",
    bis="2019-08-31",
)
def asylblg_stufe_erwachsene_bis_august_2019(
    lebt_mit_partner_zusammen: bool, asylblg_kind_bei_eltern: bool
) -> AsylblgBedarfsstufe:
    """Partner mit gemeinsamem Haushalt Stufe 2, weitere Erwachsene ohne eigenen Haushalt Stufe 3, sonst Stufe 1."""
    if lebt_mit_partner_zusammen:
        return AsylblgBedarfsstufe.STUFE_2
    return AsylblgBedarfsstufe.STUFE_3 if asylblg_kind_bei_eltern else AsylblgBedarfsstufe.STUFE_1


@regel("person", norm="§ 3a Abs. 1, 2 Nr. 1 bis 3 AsylbLG", titel="Bedarfsstufe als erwachsene Person", ab="2019-09-01")
def asylblg_stufe_erwachsene(
    asylblg_unterbringung: AsylblgUnterbringung,
    lebt_mit_partner_zusammen: bool,
    asylblg_kind_bei_eltern: bool,
    asylblg_alleinstehend: bool,
    asylblg_sammelunterkunft: AsylblgSammelunterkunft,
) -> AsylblgBedarfsstufe:
    """Wohnung: mit Partner 2, unter 25 bei den Eltern 3, sonst 1; Sammelunterkunft 2; stationär 3."""
    if asylblg_unterbringung == AsylblgUnterbringung.STATIONAERE_EINRICHTUNG:
        return AsylblgBedarfsstufe.STUFE_3
    if asylblg_unterbringung == AsylblgUnterbringung.HAFT:
        return AsylblgBedarfsstufe.STUFE_1
    if asylblg_unterbringung != AsylblgUnterbringung.WOHNUNG:
        allein = asylblg_alleinstehend and asylblg_sammelunterkunft == AsylblgSammelunterkunft.STUFE_1
        return AsylblgBedarfsstufe.STUFE_1 if allein else AsylblgBedarfsstufe.STUFE_2
    if lebt_mit_partner_zusammen:
        return AsylblgBedarfsstufe.STUFE_2
    return AsylblgBedarfsstufe.STUFE_3 if asylblg_kind_bei_eltern else AsylblgBedarfsstufe.STUFE_1


@regel(
    "person",
    name="asylblg_stufe_jugendliche",
    norm="§ 3 Abs. 1 Satz 8 Nr. 4 AsylbLG in der bis 31.08.2019 geltenden Fassung",
    titel="Bedarfsstufe als jugendliche Person",
    bis="2019-08-31",
)
def asylblg_stufe_jugendliche_bis_august_2019() -> AsylblgBedarfsstufe:
    """Sonstige Jugendliche: Stufe 4."""
    return AsylblgBedarfsstufe.STUFE_4


@regel("person", norm="§ 3a Abs. 1, 2 Nr. 1, 4 AsylbLG", titel="Bedarfsstufe als jugendliche Person", ab="2019-09-01")
def asylblg_stufe_jugendliche(
    asylblg_unterbringung: AsylblgUnterbringung,
    elternteil_1: Position,
    elternteil_2: Position,
    asylblg_jugendliche_sammelunterkunft: AsylblgJugendliche,
) -> AsylblgBedarfsstufe:
    """Stufe 4; wer nicht mit mindestens einem Elternteil in einer Wohnung lebt, Stufe 1."""
    if elternteil_1 < 0 and elternteil_2 < 0:
        return AsylblgBedarfsstufe.STUFE_1
    if asylblg_unterbringung == AsylblgUnterbringung.WOHNUNG:
        return AsylblgBedarfsstufe.STUFE_4
    streng = asylblg_jugendliche_sammelunterkunft == AsylblgJugendliche.STUFE_1
    return AsylblgBedarfsstufe.STUFE_1 if streng else AsylblgBedarfsstufe.STUFE_4


@regel("person", norm="§ 3a Abs. 1, 2 AsylbLG", titel="Bedarfsstufe")
def asylblg_bedarfsstufe(
    alter: Jahre,
    ist_minderjaehrig: bool,
    asylblg_stufe_erwachsene: AsylblgBedarfsstufe,
    asylblg_stufe_jugendliche: AsylblgBedarfsstufe,
    regelbedarfsstufe_4_ab_alter: Jahre,
    regelbedarfsstufe_5_ab_alter: Jahre,
) -> AsylblgBedarfsstufe:
    """Erwachsene 1 bis 3, vom Beginn des 15. Lebensjahres 4, des siebten 5, davor 6 (Alter am Monatsende)."""
    if not ist_minderjaehrig:
        return asylblg_stufe_erwachsene
    if alter >= regelbedarfsstufe_4_ab_alter:
        return asylblg_stufe_jugendliche
    return AsylblgBedarfsstufe.STUFE_5 if alter >= regelbedarfsstufe_5_ab_alter else AsylblgBedarfsstufe.STUFE_6


@regel(
    "person",
    norm="§ 3a Abs. 1, 4 AsylbLG, § 28a Abs. 5 SGB XII",
    titel="Geschützter persönlicher Bedarf",
    ab="2025-01-01",
    vorher=0,
)
def asylblg_persoenlich_geschuetzt(
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_persoenlicher_bedarf_bisher: tuple[Cent, ...],
    asylblg_bestandsschutz: AsylblgBestandsschutz,
) -> Cent:
    """Betrag des Jahres 2024, wenn der Träger dem Bestandsschutz folgt."""
    if asylblg_bestandsschutz == AsylblgBestandsschutz.BESTANDSSCHUTZ:
        return asylblg_persoenlicher_bedarf_bisher[asylblg_bedarfsstufe]
    return 0


@regel(
    "person",
    norm="§ 3a Abs. 2, 4 AsylbLG, § 28a Abs. 5 SGB XII",
    titel="Geschützter notwendiger Bedarf",
    ab="2025-01-01",
    vorher=0,
)
def asylblg_notwendig_geschuetzt(
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_notwendiger_bedarf_bisher: tuple[Cent, ...],
    asylblg_bestandsschutz: AsylblgBestandsschutz,
) -> Cent:
    """Betrag des Jahres 2024, wenn der Träger dem Bestandsschutz folgt."""
    if asylblg_bestandsschutz == AsylblgBestandsschutz.BESTANDSSCHUTZ:
        return asylblg_notwendiger_bedarf_bisher[asylblg_bedarfsstufe]
    return 0


@regel("person", norm="§ 3a Abs. 1, 4 AsylbLG", titel="Persönlicher Bedarf der Bedarfsstufe")
def asylblg_persoenlich_stufe(
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_persoenlicher_bedarf: tuple[Cent, ...],
    asylblg_persoenlich_geschuetzt: Cent,
) -> Cent:
    """Satz der Bedarfsstufe, mindestens der geschützte Betrag."""
    return max(asylblg_persoenlicher_bedarf[asylblg_bedarfsstufe], asylblg_persoenlich_geschuetzt)


@regel("person", norm="§ 3 Abs. 1 Satz 2, § 3a Abs. 1, 3 AsylbLG", titel="Notwendiger persönlicher Bedarf")
def asylblg_persoenlich(
    asylblg_persoenlich_stufe: Cent, asylblg_unterbringung: AsylblgUnterbringung, asylblg_haft_geld: Cent
) -> Cent:
    """Satz der Bedarfsstufe; in Haft der von der Behörde festgelegte Betrag."""
    if asylblg_unterbringung == AsylblgUnterbringung.HAFT:
        return asylblg_haft_geld
    return asylblg_persoenlich_stufe


@regel(
    "person",
    name="asylblg_notwendig",
    norm="§ 3 Abs. 2 Satz 2 AsylbLG in der bis 31.08.2019 geltenden Fassung",
    titel="Notwendiger Bedarf",
    bis="2019-08-31",
)
def asylblg_notwendig_bis_august_2019(
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_notwendiger_bedarf: tuple[Cent, ...],
    asylblg_haushaltsenergie_gestellt: Cent,
) -> Cent:
    """Satz der Bedarfsstufe; er enthielt Haushaltsenergie, die abgeht, wenn die Unterkunft sie stellt."""
    return max(asylblg_notwendiger_bedarf[asylblg_bedarfsstufe] - asylblg_haushaltsenergie_gestellt, 0)


@regel("person", norm="§ 3 Abs. 1 Satz 1, § 3a Abs. 2 AsylbLG", titel="Notwendiger Bedarf", ab="2019-09-01")
def asylblg_notwendig(
    asylblg_bedarfsstufe: AsylblgBedarfsstufe,
    asylblg_notwendiger_bedarf: tuple[Cent, ...],
    asylblg_notwendig_geschuetzt: Cent,
) -> Cent:
    """Satz der Bedarfsstufe ohne Unterkunft, Heizung, Hausrat, Instandhaltung und Haushaltsenergie."""
    return max(asylblg_notwendiger_bedarf[asylblg_bedarfsstufe], asylblg_notwendig_geschuetzt)


@regel("person", norm="§ 3 Abs. 2 Satz 1, Abs. 3 Satz 1 AsylbLG", titel="Notwendiger Bedarf als Sachleistung")
def asylblg_notwendig_sach(
    asylblg_notwendig: Cent,
    asylblg_unterbringung: AsylblgUnterbringung,
    asylblg_form: AsylblgForm,
    asylblg_notwendig_sachwert: Cent,
) -> Cent:
    """In Aufnahmeeinrichtungen, stationären Einrichtungen und Haft ganz; sonst nach Entscheidung der Behörde."""
    if (
        asylblg_form == AsylblgForm.SACHLEISTUNG
        or asylblg_unterbringung == AsylblgUnterbringung.AUFNAHMEEINRICHTUNG
        or asylblg_unterbringung >= AsylblgUnterbringung.STATIONAERE_EINRICHTUNG
    ):
        return asylblg_notwendig
    return min(asylblg_notwendig, asylblg_notwendig_sachwert)


@regel("person", norm="§ 3 Abs. 2 Satz 4, Abs. 3 Satz 7 AsylbLG", titel="Persönlicher Bedarf als Sachleistung")
def asylblg_persoenlich_sach(asylblg_persoenlich: Cent, asylblg_persoenlich_sachwert: Cent) -> Cent:
    """Der Teil, den die Behörde als Sachleistung erbringt."""
    return min(asylblg_persoenlich, asylblg_persoenlich_sachwert)


def _angemessen(kosten: Cent, grenze: Cent) -> Cent:
    return min(kosten, grenze) if grenze > 0 else kosten


@regel("haushalt", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Angemessene Unterkunft")
def asylblg_miete(
    miete_bruttokalt: Cent,
    angemessene_bruttokaltmiete: Cent,
    zuschlag_konkrete_angemessenheit: Cent,
    unterkunft_nachforderung: Cent,
) -> Cent:
    """Soweit notwendig und angemessen; eine Karenzzeit wie im SGB XII kennt das AsylbLG nicht."""
    grenze = angemessene_bruttokaltmiete + zuschlag_konkrete_angemessenheit if angemessene_bruttokaltmiete > 0 else 0
    return _angemessen(miete_bruttokalt, grenze) + unterkunft_nachforderung


@regel("haushalt", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Angemessene Heizung")
def asylblg_heizung(heizkosten: Cent, angemessene_heizkosten: Cent, heizkosten_nachforderung: Cent) -> Cent:
    """Soweit notwendig und angemessen."""
    return _angemessen(heizkosten, angemessene_heizkosten) + heizkosten_nachforderung


@regel("haushalt", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Kopfteil von Unterkunft und Heizung")
def asylblg_kopfteil(asylblg_miete: Cent, asylblg_heizung: Cent, personen_in_wohnung: Anzahl) -> Cent:
    """Gleiche Teile für alle Bewohner."""
    return kaufmaennisch(asylblg_miete, personen_in_wohnung) + kaufmaennisch(asylblg_heizung, personen_in_wohnung)


@regel("person", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Unterkunft und Heizung")
def asylblg_unterkunft(
    asylblg_unterbringung: AsylblgUnterbringung,
    wohnt_mit_haushalt: bool,
    asylblg_kopfteil: Cent,
    hat_eigenen_mietanteil: bool,
    unterkunft_eigener_anteil: Cent,
    heizung_eigener_anteil: Cent,
) -> Cent:
    """Kosten der Wohnung nach Kopfteilen oder eigenem Vertrag; sonst wird die Unterkunft gestellt."""
    if asylblg_unterbringung != AsylblgUnterbringung.WOHNUNG or not wohnt_mit_haushalt:
        return 0
    return unterkunft_eigener_anteil + heizung_eigener_anteil if hat_eigenen_mietanteil else asylblg_kopfteil


@regel(
    "person",
    norm="§ 3 Abs. 3 Satz 2 AsylbLG",
    titel="Haushaltsenergie und Instandhaltung in Geld",
    ab="2019-09-01",
    vorher=0,
)
def asylblg_energie(asylblg_haushaltsenergie: Cent, asylblg_unterbringung: AsylblgUnterbringung) -> Cent:
    """Seit September 2019 gesondert neben dem notwendigen Bedarf; davor war Haushaltsenergie im Satz enthalten."""
    return asylblg_haushaltsenergie if asylblg_unterbringung == AsylblgUnterbringung.WOHNUNG else 0


@regel("person", norm="§ 7 Abs. 1 Satz 3 AsylbLG", titel="Gestellte Unterkunft (Wert)")
def asylblg_unterkunft_sach(asylblg_unterbringung: AsylblgUnterbringung, asylblg_unterkunft_sachwert: Cent) -> Cent:
    """Pauschale für Unterkunft, Heizung und Haushaltsenergie, wenn die Person nicht in einer Wohnung lebt."""
    return 0 if asylblg_unterbringung == AsylblgUnterbringung.WOHNUNG else asylblg_unterkunft_sachwert


@regel("person", norm="§ 3 AsylbLG", titel="Grundleistungen in Geld im vollen Monat")
def asylblg_grund_geld(
    asylblg_persoenlich: Cent,
    asylblg_persoenlich_sach: Cent,
    asylblg_notwendig: Cent,
    asylblg_notwendig_sach: Cent,
    asylblg_unterkunft: Cent,
    asylblg_energie: Cent,
) -> Cent:
    """Was nicht als Sachleistung erbracht wird, mit Unterkunft, Heizung und Haushaltsenergie."""
    saetze = asylblg_persoenlich - asylblg_persoenlich_sach + asylblg_notwendig - asylblg_notwendig_sach
    return saetze + asylblg_unterkunft + asylblg_energie


@regel("person", norm="§ 1a Abs. 1 Satz 2 AsylbLG", titel="Eingeschränkte Leistungen in Geld im vollen Monat")
def asylblg_kuerzung_geld(
    asylblg_eingeschraenkt_geld: Cent, asylblg_persoenlich: Cent, asylblg_notwendig: Cent, asylblg_unterkunft: Cent
) -> Cent:
    """Ernährung, Körper- und Gesundheitspflege in Geld, nie mehr als die Grundleistung; Unterkunft und Heizung."""
    return min(asylblg_eingeschraenkt_geld, asylblg_persoenlich + asylblg_notwendig) + asylblg_unterkunft


@regel("person", norm="§ 2 Abs. 1 AsylbLG", titel="Leistungen nach § 2 in Geld im vollen Monat")
def asylblg_analog_geld(
    asylblg_analog_bedarf: Cent, asylblg_analog_sach: Cent, asylblg_auszubildende_ausgeschlossen: bool
) -> Cent:
    """Bedarf entsprechend dem SGB XII ohne die Sachleistung; nichts bei ausgeschlossenen Auszubildenden."""
    return 0 if asylblg_auszubildende_ausgeschlossen else asylblg_analog_bedarf - asylblg_analog_sach


@regel("person", norm="§ 2 Abs. 2 AsylbLG", titel="Leistungen nach § 2 als Sachleistung")
def asylblg_analog_sach(
    asylblg_in_sammelunterkunft: bool, asylblg_analog_sachwert: Cent, asylblg_analog_regelbedarf: Cent
) -> Cent:
    """Nur in Sammelunterkünften bestimmt die Behörde die Form."""
    return min(asylblg_analog_sachwert, asylblg_analog_regelbedarf) if asylblg_in_sammelunterkunft else 0


@regel("person", norm="§ 3 Abs. 5 Satz 3 AsylbLG", titel="Dreißigstel mit Anspruch")
def asylblg_tage(asylblg_kalendertage: Anzahl, asylblg_voller_monat: bool, asylblg_monatstage: Anzahl) -> Anzahl:
    """Der volle Monat zählt 30 Tage, sonst jeder Kalendertag einen."""
    return asylblg_monatstage if asylblg_voller_monat else min(asylblg_kalendertage, asylblg_monatstage)


@regel("person", norm="§ 3 Abs. 5 Satz 3 AsylbLG", titel="Dreißigstel mit eingeschränkten Leistungen")
def asylblg_tage_kuerzung(asylblg_tage: Anzahl, asylblg_kalendertage: Anzahl, asylblg_kuerzung_tage: Anzahl) -> Anzahl:
    """Eingeschränkte Tage, soweit neben den übrigen Tagen Dreißigstel bleiben; sind es alle, der ganze Zeitraum."""
    if asylblg_kuerzung_tage == asylblg_kalendertage:
        return asylblg_tage
    return min(asylblg_kuerzung_tage, max(asylblg_tage - (asylblg_kalendertage - asylblg_kuerzung_tage), 0))


@regel("person", norm="§ 3 Abs. 5 Satz 3 AsylbLG", titel="Dreißigstel mit Grundleistungen")
def asylblg_tage_grund(
    asylblg_tage: Anzahl,
    asylblg_tage_kuerzung: Anzahl,
    asylblg_kalendertage: Anzahl,
    asylblg_kuerzung_tage: Anzahl,
    asylblg_analog_tage: Anzahl,
) -> Anzahl:
    """Übrige Tage ohne Leistungen nach § 2; mit ihnen die Tage bis zum Ende der Wartezeit."""
    rest = asylblg_tage - asylblg_tage_kuerzung
    if asylblg_analog_tage == 0:
        return rest
    return min(max(asylblg_kalendertage - asylblg_kuerzung_tage - asylblg_analog_tage, 0), rest)


@regel("person", norm="§ 3 Abs. 5 Satz 3 AsylbLG", titel="Dreißigstel mit Leistungen nach § 2")
def asylblg_tage_analog(asylblg_tage: Anzahl, asylblg_tage_kuerzung: Anzahl, asylblg_tage_grund: Anzahl) -> Anzahl:
    """Was von den Dreißigsteln des Monats nach Einschränkung und Grundleistungen bleibt."""
    return asylblg_tage - asylblg_tage_kuerzung - asylblg_tage_grund
