"""Andere Einnahmen als Erwerbseinkommen und Kindergeld (§§ 11, 11a, 11b SGB II, §§ 1, 6 Bürgergeld-V)."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, Position, regel
from sozialamt.rechenkern.rundung import anteil, kaufmaennisch


@regel("person", norm="§ 11 Abs. 1 SGB II", titel="Renten vor Abzügen")
def sgb2_renten(
    rente_gesetzlich: Cent,
    rente_hinterbliebene: Cent,
    rente_sondersystem: Cent,
    rente_unfall: Cent,
    rente_betrieblich: Cent,
    rente_privat: Cent,
) -> Cent:
    """Renten aus gesetzlicher Versicherung, anderen Pflichtsystemen, Betrieb und privater Vorsorge."""
    return (
        rente_gesetzlich + rente_hinterbliebene + rente_sondersystem + rente_unfall + rente_betrieblich + rente_privat
    )


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 1, 2, Abs. 2a SGB II, § 82a SGB XII", titel="Renten nach Abzügen")
def sgb2_renten_netto(
    sgb2_renten: Cent,
    rente_sozialversicherung: Cent,
    betriebsrente_sozialversicherung: Cent,
    rente_steuern: Cent,
    freibetrag_grundrentenzeiten: Cent,
) -> Cent:
    """Abzüglich Pflichtbeiträgen, Steuern und Freibetrag für Grundrentenzeiten."""
    abzuege = rente_sozialversicherung + betriebsrente_sozialversicherung + rente_steuern
    return max(0, sgb2_renten - abzuege - freibetrag_grundrentenzeiten)


@regel("person", norm="§ 11 Abs. 1 SGB II, § 10 Abs. 5 BEEG", titel="Anzurechnendes Elterngeld")
def sgb2_elterngeld(
    elterngeld_bezug: Cent,
    elterngeld_vorgeburtliches_einkommen: Cent,
    elterngeld_plus: bool,
    elterngeld_frei: Cent,
    elterngeld_plus_anteil: Basispunkte,
) -> Cent:
    """Frei bis 300 Euro in Höhe des Erwerbseinkommens vor der Geburt; bei Elterngeld Plus die Hälfte."""
    frei = anteil(elterngeld_frei, elterngeld_plus_anteil) if elterngeld_plus else elterngeld_frei
    return max(0, elterngeld_bezug - min(frei, elterngeld_vorgeburtliches_einkommen))


_MUTTER = "Anzurechnendes Mutterschaftsgeld"


@regel("person", norm="§ 11a Abs. 1 Nr. 6 SGB II", titel=_MUTTER, bis="2023-06-30", nachher=0)
def sgb2_mutterschaftsgeld(mutterschaftsgeld: Cent) -> Cent:
    """Bis 30.06.2023 Einkommen, seither nicht."""
    return mutterschaftsgeld


@regel("person", norm="§ 11 Abs. 1 SGB II", titel="Lohnersatz und Unterhalt")
def sgb2_lohnersatz_unterhalt(
    arbeitslosengeld: Cent,
    krankengeld: Cent,
    sgb2_elterngeld: Cent,
    sgb2_mutterschaftsgeld: Cent,
    unterhalt: Cent,
    unterhaltsvorschuss_bezug: Cent,
) -> Cent:
    """Leistungen, die Erwerbseinkommen ersetzen, und Unterhaltsleistungen."""
    return (
        arbeitslosengeld
        + krankengeld
        + sgb2_elterngeld
        + sgb2_mutterschaftsgeld
        + unterhalt
        + unterhaltsvorschuss_bezug
    )


@regel(
    "person",
    norm="§ 11 Abs. 1, § 11a Abs. 5 SGB II, § 1 Abs. 1 Nr. 3 Bürgergeld-V",
    titel="Kapital, Miete und Zuwendungen",
)
def sgb2_kapital_miete(
    kapitalertraege: Cent,
    sgb2_kapital_frei_jahr: Cent,
    monate_im_jahr: Anzahl,
    mieteinnahmen: Cent,
    zuwendungen_dritter: Cent,
    zuwendungen_haertefall: bool,
) -> Cent:
    """Kapitalerträge über 100 Euro im Jahr, Mieteinnahmen, Zuwendungen ohne besondere Härte."""
    kapital = max(0, kapitalertraege - kaufmaennisch(sgb2_kapital_frei_jahr, monate_im_jahr))
    return kapital + mieteinnahmen + (0 if zuwendungen_haertefall else zuwendungen_dritter)


_TASCHENGELD = "Taschengeld außerhalb des Erwerbseinkommens"


@regel("person", norm="§ 11b Abs. 2 Satz 6 SGB II a. F.", titel=_TASCHENGELD, bis="2023-06-30", nachher=0)
def sgb2_taschengeld_sonstig(freiwilligendienst_taschengeld: Cent, sgb2_freiwilligendienst_absetzbetrag: Cent) -> Cent:
    """Bis 30.06.2023 sonstiges Einkommen mit eigenem Absetzbetrag (bis 2020 200, seit 2021 250 Euro)."""
    return max(0, freiwilligendienst_taschengeld - sgb2_freiwilligendienst_absetzbetrag)


@regel(
    "person", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Eigenes Kindergeld außerhalb der Bedarfsgemeinschaft der Eltern"
)
def sgb2_kindergeld_eigenes(
    kindergeld: Cent, sgb2_kind: bool, kindergeld_empfaenger: Position, kindergeld_weitergeleitet: bool
) -> Cent:
    """Wer nicht als Kind zur Bedarfsgemeinschaft gehört und das Kindergeld selbst erhält, hat es als Einkommen."""
    return kindergeld if not sgb2_kind and (kindergeld_empfaenger < 0 or kindergeld_weitergeleitet) else 0


@regel("person", norm="§ 11 Abs. 1 SGB II", titel="Andere Einnahmen")
def sgb2_andere_einnahmen(
    sgb2_renten_netto: Cent,
    sgb2_lohnersatz_unterhalt: Cent,
    sgb2_kapital_miete: Cent,
    sgb2_taschengeld_sonstig: Cent,
    sgb2_kindergeld_eigenes: Cent,
    sonstiges_einkommen: Cent,
    wohngeld_bezug: Cent,
) -> Cent:
    """Alle Einnahmen in Geld außer Erwerbseinkommen, Ausbildungsförderung und einmaligen Einnahmen."""
    return (
        sgb2_renten_netto
        + sgb2_lohnersatz_unterhalt
        + sgb2_kapital_miete
        + sgb2_taschengeld_sonstig
        + sgb2_kindergeld_eigenes
        + sonstiges_einkommen
        + wohngeld_bezug
    )


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 3, 4, Abs. 2b Satz 4 SGB II", titel="Absetzbetrag von anderen Einnahmen")
def sgb2_absetzbetrag_sonstiges(
    sgb2_vorsorge: Cent,
    sgb2_erwerb_brutto: Cent,
    sgb2_ausbildungsfoerderung: Cent,
    sgb2_ausbildungsfoerderung_absetzbetrag: Cent,
) -> Cent:
    """Vorsorge, soweit nicht schon vom Erwerbseinkommen abgesetzt; von Ausbildungsförderung mindestens 100 Euro."""
    rest = max(0, sgb2_vorsorge - sgb2_erwerb_brutto)
    if sgb2_erwerb_brutto > 0:
        return rest
    return max(rest, min(sgb2_ausbildungsfoerderung, sgb2_ausbildungsfoerderung_absetzbetrag))


@regel("person", norm="§ 11b Abs. 1 Satz 1, § 1 Abs. 1 Nr. 1 Bürgergeld-V", titel="Andere Einnahmen nach Abzügen")
def sgb2_sonstiges_bereinigt(
    sgb2_andere_einnahmen: Cent,
    sgb2_ausbildungsfoerderung: Cent,
    sgb2_absetzbetrag_sonstiges: Cent,
    sgb2_bagatelle: Cent,
) -> Cent:
    """Einnahmen bis zehn Euro im Monat zählen nicht."""
    einnahmen = sgb2_andere_einnahmen + sgb2_ausbildungsfoerderung
    return 0 if einnahmen <= sgb2_bagatelle else max(0, einnahmen - sgb2_absetzbetrag_sonstiges)


@regel("person", norm="§ 11b Abs. 1 Satz 1 SGB II", titel="Nicht verbrauchter Absetzbetrag")
def sgb2_absetzbetrag_uebrig(
    sgb2_absetzbetrag_sonstiges: Cent, sgb2_andere_einnahmen: Cent, sgb2_ausbildungsfoerderung: Cent
) -> Cent:
    """Bleibt für Kindergeld und einmalige Einnahmen."""
    return max(0, sgb2_absetzbetrag_sonstiges - sgb2_andere_einnahmen - sgb2_ausbildungsfoerderung)


@regel("person", norm="§ 11b Abs. 1 Satz 1 Nr. 7, 8 SGB II", titel="Laufendes Einkommen nach Abzügen")
def sgb2_einkommen_laufend(
    sgb2_erwerb_bereinigt: Cent,
    sgb2_sonstiges_bereinigt: Cent,
    sgb2_unterhaltszahlung: Cent,
    sgb2_ausbildung_kind: Cent,
) -> Cent:
    """Abzüglich titulierten Unterhalts und des bei der Ausbildungsförderung eines Kindes berücksichtigten Betrags."""
    return max(0, sgb2_erwerb_bereinigt + sgb2_sonstiges_bereinigt - sgb2_unterhaltszahlung - sgb2_ausbildung_kind)


@regel("person", norm="§ 11 Abs. 1 Satz 5 SGB II", titel="Kindergeld des Kindes nach Abzügen")
def sgb2_kindergeld(kindergeld: Cent, sgb2_kind: bool, sgb2_absetzbetrag_uebrig: Cent) -> Cent:
    """Bei volljährigen Kindern abzüglich der Versicherungspauschale, soweit nicht schon abgesetzt."""
    return max(0, kindergeld - sgb2_absetzbetrag_uebrig) if sgb2_kind else 0
