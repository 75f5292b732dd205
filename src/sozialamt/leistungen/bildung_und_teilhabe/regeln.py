"""Einsatz übersteigender Mittel, Leistungen und Ablehnung (§ 9 Abs. 2 Satz 4, § 19 Abs. 3 SGB II, § 34a SGB XII)."""

from sozialamt.leistungen.bildung_und_teilhabe.auswahl import ButAblehnung, ButRechtskreis
from sozialamt.rechenkern import Anzahl, Cent, anzahl, regel
from sozialamt.rechenkern.rundung import kaufmaennisch


@regel("person", norm="§ 28 Abs. 2 bis 7 SGB II, § 34 Abs. 2 bis 7 SGB XII", titel="Bedarfe für Bildung und Teilhabe")
def but_bedarf(
    but_bedarf_ausfluege: Cent,
    but_bedarf_klassenfahrten: Cent,
    but_bedarf_schulbedarf: Cent,
    but_bedarf_schuelerbefoerderung: Cent,
    but_bedarf_lernfoerderung: Cent,
    but_bedarf_mittagsverpflegung: Cent,
    but_bedarf_teilhabe: Cent,
) -> Cent:
    """Summe der sieben Bedarfe."""
    schule = but_bedarf_ausfluege + but_bedarf_klassenfahrten + but_bedarf_schulbedarf
    uebrige = but_bedarf_schuelerbefoerderung + but_bedarf_lernfoerderung + but_bedarf_mittagsverpflegung
    return schule + uebrige + but_bedarf_teilhabe


@anzahl("bedarfsgemeinschaft", norm="§ 9 Abs. 2 Satz 4 SGB II", titel="Personen mit Bedarfen für Bildung und Teilhabe")
def but_personen_bg(but_bedarf: Cent, but_rechtskreis: ButRechtskreis) -> bool:
    """Leistungsberechtigte im SGB II, auf die übersteigende Mittel zu gleichen Teilen entfallen."""
    return but_bedarf > 0 and but_rechtskreis == ButRechtskreis.SGB_2


@anzahl(
    "einsatzgemeinschaft", norm="§ 34a Abs. 1 Satz 2 SGB XII", titel="Personen mit Bedarfen für Bildung und Teilhabe"
)
def but_personen_eg(but_bedarf: Cent, but_rechtskreis: ButRechtskreis) -> bool:
    """Leistungsberechtigte im SGB XII und AsylbLG."""
    return but_bedarf > 0 and but_rechtskreis != ButRechtskreis.SGB_2 and but_rechtskreis != ButRechtskreis.BKGG


def _gleicher_teil(betrag: Cent, personen: Anzahl) -> Cent:
    return kaufmaennisch(max(betrag, 0), max(personen, 1))


@regel("person", norm="§ 9 Abs. 2 Satz 4, § 19 Abs. 3 Satz 3 SGB II", titel="Übersteigende Mittel im SGB II")
def but_mittel_sgb2(
    sgb2_bedarf_bg: Cent, sgb2_einkommen_bg: Cent, sgb2_vermoegenseinsatz: Cent, but_personen_bg: Anzahl
) -> Cent:
    """Einkommen und Vermögen über den Bedarfen nach §§ 20 bis 23, zu gleichen Teilen."""
    return _gleicher_teil(sgb2_einkommen_bg + sgb2_vermoegenseinsatz - sgb2_bedarf_bg, but_personen_bg)


@regel("person", norm="§ 7 Abs. 3 Nr. 4, § 19 Abs. 3 SGB II", titel="Eigene übersteigende Mittel des Kindes im SGB II")
def but_mittel_sgb2_kind(sgb2_kind: bool, sgb2_einkommen: Cent, sgb2_vermoegen_kind: Cent, sgb2_bedarf: Cent) -> Cent:
    """Einkommen und Vermögen des Kindes über seinem Lebensunterhalt; übriges Kindergeld zählt bei den Eltern."""
    return max(sgb2_einkommen + sgb2_vermoegen_kind - sgb2_bedarf, 0) if sgb2_kind else 0


@regel("person", norm="§ 34a Abs. 1 Satz 2 SGB XII", titel="Übersteigende Mittel im SGB XII")
def but_mittel_sgb12(
    einsetzbar_gemeinschaft: Cent,
    but_personen_eg: Anzahl,
    kind_der_einsatzgemeinschaft: bool,
    eltern_setzen_ein: bool,
    ueberschuss: Cent,
    vermoegen_ueberschuss_kind: Cent,
) -> Cent:
    """Mittel der Partner oder Eltern über den Bedarfen der Gemeinschaft; bei Kindern auch eigene."""
    if not kind_der_einsatzgemeinschaft:
        return _gleicher_teil(einsetzbar_gemeinschaft, but_personen_eg)
    von_eltern = _gleicher_teil(einsetzbar_gemeinschaft, but_personen_eg) if eltern_setzen_ein else 0
    return von_eltern + ueberschuss + vermoegen_ueberschuss_kind


@regel("person", norm="§ 3 Abs. 4, § 7 Abs. 1 AsylbLG", titel="Übersteigende Mittel im AsylbLG")
def but_mittel_asylblg(
    asylblg_familie_ueberschuss: Cent,
    asylblg_familie_ungedeckt: Cent,
    asylblg_vermoegen_ueber_freibetrag: Cent,
    vermoegen_ueberschuss: Cent,
    asylblg_tage_analog: Anzahl,
    but_personen_eg: Anzahl,
) -> Cent:
    """Mittel der Familie über allen Bedarfen nach §§ 2, 3."""
    vermoegen = vermoegen_ueberschuss if asylblg_tage_analog > 0 else asylblg_vermoegen_ueber_freibetrag
    return _gleicher_teil(asylblg_familie_ueberschuss + vermoegen - asylblg_familie_ungedeckt, but_personen_eg)


@regel(
    "person",
    norm="§ 19 Abs. 3 Satz 3 SGB II, § 34a Abs. 1 Satz 2 SGB XII, § 6b Abs. 2 Satz 5 BKGG",
    titel="Einzusetzende Mittel",
)
def but_mittel(
    but_rechtskreis: ButRechtskreis,
    but_mittel_sgb2: Cent,
    but_mittel_sgb2_kind: Cent,
    but_mittel_sgb12: Cent,
    but_mittel_asylblg: Cent,
) -> Cent:
    """Nach dem Rechtskreis; im BKGG werden keine Mittel eingesetzt."""
    if but_rechtskreis == ButRechtskreis.SGB_2:
        return but_mittel_sgb2 + but_mittel_sgb2_kind
    if but_rechtskreis == ButRechtskreis.ASYLBLG:
        return but_mittel_asylblg
    return 0 if but_rechtskreis == ButRechtskreis.BKGG else but_mittel_sgb12


def _ungedeckt(mittel: Cent, vorher: Cent, bedarf: Cent) -> Cent:
    """Bedarf ohne die Mittel, die nach den vorangehenden Bedarfen noch übrig sind."""
    return bedarf - min(max(mittel - vorher, 0), bedarf)


@regel("person", norm="§ 28 Abs. 2 Satz 1 Nr. 1 SGB II, § 34 Abs. 2 Satz 1 Nr. 1 SGB XII", titel="Eintägige Ausflüge")
def but_ausfluege(but_mittel: Cent, but_bedarf_ausfluege: Cent) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, 0, but_bedarf_ausfluege)


@regel("person", norm="§ 28 Abs. 2 Satz 1 Nr. 2 SGB II, § 34 Abs. 2 Satz 1 Nr. 2 SGB XII", titel="Mehrtägige Fahrten")
def but_klassenfahrten(but_mittel: Cent, but_bedarf_ausfluege: Cent, but_bedarf_klassenfahrten: Cent) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, but_bedarf_ausfluege, but_bedarf_klassenfahrten)


@regel("person", norm="§ 19 Abs. 3 Satz 3 SGB II", titel="Bedarfe nach Absatz 2")
def but_bedarf_absatz_2(but_bedarf_ausfluege: Cent, but_bedarf_klassenfahrten: Cent) -> Cent:
    """Ausflüge und Fahrten, die vor dem Schulbedarf gedeckt werden."""
    return but_bedarf_ausfluege + but_bedarf_klassenfahrten


@regel("person", norm="§ 28 Abs. 3 SGB II, § 34 Abs. 3 SGB XII", titel="Persönlicher Schulbedarf")
def but_schulbedarf(but_mittel: Cent, but_bedarf_absatz_2: Cent, but_bedarf_schulbedarf: Cent) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, but_bedarf_absatz_2, but_bedarf_schulbedarf)


@regel("person", norm="§ 28 Abs. 4 SGB II, § 34 Abs. 4 SGB XII", titel="Schülerbeförderung")
def but_schuelerbefoerderung(
    but_mittel: Cent, but_bedarf_absatz_2: Cent, but_bedarf_schulbedarf: Cent, but_bedarf_schuelerbefoerderung: Cent
) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, but_bedarf_absatz_2 + but_bedarf_schulbedarf, but_bedarf_schuelerbefoerderung)


@regel("person", norm="§ 19 Abs. 3 Satz 3 SGB II", titel="Bedarfe nach den Absätzen 2 bis 4")
def but_bedarf_absatz_4(
    but_bedarf_absatz_2: Cent, but_bedarf_schulbedarf: Cent, but_bedarf_schuelerbefoerderung: Cent
) -> Cent:
    """Was vor der Lernförderung gedeckt wird."""
    return but_bedarf_absatz_2 + but_bedarf_schulbedarf + but_bedarf_schuelerbefoerderung


@regel("person", norm="§ 28 Abs. 5 SGB II, § 34 Abs. 5 SGB XII", titel="Lernförderung")
def but_lernfoerderung(but_mittel: Cent, but_bedarf_absatz_4: Cent, but_bedarf_lernfoerderung: Cent) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, but_bedarf_absatz_4, but_bedarf_lernfoerderung)


@regel("person", norm="§ 28 Abs. 6 SGB II, § 34 Abs. 6 SGB XII", titel="Mittagsverpflegung")
def but_mittagsverpflegung(
    but_mittel: Cent, but_bedarf_absatz_4: Cent, but_bedarf_lernfoerderung: Cent, but_bedarf_mittagsverpflegung: Cent
) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel."""
    return _ungedeckt(but_mittel, but_bedarf_absatz_4 + but_bedarf_lernfoerderung, but_bedarf_mittagsverpflegung)


@regel("person", norm="§ 28 Abs. 7 SGB II, § 34 Abs. 7 SGB XII", titel="Soziale und kulturelle Teilhabe")
def but_teilhabe(but_mittel: Cent, but_bedarf: Cent, but_bedarf_teilhabe: Cent) -> Cent:
    """Leistung nach Einsatz übersteigender Mittel; sie deckt als letzte."""
    return _ungedeckt(but_mittel, but_bedarf - but_bedarf_teilhabe, but_bedarf_teilhabe)


@regel("person", norm="§ 28 SGB II, § 34 SGB XII, § 3 Abs. 4 AsylbLG, § 6b BKGG", titel="Bildung und Teilhabe")
def bildung_und_teilhabe(
    but_ausfluege: Cent,
    but_klassenfahrten: Cent,
    but_schulbedarf: Cent,
    but_schuelerbefoerderung: Cent,
    but_lernfoerderung: Cent,
    but_mittagsverpflegung: Cent,
    but_teilhabe: Cent,
) -> Cent:
    """Summe der Leistungen des Monats, gleich in welcher Form sie erbracht werden."""
    schule = but_ausfluege + but_klassenfahrten + but_schulbedarf + but_schuelerbefoerderung
    return schule + but_lernfoerderung + but_mittagsverpflegung + but_teilhabe


@regel("person", norm="§ 29 Abs. 1 Satz 3 SGB II, § 34a Abs. 2 Satz 3 SGB XII", titel="Davon immer in Geld")
def but_in_geld(but_schulbedarf: Cent, but_schuelerbefoerderung: Cent) -> Cent:
    """Schulbedarf und Schülerbeförderung in Geld, die übrigen auch durch Gutschein oder Direktzahlung."""
    return but_schulbedarf + but_schuelerbefoerderung


@regel("person", norm="§ 37 Abs. 1 SGB II, § 34a Abs. 1 SGB XII, § 9 Abs. 3 BKGG", titel="Nötiger Antrag fehlt")
def but_antrag_fehlt(
    but_antrag_uebrige: bool,
    but_antrag_schulbedarf: bool,
    but_antrag_lernfoerderung: bool,
    but_lernfoerderung_bestaetigt: bool,
) -> bool:
    """Für mindestens einen angegebenen Bedarf fehlt der Antrag."""
    if not but_antrag_uebrige or not but_antrag_schulbedarf:
        return True
    return but_lernfoerderung_bestaetigt and not but_antrag_lernfoerderung


@regel("person", norm="§ 28 SGB II, § 34 SGB XII, § 3 Abs. 4 AsylbLG, § 6b BKGG", titel="Ablehnungsgrund")
def but_ablehnung(
    bildung_und_teilhabe: Cent,
    but_rechtskreis: ButRechtskreis,
    but_bedarf: Cent,
    schulbesuch: bool,
    but_schueler: bool,
    but_zu_alt: bool,
    but_antrag_fehlt: bool,
) -> ButAblehnung:
    """Erster zutreffender Grund; keiner, wenn eine Leistung zusteht."""
    if bildung_und_teilhabe > 0:
        return ButAblehnung.KEINE
    if but_rechtskreis == ButRechtskreis.KEINER:
        return ButAblehnung.NICHT_BERECHTIGT
    if but_bedarf > 0:
        return ButAblehnung.GEDECKT
    if schulbesuch and not but_schueler:
        return ButAblehnung.ALTERSGRENZE if but_zu_alt else ButAblehnung.AUSBILDUNGSVERGUETUNG
    return ButAblehnung.ANTRAG if but_antrag_fehlt else ButAblehnung.KEIN_BEDARF
