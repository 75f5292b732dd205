"""Feststellung, Ausweis und Schutz schwerbehinderter Menschen (§§ 2, 151, 152, 199 SGB IX, SchwbAwV).

Der Gesamt-GdB wird festgestellt, nicht gerechnet (§ 152 Abs. 3 SGB IX, Anlage zu § 2 VersMedV Teil A Nr. 3); hier
beginnt die Prüfung mit dem festgestellten Grad. `regeln_ausgleich.py` führt die Nachteilsausgleiche auf.
"""

from sozialamt.leistungen.schwerbehindertenrecht.auswahl import SchwbAblehnung, SchwbStatus
from sozialamt.rechenkern import Anzahl, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import jahre_plus, letzter_tag, monat_plus, vollendete_jahre


@regel("person", norm="§ 152 Abs. 1 Satz 6 SGB IX", titel="Behinderung festgestellt")
def schwb_festgestellt(grad_der_behinderung: Anzahl, schwb_gdb_feststellung: Anzahl) -> bool:
    """Eine Feststellung ist nur zu treffen, wenn ein Grad der Behinderung von wenigstens 20 vorliegt."""
    return grad_der_behinderung >= schwb_gdb_feststellung


@regel("person", norm="§ 2 Abs. 2 SGB IX", titel="Schwerbehindert")
def schwb_schwerbehindert(
    grad_der_behinderung: Anzahl, schwb_gdb_schwerbehindert: Anzahl, gewoehnlicher_aufenthalt_inland: bool
) -> bool:
    """Grad der Behinderung von wenigstens 50 und rechtmäßiger gewöhnlicher Aufenthalt im Inland."""
    return grad_der_behinderung >= schwb_gdb_schwerbehindert and gewoehnlicher_aufenthalt_inland


@regel("person", norm="§ 199 Abs. 1 SGB IX", titel="Ende der Schutzfrist nach Herabsetzung")
def schwb_schutzfrist_ende(schwb_herabsetzung_unanfechtbar_am: Datum, schwb_schutzfrist_monate: Anzahl) -> Datum:
    """Ende des dritten Kalendermonats nach Eintritt der Unanfechtbarkeit."""
    if schwb_herabsetzung_unanfechtbar_am == 0:
        return 0
    return letzter_tag(monat_plus(schwb_herabsetzung_unanfechtbar_am, schwb_schutzfrist_monate))


@regel("person", norm="§ 199 Abs. 1 SGB IX", titel="In der Schutzfrist")
def schwb_in_schutzfrist(
    schwb_schutzfrist_ende: Datum, schwb_schwerbehindert: bool, gewoehnlicher_aufenthalt_inland: bool, monat: Datum
) -> bool:
    """Nach Herabsetzung auf weniger als 50 gelten die besonderen Regelungen bis zum Ende der Frist weiter."""
    if schwb_schwerbehindert or not gewoehnlicher_aufenthalt_inland:
        return False
    return schwb_schutzfrist_ende > monat


@regel("person", norm="§ 2 Abs. 3, § 151 Abs. 2, § 199 Abs. 2 SGB IX", titel="Gleichgestellt")
def schwb_gleichgestellt(
    grad_der_behinderung: Anzahl,
    schwb_gdb_gleichstellung: Anzahl,
    schwb_gdb_schwerbehindert: Anzahl,
    schwb_gleichgestellt_ab: Datum,
    schwb_gleichgestellt_bis: Datum,
    monat: Datum,
) -> bool:
    """Grad der Behinderung von 30 oder 40 und Gleichstellung durch die Agentur für Arbeit, wirksam ab Antrag."""
    if grad_der_behinderung < schwb_gdb_gleichstellung or grad_der_behinderung >= schwb_gdb_schwerbehindert:
        return False
    if schwb_gleichgestellt_ab == 0 or schwb_gleichgestellt_ab > letzter_tag(monat):
        return False
    return schwb_gleichgestellt_bis == 0 or schwb_gleichgestellt_bis >= monat


@regel("person", norm="§§ 2, 151, 152, 199 SGB IX", titel="Stellung im Schwerbehindertenrecht")
def schwb_status(
    schwb_schwerbehindert: bool, schwb_in_schutzfrist: bool, schwb_gleichgestellt: bool, schwb_festgestellt: bool
) -> SchwbStatus:
    """Schwerbehindert, in der Schutzfrist, gleichgestellt, behindert oder ohne Feststellung."""
    if schwb_schwerbehindert:
        return SchwbStatus.SCHWERBEHINDERT
    if schwb_in_schutzfrist:
        return SchwbStatus.SCHUTZFRIST
    if schwb_gleichgestellt:
        return SchwbStatus.GLEICHGESTELLT
    return SchwbStatus.BEHINDERT if schwb_festgestellt else SchwbStatus.KEINE_FESTSTELLUNG


@regel("person", norm="§ 2 Abs. 2, § 199 Abs. 1 SGB IX", titel="Besondere Regelungen für schwerbehinderte Menschen")
def schwb_eigenschaft(schwb_status: SchwbStatus) -> bool:
    """Schwerbehindert oder noch in der Schutzfrist."""
    return schwb_status == SchwbStatus.SCHWERBEHINDERT or schwb_status == SchwbStatus.SCHUTZFRIST


@regel("person", norm="§§ 168, 151 Abs. 3 SGB IX", titel="Besonderer Kündigungsschutz")
def schwb_kuendigungsschutz(schwb_eigenschaft: bool, schwb_gleichgestellt: bool) -> bool:
    """Schwerbehinderte und Gleichgestellte; Wartezeit und Ausnahmen (§ 173) prüft das Integrationsamt."""
    return schwb_eigenschaft or schwb_gleichgestellt


@regel("person", norm="§ 6 Abs. 2 bis 4 SchwbAwV", titel="Längste Gültigkeit nach dem Alter")
def schwb_ausweis_frist(
    schwb_ausweis_ausgestellt_am: Datum,
    geburtsdatum: Datum,
    schwb_ausweis_monate: Anzahl,
    schwb_ausweis_kind_alter: Jahre,
    schwb_ausweis_jugend_alter: Jahre,
    schwb_ausweis_jugend_ende: Jahre,
) -> Datum:
    """Fünf Jahre vom Ausstellungsmonat an; unter 10 Jahren bis zum 10., bis 15 Jahre bis zum 20. Geburtstag."""
    if schwb_ausweis_ausgestellt_am == 0:
        return 0
    alter = vollendete_jahre(geburtsdatum, schwb_ausweis_ausgestellt_am)
    if alter < schwb_ausweis_kind_alter:
        return letzter_tag(jahre_plus(geburtsdatum, schwb_ausweis_kind_alter))
    if alter < schwb_ausweis_jugend_alter:
        return letzter_tag(jahre_plus(geburtsdatum, schwb_ausweis_jugend_ende))
    return letzter_tag(monat_plus(schwb_ausweis_ausgestellt_am, schwb_ausweis_monate - 1))


@regel("person", norm="§ 152 Abs. 5 SGB IX, § 6 SchwbAwV", titel="Ausweis längstens gültig bis")
def schwb_ausweis_gueltig_bis(
    schwb_ausweis_frist: Datum, schwb_ausweis_unbefristet: bool, schwb_aufenthaltstitel_bis: Datum
) -> Datum:
    """0 ohne Ausweis und bei unbefristetem Ausweis; nie länger als der befristete Aufenthaltstitel (Abs. 5)."""
    if schwb_ausweis_frist == 0:
        return 0
    if schwb_aufenthaltstitel_bis == 0:
        return 0 if schwb_ausweis_unbefristet else schwb_ausweis_frist
    titel_ende = letzter_tag(schwb_aufenthaltstitel_bis)
    return titel_ende if schwb_ausweis_unbefristet else min(schwb_ausweis_frist, titel_ende)


@regel("person", norm="§ 152 Abs. 5 SGB IX, § 6 SchwbAwV", titel="Ausweis im Monat gültig")
def schwb_ausweis_gueltig(
    schwb_ausweis_ausgestellt_am: Datum, schwb_ausweis_gueltig_bis: Datum, schwb_eigenschaft: bool, monat: Datum
) -> bool:
    """Ausgestellt, nicht abgelaufen und nicht wegen Erlöschens des Schutzes einzuziehen (§ 152 Abs. 5 Satz 4)."""
    if schwb_ausweis_ausgestellt_am == 0 or schwb_ausweis_ausgestellt_am > letzter_tag(monat):
        return False
    return schwb_eigenschaft and (schwb_ausweis_gueltig_bis == 0 or schwb_ausweis_gueltig_bis >= monat)


@regel("person", norm="§§ 2, 152 SGB IX", titel="Grund, aus dem die Nachteilsausgleiche nicht zustehen")
def schwb_ablehnung(schwb_status: SchwbStatus, gewoehnlicher_aufenthalt_inland: bool) -> SchwbAblehnung:
    """Keine Feststellung, kein Aufenthalt im Inland oder Grad unter 50 ohne Gleichstellung."""
    if schwb_status == SchwbStatus.KEINE_FESTSTELLUNG:
        return SchwbAblehnung.KEINE_FESTSTELLUNG
    if not gewoehnlicher_aufenthalt_inland:
        return SchwbAblehnung.AUFENTHALT
    return SchwbAblehnung.NICHT_SCHWERBEHINDERT if schwb_status == SchwbStatus.BEHINDERT else SchwbAblehnung.KEINER
