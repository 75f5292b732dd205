"""Zu berücksichtigendes Vermögen (§ 12, § 65a Abs. 1, § 67 Abs. 2 SGB II)."""

from sozialamt.rechenkern import Anzahl, Cent, Datum, Jahre, anzahl, regel, summe
from sozialamt.rechenkern.kalender import jahr

_KFZ = "Zu berücksichtigender Wert des Kraftfahrzeugs"


@regel("person", norm="§ 12 Abs. 3 Satz 1 Nr. 2 SGB II a. F.", titel=_KFZ, bis="2022-12-31", name="sgb2_kfz")
def sgb2_kfz_bis_2022(vermoegen_kfz: Cent, sgb2_erwerbsfaehig: bool, sgb2_kfz_angemessen: Cent) -> Cent:
    """Je erwerbsfähiger Person ein Kraftfahrzeug bis 7 500 Euro; darüber zählt der Mehrwert."""
    return max(0, vermoegen_kfz - sgb2_kfz_angemessen) if sgb2_erwerbsfaehig else vermoegen_kfz


@regel("person", norm="§ 12 Abs. 1 Satz 2 Nr. 2 SGB II", titel=_KFZ, ab="2023-01-01")
def sgb2_kfz(vermoegen_kfz: Cent, sgb2_erwerbsfaehig: bool, kfz_angemessen: bool) -> Cent:
    """Je erwerbsfähiger Person ein angemessenes Kraftfahrzeug."""
    return 0 if sgb2_erwerbsfaehig and kfz_angemessen else vermoegen_kfz


_VERMOEGEN = "Verwertbares Vermögen"


@regel(
    "person",
    norm="§ 12 Abs. 1, 2 Satz 1 Nr. 2, 3 SGB II a. F.",
    titel=_VERMOEGEN,
    bis="2022-12-31",
    name="sgb2_vermoegen",
)
def sgb2_vermoegen_bis_2022(
    vermoegen_geld: Cent,
    vermoegen_lebensversicherung: Cent,
    sgb2_altersvorsorge_unverwertbar: Cent,
    vermoegen_sonstiges: Cent,
    sgb2_kfz: Cent,
    sgb2_immobilie: Cent,
) -> Cent:
    """Alle verwertbaren Gegenstände; Altersvorsorge nur, soweit sie vor dem Ruhestand verwertbar ist."""
    versicherung = max(0, vermoegen_lebensversicherung - sgb2_altersvorsorge_unverwertbar)
    return vermoegen_geld + versicherung + vermoegen_sonstiges + sgb2_kfz + sgb2_immobilie


@regel("person", norm="§ 12 Abs. 1 SGB II", titel=_VERMOEGEN, ab="2023-01-01")
def sgb2_vermoegen(vermoegen_geld: Cent, vermoegen_sonstiges: Cent, sgb2_kfz: Cent, sgb2_immobilie: Cent) -> Cent:
    """Alle verwertbaren Gegenstände; für die Altersvorsorge bestimmte Versicherungsverträge bleiben außer Betracht."""
    return vermoegen_geld + vermoegen_sonstiges + sgb2_kfz + sgb2_immobilie


@regel(
    "person",
    norm="§ 12 Abs. 1 Satz 2 Nr. 5 SGB II",
    titel="Haus- und Grundvermögen",
    bis="2022-12-31",
    name="sgb2_immobilie",
)
def sgb2_immobilie_bis_2022(vermoegen_immobilie: Cent, hausgrundstueck_geschuetzt: bool) -> Cent:
    """Ein selbst genutztes angemessenes Hausgrundstück bleibt außer Betracht."""
    return 0 if hausgrundstueck_geschuetzt else vermoegen_immobilie


@regel("person", norm="§ 12 Abs. 1 Satz 2 Nr. 5, Satz 3 SGB II", titel="Haus- und Grundvermögen", ab="2023-01-01")
def sgb2_immobilie(
    vermoegen_immobilie: Cent,
    hausgrundstueck_geschuetzt: bool,
    wohneigentum: bool,
    sgb2_karenz_bis: Datum,
    monat: Datum,
) -> Cent:
    """In der Karenzzeit bleibt selbst genutztes Wohneigentum jeder Größe außer Betracht."""
    if hausgrundstueck_geschuetzt or (wohneigentum and monat <= sgb2_karenz_bis):
        return 0
    return vermoegen_immobilie


@regel(
    "haushalt", norm="§ 65a Abs. 1 SGB II", titel="Vermögen nach der Fassung bis 30.06.2026", ab="2026-07-01", vorher=1
)
def sgb2_vermoegen_alte_fassung(bewilligungszeitraum_beginn: Datum, sgb2_vermoegen_neu_ab: Datum) -> bool:
    """Für Bewilligungszeiträume, die vor dem 01.07.2026 begonnen haben."""
    return 0 < bewilligungszeitraum_beginn < sgb2_vermoegen_neu_ab


_FREI = "Vermögensfreibetrag"


@regel(
    "person",
    norm="§ 12 Abs. 2 Satz 1 Nr. 1, 1a, 4, Satz 2 SGB II a. F.",
    titel="Höchstbetrag des Grundfreibetrags",
    bis="2022-12-31",
)
def sgb2_grundfreibetrag_grenze(
    geburtsdatum: Datum,
    sgb2_grundfreibetrag_jahrgang: tuple[Anzahl, ...],
    sgb2_grundfreibetrag_hoechstens: tuple[Cent, ...],
) -> Cent:
    """Nach Geburtsjahr: vor 1958, 1958 bis 1963, ab 1964."""
    grenze = sgb2_grundfreibetrag_hoechstens[0]
    for stelle in range(1, len(sgb2_grundfreibetrag_jahrgang)):
        if jahr(geburtsdatum) >= sgb2_grundfreibetrag_jahrgang[stelle]:
            grenze = sgb2_grundfreibetrag_hoechstens[stelle]
    return grenze


@regel("person", norm="§ 12 Abs. 2 SGB II a. F.", titel=_FREI, bis="2022-12-31", name="sgb2_vermoegensfreibetrag")
def sgb2_vermoegensfreibetrag_bis_2022(
    alter: Jahre,
    ist_minderjaehrig: bool,
    sgb2_leistungsberechtigt: bool,
    sgb2_grundfreibetrag_je_jahr: Cent,
    sgb2_grundfreibetrag_mindestens: Cent,
    sgb2_grundfreibetrag_grenze: Cent,
    sgb2_anschaffungsfreibetrag: Cent,
) -> Cent:
    """150 Euro je Lebensjahr, mindestens 3 100 Euro; Minderjährige 3 100 Euro; dazu 750 Euro für Anschaffungen."""
    anschaffung = sgb2_anschaffungsfreibetrag if sgb2_leistungsberechtigt else 0
    if ist_minderjaehrig:
        return sgb2_grundfreibetrag_mindestens + anschaffung if sgb2_leistungsberechtigt else 0
    grund = max(alter * sgb2_grundfreibetrag_je_jahr, sgb2_grundfreibetrag_mindestens)
    return min(grund, sgb2_grundfreibetrag_grenze) + anschaffung


@regel(
    "person",
    norm="§ 12 Abs. 2, 4 SGB II a. F.",
    titel=_FREI,
    ab="2023-01-01",
    bis="2026-06-30",
    name="sgb2_vermoegensfreibetrag",
)
def sgb2_vermoegensfreibetrag_bis_juni_2026(sgb2_vermoegen_je_person: Cent) -> Cent:
    """15 000 Euro je Person; das Mehr der ersten Person in der Karenzzeit steht bei der Bedarfsgemeinschaft."""
    return sgb2_vermoegen_je_person


@regel("person", norm="§ 12 Abs. 2 SGB II", titel=_FREI, ab="2026-07-01")
def sgb2_vermoegensfreibetrag(
    alter: Jahre,
    sgb2_vermoegen_alte_fassung: bool,
    sgb2_vermoegen_je_person: Cent,
    sgb2_vermoegen_alter: tuple[Jahre, ...],
    sgb2_vermoegen_nach_alter: tuple[Cent, ...],
) -> Cent:
    """Nach Lebensalter; der höhere Betrag gilt ab Beginn des Monats, in dem das Alter erreicht wird."""
    if sgb2_vermoegen_alte_fassung:
        return sgb2_vermoegen_je_person
    betrag = sgb2_vermoegen_nach_alter[0]
    for stelle in range(1, len(sgb2_vermoegen_alter)):
        if alter >= sgb2_vermoegen_alter[stelle]:
            betrag = sgb2_vermoegen_nach_alter[stelle]
    return betrag


@regel(
    "haushalt",
    norm="§ 12 Abs. 3, 4 SGB II a. F.",
    titel="Zusätzlicher Freibetrag in der Karenzzeit",
    ab="2023-01-01",
    vorher=0,
)
def sgb2_karenzfreibetrag(
    monat: Datum,
    sgb2_karenz_bis: Datum,
    sgb2_vermoegen_alte_fassung: bool,
    sgb2_vermoegen_karenz_erste: Cent,
    sgb2_vermoegen_je_person: Cent,
) -> Cent:
    """40 000 Euro statt 15 000 Euro für die erste Person."""
    if not sgb2_vermoegen_alte_fassung or monat > sgb2_karenz_bis:
        return 0
    return sgb2_vermoegen_karenz_erste - sgb2_vermoegen_je_person


@anzahl("bedarfsgemeinschaft", norm="§ 67 Abs. 2 Satz 2 SGB II", titel="Personen mit erheblichem Vermögen")
def sgb2_erhebliches_vermoegen(vermoegen_erheblich: bool) -> bool:
    """Ohne Erklärung von erheblichem Vermögen wird vermutet, dass keines vorhanden ist."""
    return vermoegen_erheblich


@regel("bedarfsgemeinschaft", norm="§ 67 Abs. 2 SGB II", titel="Vermögen bleibt außer Betracht")
def sgb2_vermoegen_unberuecksichtigt(sgb2_covid_bis: Datum, sgb2_erhebliches_vermoegen: Anzahl, monat: Datum) -> bool:
    """Sechs Monate in Bewilligungszeiträumen vom 01.03.2020 bis 31.12.2022, außer bei erheblichem Vermögen."""
    return monat <= sgb2_covid_bis and sgb2_erhebliches_vermoegen == 0


@summe("bedarfsgemeinschaft", norm="§ 9 Abs. 2, § 12 SGB II", titel="Vermögen der Erwachsenen über den Freibeträgen")
def sgb2_vermoegen_saldo_eltern(sgb2_kind: bool, sgb2_vermoegen: Cent, sgb2_vermoegensfreibetrag: Cent) -> Cent:
    """Vermögen abzüglich Freibeträgen der Partner; sie gelten gegenseitig."""
    return 0 if sgb2_kind else sgb2_vermoegen - sgb2_vermoegensfreibetrag


@summe("bedarfsgemeinschaft", norm="§ 12 Abs. 2 SGB II", titel="Vermögen aller über den Freibeträgen")
def sgb2_vermoegen_saldo(sgb2_vermoegen: Cent, sgb2_vermoegensfreibetrag: Cent) -> Cent:
    """Vermögen abzüglich Freibeträgen aller Personen; kann negativ sein."""
    return sgb2_vermoegen - sgb2_vermoegensfreibetrag


_EINSATZ = "Einzusetzendes Vermögen der Partner"


@regel(
    "bedarfsgemeinschaft",
    norm="§ 9 Abs. 2, § 12 SGB II a. F.",
    titel=_EINSATZ,
    bis="2022-12-31",
    name="sgb2_vermoegenseinsatz",
)
def sgb2_vermoegenseinsatz_bis_2022(sgb2_vermoegen_unberuecksichtigt: bool, sgb2_vermoegen_saldo_eltern: Cent) -> Cent:
    """Freibeträge der Kinder gelten nur für deren Vermögen."""
    return 0 if sgb2_vermoegen_unberuecksichtigt else max(0, sgb2_vermoegen_saldo_eltern)


@regel("bedarfsgemeinschaft", norm="§ 9 Abs. 2, § 12 Abs. 2 SGB II", titel=_EINSATZ, ab="2023-01-01")
def sgb2_vermoegenseinsatz(
    sgb2_vermoegen_unberuecksichtigt: bool,
    sgb2_vermoegen_saldo_eltern: Cent,
    sgb2_vermoegen_saldo: Cent,
    sgb2_karenzfreibetrag: Cent,
) -> Cent:
    """Nicht ausgeschöpfte Freibeträge anderer Personen werden übertragen."""
    if sgb2_vermoegen_unberuecksichtigt:
        return 0
    return max(0, min(sgb2_vermoegen_saldo_eltern, sgb2_vermoegen_saldo) - sgb2_karenzfreibetrag)


_EIGENES = "Einzusetzendes Vermögen des Kindes"


@regel(
    "person", norm="§ 9 Abs. 2 Satz 2, § 12 SGB II a. F.", titel=_EIGENES, bis="2022-12-31", name="sgb2_vermoegen_kind"
)
def sgb2_vermoegen_kind_bis_2022(
    sgb2_kind: bool, sgb2_vermoegen: Cent, sgb2_vermoegensfreibetrag: Cent, sgb2_vermoegen_unberuecksichtigt: bool
) -> Cent:
    """Ein Kind setzt sein Vermögen nur für sich ein."""
    if not sgb2_kind or sgb2_vermoegen_unberuecksichtigt:
        return 0
    return max(0, sgb2_vermoegen - sgb2_vermoegensfreibetrag)


@regel("person", norm="§ 9 Abs. 2 Satz 2, § 12 Abs. 2 SGB II", titel=_EIGENES, ab="2023-01-01")
def sgb2_vermoegen_kind(
    sgb2_kind: bool,
    sgb2_vermoegen: Cent,
    sgb2_vermoegensfreibetrag: Cent,
    sgb2_vermoegen_unberuecksichtigt: bool,
    sgb2_vermoegen_saldo: Cent,
    sgb2_karenzfreibetrag: Cent,
) -> Cent:
    """Nach Übertragung nicht ausgeschöpfter Freibeträge der anderen."""
    if not sgb2_kind or sgb2_vermoegen_unberuecksichtigt:
        return 0
    uebersteigend = min(sgb2_vermoegen - sgb2_vermoegensfreibetrag, sgb2_vermoegen_saldo - sgb2_karenzfreibetrag)
    return max(0, uebersteigend)
