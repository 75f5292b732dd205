"""Je Norm ein Satz, der sie auf den Fall anwendet; eigener Wortlaut."""

from __future__ import annotations

from sozialamt.akte.verfahrensrecht import Korrektur

_FALSCH = "Der Bescheid war von Anfang an zu Ihren Gunsten unrichtig."
_KEIN_VERTRAUEN = f"{_FALSCH} Auf Vertrauen kann sich nicht berufen, wer"

NORMSATZ = {
    Korrektur.ZUGUNSTEN: (
        "Der Bescheid war deshalb von Anfang an zu Ihren Lasten unrichtig. Wir nehmen ihn insoweit auch für die "
        "Vergangenheit zurück (§ 44 Abs. 1 und 4 SGB X)."
    ),
    Korrektur.RUECKNAHME_ZUKUNFT: (
        f"{_FALSCH} Für die Zukunft dürfen wir ihn zurücknehmen, soweit Ihr Vertrauen nicht überwiegt "
        "(§ 45 Abs. 1 und 2 SGB X)."
    ),
    Korrektur.RUECKNAHME_TAEUSCHUNG: (
        f"{_KEIN_VERTRAUEN} ihn durch arglistige Täuschung, Drohung oder Bestechung erwirkt hat "
        "(§ 45 Abs. 2 Satz 3 Nr. 1 SGB X)."
    ),
    Korrektur.RUECKNAHME_ANGABEN: (
        f"{_KEIN_VERTRAUEN} vorsätzlich oder grob fahrlässig unrichtige oder unvollständige Angaben gemacht hat "
        "(§ 45 Abs. 2 Satz 3 Nr. 2 SGB X)."
    ),
    Korrektur.RUECKNAHME_KENNTNIS: (
        f"{_KEIN_VERTRAUEN} das wusste oder grob fahrlässig nicht wusste (§ 45 Abs. 2 Satz 3 Nr. 3 SGB X)."
    ),
    Korrektur.AENDERUNG_ZUKUNFT: (
        "Die Verhältnisse haben sich wesentlich geändert. Für die Zukunft ist der Bescheid deshalb anzupassen "
        "(§ 48 Abs. 1 Satz 1 SGB X)."
    ),
    Korrektur.AENDERUNG_ZUGUNSTEN: (
        "Die Verhältnisse haben sich zu Ihren Gunsten geändert. Der Bescheid ist ab der Änderung anzupassen "
        "(§ 48 Abs. 1 Satz 2 Nr. 1 SGB X)."
    ),
    Korrektur.AENDERUNG_MITTEILUNG: (
        "Die Änderung war mitzuteilen (§ 60 Abs. 1 SGB I). Wer das vorsätzlich oder grob fahrlässig unterlässt, muss "
        "die Anpassung ab der Änderung hinnehmen (§ 48 Abs. 1 Satz 2 Nr. 2 SGB X)."
    ),
    Korrektur.AENDERUNG_EINKOMMEN: (
        "Es ist Einkommen oder Vermögen hinzugekommen, das den Anspruch mindert. Der Bescheid ist ab der Änderung "
        "anzupassen, auch ohne Verschulden (§ 48 Abs. 1 Satz 2 Nr. 3 SGB X)."
    ),
    Korrektur.AENDERUNG_WISSEN: (
        "Dass der Anspruch ganz oder teilweise weggefallen war, war bekannt oder nur aus besonders schwerer "
        "Nachlässigkeit nicht bekannt (§ 48 Abs. 1 Satz 2 Nr. 4 SGB X)."
    ),
    Korrektur.ENDGUELTIG: (
        "Über diese Monate hatten wir vorläufig entschieden. Jetzt steht alles fest (§ 44a Abs. 5 und 7 SGB XII)."
    ),
}
