"""The generated population: reproducible, exact in number, within the vocabulary, of the kinds the law tells apart."""

import subprocess
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sozialamt.demo.bevoelkerung import KENNZEICHEN, haushalte, haushaltsblock, schreibe_parquet
from sozialamt.demo.bevoelkerung_haushalte import ANTEILE, Haushaltstyp, baue_gefuege
from sozialamt.leistungen import regelwerk
from sozialamt.rechenkern.facts import Merkmalsart
from sozialamt.rechenkern.kern import lies_spalten

PERSONEN = 60_000


@pytest.fixture(scope="module")
def tabelle():
    return pa.Table.from_batches(haushalte(PERSONEN, seed=7, block=25_000))


@pytest.fixture(scope="module")
def gefuege():
    return baue_gefuege(PERSONEN, np.random.default_rng(3))


def test_gleiche_startzahl_gibt_gleiche_menschen(tabelle):
    assert pa.Table.from_batches(haushalte(PERSONEN, seed=7, block=25_000)).equals(tabelle)
    assert not pa.Table.from_batches(haushalte(PERSONEN, seed=8, block=25_000)).equals(tabelle)


def test_jeder_block_entsteht_fuer_sich(tabelle):
    zweiter = list(haushalte(PERSONEN, seed=7, block=25_000))[1]
    assert zweiter.equals(haushaltsblock(1, 25_000, seed=7))


@pytest.mark.parametrize("personen", [1, 2, 9, 250, 4_999])
def test_die_zahl_der_personen_stimmt_genau(personen):
    saetze = list(haushalte(personen, block=1_000))
    assert sum(len(s.column("geburtsdatum").flatten()) for s in saetze) == personen


def test_jede_spalte_ist_ein_merkmal_und_der_kern_nimmt_sie_an(tabelle):
    merkmale = regelwerk().merkmale
    satz = lies_spalten(tabelle, [merkmale[n] for n in tabelle.schema.names])
    assert satz.personen == PERSONEN and satz.haushalte == tabelle.num_rows


def test_erzeugte_daten_sind_als_erzeugt_gekennzeichnet(tabelle):
    assert "keine echten Personen" in tabelle.schema.metadata[KENNZEICHEN].decode()


def test_verweise_bleiben_im_haushalt_und_partner_sind_gegenseitig(gefuege):
    groesse = gefuege.je_person(gefuege.groesse)
    for verweis in (gefuege.partner, gefuege.elternteil_1, gefuege.elternteil_2):
        assert (verweis < groesse).all() and (verweis >= -1).all() and (verweis != gefuege.stelle).all()
    mit = np.flatnonzero(gefuege.partner >= 0)
    anfang = gefuege.je_person(gefuege.grenzen[:-1])
    assert (gefuege.partner[anfang[mit] + gefuege.partner[mit]] == gefuege.stelle[mit]).all()


def test_alle_haushaltsarten_kommen_in_ihren_anteilen_vor(gefuege):
    anteil = np.bincount(gefuege.typ, minlength=len(Haushaltstyp)) / gefuege.haushalte
    for typ, soll in ANTEILE.items():
        assert anteil[typ] == pytest.approx(soll, rel=0.15), typ.name


def test_paare_haben_null_bis_fuenf_kinder(gefuege):
    je_haushalt = np.bincount(gefuege.haushalt[~gefuege.erwachsen], minlength=gefuege.haushalte)
    kinder = je_haushalt[gefuege.typ == Haushaltstyp.PAAR_MIT_KINDERN]
    assert set(np.unique(kinder)) == {1, 2, 3, 4, 5}
    assert (je_haushalt[gefuege.typ == Haushaltstyp.PAAR] == 0).all()


def test_kinder_sind_mindestens_achtzehn_jahre_juenger_als_der_erste_elternteil(gefuege):
    anfang = gefuege.je_person(gefuege.grenzen[:-1])
    kinder = np.flatnonzero(~gefuege.erwachsen)
    abstand = gefuege.alter[anfang[kinder]] - gefuege.alter[kinder]
    assert (abstand >= 18).all() and (gefuege.alter >= 0).all()


def test_gemischte_haushalte_verbinden_beide_grundsicherungen(tabelle, gefuege):
    gemischt = gefuege.typ_person == Haushaltstyp.GEMISCHT
    zweite = gemischt & (gefuege.stelle == 1)
    assert 0.3 < (gefuege.alter[zweite] >= 67).mean() < 0.7
    assert (gefuege.alter[gemischt & (gefuege.stelle == 0)] < 67).all()


def test_ungewoehnliche_lagen_kommen_vor(tabelle):
    flach = {n: tabelle[n].combine_chunks().flatten().to_numpy(zero_copy_only=False) for n in JEMAND}
    for name in JEMAND:
        assert (flach[name] != 0).any(), name
    assert ((flach["rente_gesetzlich"] > 0) & (flach["grundrentenzeiten_monate"] >= 396)).any()


JEMAND = (
    "alleinerziehend", "voll_erwerbsgemindert_dauerhaft", "voll_erwerbsgemindert_befristet", "wfbm_bereich",
    "wfbm_entgelt", "merkzeichen_g", "rente_gesetzlich", "rente_betrieblich", "grundrentenzeiten_monate",
    "arbeitslosengeld", "unterhalt", "unterhaltsvorschuss_bezug", "vermoegen_geld", "vermoegen_kfz", "in_ausbildung",
    "eigene_wirtschaft", "unterkunft_eigener_anteil", "schulbesuch", "kindergeld", "erwerbseinkommen_brutto",
)  # fmt: skip


def test_betraege_liegen_in_den_grenzen_der_merkmale(tabelle):
    for name in tabelle.schema.names:
        m = regelwerk().merkmale[name]
        if m.art is Merkmalsart.BETRAG:
            spalte = tabelle[name].combine_chunks()
            werte = (spalte.flatten() if pa.types.is_list(spalte.type) else spalte).to_numpy()
            assert m.min <= werte.min() and werte.max() <= m.max, name


def test_dateien_werden_ganz_geschrieben_und_nicht_zweimal(tmp_path):
    pfade = schreibe_parquet(tmp_path, 25_000, seed=2, je_datei=10_000)
    assert [p.name for p in pfade] == ["teil-0000.parquet", "teil-0001.parquet", "teil-0002.parquet"]
    assert sorted(tmp_path.iterdir()) == pfade
    assert sum(len(t.column("partner").combine_chunks().flatten()) for t in map(pq.read_table, pfade)) == 25_000
    vorher = [p.stat().st_mtime_ns for p in pfade]
    pfade[1].write_bytes(pfade[1].read_bytes()[:-100])
    schreibe_parquet(tmp_path, 25_000, seed=2, je_datei=10_000)
    nachher = [p.stat().st_mtime_ns for p in pfade]
    assert [v == n for v, n in zip(vorher, nachher, strict=True)] == [True, False, True]
    schreibe_parquet(tmp_path, 25_000, seed=3, je_datei=10_000)
    assert all(p.stat().st_mtime_ns != n for p, n in zip(pfade, nachher, strict=True))


def test_die_bevoelkerung_braucht_kein_django():
    befehl = "import sys; from sozialamt.demo import bevoelkerung as b; b.haushaltsblock(0, 9)"
    text = f"{befehl}; print('django' in sys.modules)"
    ergebnis = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert ergebnis.stdout.strip() == "False"
