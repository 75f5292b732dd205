"""Die sieben Bedarfe in der Reihenfolge der Absätze (§ 28 Abs. 2 bis 7 SGB II, § 34 Abs. 2 bis 7 SGB XII)."""

from sozialamt.leistungen.bildung_und_teilhabe.auswahl import ButRechtskreis
from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, regel
from sozialamt.rechenkern.kalender import monat_im_jahr, monatserster


@regel("person", norm="§ 28 Abs. 2 Satz 2 SGB II, § 34 Abs. 2 Satz 2 SGB XII", titel="Schule oder Kindertagesbetreuung")
def but_schule_oder_kita(but_rechtskreis: ButRechtskreis, but_schueler: bool, but_tageseinrichtung: bool) -> bool:
    """Schülerinnen und Schüler sowie Kinder in Tageseinrichtung oder Kindertagespflege."""
    return but_rechtskreis != ButRechtskreis.KEINER and (but_schueler or but_tageseinrichtung)


@regel("person", norm="§ 28 Abs. 2 Satz 1 Nr. 1 SGB II, § 34 Abs. 2 Satz 1 Nr. 1 SGB XII", titel="Bedarf für Ausflüge")
def but_bedarf_ausfluege(but_schule_oder_kita: bool, but_antrag_uebrige: bool, but_ausflug_kosten: Cent) -> Cent:
    """Tatsächliche Aufwendungen für Ausflüge der Schule oder Kita."""
    return but_ausflug_kosten if but_schule_oder_kita and but_antrag_uebrige else 0


@regel(
    "person",
    norm="§ 28 Abs. 2 Satz 1 Nr. 2 SGB II, § 34 Abs. 2 Satz 1 Nr. 2 SGB XII",
    titel="Bedarf für mehrtägige Fahrten",
)
def but_bedarf_klassenfahrten(but_schule_oder_kita: bool, but_antrag_uebrige: bool, but_fahrt_kosten: Cent) -> Cent:
    """Tatsächliche Aufwendungen für mehrtägige Fahrten im Rahmen der schulrechtlichen Bestimmungen."""
    return but_fahrt_kosten if but_schule_oder_kita and but_antrag_uebrige else 0


# --- Persönlicher Schulbedarf ---


@regel("person", norm="§ 28 Abs. 3 SGB II, § 34 Abs. 3 Satz 1 SGB XII", titel="Monat des ersten Schulhalbjahres")
def but_monat_erstes(
    but_wie_sgb2: bool, but_schulbedarf_monate: tuple[Anzahl, ...], but_schuljahr_monat: Anzahl
) -> Anzahl:
    """SGB II und BKGG August; SGB XII und AsylbLG der Monat des ersten Schultags."""
    return but_schulbedarf_monate[0] if but_wie_sgb2 else but_schuljahr_monat


@regel("person", norm="§ 28 Abs. 3 SGB II, § 34 Abs. 3 Satz 1 SGB XII", titel="Monat des zweiten Schulhalbjahres")
def but_monat_zweites(
    but_wie_sgb2: bool, but_schulbedarf_monate: tuple[Anzahl, ...], but_halbjahr_monat: Anzahl
) -> Anzahl:
    """SGB II und BKGG Februar; SGB XII und AsylbLG der Monat, in dem das zweite Schulhalbjahr beginnt."""
    return but_schulbedarf_monate[1] if but_wie_sgb2 else but_halbjahr_monat


@regel("person", norm="§ 34 Abs. 3 SGB XII", titel="Monate seit Beginn des Schuljahres")
def but_schuljahr_stelle(but_monat_erstes: Anzahl, monate_im_jahr: Anzahl, monat: Datum) -> Anzahl:
    """0 im Monat des Schuljahresbeginns, dann fortlaufend bis zum nächsten."""
    return (monat_im_jahr(monat) - but_monat_erstes + monate_im_jahr) % monate_im_jahr


@regel("person", norm="§ 34 Abs. 3 SGB XII", titel="Monate vom Beginn des Schuljahres bis zum zweiten Halbjahr")
def but_halbjahr_stelle(but_monat_erstes: Anzahl, but_monat_zweites: Anzahl, monate_im_jahr: Anzahl) -> Anzahl:
    """Abstand der beiden Monate."""
    return (but_monat_zweites - but_monat_erstes + monate_im_jahr) % monate_im_jahr


@regel("person", norm="§ 34 Abs. 3 Satz 1, Abs. 3a SGB XII", titel="Teilbetrag des laufenden ersten Schulhalbjahres")
def but_teilbetrag_erstes(
    but_monat_erstes: Anzahl, but_schulbedarf_erstes: Cent, but_schulbedarf_vorjahr: Cent, monat: Datum
) -> Cent:
    """Betrag des Kalenderjahres, in dem das erste Halbjahr des laufenden Schuljahres begann."""
    return but_schulbedarf_erstes if monat_im_jahr(monat) >= but_monat_erstes else but_schulbedarf_vorjahr


@regel("person", norm="§ 34 Abs. 3 Satz 2 SGB XII", titel="Aufnahme erst im Lauf des Schuljahres")
def but_spaet_aufgenommen(
    but_schulaufnahme_am: Datum, but_spaete_aufnahme: bool, but_schuljahr_stelle: Anzahl, monat: Datum
) -> bool:
    """Erstmalige Aufnahme in diesem Monat, der nach dem Beginn des Schuljahres liegt."""
    if not but_spaete_aufnahme or but_schuljahr_stelle == 0:
        return False
    return monatserster(but_schulaufnahme_am) == monat


@regel("person", norm="§ 34 Abs. 3 Satz 2 Nr. 3 SGB XII", titel="Wiederaufnahme nach Unterbrechung")
def but_wieder_aufgenommen(
    but_schulwiederaufnahme_am: Datum,
    but_spaete_aufnahme: bool,
    but_schuljahr_stelle: Anzahl,
    but_halbjahr_stelle: Anzahl,
    monat: Datum,
) -> bool:
    """Wiederaufnahme in diesem Monat, der nach dem Beginn des zweiten Schulhalbjahres liegt."""
    if not but_spaete_aufnahme or but_schuljahr_stelle <= but_halbjahr_stelle:
        return False
    return monatserster(but_schulwiederaufnahme_am) == monat


@regel("person", norm="§ 34 Abs. 3 SGB XII, § 28 Abs. 3 SGB II", titel="Schulbedarf dieses Monats")
def but_schulbedarf_monat(
    but_schuljahr_stelle: Anzahl,
    but_halbjahr_stelle: Anzahl,
    but_spaet_aufgenommen: bool,
    but_wieder_aufgenommen: bool,
    but_teilbetrag_erstes: Cent,
    but_schulbedarf_zweites: Cent,
) -> Cent:
    """Beginn der Halbjahre; bei später Aufnahme der erste oder beide Teilbeträge, bei Wiederaufnahme der zweite."""
    if but_spaet_aufgenommen:
        beide = but_schuljahr_stelle >= but_halbjahr_stelle
        return but_teilbetrag_erstes + but_schulbedarf_zweites if beide else but_teilbetrag_erstes
    if but_schuljahr_stelle == 0:
        return but_teilbetrag_erstes
    if but_schuljahr_stelle == but_halbjahr_stelle or but_wieder_aufgenommen:
        return but_schulbedarf_zweites
    return 0


@regel("person", norm="§ 28 Abs. 3 SGB II, § 34 Abs. 3 SGB XII", titel="Bedarf für persönlichen Schulbedarf")
def but_bedarf_schulbedarf(
    but_rechtskreis: ButRechtskreis, but_schueler: bool, but_antrag_schulbedarf: bool, but_schulbedarf_monat: Cent
) -> Cent:
    """Nur Schülerinnen und Schüler."""
    berechtigt = but_rechtskreis != ButRechtskreis.KEINER and but_schueler and but_antrag_schulbedarf
    return but_schulbedarf_monat if berechtigt else 0


# --- Beförderung, Lernförderung, Mittagessen, Teilhabe ---


@regel("person", norm="§ 28 Abs. 4 SGB II, § 34 Abs. 4 SGB XII", titel="Bedarf für Schülerbeförderung")
def but_bedarf_schuelerbefoerderung(
    but_schueler: bool,
    but_antrag_uebrige: bool,
    but_befoerderung_erforderlich: bool,
    but_befoerderung_kosten: Cent,
    but_befoerderung_dritte: Cent,
    but_eigenanteil_befoerderung: Cent,
    but_rechtskreis: ButRechtskreis,
) -> Cent:
    """Erforderliche Aufwendungen, soweit nicht von Dritten übernommen; bis Juli 2019 mit Eigenanteil."""
    if but_rechtskreis == ButRechtskreis.KEINER or not but_schueler or not but_antrag_uebrige:
        return 0
    if not but_befoerderung_erforderlich:
        return 0
    return max(but_befoerderung_kosten - but_befoerderung_dritte - but_eigenanteil_befoerderung, 0)


@regel("person", norm="§ 28 Abs. 5 SGB II, § 34 Abs. 5 SGB XII", titel="Bedarf für Lernförderung")
def but_bedarf_lernfoerderung(
    but_rechtskreis: ButRechtskreis,
    but_schueler: bool,
    but_antrag_lernfoerderung: bool,
    but_lernfoerderung_bestaetigt: bool,
    but_lernfoerderung_kosten: Cent,
) -> Cent:
    """Angemessene, geeignete und zusätzlich erforderliche Lernförderung auf gesonderten Antrag."""
    if but_rechtskreis == ButRechtskreis.KEINER or not but_schueler:
        return 0
    return but_lernfoerderung_kosten if but_antrag_lernfoerderung and but_lernfoerderung_bestaetigt else 0


@regel("person", norm="§ 28 Abs. 6 SGB II, § 34 Abs. 6 SGB XII", titel="Bedarf für Mittagsverpflegung")
def but_bedarf_mittagsverpflegung(
    but_schule_oder_kita: bool,
    but_tageseinrichtung: bool,
    but_mittagessen_schulisch: bool,
    but_antrag_uebrige: bool,
    but_mittagessen_kosten: Cent,
    but_mittagessen_tage: Anzahl,
    but_eigenanteil_mittagessen: Cent,
) -> Cent:
    """Entstehende Aufwendungen; bei Schülern in schulischer Verantwortung. Bis Juli 2019 mit Eigenanteil je Tag."""
    if not but_schule_oder_kita or not but_antrag_uebrige or not (but_tageseinrichtung or but_mittagessen_schulisch):
        return 0
    return max(but_mittagessen_kosten - but_mittagessen_tage * but_eigenanteil_mittagessen, 0)


@regel("person", norm="§ 28 Abs. 7 SGB II, § 34 Abs. 7, § 42 Nr. 3 SGB XII", titel="Berechtigt zu Teilhabe")
def but_teilhabe_berechtigt(
    but_rechtskreis: ButRechtskreis, alter_monatsbeginn: Jahre, volljaehrigkeit: Jahre, but_antrag_uebrige: bool
) -> bool:
    """Bis zur Vollendung des 18. Lebensjahres; nicht im Vierten Kapitel."""
    if but_rechtskreis == ButRechtskreis.KEINER or but_rechtskreis == ButRechtskreis.KAPITEL_4:
        return False
    return alter_monatsbeginn < volljaehrigkeit and but_antrag_uebrige


@regel("person", norm="§ 28 Abs. 7 SGB II, § 34 Abs. 7 SGB XII", titel="Bedarf für soziale und kulturelle Teilhabe")
def but_bedarf_teilhabe(
    but_teilhabe_berechtigt: bool,
    but_teilhabe_kosten: Cent,
    but_teilhabe_weitere: Cent,
    but_teilhabe_monat: Cent,
    but_teilhabe_pauschal: bool,
) -> Cent:
    """Pauschale, sobald Aufwendungen entstehen (bis Juli 2019 höchstens diese); dazu anerkannte weitere."""
    if not but_teilhabe_berechtigt:
        return 0
    if but_teilhabe_kosten == 0:
        return but_teilhabe_weitere
    betrag = but_teilhabe_monat if but_teilhabe_pauschal else min(but_teilhabe_kosten, but_teilhabe_monat)
    return betrag + but_teilhabe_weitere
