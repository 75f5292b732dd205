"""Schlüssel, nach denen der Bund die Ausgaben nachgewiesen haben will (§ 46a Abs. 4 Satz 3 SGB XII)."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    WOHNUNG="in einer Wohnung oder sonstigen Unterkunft",
    BESONDERE_WOHNFORM="in der besonderen Wohnform",
    EINRICHTUNG="in einer Einrichtung",
)
class NachweisWohnform(Auswahl):
    """Wo die Person lebt, wie es Quartals- und Jahresnachweis unterscheiden (Nr. 2)."""

    WOHNUNG = 0
    BESONDERE_WOHNFORM = 1
    EINRICHTUNG = 2


@beschrifte(
    KEINER="nicht nach dem Vierten Kapitel berechtigt",
    ALTER="wegen Alters",
    ERWERBSMINDERUNG="wegen dauerhafter voller Erwerbsminderung",
    BERUFLICHE_BILDUNG="während der beruflichen Bildung",
)
class NachweisGrund(Auswahl):
    """Warum die Person berechtigt ist, wie es Quartals- und Jahresnachweis unterscheiden (Nr. 3)."""

    KEINER = 0
    ALTER = 1
    ERWERBSMINDERUNG = 2
    BERUFLICHE_BILDUNG = 3
