"""The very texts that sessions ran."""

from __future__ import annotations

from bot.domain.programme import Programme, Theme
from bot.errors import StoreError
from bot.stores.sqlite.repository import Repository, Row


class ThemeRepository(Repository):
    """`bot.ports.ThemeVersions` on the table `theme_version`."""

    def keep(self, theme: Theme, programme: Programme) -> None:
        """Keep this version of the theme with the programme's tags; known ones are left alone."""
        bare = programme.model_copy(update={"themes": ()})
        self._run(
            "INSERT INTO theme_version (version, theme, programme)"
            " VALUES (:version, :theme, :programme) ON CONFLICT DO NOTHING",
            version=theme.version,
            theme=theme.model_dump_json(),
            programme=bare.model_dump_json(),
        )

    def theme(self, version: str) -> Theme:
        """Return the version. Raises StoreError if it was never kept."""
        return Theme.model_validate_json(self._kept(version)["theme"])

    def programme(self, version: str) -> Programme:
        """Return the programme (without its themes) as it was with this version of the theme."""
        return Programme.model_validate_json(self._kept(version)["programme"])

    def _kept(self, version: str) -> Row:
        row = self._row("SELECT * FROM theme_version WHERE version = :version", version=version)
        if row is None:
            raise StoreError(f"theme version {version} was never kept")
        return row
