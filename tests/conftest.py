"""What every test can use."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# No example is judged by the clock, which a busy machine bends. The examples are the same in every
# run, so that whoever changes something is not told of what others left;
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile(
    "explore",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    max_examples=500,
)
settings.register_profile(
    "aptbot", settings.get_profile("explore"), max_examples=100, derandomize=True
)
settings.load_profile("aptbot")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
