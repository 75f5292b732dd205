"""Vorrang und Nachrang der Leistungen zum Lebensunterhalt: wer was zuerst beantragt und was das bewirkt.

Keine eigene Leistung und darum kein Steckbrief. Die Regeln vergleichen je Person und Monat, was nach den einzelnen
Gesetzen zusteht; `ZIELE` nennt ihre Ergebnisse, `rangfolge.py` die Reihenfolge und die Wirkungen in Worten.
"""

ZIELE = (
    "vorrang_erste_leistung",
    "vorrang_lebensunterhalt",
    "vorrang_statt_sgb2",
    "vorrang_statt_sozialhilfe",
    "vorrang_gemischt",
    "vorrang_kindergeld_offen",
    "vorrang_unterhaltsvorschuss_offen",
    "vorrang_wohngeld_haushalt",
    "vorrang_kinderzuschlag_haushalt",
    "vorrang_wohngeld_anteil",
    "vorrang_mit_ausgeschlossen",
)
"""Ergebnisse der Vorrangprüfung, die der Überblick zeigt."""

ZIELE_OHNE_WOHNGELD = (
    "vorrang_lebensunterhalt",
    "vorrang_ausbildungsfoerderung",
    "vorrang_gemischt",
    "vorrang_kindergeld_offen",
    "vorrang_unterhaltsvorschuss_offen",
)
"""Was sich auch sagen lässt, wenn Angaben für das Wohngeld fehlen."""
