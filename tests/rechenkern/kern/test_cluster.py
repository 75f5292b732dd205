"""The same run on a cluster: same result, same manifest, and a worker with another law refuses."""

import numpy as np
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster

from sozialamt.rechenkern import Regelwerkfehler, UngueltigeAngaben
from sozialamt.rechenkern.kern import Rechenauftrag, Rechner, cluster, streaming
from sozialamt.rechenkern.kern.cluster import stroeme_verteilt
from sozialamt.rechenkern.kern.streaming import Lauf, stroeme
from tests.rechenkern.conftest import ZIELE
from tests.rechenkern.kern.test_streaming import erzeuge, lies

QUELLE = "tests.rechenkern.conftest:toy_werk"


@pytest.fixture(scope="module")
def client():
    with (
        LocalCluster(
            n_workers=1,
            threads_per_worker=2,
            processes=False,
            protocol="tcp",
            host="127.0.0.1",
            dashboard_address=None,
            worker_dashboard_address=None,
        ) as verbund,
        Client(verbund.scheduler_address) as client,
    ):
        yield client


@pytest.fixture
def lauf(tmp_path, monkeypatch):
    monkeypatch.setattr(streaming, "HAUSHALTE_JE_TEIL", 500)
    ordner = tmp_path / "eingabe"
    ordner.mkdir()
    for nummer in range(2):
        pq.write_table(erzeuge(1_200, np.random.default_rng(nummer)), ordner / f"{nummer}.parquet", row_group_size=250)
    return Lauf.aus(ordner, tmp_path / "verteilt", ["id"])


@pytest.fixture
def auftrag():
    return Rechenauftrag.fuer(ZIELE, "2024-11")


def test_der_verbund_rechnet_dasselbe_und_setzt_fort(client, werk, auftrag, lauf, tmp_path):
    gemeldet = []
    bilanz = stroeme_verteilt(client, QUELLE, auftrag, lauf, gemeldet.append)
    allein = Lauf(lauf.eingabe, tmp_path / "allein", lauf.behalte)
    assert stroeme(Rechner(werk, auftrag), allein, 1) == bilanz
    assert lies(lauf.ausgabe).equals(lies(allein.ausgabe))
    assert sum(gemeldet) == bilanz.personen
    next(lauf.ausgabe.glob("*.parquet")).unlink()
    assert stroeme_verteilt(client, QUELLE, auftrag, lauf).uebernommen == bilanz.teile - 1


def test_eine_maschine_setzt_den_lauf_des_verbunds_fort(client, werk, auftrag, lauf):
    stroeme_verteilt(client, QUELLE, auftrag, lauf)
    bilanz = stroeme(Rechner(werk, auftrag), lauf, 1)
    assert bilanz.uebernommen == bilanz.teile


def test_schlechte_eingabe_kommt_als_meldung_zurueck(client, auftrag, lauf):
    tabelle = pq.read_table(lauf.eingabe[1])
    miete = tabelle["miete"].to_pylist()
    miete[1_100] = None
    stelle = tabelle.schema.get_field_index("miete")
    pq.write_table(tabelle.set_column(stelle, "miete", [miete]), lauf.eingabe[1], row_group_size=250)
    with pytest.raises(UngueltigeAngaben, match=r"1\.parquet: miete.*zuerst 1100"):
        stroeme_verteilt(client, QUELLE, auftrag, lauf)


def test_ein_arbeiter_mit_anderen_regeln_weigert_sich(auftrag, lauf):
    teil = streaming.teile_von(lauf)[0]
    with pytest.raises(Regelwerkfehler, match="andere Regeln"):
        cluster._beim_arbeiter(QUELLE, auftrag, "# eine andere Fassung", lauf, teil, "schluessel")
