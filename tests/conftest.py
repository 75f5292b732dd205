"""What every test shares: reproducible property tests, no skips, the choice of tests for the second database."""

import shutil

import pytest
from django.conf import settings as einstellungen
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("nacht", settings.get_profile("ci"), derandomize=False, max_examples=20_000)
settings.load_profile("ci")

DATENBANK_FIXTURES = {"db", "transactional_db", "django_db_setup", "live_server"}


def pytest_configure() -> None:
    """Passwords of tests need no slow hash; the office's own setting is tested where it counts."""
    einstellungen.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """Every process has a database of its own, copied from one that is set up already."""
    from tests import datenbankvorlage

    datenbankvorlage.bereite_vor()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nur-datenbank", action="store_true", help="nur Tests, die eine Datenbank benutzen (für PostgreSQL)"
    )


def _benutzt_datenbank(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(fixtures & DATENBANK_FIXTURES)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--nur-datenbank"):
        return
    ohne = [item for item in items if not _benutzt_datenbank(item)]
    config.hook.pytest_deselected(items=ohne)
    items[:] = [item for item in items if _benutzt_datenbank(item)]


def _kein_skip(bericht: pytest.TestReport | pytest.CollectReport) -> None:
    if bericht.skipped:
        bericht.outcome = "failed"
        bericht.longrepr = f"Übersprungen wird hier nichts; was fehlt, ist ein Fehler: {bericht.longrepr}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo):
    bericht = yield
    _kein_skip(bericht)
    return bericht


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector):
    bericht = yield
    _kein_skip(bericht)
    return bericht


@pytest.fixture(scope="session")
def chromium_pfad() -> str:
    """Path of Debian's Chromium; make test installs it."""
    pfad = shutil.which("chromium")
    if pfad is None:
        pytest.fail("Chromium fehlt. „make test“ richtet es ein.", pytrace=False)
    return pfad
