"""The engine: dated parameters, rules as plain scalar functions, traced evaluation, compiled kernel.

Knows neither law nor database. `erklaere` runs one case with trace, `rechne` the same rules as one compiled
kernel over millions of households, `zeige` draws the rules.
"""

from sozialamt.rechenkern.errors import (
    DoppelterName,
    Ebenenfehler,
    Eingabefehler,
    FehlendeAngaben,
    Frage,
    KeinWert,
    Mangel,
    Rechenfehler,
    Regelwerkfehler,
    UnbekannterName,
    UngueltigeAngaben,
    Zyklus,
)
from sozialamt.rechenkern.evaluate import Ergebnis, Fall, erklaere
from sozialamt.rechenkern.facts import Herkunft, Merkmal, Merkmalsart
from sozialamt.rechenkern.levels import Ebene
from sozialamt.rechenkern.parameters import Einstellung, Fassung, Parameter
from sozialamt.rechenkern.plan import Plan, plane
from sozialamt.rechenkern.regelwerk import Regelwerk
from sozialamt.rechenkern.rules import (
    Regel,
    alle,
    anzahl,
    beim,
    irgendein,
    maximum,
    minimum,
    regel,
    regeln_aus,
    summe,
    summe_an,
)
from sozialamt.rechenkern.show import zeige, zeige_svg
from sozialamt.rechenkern.trace import Spur, Spurschritt
from sozialamt.rechenkern.values import (
    KEIN_DATUM,
    NIEMAND,
    Anzahl,
    Auswahl,
    Basispunkte,
    Cent,
    Datum,
    Einheit,
    Jahre,
    Position,
    anzeige,
    beschrifte,
    euro,
)

__all__ = [
    "KEIN_DATUM",
    "NIEMAND",
    "Anzahl",
    "Auswahl",
    "Basispunkte",
    "Cent",
    "Datum",
    "DoppelterName",
    "Ebene",
    "Ebenenfehler",
    "Eingabefehler",
    "Einheit",
    "Einstellung",
    "Ergebnis",
    "Fall",
    "Fassung",
    "FehlendeAngaben",
    "Frage",
    "Herkunft",
    "Jahre",
    "KeinWert",
    "Mangel",
    "Merkmal",
    "Merkmalsart",
    "Parameter",
    "Plan",
    "Position",
    "Rechenfehler",
    "Regel",
    "Regelwerk",
    "Regelwerkfehler",
    "Spur",
    "Spurschritt",
    "UnbekannterName",
    "UngueltigeAngaben",
    "Zyklus",
    "alle",
    "anzahl",
    "anzeige",
    "beim",
    "beschrifte",
    "erklaere",
    "euro",
    "irgendein",
    "maximum",
    "minimum",
    "plane",
    "regel",
    "regeln_aus",
    "summe",
    "summe_an",
    "zeige",
    "zeige_svg",
]
