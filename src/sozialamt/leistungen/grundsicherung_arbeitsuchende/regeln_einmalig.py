"""Einmalige Einnahmen und Nachzahlungen (§ 11 Abs. 3 SGB II)."""

from sozialamt.rechenkern import Anzahl, Cent, Datum, regel, summe
from sozialamt.rechenkern.kalender import monate_bis
from sozialamt.rechenkern.rundung import kaufmaennisch
from sozialamt.recht.auswahl import ArtEinmaligeEinnahme, VerteilungEinmaligeEinnahme


@regel("person", norm="§ 11 Abs. 3 Satz 1, 3 SGB II", titel="Monate seit Beginn der Berücksichtigung")
def sgb2_einmalig_seit(
    einmalige_einnahme_monat: Datum,
    einmalige_einnahme_nach_auszahlung: bool,
    sgb2_zuflussprinzip_ab: Datum,
    monat: Datum,
) -> Anzahl:
    """0 im ersten Monat, -1 davor; bei Zufluss bis 30.06.2023 nach Auszahlung erst ab dem Folgemonat."""
    if einmalige_einnahme_monat == 0:
        return -1
    seit = monate_bis(einmalige_einnahme_monat, monat)
    if einmalige_einnahme_nach_auszahlung and einmalige_einnahme_monat < sgb2_zuflussprinzip_ab:
        seit -= 1
    return max(-1, seit)


@regel("person", norm="§ 11 Abs. 3, § 11a Abs. 1 Nr. 7 SGB II", titel="Verteilbare einmalige Einnahme")
def sgb2_einmalig_verteilbar(
    einmalige_einnahme_art: ArtEinmaligeEinnahme, einmalige_einnahme_monat: Datum, sgb2_zuflussprinzip_ab: Datum
) -> bool:
    """Seit 01.07.2023 werden nur noch Nachzahlungen verteilt."""
    return (
        einmalige_einnahme_monat < sgb2_zuflussprinzip_ab or einmalige_einnahme_art == ArtEinmaligeEinnahme.NACHZAHLUNG
    )


@regel(
    "person", norm="§ 11 Abs. 3, § 11a Abs. 1 Nr. 7, § 11b Abs. 1 Satz 2 SGB II", titel="Einmalige Einnahme im Monat"
)
def sgb2_einmalig_betrag(
    einmalige_einnahme: Cent,
    einmalige_einnahme_art: ArtEinmaligeEinnahme,
    einmalige_einnahme_monat: Datum,
    sgb2_zuflussprinzip_ab: Datum,
    sgb2_einmalig_seit: Anzahl,
    einmalige_einnahme_monate: Anzahl,
) -> Cent:
    """Betrag, der im Monat noch zu berücksichtigen sein kann; Erbschaften seit 01.07.2023 nicht."""
    if sgb2_einmalig_seit < 0 or sgb2_einmalig_seit >= einmalige_einnahme_monate:
        return 0
    if einmalige_einnahme_art == ArtEinmaligeEinnahme.ERBSCHAFT and einmalige_einnahme_monat >= sgb2_zuflussprinzip_ab:
        return 0
    return einmalige_einnahme if einmalige_einnahme_art != ArtEinmaligeEinnahme.KEINE else 0


@summe("bedarfsgemeinschaft", norm="§ 11 Abs. 3 SGB II", titel="Einmalige Einnahmen der Bedarfsgemeinschaft")
def sgb2_einmalig_bg(sgb2_einmalig_betrag: Cent) -> Cent:
    """Für die Prüfung, ob der Anspruch entfiele."""
    return sgb2_einmalig_betrag


@summe("bedarfsgemeinschaft", norm="§ 11 Abs. 3 SGB II", titel="Anspruch ohne einmalige Einnahmen")
def sgb2_luecke(
    sgb2_leistungsberechtigt: bool,
    sgb2_kind: bool,
    sgb2_bedarf: Cent,
    sgb2_einkommen_laufend: Cent,
    sgb2_kindergeld: Cent,
) -> Cent:
    """Bedarf abzüglich laufenden Einkommens; ein Kind gibt höchstens sein Kindergeld an die anderen weiter."""
    if not sgb2_leistungsberechtigt:
        return 0
    offen = sgb2_bedarf - sgb2_einkommen_laufend - sgb2_kindergeld
    return max(offen, -sgb2_kindergeld) if sgb2_kind else offen


@regel("bedarfsgemeinschaft", norm="§ 11 Abs. 3 SGB II", titel="Anspruch entfiele im Zuflussmonat")
def sgb2_einmalig_verdraengt(sgb2_einmalig_bg: Cent, sgb2_luecke: Cent) -> bool:
    """Dann ist auf sechs Monate zu verteilen."""
    return sgb2_einmalig_bg > 0 and sgb2_einmalig_bg >= sgb2_luecke


@regel("person", norm="§ 11 Abs. 3 SGB II", titel="Einmalige Einnahme wird verteilt")
def sgb2_einmalig_verteilt(
    sgb2_einmalig_verteilbar: bool,
    sgb2_einmalig_verdraengt: bool,
    einmalige_einnahme_verteilung: VerteilungEinmaligeEinnahme,
) -> bool:
    """Entschieden wird im ersten Monat; die Angabe in den Folgemonaten hält die Entscheidung fest."""
    if not sgb2_einmalig_verteilbar:
        return False
    if einmalige_einnahme_verteilung == VerteilungEinmaligeEinnahme.PRUEFEN:
        return sgb2_einmalig_verdraengt
    return einmalige_einnahme_verteilung == VerteilungEinmaligeEinnahme.VERTEILEN


@regel("person", norm="§ 11 Abs. 3 SGB II, § 41 Abs. 2 SGB II", titel="Anzurechnende einmalige Einnahme")
def sgb2_einmalig(
    sgb2_einmalig_betrag: Cent,
    sgb2_einmalig_verteilt: bool,
    sgb2_einmalig_seit: Anzahl,
    einmalige_einnahme_monate: Anzahl,
    sgb2_absetzbetrag_uebrig: Cent,
    kindergeld: Cent,
) -> Cent:
    """Im ersten Monat ganz oder in gleichen Teilen, abzüglich des nicht verbrauchten Absetzbetrags."""
    if sgb2_einmalig_betrag == 0:
        return 0
    uebrig = max(0, sgb2_absetzbetrag_uebrig - kindergeld)
    if not sgb2_einmalig_verteilt:
        return max(0, sgb2_einmalig_betrag - uebrig) if sgb2_einmalig_seit == 0 else 0
    bisher = kaufmaennisch(sgb2_einmalig_betrag * sgb2_einmalig_seit, einmalige_einnahme_monate)
    jetzt = kaufmaennisch(sgb2_einmalig_betrag * (sgb2_einmalig_seit + 1), einmalige_einnahme_monate)
    return max(0, jetzt - bisher - uebrig)


@regel("person", norm="§ 11 SGB II", titel="Einkommen nach Abzügen")
def sgb2_einkommen(sgb2_einkommen_laufend: Cent, sgb2_einmalig: Cent) -> Cent:
    """Eigenes Einkommen ohne Kindergeld der Kinder."""
    return sgb2_einkommen_laufend + sgb2_einmalig
