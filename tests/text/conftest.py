"""How the property tests run: no example is judged by the clock, which a busy machine bends."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "aptbot", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("aptbot")
