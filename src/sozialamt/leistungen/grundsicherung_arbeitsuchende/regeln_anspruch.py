"""Hilfebedürftigkeit, Verteilung und Anspruch (§§ 9, 19 Abs. 3, 27, 41 SGB II)."""

from sozialamt.leistungen.grundsicherung_arbeitsuchende.auswahl import Sgb2Ablehnung
from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Position, anzahl, maximum, minimum, regel, summe, summe_an
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch
from sozialamt.recht.auswahl import Vermoegenseinsatz
from sozialamt.recht.zeitraum import tagesanteil


@regel("person", norm="§ 41 Abs. 1 Satz 3 SGB II", titel="Bedarf im Zeitraum der Bedarfsgemeinschaft")
def sgb2_bedarf_zeitraum(sgb2_bedarf: Cent, sgb2_tage: Anzahl, sgb2_tage_bg: Anzahl) -> Cent:
    """Wer kürzer als die Bedarfsgemeinschaft Anspruch hat (etwa ab Geburt), dessen Bedarf zählt anteilig."""
    return sgb2_bedarf if sgb2_tage == sgb2_tage_bg else kaufmaennisch(sgb2_bedarf * sgb2_tage, sgb2_tage_bg)


@regel("person", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Beim Kind benötigtes Kindergeld")
def sgb2_kindergeld_benoetigt(
    sgb2_kindergeld: Cent, sgb2_bedarf_zeitraum: Cent, sgb2_einkommen: Cent, sgb2_vermoegen_kind: Cent
) -> Cent:
    """Soweit es nach dem anderen Einkommen zur Sicherung des Lebensunterhalts des Kindes benötigt wird."""
    return min(sgb2_kindergeld, max(0, sgb2_bedarf_zeitraum - sgb2_einkommen - sgb2_vermoegen_kind))


@regel("person", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Kindergeldüberhang")
def sgb2_kindergeld_ueberhang(sgb2_kindergeld: Cent, sgb2_kindergeld_benoetigt: Cent) -> Cent:
    """Nicht benötigtes Kindergeld ist Einkommen der kindergeldberechtigten Person."""
    return sgb2_kindergeld - sgb2_kindergeld_benoetigt


@summe_an(
    "kindergeld_empfaenger", norm="§ 11 Abs. 1 Satz 1, 5 SGB II", titel="Zufließendes Kindergeld für andere Personen"
)
def sgb2_kindergeld_zufluss(
    sgb2_kind: bool, kindergeld: Cent, kindergeld_weitergeleitet: bool, sgb2_kindergeld_ueberhang: Cent
) -> Cent:
    """Überhang der Kinder; Kindergeld für Kinder außerhalb der Bedarfsgemeinschaft, wenn nicht weitergeleitet."""
    if sgb2_kind:
        return sgb2_kindergeld_ueberhang
    return 0 if kindergeld_weitergeleitet else kindergeld


@regel("person", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Kindergeldüberhang ohne benannten Empfänger")
def sgb2_kindergeld_an_eltern(
    kindergeld_empfaenger: Position, ist_minderjaehrig: bool, sgb2_kindergeld_ueberhang: Cent
) -> Cent:
    """Ist kein Empfänger angegeben, steht der Überhang minderjähriger Kinder ihren Eltern zu."""
    return sgb2_kindergeld_ueberhang if kindergeld_empfaenger < 0 and ist_minderjaehrig else 0


@regel("person", norm="§ 9 Abs. 2 Satz 1, 2 SGB II", titel="Einkommen mit zufließendem Kindergeld")
def sgb2_einkommen_gesamt(
    sgb2_einkommen: Cent, sgb2_kindergeld_zufluss: Cent, sgb2_absetzbetrag_uebrig: Cent, sgb2_einmalig_betrag: Cent
) -> Cent:
    """Vom Kindergeld geht noch der nicht verbrauchte Absetzbetrag ab."""
    uebrig = max(0, sgb2_absetzbetrag_uebrig - sgb2_einmalig_betrag)
    return sgb2_einkommen + max(0, sgb2_kindergeld_zufluss - uebrig)


@regel("person", norm="§§ 27a, 30 Abs. 1 SGB XII", titel="Eigener Bedarf einer nicht leistungsberechtigten Person")
def sgb2_bedarf_nicht_berechtigt(
    sgb2_bedarf_zeitraum: Cent,
    merkzeichen_g: bool,
    sgb2_altersgrenze_ueberschritten: bool,
    sgb2_regelbedarf: Cent,
    mehrbedarf_merkzeichen_g_satz: Basispunkte,
) -> Cent:
    """Regelbedarf, Mehrbedarfe und Unterkunft; ab der Altersgrenze mit Merkzeichen G auch 17 Prozent."""
    if merkzeichen_g and sgb2_altersgrenze_ueberschritten:
        return sgb2_bedarf_zeitraum + anteil(sgb2_regelbedarf, mehrbedarf_merkzeichen_g_satz)
    return sgb2_bedarf_zeitraum


@regel(
    "person",
    norm="§ 9 Abs. 2 SGB II; BSG, Urteil vom 15.04.2008, B 14/7b AS 58/06 R",
    titel="Überschuss einer nicht leistungsberechtigten Person",
)
def sgb2_ueberschuss(
    sgb2_ausschluss: Sgb2Ablehnung,
    sgb2_einkommen_gesamt: Cent,
    sgb2_bedarf_nicht_berechtigt: Cent,
    einkommen_laufend: Cent,
    sgb2_kindergeld_zufluss: Cent,
    sgb2_einmalig: Cent,
) -> Cent:
    """Einkommen über dem eigenen Bedarf; bei Alter oder Viertem Kapitel nach dem SGB XII bereinigt.

    Wer in einer Einrichtung lebt, setzt sein Einkommen nach dem SGB XII ein; was er zahlt, ist Einnahme der anderen.
    """
    if sgb2_ausschluss == Sgb2Ablehnung.EINRICHTUNG:
        return 0
    einkommen = sgb2_einkommen_gesamt
    if (
        sgb2_ausschluss == Sgb2Ablehnung.ALTERSGRENZE
        or sgb2_ausschluss == Sgb2Ablehnung.ALTERSRENTE
        or sgb2_ausschluss == Sgb2Ablehnung.KAPITEL_4
    ):
        einkommen = einkommen_laufend + sgb2_kindergeld_zufluss + sgb2_einmalig
    return max(0, einkommen - sgb2_bedarf_nicht_berechtigt)


@regel(
    "person", norm="§ 9 Abs. 2 Satz 1, 2, Abs. 3 SGB II", titel="In der Bedarfsgemeinschaft einzusetzendes Einkommen"
)
def sgb2_einkommen_einsatz(
    sgb2_kind: bool,
    sgb2_leistungsberechtigt: bool,
    sgb2_einkommen_gesamt: Cent,
    sgb2_ueberschuss: Cent,
    sgb2_kindergeld_an_eltern: Cent,
) -> Cent:
    """Einkommen der Partner; Kinder setzen eigenes Einkommen nur für sich ein, ihr Kindergeldüberhang zählt."""
    if sgb2_kind:
        return sgb2_kindergeld_an_eltern
    return sgb2_einkommen_gesamt if sgb2_leistungsberechtigt else sgb2_ueberschuss


@regel("person", norm="§ 9 Abs. 2 SGB II", titel="Offener Bedarf")
def sgb2_offener_bedarf(
    sgb2_leistungsberechtigt: bool,
    sgb2_kind: bool,
    sgb2_bedarf_zeitraum: Cent,
    sgb2_einkommen: Cent,
    sgb2_kindergeld_benoetigt: Cent,
    sgb2_vermoegen_kind: Cent,
) -> Cent:
    """Bei Kindern nach eigenem Einkommen und Vermögen; ein Kind ohne offenen Bedarf scheidet aus (§ 7 Abs. 3 Nr. 4)."""
    if not sgb2_leistungsberechtigt:
        return 0
    if not sgb2_kind:
        return sgb2_bedarf_zeitraum
    return max(0, sgb2_bedarf_zeitraum - sgb2_einkommen - sgb2_kindergeld_benoetigt - sgb2_vermoegen_kind)


@regel("person", norm="§ 9 Abs. 2, 3 SGB II", titel="Bedarf, auf den Einkommen der anderen verteilt wird")
def sgb2_verteilbedarf(sgb2_offener_bedarf: Cent, sgb2_ohne_elterneinsatz: bool) -> Cent:
    """Für Schwangere und Betreuende eines Kindes unter sechs Jahren zählt Einkommen der Eltern nicht."""
    return 0 if sgb2_ohne_elterneinsatz else sgb2_offener_bedarf


@regel("person", norm="§ 9 Abs. 3 SGB II", titel="Ohne Einsatz der Eltern")
def sgb2_ohne_elterneinsatz(sgb2_kind: bool, sgb2_betreut_eigenes_kind: bool, sgb2_schwanger: bool) -> bool:
    """Schwanger oder Betreuung des eigenen Kindes bis zur Vollendung des sechsten Lebensjahres."""
    return sgb2_kind and (sgb2_betreut_eigenes_kind or sgb2_schwanger)


@regel("person", norm="§ 9 Abs. 3 SGB II", titel="Schwanger")
def sgb2_schwanger(schwangerschaft_vor_monat_beendet: bool) -> bool:
    """Die Schwangerschaft besteht im Monat."""
    return not schwangerschaft_vor_monat_beendet


@summe("bedarfsgemeinschaft", norm="§ 9 Abs. 2 Satz 3 SGB II", titel="Gesamtbedarf")
def sgb2_bedarf_bg(sgb2_verteilbedarf: Cent) -> Cent:
    """Summe der offenen Bedarfe, ohne Bedarfe für Bildung und Teilhabe."""
    return sgb2_verteilbedarf


@summe("bedarfsgemeinschaft", norm="§ 9 Abs. 2 SGB II", titel="Zu berücksichtigendes Einkommen")
def sgb2_einkommen_bg(sgb2_einkommen_einsatz: Cent) -> Cent:
    """Einkommen, das auf alle offenen Bedarfe verteilt wird."""
    return sgb2_einkommen_einsatz


@regel("bedarfsgemeinschaft", norm="§ 9 Abs. 2 Satz 3, § 19 Abs. 3 SGB II", titel="Ungedeckter Gesamtbedarf")
def sgb2_ungedeckt_bg(
    sgb2_bedarf_bg: Cent,
    sgb2_einkommen_bg: Cent,
    sgb2_vermoegenseinsatz: Cent,
    sgb2_vermoegen_ueber_freibetrag: Vermoegenseinsatz,
) -> Cent:
    """Gesamtbedarf, soweit er nicht durch Einkommen und Vermögen gedeckt ist."""
    if sgb2_vermoegenseinsatz > 0 and sgb2_vermoegen_ueber_freibetrag == Vermoegenseinsatz.AUSSCHLUSS:
        return 0
    return max(0, sgb2_bedarf_bg - sgb2_einkommen_bg - sgb2_vermoegenseinsatz)


@regel("person", norm="§ 9 Abs. 2 Satz 3, § 41 Abs. 2 SGB II", titel="Anteil am ungedeckten Bedarf")
def sgb2_anteil_gerundet(
    sgb2_verteilbedarf: Cent, sgb2_bedarf_bg: Cent, sgb2_ungedeckt_bg: Cent, sgb2_hilfebeduerftige: Anzahl
) -> Cent:
    """Im Verhältnis des eigenen Bedarfs zum Gesamtbedarf, kaufmännisch gerundet.

    Sind nur so wenige Cent zu zahlen oder anzurechnen, dass sie sich nicht auf alle verteilen lassen, trägt sie
    die Person mit dem größten Bedarf allein.
    """
    wenige = sgb2_hilfebeduerftige * sgb2_hilfebeduerftige
    if sgb2_verteilbedarf == 0 or sgb2_ungedeckt_bg < wenige:
        return 0
    if sgb2_bedarf_bg - sgb2_ungedeckt_bg < wenige:
        return sgb2_verteilbedarf
    return kaufmaennisch(sgb2_ungedeckt_bg * sgb2_verteilbedarf, sgb2_bedarf_bg)


@summe("bedarfsgemeinschaft", norm="§ 41 Abs. 2 SGB II", titel="Summe der gerundeten Anteile")
def sgb2_anteile_summe(sgb2_anteil_gerundet: Cent) -> Cent:
    """Weicht um Rundungsreste vom ungedeckten Gesamtbedarf ab."""
    return sgb2_anteil_gerundet


@maximum("bedarfsgemeinschaft", norm="§ 41 Abs. 2 SGB II", titel="Größter offener Bedarf")
def sgb2_groesster_bedarf(sgb2_verteilbedarf: Cent) -> Cent:
    """Wer ihn hat, trägt den Rundungsrest."""
    return sgb2_verteilbedarf


@minimum("bedarfsgemeinschaft", norm="§ 41 Abs. 2 SGB II", titel="Person mit dem größten offenen Bedarf")
def sgb2_rest_person(
    sgb2_verteilbedarf: Cent, sgb2_groesster_bedarf: Cent, position: Position, haushaltsgroesse: Anzahl
) -> Position:
    """Bei gleichem Bedarf die im Haushalt zuerst geführte Person."""
    return position if sgb2_verteilbedarf == sgb2_groesster_bedarf else haushaltsgroesse


@anzahl("bedarfsgemeinschaft", norm="§ 9 Abs. 2 Satz 3 SGB II", titel="Hilfebedürftige Personen")
def sgb2_hilfebeduerftige(sgb2_verteilbedarf: Cent) -> bool:
    """Personen mit offenem Bedarf, auf die verteilt wird."""
    return sgb2_verteilbedarf > 0


@regel("person", norm="§ 9 Abs. 2 Satz 3, § 41 Abs. 2 SGB II", titel="Ungedeckter Bedarf der Person")
def sgb2_ungedeckt(
    sgb2_anteil_gerundet: Cent,
    sgb2_anteile_summe: Cent,
    sgb2_ungedeckt_bg: Cent,
    sgb2_rest_person: Position,
    position: Position,
) -> Cent:
    """Zusammen genau der ungedeckte Gesamtbedarf; den Rundungsrest trägt die Person mit dem größten Bedarf."""
    if position != sgb2_rest_person:
        return sgb2_anteil_gerundet
    return sgb2_anteil_gerundet + sgb2_ungedeckt_bg - sgb2_anteile_summe


@regel("person", norm="§ 9 Abs. 2, 3, § 41 Abs. 1 Satz 3 SGB II", titel="Leistung vor Minderung")
def sgb2_leistung(
    sgb2_ungedeckt: Cent,
    sgb2_ohne_elterneinsatz: bool,
    sgb2_offener_bedarf: Cent,
    sgb2_tage_bg: Anzahl,
    tage_je_monat: Anzahl,
) -> Cent:
    """Anteilig je Anspruchstag mit einem Dreißigstel."""
    return tagesanteil(sgb2_offener_bedarf if sgb2_ohne_elterneinsatz else sgb2_ungedeckt, sgb2_tage_bg, tage_je_monat)


@regel("person", norm="§ 19 Abs. 3 Satz 2, § 22 SGB II", titel="Davon für Unterkunft und Heizung vor Minderung")
def sgb2_leistung_unterkunft(
    sgb2_leistung: Cent, sgb2_unterkunft: Cent, sgb2_tage: Anzahl, tage_je_monat: Anzahl
) -> Cent:
    """Einkommen deckt zuerst Regelbedarf und Mehrbedarfe, erst danach die Unterkunft."""
    return min(sgb2_leistung, tagesanteil(sgb2_unterkunft, sgb2_tage, tage_je_monat))


@regel("person", norm="§ 27 Abs. 1, 2 SGB II", titel="Leistung für Auszubildende")
def sgb2_leistung_auszubildende(
    sgb2_ausschluss: Sgb2Ablehnung,
    sgb2_mehrbedarf_auszubildende: Cent,
    sgb2_bedarf_zeitraum: Cent,
    sgb2_einkommen_gesamt: Cent,
) -> Cent:
    """Mehrbedarfe nach § 21 Abs. 2, 3, 5 und 6, soweit das Einkommen sie nicht deckt."""
    if sgb2_ausschluss != Sgb2Ablehnung.AUSBILDUNG:
        return 0
    return min(sgb2_mehrbedarf_auszubildende, max(0, sgb2_bedarf_zeitraum - sgb2_einkommen_gesamt))


@regel("person", norm="§ 27 Abs. 2 SGB II", titel="Mehrbedarfe Auszubildender")
def sgb2_mehrbedarf_auszubildende(
    sgb2_mehrbedarf_schwangerschaft: Cent,
    sgb2_mehrbedarf_alleinerziehende: Cent,
    mehrbedarf_ernaehrung: Cent,
    sgb2_haertefallbedarf: Cent,
) -> Cent:
    """Schwangerschaft, Alleinerziehung, Ernährung und unabweisbarer besonderer Bedarf."""
    return (
        sgb2_mehrbedarf_schwangerschaft
        + sgb2_mehrbedarf_alleinerziehende
        + mehrbedarf_ernaehrung
        + sgb2_haertefallbedarf
    )


@regel("person", norm="§§ 9, 19, 31a, 70 bis 73 SGB II", titel="Anspruch im Monat")
def sgb2_anspruch(
    sgb2_leistung: Cent,
    sgb2_minderung: Cent,
    sgb2_leistung_auszubildende: Cent,
    sgb2_sofortzuschlag: Cent,
    sgb2_einmalzahlung: Cent,
) -> Cent:
    """Leistung nach Minderung, Sofortzuschlag und Einmalzahlung."""
    return sgb2_leistung - sgb2_minderung + sgb2_leistung_auszubildende + sgb2_sofortzuschlag + sgb2_einmalzahlung


@regel("person", norm="§ 22, § 46 Abs. 5 SGB II", titel="Davon kommunale Leistung für Unterkunft und Heizung")
def sgb2_anspruch_unterkunft(sgb2_leistung: Cent, sgb2_minderung: Cent, sgb2_leistung_unterkunft: Cent) -> Cent:
    """Teil des Anspruchs für Unterkunft und Heizung."""
    return min(sgb2_leistung_unterkunft, max(0, sgb2_leistung - sgb2_minderung))


@summe("bedarfsgemeinschaft", norm="§ 9 Abs. 2, § 38 SGB II", titel="Anspruch der Bedarfsgemeinschaft")
def sgb2_anspruch_bg(sgb2_anspruch: Cent) -> Cent:
    """Summe der Ansprüche aller Personen."""
    return sgb2_anspruch


@regel("person", norm="§§ 7, 9, 19, 31a SGB II", titel="Ablehnungsgrund")
def sgb2_ablehnung(
    sgb2_anspruch: Cent,
    sgb2_ausschluss: Sgb2Ablehnung,
    sgb2_bg_erwerbsfaehig: bool,
    sgb2_tage: Anzahl,
    sgb2_ohne_bedarf: Sgb2Ablehnung,
) -> Sgb2Ablehnung:
    """Erster zutreffender Grund; keiner, wenn ein Anspruch besteht."""
    if sgb2_anspruch > 0:
        return Sgb2Ablehnung.KEINER
    if sgb2_ausschluss != Sgb2Ablehnung.KEINER:
        return sgb2_ausschluss
    if not sgb2_bg_erwerbsfaehig:
        return Sgb2Ablehnung.NICHT_ERWERBSFAEHIG
    return Sgb2Ablehnung.ZEITRAUM if sgb2_tage == 0 else sgb2_ohne_bedarf


@regel("person", norm="§ 7 Abs. 3 Nr. 4, §§ 9, 12, 31a SGB II", titel="Wodurch der Bedarf gedeckt ist")
def sgb2_ohne_bedarf(
    sgb2_leistung: Cent,
    sgb2_kind: bool,
    sgb2_offener_bedarf: Cent,
    sgb2_bedarf_bg: Cent,
    sgb2_einkommen_bg: Cent,
) -> Sgb2Ablehnung:
    """Volle Minderung, Kind mit eigenem Einkommen, Einkommen oder (erst mit Vermögen gedeckt) Vermögen."""
    if sgb2_leistung > 0:
        return Sgb2Ablehnung.MINDERUNG
    if sgb2_kind and sgb2_offener_bedarf == 0:
        return Sgb2Ablehnung.KIND_DECKT_BEDARF
    return Sgb2Ablehnung.VERMOEGEN if sgb2_bedarf_bg > sgb2_einkommen_bg else Sgb2Ablehnung.EINKOMMEN
