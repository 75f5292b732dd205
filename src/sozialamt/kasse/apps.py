from django.apps import AppConfig


class KasseConfig(AppConfig):
    name = "sozialamt.kasse"
    label = "kasse"
    verbose_name = "Kasse"

    def ready(self) -> None:
        from sozialamt.akte.anschluesse import BEI_ERLASS, UEBERZAHLT
        from sozialamt.kasse.forderungsstand import ueberzahlt
        from sozialamt.kasse.vorgaenge.bescheid_buchen import bescheid_buchen

        if bescheid_buchen not in BEI_ERLASS:
            BEI_ERLASS.append(bescheid_buchen)
        if ueberzahlt not in UEBERZAHLT:
            UEBERZAHLT.append(ueberzahlt)
