"""Renten und Freibeträge für Altersvorsorge und Grundrentenzeiten: § 82 Abs. 4, 5, § 82a, § 43 Abs. 3 SGB XII."""

from sozialamt.rechenkern import Anzahl, Basispunkte, Cent, regel
from sozialamt.rechenkern.rundung import anteil
from sozialamt.recht.auswahl import Bemessung, Kapitel


@regel("person", norm="§ 82 Abs. 1, Abs. 5 Satz 1 SGB XII", titel="Gesetzliche Rente aus Pflichtbeiträgen")
def rente_pflichtbeitraege(rente_gesetzlich: Cent, rente_gesetzlich_freiwilliger_anteil: Cent) -> Cent:
    """Gesetzliche Rente ohne den Teil aus freiwilligen Beiträgen."""
    return max(0, rente_gesetzlich - rente_gesetzlich_freiwilliger_anteil)


@regel("person", norm="§ 82 Abs. 5 SGB XII", titel="Zusätzliche Altersvorsorge (brutto)")
def altersvorsorge_brutto(
    rente_betrieblich: Cent, rente_privat: Cent, rente_gesetzlich: Cent, rente_pflichtbeitraege: Cent
) -> Cent:
    """Betriebsrente, lebenslange private Vorsorge und der freiwillige Teil der gesetzlichen Rente."""
    return rente_betrieblich + rente_privat + rente_gesetzlich - rente_pflichtbeitraege


@regel(
    "person",
    norm="§ 82 Abs. 1 Satz 2 Nr. 12 SGB XII",
    titel="Mehrbetrag im Sterbevierteljahr: kein Einkommen",
    ab="2026-01-01",
)
def sterbevierteljahr_kein_einkommen(rente_hinterbliebene: Cent, sterbevierteljahr_mehrbetrag: Cent) -> Cent:
    """Witwen- oder Witwerrente, soweit sie im Sterbevierteljahr die anschließende Rente übersteigt.

    Die Abschrift vom 27.01.2026 zeigt Nr. 12; das Änderungsgesetz liegt nicht vor, angenommen ist der 01.01.2026.
    """
    return min(rente_hinterbliebene, sterbevierteljahr_mehrbetrag)


@regel(
    "person",
    norm="§ 83 Abs. 1 SGB XII",
    titel="Mehrbetrag im Sterbevierteljahr: zweckbestimmt",
    name="sterbevierteljahr_kein_einkommen",
    bis="2025-12-31",
)
def sterbevierteljahr_zweckbestimmt(
    rente_hinterbliebene: Cent, sterbevierteljahr_mehrbetrag: Cent, sterbevierteljahr_vor_2026_frei: bool
) -> Cent:
    """Vor 2026 nach Einstellung als zweckbestimmte Leistung frei oder angerechnet."""
    return min(rente_hinterbliebene, sterbevierteljahr_mehrbetrag) if sterbevierteljahr_vor_2026_frei else 0


@regel("person", norm="§ 82 Abs. 1 SGB XII", titel="Anzurechnende Hinterbliebenenrente (brutto)")
def rente_hinterbliebene_anzurechnen(rente_hinterbliebene: Cent, sterbevierteljahr_kein_einkommen: Cent) -> Cent:
    """Hinterbliebenenrente ohne den Mehrbetrag im Sterbevierteljahr."""
    return rente_hinterbliebene - sterbevierteljahr_kein_einkommen


@regel("person", norm="§ 43 Abs. 3 SGB XII", titel="Anzurechnende Unfallrente")
def rente_unfall_anzurechnen(rente_unfall: Cent, verletztenrente_nva_frei: Cent, kapitel: Kapitel) -> Cent:
    """Im Vierten Kapitel ohne den wegen Wehrdienstschadens in der NVA freien Betrag."""
    return max(0, rente_unfall - verletztenrente_nva_frei) if kapitel == Kapitel.KAPITEL_4 else rente_unfall


@regel("person", norm="§ 82 Abs. 1 SGB XII, § 8 DVO zu § 82 SGB XII", titel="Pflichtsysteme (brutto)")
def renten_pflichtsysteme(
    rente_pflichtbeitraege: Cent,
    rente_hinterbliebene_anzurechnen: Cent,
    rente_sondersystem: Cent,
    rente_unfall_anzurechnen: Cent,
) -> Cent:
    """Renten und Versorgungsbezüge außer der zusätzlichen Altersvorsorge."""
    return rente_pflichtbeitraege + rente_hinterbliebene_anzurechnen + rente_sondersystem + rente_unfall_anzurechnen


@regel("person", norm="§ 82 Abs. 1 SGB XII, § 8 DVO zu § 82 SGB XII", titel="Renten (brutto)")
def renten_brutto(renten_pflichtsysteme: Cent, altersvorsorge_brutto: Cent) -> Cent:
    """Alle Renten, soweit sie Einkommen sind."""
    return renten_pflichtsysteme + altersvorsorge_brutto


@regel("person", norm="§ 82 Abs. 2 Satz 1 Nr. 1, 2 SGB XII", titel="Steuern und Beiträge von Renten")
def renten_absetzungen(
    renten_brutto: Cent, rente_sozialversicherung: Cent, betriebsrente_sozialversicherung: Cent, rente_steuern: Cent
) -> Cent:
    """Kranken- und Pflegeversicherung und Steuern, höchstens die Renten selbst."""
    return min(renten_brutto, rente_sozialversicherung + betriebsrente_sozialversicherung + rente_steuern)


def _freibetrag(grundlage: Cent, sockel: Cent, satz: Basispunkte, hoechstens: Cent) -> Cent:
    """Sockel und Anteil des übersteigenden Betrags, höchstens die halbe Regelbedarfsstufe 1."""
    if grundlage <= sockel:
        return grundlage
    return min(hoechstens, sockel + anteil(grundlage - sockel, satz))


@regel(
    "person",
    norm="§ 82 Abs. 4, 5 SGB XII",
    titel="Freibetrag für zusätzliche Altersvorsorge",
    ab="2018-01-01",
    vorher=0,
)
def freibetrag_altersvorsorge(
    altersvorsorge_brutto: Cent,
    betriebsrente_sozialversicherung: Cent,
    bemessung_altersvorsorgefreibetrag: Bemessung,
    altersvorsorge_freibetrag_sockel: Cent,
    altersvorsorge_freibetrag_satz: Basispunkte,
    freibetrag_hoechstbetrag: Cent,
) -> Cent:
    """100 Euro und 30 Prozent des übersteigenden Betrags, höchstens 50 Prozent der Regelbedarfsstufe 1."""
    grundlage = altersvorsorge_brutto
    if bemessung_altersvorsorgefreibetrag == Bemessung.NETTO:
        grundlage = max(0, grundlage - betriebsrente_sozialversicherung)
    return _freibetrag(
        grundlage, altersvorsorge_freibetrag_sockel, altersvorsorge_freibetrag_satz, freibetrag_hoechstbetrag
    )


@regel("person", norm="§ 82a SGB XII", titel="Bemessungsgrundlage bei Grundrentenzeiten", ab="2021-01-01", vorher=0)
def grundrentenfreibetrag_grundlage(
    rente_pflichtbeitraege: Cent,
    rente_sondersystem: Cent,
    rente_hinterbliebene_anzurechnen: Cent,
    rente_sozialversicherung: Cent,
    bemessung_grundrentenfreibetrag: Bemessung,
    grundrentenfreibetrag_hinterbliebenenrente: bool,
) -> Cent:
    """Gesetzliche Rente oder vergleichbarer Bezug (Abs. 2), brutto oder nach Beiträgen, je nach Einstellung."""
    grundlage = rente_pflichtbeitraege + rente_sondersystem
    if grundrentenfreibetrag_hinterbliebenenrente:
        grundlage += rente_hinterbliebene_anzurechnen
    if bemessung_grundrentenfreibetrag == Bemessung.NETTO:
        grundlage = max(0, grundlage - rente_sozialversicherung)
    return grundlage


@regel("person", norm="§ 82a SGB XII", titel="Freibetrag für Grundrentenzeiten", ab="2021-01-01", vorher=0)
def freibetrag_grundrentenzeiten(
    grundrentenfreibetrag_grundlage: Cent,
    grundrentenzeiten_monate: Anzahl,
    grundrentenzeiten_mindestens: Anzahl,
    altersvorsorge_freibetrag_sockel: Cent,
    altersvorsorge_freibetrag_satz: Basispunkte,
    freibetrag_hoechstbetrag: Cent,
) -> Cent:
    """Ab 33 Jahren: 100 Euro und 30 Prozent des übersteigenden Betrags, höchstens die halbe Regelbedarfsstufe 1."""
    if grundrentenzeiten_monate < grundrentenzeiten_mindestens:
        return 0
    return _freibetrag(
        grundrentenfreibetrag_grundlage,
        altersvorsorge_freibetrag_sockel,
        altersvorsorge_freibetrag_satz,
        freibetrag_hoechstbetrag,
    )


@regel("person", norm="§ 82 Abs. 4 SGB XII", titel="Frei aus zusätzlicher Altersvorsorge")
def altersvorsorge_frei(freibetrag_altersvorsorge: Cent, renten_brutto: Cent, renten_absetzungen: Cent) -> Cent:
    """Freibetrag, höchstens die Renten nach Steuern und Beiträgen."""
    return min(freibetrag_altersvorsorge, renten_brutto - renten_absetzungen)


@regel("person", norm="§ 82a SGB XII", titel="Frei wegen Grundrentenzeiten")
def grundrentenzeiten_frei(
    freibetrag_grundrentenzeiten: Cent, altersvorsorge_frei: Cent, renten_brutto: Cent, renten_absetzungen: Cent
) -> Cent:
    """Freibetrag neben dem für zusätzliche Altersvorsorge, höchstens was von den Renten noch bleibt."""
    return min(freibetrag_grundrentenzeiten, renten_brutto - renten_absetzungen - altersvorsorge_frei)


@regel("person", norm="§ 82 Abs. 4, § 82a SGB XII", titel="Freibeträge von Renten")
def renten_freibetraege(altersvorsorge_frei: Cent, grundrentenzeiten_frei: Cent) -> Cent:
    """Beide Freibeträge nebeneinander."""
    return altersvorsorge_frei + grundrentenzeiten_frei


@regel("person", norm="§ 82 Abs. 2, 4, § 82a SGB XII", titel="Anzurechnende Renten")
def renten_anzurechnen(renten_brutto: Cent, renten_absetzungen: Cent, renten_freibetraege: Cent) -> Cent:
    """Renten nach Steuern, Beiträgen und Freibeträgen."""
    return renten_brutto - renten_absetzungen - renten_freibetraege
