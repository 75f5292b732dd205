"""Kostenersatz: wer die Kosten rechtmäßig oder zu Unrecht erbrachter Leistungen ersetzt (§§ 102 bis 104 SGB XII,
§§ 34, 34a SGB II).

`grundlagen` nennt je Norm, was sie verlangt; `hoehe` rechnet den Ersatz der Erben; `fristen` sagt, bis wann er zu
verlangen ist. Reine Funktionen: Tage und Cent herein, Cent und Tage heraus.
"""
