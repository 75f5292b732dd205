from django.apps import AppConfig


class VergleichConfig(AppConfig):
    name = "sozialamt.vergleich"
    label = "vergleich"
    verbose_name = "Vergleich der Städte"

    def ready(self) -> None:
        from sozialamt.vergleich.lieferung.akte import Bescheidlieferant
        from sozialamt.vergleich.lieferung.lieferant import melde_an

        melde_an("akte", Bescheidlieferant())
