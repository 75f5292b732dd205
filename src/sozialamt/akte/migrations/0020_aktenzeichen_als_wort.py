"""Ein Aktenzeichen wird ein einziges Suchwort; seine Nummer bleibt daneben allein zu finden."""

from typing import Any

from django.db import migrations

from sozialamt.akte.suchwoerter import woerter

STAPEL = 2_000


def ersetze(apps: Any, schema_editor: Any) -> None:
    suchwort = apps.get_model("akte", "Suchwort")
    suchwort.objects.filter(haushalt__isnull=False, art="wort").delete()
    akten = apps.get_model("akte", "Haushalt").objects.values_list("pk", "aktenzeichen").order_by("pk").iterator()
    worte = (
        suchwort(wort=wort, art="wort", haushalt_id=pk)
        for pk, aktenzeichen in akten
        for wort in woerter(f"{aktenzeichen} {aktenzeichen.rpartition('-')[2]}")
    )
    suchwort.objects.bulk_create(worte, batch_size=STAPEL)


class Migration(migrations.Migration):
    dependencies = [
        ("akte", "0019_kostenersatz"),
    ]

    operations = [
        migrations.RunPython(ersetze, migrations.RunPython.noop),
    ]
