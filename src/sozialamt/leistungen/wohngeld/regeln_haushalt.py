"""Wohngeld: wer zum Haushalt gehört und wer berücksichtigt wird (§§ 3, 5 bis 8, 20 WoGG).

Zwei Rechnungen laufen nebeneinander: mit den Ausschlüssen, wie sie sind (`wohngeld`), und mit denen, die
bei vorrangigem Wohngeld blieben (`…_vorrang`, § 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG, § 12a SGB II).
"""

from sozialamt.leistungen.wohngeld.auswahl import Transferleistung
from sozialamt.rechenkern import alle, anzahl, regel
from sozialamt.recht.auswahl import Aufenthaltsstatus


@regel("person", norm="§ 3 Abs. 5, § 5 Abs. 3 WoGG", titel="Haushaltsmitglied")
def wohngeld_mitglied(aufenthaltsstatus: Aufenthaltsstatus) -> bool:
    """Ausländische Personen sind Haushaltsmitglieder nur mit Aufenthaltsrecht, Gestattung oder Duldung."""
    return aufenthaltsstatus != Aufenthaltsstatus.AUSREISEPFLICHTIG


@alle("wohngeldhaushalt", norm="§ 7 Abs. 1 Satz 1 Nr. 9 WoGG", titel="Nur Empfänger von Jugendhilfe")
def wohngeld_nur_jugendhilfe(transferleistung_mit_unterkunft: Transferleistung) -> bool:
    """Zum Haushalt gehören ausschließlich Personen, die Leistungen nach dem SGB VIII empfangen."""
    return transferleistung_mit_unterkunft == Transferleistung.JUGENDHILFE


@regel("person", norm="§ 7 Abs. 1, 2 WoGG", titel="Vom Wohngeld ausgeschlossen")
def wohngeld_ausgeschlossen(transferleistung_mit_unterkunft: Transferleistung, wohngeld_nur_jugendhilfe: bool) -> bool:
    """Empfänger der Leistungen nach Absatz 1 und wessen Einkommen dabei berücksichtigt ist (Absatz 2)."""
    if transferleistung_mit_unterkunft == Transferleistung.JUGENDHILFE:
        return wohngeld_nur_jugendhilfe
    return transferleistung_mit_unterkunft != Transferleistung.KEINE


@regel("person", norm="§ 7 Abs. 1 Satz 3 Nr. 2, § 8 Abs. 2 WoGG", titel="Auch bei Vorrang ausgeschlossen")
def wohngeld_ausgeschlossen_vorrang(
    transferleistung_mit_unterkunft: Transferleistung, wohngeld_nur_jugendhilfe: bool
) -> bool:
    """Wer durch Wohngeld die Leistungen der Nummern 1 bis 7 vermeiden kann, ist nicht ausgeschlossen."""
    if transferleistung_mit_unterkunft == Transferleistung.JUGENDHILFE:
        return wohngeld_nur_jugendhilfe
    return transferleistung_mit_unterkunft == Transferleistung.ASYLBLG


@regel("person", norm="§ 6 Abs. 1 WoGG", titel="Zu berücksichtigendes Haushaltsmitglied")
def wohngeld_beruecksichtigt(wohngeld_mitglied: bool, wohngeld_ausgeschlossen: bool) -> bool:
    """Alle Haushaltsmitglieder außer den ausgeschlossenen."""
    return wohngeld_mitglied and not wohngeld_ausgeschlossen


@regel("person", norm="§ 6 Abs. 1, § 8 Abs. 2 WoGG", titel="Bei Vorrang zu berücksichtigendes Haushaltsmitglied")
def wohngeld_beruecksichtigt_vorrang(wohngeld_mitglied: bool, wohngeld_ausgeschlossen_vorrang: bool) -> bool:
    """Alle Haushaltsmitglieder außer denen, die auch bei Vorrang des Wohngeldes ausgeschlossen bleiben."""
    return wohngeld_mitglied and not wohngeld_ausgeschlossen_vorrang


@anzahl("wohngeldhaushalt", norm="§ 5 WoGG", titel="Haushaltsmitglieder")
def wohngeld_mitglieder(wohngeld_mitglied: bool) -> bool:
    """Gesamtzahl der Haushaltsmitglieder."""
    return wohngeld_mitglied


@anzahl("wohngeldhaushalt", norm="§ 6 Abs. 1 WoGG", titel="Zu berücksichtigende Haushaltsmitglieder")
def wohngeld_groesse(wohngeld_beruecksichtigt: bool) -> bool:
    """Anzahl der zu berücksichtigenden Haushaltsmitglieder."""
    return wohngeld_beruecksichtigt


@anzahl("wohngeldhaushalt", norm="§ 6 Abs. 1, § 8 Abs. 2 WoGG", titel="Bei Vorrang zu berücksichtigende Mitglieder")
def wohngeld_groesse_vorrang(wohngeld_beruecksichtigt_vorrang: bool) -> bool:
    """Anzahl der Haushaltsmitglieder, die bei Vorrang des Wohngeldes zu berücksichtigen wären."""
    return wohngeld_beruecksichtigt_vorrang


@alle("wohngeldhaushalt", norm="§ 20 Abs. 2 WoGG", titel="Alle dem Grunde nach ausbildungsförderungsberechtigt")
def wohngeld_alle_in_ausbildung(in_ausbildung: bool, wohngeld_ausbildung_nur_darlehen: bool) -> bool:
    """Allen Haushaltsmitgliedern steht Ausbildungsförderung dem Grunde nach zu, nicht nur als Darlehen."""
    return in_ausbildung and not wohngeld_ausbildung_nur_darlehen
