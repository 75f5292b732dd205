from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AkteConfig(AppConfig):
    name = "sozialamt.akte"
    label = "akte"
    verbose_name = "Akte"

    def ready(self) -> None:
        from sozialamt.akte import schluesselliste  # noqa: F401 - registers its lookup
        from sozialamt.akte.rechte import melde_rechte_an

        melde_rechte_an()
        autodiscover_modules("loeschregeln", "aufgaben")
