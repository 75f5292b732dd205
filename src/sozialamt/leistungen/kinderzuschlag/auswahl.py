"""Geschlossene Listen des Kinderzuschlags."""

from sozialamt.rechenkern import Auswahl, beschrifte


@beschrifte(
    KEIN_GRUND="kein Ablehnungsgrund",
    KEIN_KIND="Bei den Eltern lebt kein Kind, für das Kindergeld zusteht (§ 6a Abs. 1 Nr. 1 BKGG).",
    MINDESTEINKOMMEN="Das Einkommen erreicht nicht 900 Euro, bei Alleinerziehenden 600 Euro (§ 6a Abs. 1 Nr. 2 BKGG).",
    HOECHSTEINKOMMEN="Das Einkommen übersteigt die Höchsteinkommensgrenze (§ 6a Abs. 1 Nr. 3 BKGG, bis 2019).",
    VERMOEGEN="Das zu berücksichtigende Vermögen ist höher als der Kinderzuschlag eines Monats (§ 6a Abs. 3, 6 BKGG).",
    EINKOMMEN="Das Einkommen der Eltern oder der Kinder mindert den Kinderzuschlag auf null (§ 6a Abs. 3, 6 BKGG).",
    HILFEBEDUERFTIG="Auch mit Kinderzuschlag und Wohngeld bliebe Hilfebedürftigkeit (§ 6a Abs. 1 Nr. 3, 1a BKGG).",
)
class KinderzuschlagAblehnung(Auswahl):
    """Warum kein Kinderzuschlag zusteht."""

    KEIN_GRUND = 0
    KEIN_KIND = 1
    MINDESTEINKOMMEN = 2
    HOECHSTEINKOMMEN = 3
    VERMOEGEN = 4
    EINKOMMEN = 5
    HILFEBEDUERFTIG = 6
