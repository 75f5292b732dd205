"""Der Datenpool: Städte, Basisgrößen, Werte mit Herkunft, Freigaben, Auffälligkeiten."""

from sozialamt.vergleich.models.austausch import Austauschpaket, Partner
from sozialamt.vergleich.models.freigabe import Freigabe
from sozialamt.vergleich.models.groesse import Basisgroesse, Kennzahlformel
from sozialamt.vergleich.models.pruefung import Auffaelligkeit
from sozialamt.vergleich.models.stadt import Mitgliedschaft, Stadt, Stadtzugehoerigkeit
from sozialamt.vergleich.models.text import Berichtstext
from sozialamt.vergleich.models.wert import Lieferung, Quelle, Wert

__all__ = [
    "Auffaelligkeit",
    "Austauschpaket",
    "Basisgroesse",
    "Berichtstext",
    "Freigabe",
    "Kennzahlformel",
    "Lieferung",
    "Mitgliedschaft",
    "Partner",
    "Quelle",
    "Stadt",
    "Stadtzugehoerigkeit",
    "Wert",
]
