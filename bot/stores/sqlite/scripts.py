"""The very texts that sessions ran."""

from __future__ import annotations

from functools import lru_cache

from bot.domain.programme import Script
from bot.errors import StoreError
from bot.stores.sqlite.repository import Repository


class ScriptRepository(Repository):
    """`bot.ports.Scripts` on the table `script`."""

    def keep(self, script: Script) -> None:
        """Keep the script under its version; a known one is left alone."""
        self._run(
            "INSERT INTO script (version, texts) VALUES (:version, :texts) ON CONFLICT DO NOTHING",
            version=script.version,
            texts=script.model_dump_json(),
        )

    def get(self, version: str) -> Script:
        """Return the script with this version. Raises StoreError if it was never kept."""
        row = self._row("SELECT texts FROM script WHERE version = :version", version=version)
        if row is None:
            raise StoreError("store-failed", reason=f"script {version} was never kept")
        return _parsed(row["texts"])


@lru_cache(maxsize=64)
def _parsed(texts: str) -> Script:
    """Return the script of these texts, read once however many open the form at the same time."""
    return Script.model_validate_json(texts)
