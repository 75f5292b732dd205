"""The compiled kernel: the rules of a plan as one function over all households.

Import this package only where masses are calculated; a web worker never needs it (nor LLVM).
"""

from sozialamt.rechenkern.kern.columns import Spaltensatz, lies_spalten
from sozialamt.rechenkern.kern.run import Rechenauftrag, Rechner, rechne

__all__ = ["Rechenauftrag", "Rechner", "Spaltensatz", "lies_spalten", "rechne"]
