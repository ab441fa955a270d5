"""All public functions of the services, and those that no role can ask to change anything."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bot import services

BENEATH = {"deps", "due", "evaluation", "outbox", "personal", "recovery"}
"""The modules that the use cases and the clock stand on: nobody asks them for anything."""

MODULES = tuple(
    import_module(f"{services.__name__}.{each.name}")
    for each in iter_modules(services.__path__)
    if each.name not in BENEATH
)

READ_ONLY = {
    "adaptations.form",
    "adaptations.refill",
    "adaptations.show",
    "adaptations.unwritten",
    "agenda.announcement",
    "agenda.held_themes",
    "agenda.known_theme",
    "agenda.known_themes",
    "agenda.leaders",
    "agenda.question",
    "agenda.queue",
    "agenda.theme_of",
    "agenda.themes_out",
    "agenda.wished",
    "answers.open_form",
    "answers.words_for",
    "areas.page",
    "calendars.current",
    "calendars.page",
    "cards.card",
    "checklists.show",
    "checklists.ticked",
    "commitment_files.file",
    "commitment_forms.edit_form",
    "commitment_forms.follow_up_form",
    "commitment_forms.form",
    "commitments.page",
    "commitments.page_of",
    "handing_over.form",
    "history.asked_period",
    "history.development",
    "history.file",
    "history.page",
    "history.shown",
    "mirrors.ask",
    "mirrors.picture",
    "mirrors.questions",
    "overview.ask_cancel",
    "overview.back",
    "overview.help_text",
    "overview.home",
    "overview.menu",
    "overview.moved",
    "overview.over",
    "overview.preview",
    "overview.starting",
    "overview.status",
    "overview.stuck",
    "overview.themes",
    "planning.check",
    "pools.form",
    "privacy.page",
    "privacy.preview",
    "reminders.shown",
    "results.hide_form",
    "rolling.form",
    "rolling.page",
    "sessions.check_start",
    "sessions.held_at",
    "succession.told",
    "teams.open_to_all",
    "teams.page",
    "teams.roster_size",
    "teams.setup_form",
    "teams.theme_for_setup",
    "teams.window",
    "wishes.find",
    "wishes.page",
    "year.change_form",
    "year.changed",
    "year.form",
    "year.next_of",
    "year.page",
    "year.page_of",
    "year.pick_form",
    "year.shown",
    "year.skipped",
    "year.themes_from",
    "year.understand",
}
"""What changes nothing."""

BY_THE_CLOCK = {
    "agenda.announce",
    "agenda.answer",
    "agenda.ask",
    "agenda.fall_through",
    "agenda.hand_over",
    "agenda.hold",
    "agenda.hold_at",
    "agenda.miss",
    "agenda.refresh",
    "agenda.schedule",
    "agenda.unschedule",
    "applying.overtake",
    "applying.run_out",
    "areas.count",
    "areas.is_covered",
    "areas.watch",
    "boxes.of_person",
    "boxes.of_team",
    "calendars.subscribed",
    "commitment_files.export",
    "commitments.agreed_in",
    "commitments.due",
    "commitments.read_team",
    "drafts.is_promised",
    "drafts.make",
    "drafts.withdraw",
    "history.export",
    "invitations.ask",
    "invitations.end",
    "invitations.end_all",
    "invitations.mates_of",
    "invitations.refresh",
    "invitations.tell",
    "invitations.together",
    "invitations.told",
    "occasions.announce",
    "occasions.begin",
    "occasions.found",
    "occasions.in_sight",
    "occasions.unopened",
    "opening.begin",
    "planning.make",
    "planning.remove",
    "pools.busy",
    "reminders.forget",
    "reminders.plan",
    "reminders.remind",
    "results.managed",
    "results.share_in_time",
    "rolling.turn",
    "rounds.close",
    "rounds.readers_of",
    "rounds.show",
    "rounds.sweep",
    "rounds.tell_managers",
    "rounds.void",
    "sessions.plan",
    "sessions.require_dialogue",
    "sessions.tick",
    "settling.deadline",
    "settling.reader_of",
    "settling.settle",
    "settling.show_boards",
    "settling.show_commitment",
    "settling.teams_of",
    "settling.tell_of_void",
    "succession.change",
    "wishes.forget",
    "yearfile.apply",
}
"""What nobody can ask for in the chat: the clock does, or a use case that has asked who it is."""


def every_function() -> set[str]:
    """Return the names of all public functions of the services."""
    return set().union(*map(_functions, MODULES))


def _functions(module: ModuleType) -> set[str]:
    short = module.__name__.rpartition(".")[2]
    return {
        f"{short}.{name}"
        for name, value in vars(module).items()
        if inspect.isfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    }
