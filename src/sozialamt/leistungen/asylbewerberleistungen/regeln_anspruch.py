"""Bedarf des Monats, Einsatz der Mittel in der Familie und laufende Leistung (§§ 2, 3, 7, 8 AsylbLG)."""

from sozialamt.leistungen.asylbewerberleistungen.auswahl import AsylblgLeistungsart
from sozialamt.leistungen.asylbewerberleistungen.zeit import anteilig
from sozialamt.rechenkern import Anzahl, Cent, Position, minimum, regel, summe
from sozialamt.rechenkern.rundung import abrunden, kaufmaennisch


@regel("person", norm="§§ 1a, 2, 3 AsylbLG", titel="Art der laufenden Leistung")
def asylblg_leistungsart(
    asylblg_tage_grund: Anzahl,
    asylblg_tage_kuerzung: Anzahl,
    asylblg_tage_analog: Anzahl,
    asylblg_ueberbrueckung_tage: Anzahl,
) -> AsylblgLeistungsart:
    """Wechselt die Art im Monat, zählt § 2 vor der Einschränkung, sonst die mit den meisten Tagen."""
    if asylblg_tage_analog > 0:
        return AsylblgLeistungsart.ANALOG
    if asylblg_tage_kuerzung > asylblg_tage_grund:
        return AsylblgLeistungsart.EINGESCHRAENKT
    if asylblg_tage_grund > 0:
        return AsylblgLeistungsart.GRUNDLEISTUNG
    return AsylblgLeistungsart.UEBERBRUECKUNG if asylblg_ueberbrueckung_tage > 0 else AsylblgLeistungsart.KEINE


@regel("person", norm="§ 3 Abs. 1 bis 3, 5 AsylbLG", titel="Grundleistungen in Geld")
def asylblg_bedarf_grund(asylblg_grund_geld: Cent, asylblg_tage_grund: Anzahl, asylblg_monatstage: Anzahl) -> Cent:
    """Monatsbetrag, für Teile des Monats nach Dreißigsteln."""
    return anteilig(asylblg_grund_geld, asylblg_tage_grund, asylblg_monatstage)


@regel("person", norm="§ 1a Abs. 1 Satz 2 AsylbLG", titel="Eingeschränkte Leistungen in Geld")
def asylblg_bedarf_kuerzung(
    asylblg_kuerzung_geld: Cent, asylblg_tage_kuerzung: Anzahl, asylblg_monatstage: Anzahl
) -> Cent:
    """Monatsbetrag, für Teile des Monats nach Dreißigsteln."""
    return anteilig(asylblg_kuerzung_geld, asylblg_tage_kuerzung, asylblg_monatstage)


@regel("person", norm="§ 2 Abs. 1 AsylbLG", titel="Leistungen nach § 2 in Geld")
def asylblg_bedarf_analog(asylblg_analog_geld: Cent, asylblg_tage_analog: Anzahl, asylblg_monatstage: Anzahl) -> Cent:
    """Monatsbetrag entsprechend dem SGB XII, für Teile des Monats nach Dreißigsteln."""
    return anteilig(asylblg_analog_geld, asylblg_tage_analog, asylblg_monatstage)


@regel("person", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Hausrat in Geld")
def asylblg_bedarf_hausrat(asylblg_hausrat: Cent, asylblg_tage_grund: Anzahl) -> Cent:
    """Einmaliger Bedarf neben Grundleistungen, ungeteilt."""
    return asylblg_hausrat if asylblg_tage_grund > 0 else 0


@regel("person", norm="§§ 1a, 2, 3 AsylbLG", titel="Bedarf in Geld")
def asylblg_bedarf_geld(
    asylblg_bedarf_grund: Cent, asylblg_bedarf_kuerzung: Cent, asylblg_bedarf_analog: Cent, asylblg_bedarf_hausrat: Cent
) -> Cent:
    """Summe der Geldleistungen des Monats vor Einsatz von Einkommen und Vermögen."""
    return asylblg_bedarf_grund + asylblg_bedarf_kuerzung + asylblg_bedarf_analog + asylblg_bedarf_hausrat


@regel("person", norm="§ 3 Abs. 1 Satz 2, § 3a Abs. 1 AsylbLG", titel="Satz des persönlichen Bedarfs")
def asylblg_satz_persoenlich(asylblg_persoenlich: Cent, asylblg_tage_grund: Anzahl) -> Cent:
    """Monatssatz, soweit Grundleistungen zustehen."""
    return asylblg_persoenlich if asylblg_tage_grund > 0 else 0


@regel("person", norm="§ 3 Abs. 1 Satz 1, § 3a Abs. 2 AsylbLG", titel="Satz des notwendigen Bedarfs")
def asylblg_satz_notwendig(asylblg_notwendig: Cent, asylblg_tage_grund: Anzahl) -> Cent:
    """Monatssatz, soweit Grundleistungen zustehen."""
    return asylblg_notwendig if asylblg_tage_grund > 0 else 0


@regel("person", norm="§ 3 Abs. 3 Satz 2 AsylbLG", titel="Unterkunft, Heizung und Haushaltsenergie im Monat")
def asylblg_satz_wohnen(asylblg_unterkunft: Cent, asylblg_energie: Cent, asylblg_tage_grund: Anzahl) -> Cent:
    """Monatsbetrag in Geld, soweit Grundleistungen zustehen."""
    return asylblg_unterkunft + asylblg_energie if asylblg_tage_grund > 0 else 0


@regel("person", norm="§ 2 Abs. 1 AsylbLG, § 27a SGB XII", titel="Bedarf nach § 2 im Monat")
def asylblg_satz_analog(asylblg_analog_geld: Cent, asylblg_tage_analog: Anzahl) -> Cent:
    """Monatsbetrag in Geld, soweit Leistungen nach § 2 zustehen."""
    return asylblg_analog_geld if asylblg_tage_analog > 0 else 0


@regel("person", norm="§ 7 Abs. 3 Satz 1, 2 AsylbLG", titel="Freibetrag vom Einkommen aus Tätigkeit")
def asylblg_freibetrag_gewaehrt(
    asylblg_freibetrag: Cent, asylblg_tage_grund: Anzahl, asylblg_tage_analog: Anzahl
) -> Cent:
    """Nur bei Grundleistungen; bei § 2 gilt § 82 SGB XII."""
    return asylblg_freibetrag if asylblg_tage_grund > 0 and asylblg_tage_analog == 0 else 0


@regel("person", norm="§ 3 Abs. 2, 3 AsylbLG", titel="Sachleistungen für den notwendigen Bedarf")
def asylblg_sach_notwendig(
    asylblg_notwendig_sach: Cent,
    asylblg_unterkunft_sach: Cent,
    asylblg_tage_grund: Anzahl,
    asylblg_analog_sach: Cent,
    asylblg_tage_analog: Anzahl,
    asylblg_monatstage: Anzahl,
) -> Cent:
    """Notwendiger Bedarf und gestellte Unterkunft bei Grundleistungen, Sachleistung bei § 2."""
    grund = anteilig(asylblg_notwendig_sach + asylblg_unterkunft_sach, asylblg_tage_grund, asylblg_monatstage)
    analog = anteilig(asylblg_analog_sach + asylblg_unterkunft_sach, asylblg_tage_analog, asylblg_monatstage)
    return grund + analog


@regel("person", norm="§ 3 Abs. 2 Satz 4, Abs. 3 Satz 7 AsylbLG", titel="Sachleistungen für den persönlichen Bedarf")
def asylblg_sach_persoenlich(
    asylblg_persoenlich_sach: Cent, asylblg_tage_grund: Anzahl, asylblg_monatstage: Anzahl
) -> Cent:
    """Teil des persönlichen Bedarfs, den die Behörde als Sachleistung erbringt."""
    return anteilig(asylblg_persoenlich_sach, asylblg_tage_grund, asylblg_monatstage)


@regel("person", norm="§ 1 Abs. 4, § 1a Abs. 1 AsylbLG", titel="Sachleistungen bei Einschränkung und Überbrückung")
def asylblg_sach_eingeschraenkt(
    asylblg_eingeschraenkt_sachwert: Cent,
    asylblg_unterkunft_sach: Cent,
    asylblg_tage_kuerzung: Anzahl,
    asylblg_ueberbrueckung_tage: Anzahl,
    asylblg_monatstage: Anzahl,
) -> Cent:
    """Ernährung, Unterkunft mit Heizung, Körper- und Gesundheitspflege nach den Sätzen der Behörde."""
    tage = min(asylblg_tage_kuerzung + asylblg_ueberbrueckung_tage, asylblg_monatstage)
    return anteilig(asylblg_eingeschraenkt_sachwert + asylblg_unterkunft_sach, tage, asylblg_monatstage)


@regel("person", norm="§§ 1, 1a, 2, 3 AsylbLG", titel="Wert der Sachleistungen")
def asylblg_sachleistung(
    asylblg_sach_notwendig: Cent, asylblg_sach_persoenlich: Cent, asylblg_sach_eingeschraenkt: Cent
) -> Cent:
    """Alle Sachleistungen des Monats zu den festgesetzten Werten."""
    return asylblg_sach_notwendig + asylblg_sach_persoenlich + asylblg_sach_eingeschraenkt


# --- Einsatz der Mittel in der Familie ---


@regel("person", norm="§ 7 Abs. 1, § 8 Abs. 1, § 2 Abs. 1 AsylbLG", titel="Eigene Mittel")
def asylblg_mittel(
    asylblg_tage: Anzahl,
    asylblg_tage_analog: Anzahl,
    asylblg_einkommen: Cent,
    einkommen_bereinigt: Cent,
    vermoegen_ueberschuss_kind: Cent,
    asylblg_gedeckt_durch_dritte: Cent,
) -> Cent:
    """Einkommen nach § 7; bei § 2 und bei nicht berechtigten Angehörigen nach dem SGB XII; Leistungen Dritter."""
    if asylblg_tage > 0 and asylblg_tage_analog == 0:
        return asylblg_einkommen + asylblg_gedeckt_durch_dritte
    if asylblg_tage_analog > 0:
        return einkommen_bereinigt + vermoegen_ueberschuss_kind + asylblg_gedeckt_durch_dritte
    return einkommen_bereinigt


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Gesamter Bedarf")
def asylblg_bedarf(asylblg_bedarf_geld: Cent, asylblg_sachleistung: Cent) -> Cent:
    """Geldleistungen und Wert der Sachleistungen."""
    return asylblg_bedarf_geld + asylblg_sachleistung


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Nach eigenen Mitteln ungedeckter Bedarf")
def asylblg_ungedeckt(asylblg_bedarf: Cent, asylblg_mittel: Cent) -> Cent:
    """Bedarf, den die Person nicht selbst deckt; 0, wenn ihr keine Leistungen zustehen."""
    return max(asylblg_bedarf - asylblg_mittel, 0)


@regel("person", norm="§ 7 Abs. 1 Satz 1 AsylbLG, § 27 Abs. 2 SGB XII", titel="Für die Familie verfügbar")
def asylblg_ueberschuss(
    asylblg_bedarf: Cent,
    asylblg_mittel: Cent,
    asylblg_tage: Anzahl,
    asylblg_tage_analog: Anzahl,
    kind_der_einsatzgemeinschaft: bool,
    bedarf_lebensunterhalt: Cent,
) -> Cent:
    """Mittel über dem eigenen Bedarf; nicht Berechtigten bleibt der Bedarf des SGB XII, Kindern bei § 2 alles."""
    if kind_der_einsatzgemeinschaft and (asylblg_tage_analog > 0 or asylblg_tage == 0):
        return 0
    eigener_bedarf = asylblg_bedarf if asylblg_tage > 0 else bedarf_lebensunterhalt
    return max(asylblg_mittel - eigener_bedarf, 0)


@summe("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Ungedeckter Bedarf der Familie")
def asylblg_familie_ungedeckt(asylblg_ungedeckt: Cent) -> Cent:
    """Summe der ungedeckten Bedarfe."""
    return asylblg_ungedeckt


@summe("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Verfügbare Mittel der Familie")
def asylblg_familie_ueberschuss(asylblg_ueberschuss: Cent) -> Cent:
    """Summe der Mittel über dem jeweils eigenen Bedarf."""
    return asylblg_ueberschuss


@regel("person", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Anteil an den Mitteln der Familie vor Ausgleich der Rundung")
def asylblg_anteil_roh(
    asylblg_ungedeckt: Cent, asylblg_familie_ungedeckt: Cent, asylblg_familie_ueberschuss: Cent
) -> Cent:
    """Im Verhältnis der ungedeckten Bedarfe, abgerundet."""
    if asylblg_familie_ungedeckt == 0:
        return 0
    verteilt = min(asylblg_familie_ueberschuss, asylblg_familie_ungedeckt)
    return abrunden(verteilt * asylblg_ungedeckt, asylblg_familie_ungedeckt)


@summe("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Verteilte Mittel vor Ausgleich der Rundung")
def asylblg_anteile_roh(asylblg_anteil_roh: Cent) -> Cent:
    """Summe der abgerundeten Anteile."""
    return asylblg_anteil_roh


@minimum("einsatzgemeinschaft", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Person, die den Ausgleich der Rundung trägt")
def asylblg_erste_ungedeckte(asylblg_ungedeckt: Cent, position: Position, haushaltsgroesse: Anzahl) -> Position:
    """Erste Person mit ungedecktem Bedarf."""
    return position if asylblg_ungedeckt > 0 else haushaltsgroesse


@regel("person", norm="§ 7 Abs. 1 Satz 1 AsylbLG", titel="Aus den Mitteln der Familie gedeckt")
def asylblg_anteil(
    asylblg_anteil_roh: Cent,
    asylblg_anteile_roh: Cent,
    asylblg_familie_ungedeckt: Cent,
    asylblg_familie_ueberschuss: Cent,
    asylblg_erste_ungedeckte: Position,
    position: Position,
) -> Cent:
    """Anteil mit dem Rest der Rundung, so dass die Teile die verteilte Summe ergeben."""
    if position != asylblg_erste_ungedeckte:
        return asylblg_anteil_roh
    return asylblg_anteil_roh + min(asylblg_familie_ueberschuss, asylblg_familie_ungedeckt) - asylblg_anteile_roh


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Nach Einkommen ungedeckter Bedarf")
def asylblg_nach_einkommen(asylblg_ungedeckt: Cent, asylblg_anteil: Cent) -> Cent:
    """Ungedeckter Bedarf nach eigenen Mitteln und denen der Familie."""
    return max(asylblg_ungedeckt - asylblg_anteil, 0)


@summe("einsatzgemeinschaft", norm="§ 7 Abs. 1, 5 AsylbLG", titel="Ungedeckt mit Grundleistungen")
def asylblg_rest_grund(asylblg_nach_einkommen: Cent, asylblg_tage_analog: Anzahl) -> Cent:
    """Bedarfe, für die das Vermögen nach § 7 einzusetzen ist."""
    return asylblg_nach_einkommen if asylblg_tage_analog == 0 else 0


@summe("einsatzgemeinschaft", norm="§ 2 Abs. 1 AsylbLG, § 90 SGB XII", titel="Ungedeckt mit Leistungen nach § 2")
def asylblg_rest_analog(asylblg_nach_einkommen: Cent, asylblg_tage_analog: Anzahl) -> Cent:
    """Bedarfe, für die das Vermögen nach § 90 SGB XII einzusetzen ist."""
    return asylblg_nach_einkommen if asylblg_tage_analog > 0 else 0


def _anteil_vermoegen(betrag: Cent, vermoegen: Cent, rest: Cent) -> Cent:
    return betrag if vermoegen >= rest else kaufmaennisch(vermoegen * betrag, rest)


@regel("person", norm="§ 7 Abs. 1, 5 AsylbLG, § 90 SGB XII", titel="Aus Vermögen zu decken")
def asylblg_aus_vermoegen(
    asylblg_nach_einkommen: Cent,
    asylblg_tage_analog: Anzahl,
    asylblg_vermoegen_ueber_freibetrag: Cent,
    asylblg_rest_grund: Cent,
    vermoegen_ueberschuss: Cent,
    asylblg_rest_analog: Cent,
) -> Cent:
    """Anteil am Vermögen der Familie über dem Freibetrag; bei § 2 über dem Schonbetrag des SGB XII."""
    if asylblg_nach_einkommen == 0:
        return 0
    if asylblg_tage_analog > 0:
        return _anteil_vermoegen(asylblg_nach_einkommen, vermoegen_ueberschuss, asylblg_rest_analog)
    return _anteil_vermoegen(asylblg_nach_einkommen, asylblg_vermoegen_ueber_freibetrag, asylblg_rest_grund)


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Einkommen und Vermögen insgesamt eingesetzt")
def asylblg_eingesetzt(asylblg_bedarf: Cent, asylblg_nach_einkommen: Cent, asylblg_aus_vermoegen: Cent) -> Cent:
    """Teil des Bedarfs, der aus Mitteln der Familie gedeckt ist."""
    return asylblg_bedarf - asylblg_nach_einkommen + asylblg_aus_vermoegen


@regel("person", norm="§§ 2, 3 AsylbLG", titel="Vom Geldbetrag abzuziehen")
def asylblg_abzug(asylblg_eingesetzt: Cent, asylblg_bedarf_geld: Cent) -> Cent:
    """Eingesetzte Mittel mindern zuerst die Geldleistung."""
    return min(asylblg_eingesetzt, asylblg_bedarf_geld)


@regel("person", norm="§ 7 Abs. 1 Satz 3 AsylbLG", titel="Kostenerstattung für Sachleistungen")
def asylblg_kostenerstattung(asylblg_eingesetzt: Cent, asylblg_abzug: Cent, asylblg_sach_notwendig: Cent) -> Cent:
    """Was über die Geldleistung hinaus vorhanden ist, höchstens notwendiger Bedarf und gestellte Unterkunft."""
    return min(asylblg_eingesetzt - asylblg_abzug, asylblg_sach_notwendig)


@regel("person", norm="§§ 2, 3 AsylbLG", titel="Laufende Leistung in Geld")
def asylblg_laufend(asylblg_bedarf_geld: Cent, asylblg_abzug: Cent) -> Cent:
    """Bedarf in Geld ohne eingesetzte Mittel."""
    return asylblg_bedarf_geld - asylblg_abzug


@regel("person", norm="§ 7 Abs. 1 AsylbLG", titel="Hilfebedürftig")
def asylblg_hilfebeduerftig(asylblg_bedarf: Cent, asylblg_eingesetzt: Cent) -> bool:
    """Einkommen und Vermögen der Familie decken den Bedarf nicht ganz."""
    return asylblg_bedarf > asylblg_eingesetzt
