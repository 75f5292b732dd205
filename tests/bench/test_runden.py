"""Of several rounds the best time of each measurement counts, and nothing but times is chosen by size."""

from bench.gemeinsam import guenstigste


def test_je_zeit_die_kuerzere():
    erste = {"rechnen_s": {"1": 0.2, "2": 0.3}, "spitze_byte": 100, "gegeben": {"ganzer_aufruf_s": 7.0, "personen": 5}}
    zweite = {"rechnen_s": {"1": 0.3, "2": 0.1}, "spitze_byte": 120, "gegeben": {"ganzer_aufruf_s": 6.0, "personen": 5}}
    assert guenstigste(erste, zweite) == {
        "rechnen_s": {"1": 0.2, "2": 0.1},
        "spitze_byte": 120,
        "gegeben": {"ganzer_aufruf_s": 6.0, "personen": 5},
    }
