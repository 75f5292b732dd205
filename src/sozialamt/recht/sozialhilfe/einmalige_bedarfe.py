"""Einmalige Bedarfe (§ 31 SGB XII)."""

from sozialamt.rechenkern import Cent, regel


@regel("person", norm="§ 31 Abs. 1 SGB XII", titel="Einmalige Bedarfe vor Einkommen der Folgemonate")
def einmalige_bedarfe_anerkannt(
    erstausstattung_wohnung: Cent,
    erstausstattung_bekleidung: Cent,
    erstausstattung_geburt: Cent,
    therapeutische_geraete: Cent,
) -> Cent:
    """Erstausstattungen, orthopädische Schuhe und therapeutische Geräte, auch als Pauschalbetrag."""
    return erstausstattung_wohnung + erstausstattung_bekleidung + erstausstattung_geburt + therapeutische_geraete


@regel("person", norm="§ 31 Abs. 2 Satz 2, § 27b Abs. 2 SGB XII", titel="Eingesetztes Einkommen der Folgemonate")
def einkommenseinsatz_einmalig(
    einmalige_bedarfe_anerkannt: Cent, einkommenseinsatz_folgemonate: Cent, lebt_in_einrichtung: bool
) -> Cent:
    """Übersteigendes Einkommen der bis zu sechs Folgemonate; in Einrichtungen ist die Vorschrift nicht anzuwenden."""
    return 0 if lebt_in_einrichtung else min(einkommenseinsatz_folgemonate, einmalige_bedarfe_anerkannt)


@regel("person", norm="§ 31 SGB XII", titel="Einmalige Bedarfe")
def bedarf_einmalig(einmalige_bedarfe_anerkannt: Cent, einkommenseinsatz_einmalig: Cent) -> Cent:
    """Anerkannter Bedarf, soweit ihn nicht eingesetztes Einkommen der Folgemonate deckt."""
    return einmalige_bedarfe_anerkannt - einkommenseinsatz_einmalig
