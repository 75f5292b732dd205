"""Levels of the social law and who belongs to which group of a household.

Each group is named by the position of its first member. Membership is decided by links between persons
(`partner`, `elternteil_1`, `elternteil_2`), age and civil status; no rule reaches outside the household.
"""

from sozialamt.rechenkern import Anzahl, Ebene, Jahre, Position, anzahl, beim, irgendein, minimum, regel, summe_an

_IM_HAUSHALT = ("haushalt",)

EBENEN = (
    Ebene(
        "partnerschaft",
        "Partnerschaft",
        "§ 20 SGB XII, § 7 Abs. 3 Nr. 3 SGB II",
        ("einsatzgemeinschaft", "bedarfsgemeinschaft", "wohngeldhaushalt", *_IM_HAUSHALT),
    ),
    Ebene("einsatzgemeinschaft", "Einsatzgemeinschaft", "§§ 19, 27 Abs. 2 SGB XII", _IM_HAUSHALT),
    Ebene("bedarfsgemeinschaft", "Bedarfsgemeinschaft", "§ 7 Abs. 3 SGB II", _IM_HAUSHALT),
    Ebene("wohngeldhaushalt", "Wohngeldhaushalt", "§§ 5, 6 WoGG", _IM_HAUSHALT),
)


@regel("person", norm="§ 20 SGB XII", titel="Partnerschaft")
def zugehoerigkeit_partnerschaft(position: Position, partner: Position) -> Position:
    """Ehegatten, Lebenspartner und eheähnliche Partner bilden eine Gruppe, alle anderen stehen für sich."""
    return min(position, partner) if partner >= 0 else position


@beim("elternteil_1", sonst=-1, norm="§ 27 Abs. 2 Satz 3 SGB XII", titel="Gruppe des ersten Elternteils")
def partnerschaft_elternteil_1(zugehoerigkeit_partnerschaft: Position) -> Position:
    """Gruppe, der der erste Elternteil angehört."""
    return zugehoerigkeit_partnerschaft


@beim("elternteil_2", sonst=-1, norm="§ 27 Abs. 2 Satz 3 SGB XII", titel="Gruppe des zweiten Elternteils")
def partnerschaft_elternteil_2(zugehoerigkeit_partnerschaft: Position) -> Position:
    """Gruppe, der der zweite Elternteil angehört."""
    return zugehoerigkeit_partnerschaft


@regel("person", norm="§ 27 Abs. 2 Satz 3 SGB XII", titel="Gruppe der Eltern")
def partnerschaft_der_eltern(partnerschaft_elternteil_1: Position, partnerschaft_elternteil_2: Position) -> Position:
    """Gruppe der Eltern im Haushalt; leben beide getrennt in ihm, die des ersten Elternteils."""
    return partnerschaft_elternteil_1 if partnerschaft_elternteil_1 >= 0 else partnerschaft_elternteil_2


@summe_an("elternteil_1", norm="§ 19 Abs. 4 SGB XII", titel="Kinder im Haushalt als erster Elternteil")
def kinder_als_elternteil_1() -> Anzahl:
    """Kinder des Haushalts, deren erster Elternteil die Person ist."""
    return 1


@summe_an("elternteil_2", norm="§ 19 Abs. 4 SGB XII", titel="Kinder im Haushalt als zweiter Elternteil")
def kinder_als_elternteil_2() -> Anzahl:
    """Kinder des Haushalts, deren zweiter Elternteil die Person ist."""
    return 1


@regel("person", norm="§ 27 Abs. 2 Satz 3 SGB XII, § 7 Abs. 3 Nr. 4 SGB II", titel="Lediges Kind bei den Eltern")
def lediges_kind_bei_eltern(
    partnerschaft_der_eltern: Position,
    partner: Position,
    verheiratet: bool,
    kinder_als_elternteil_1: Anzahl,
    kinder_als_elternteil_2: Anzahl,
) -> bool:
    """Unverheiratet, ohne Partner und eigenes Kind im Haushalt mindestens eines Elternteils.

    Wer selbst ein Kind betreut, bildet mit ihm eine eigene Gemeinschaft (§ 19 Abs. 4 SGB XII).
    """
    if partnerschaft_der_eltern < 0 or partner >= 0 or verheiratet:
        return False
    return kinder_als_elternteil_1 + kinder_als_elternteil_2 == 0


@regel("person", norm="§§ 19, 27 Abs. 2 SGB XII", titel="Einsatzgemeinschaft")
def zugehoerigkeit_einsatzgemeinschaft(
    zugehoerigkeit_partnerschaft: Position,
    partnerschaft_der_eltern: Position,
    lediges_kind_bei_eltern: bool,
    ist_minderjaehrig: bool,
) -> Position:
    """Partner und ihre minderjährigen unverheirateten Kinder im Haushalt."""
    if ist_minderjaehrig and lediges_kind_bei_eltern:
        return partnerschaft_der_eltern
    return zugehoerigkeit_partnerschaft


@regel("person", norm="§ 7 Abs. 3 SGB II", titel="Bedarfsgemeinschaft")
def zugehoerigkeit_bedarfsgemeinschaft(
    zugehoerigkeit_partnerschaft: Position,
    partnerschaft_der_eltern: Position,
    lediges_kind_bei_eltern: bool,
    alter: Jahre,
    altersgrenze_kind_bedarfsgemeinschaft: Jahre,
) -> Position:
    """Partner und ihre unverheirateten Kinder im Haushalt bis zur Vollendung des 25. Lebensjahres."""
    if lediges_kind_bei_eltern and alter < altersgrenze_kind_bedarfsgemeinschaft:
        return partnerschaft_der_eltern
    return zugehoerigkeit_partnerschaft


@irgendein("partnerschaft", norm="§ 5 Abs. 1 WoGG", titel="Partner wirtschaften für sich")
def eigene_wirtschaft_partnerschaft(eigene_wirtschaft: bool) -> bool:
    """Ein Partner, der für sich wirtschaftet, führt den eigenen Haushalt mit dem anderen zusammen."""
    return eigene_wirtschaft


@regel("person", norm="§ 5 Abs. 1 WoGG", titel="Folgt im Wohngeld den Eltern")
def wohngeld_folgt_eltern(ist_minderjaehrig: bool, lediges_kind_bei_eltern: bool) -> bool:
    """Minderjährige ledige Kinder gehören zum Haushalt ihrer Eltern."""
    return ist_minderjaehrig and lediges_kind_bei_eltern


@minimum("haushalt", norm="§ 5 Abs. 1 WoGG", titel="Erste gemeinsam wirtschaftende Person")
def erste_gemeinsam_wirtschaftende(
    zugehoerigkeit_partnerschaft: Position,
    eigene_wirtschaft_partnerschaft: bool,
    wohngeld_folgt_eltern: bool,
    haushaltsgroesse: Anzahl,
) -> Position:
    """Niedrigste Stelle unter denen, die gemeinsam wirtschaften; sonst die Zahl der Personen."""
    if eigene_wirtschaft_partnerschaft or wohngeld_folgt_eltern:
        return haushaltsgroesse
    return zugehoerigkeit_partnerschaft


@anzahl("haushalt", norm="§ 5 Abs. 1 WoGG", titel="Personen im Haushalt")
def haushaltsgroesse() -> bool:
    """Alle Personen, die zusammen wohnen."""
    return True


@regel("person", norm="§ 5 Abs. 1 WoGG", titel="Wohngeldhaushalt ohne Rücksicht auf die Eltern")
def wohngeldhaushalt_selbst(
    zugehoerigkeit_partnerschaft: Position,
    eigene_wirtschaft_partnerschaft: bool,
    erste_gemeinsam_wirtschaftende: Position,
) -> Position:
    """Wer für sich wirtschaftet, bildet einen eigenen Haushalt."""
    return zugehoerigkeit_partnerschaft if eigene_wirtschaft_partnerschaft else erste_gemeinsam_wirtschaftende


@beim("elternteil_1", sonst=-1, norm="§ 5 Abs. 1 WoGG", titel="Wohngeldhaushalt des ersten Elternteils")
def wohngeldhaushalt_elternteil_1(wohngeldhaushalt_selbst: Position) -> Position:
    """Haushalt, dem der erste Elternteil angehört."""
    return wohngeldhaushalt_selbst


@beim("elternteil_2", sonst=-1, norm="§ 5 Abs. 1 WoGG", titel="Wohngeldhaushalt des zweiten Elternteils")
def wohngeldhaushalt_elternteil_2(wohngeldhaushalt_selbst: Position) -> Position:
    """Haushalt, dem der zweite Elternteil angehört."""
    return wohngeldhaushalt_selbst


@regel("person", norm="§ 5 Abs. 1 WoGG", titel="Wohngeldhaushalt")
def zugehoerigkeit_wohngeldhaushalt(
    wohngeldhaushalt_selbst: Position,
    wohngeldhaushalt_elternteil_1: Position,
    wohngeldhaushalt_elternteil_2: Position,
    wohngeld_folgt_eltern: bool,
) -> Position:
    """Personen, die gemeinsam wohnen und wirtschaften."""
    if not wohngeld_folgt_eltern:
        return wohngeldhaushalt_selbst
    return wohngeldhaushalt_elternteil_1 if wohngeldhaushalt_elternteil_1 >= 0 else wohngeldhaushalt_elternteil_2
