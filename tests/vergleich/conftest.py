from tests.vergleich.bausteine import grundbestand

__all__ = ["grundbestand"]
