"""A form of plain fields, and what was understood of it."""

from __future__ import annotations

from datetime import date, time

from bot.views.actions import Form
from bot.views.model import (
    ClockField,
    DayField,
    LineField,
    Option,
    PlainForm,
    SelectField,
    TextAreaField,
    TicksField,
)


def plan_form() -> PlainForm:
    """Return a form with every kind of plain field."""
    return PlainForm(
        form=Form.PLAN,
        title="Planera dialoger",
        intro=("Skriv när ni ses, eller välj i listorna.",),
        fields=(
            SelectField(
                name="theme",
                label="Börja med",
                hint="De andra temana följer.",
                placeholder="Välj ett tema",
                groups=(("Hälsans kvart", _options("tema", 3)), ("Extra", _options("extra", 2))),
                chosen="tema-2",
            ),
            LineField(
                name="when",
                label="När ses ni?",
                placeholder="varannan tisdag 09:00",
                value="tisdagar",
            ),
            LineField(name="role", label="Ansvarig roll", limit=150, required=True),
            TextAreaField(
                name="how",
                label="Hur gör vi?",
                hint="Får vara tomt.",
                value="Vid bytet.\nStående.",
                limit=500,
            ),
            DayField(name="first", label="Första dagen", value=date(2026, 3, 3), required=True),
            DayField(name="until", label="Sluta senast", hint="Får vara tomt."),
            ClockField(name="at", label="Klockan", value=time(9)),
            TicksField(
                name="left-out",
                label="Då ses vi inte",
                options=_options("skäl", 3),
                chosen=("skäl-1", "skäl-3"),
            ),
        ),
        submit="Visa dagarna",
        close="Avbryt",
        meta="team",
    )


def understood() -> PlainForm:
    """Return a form without fields: what was understood."""
    return PlainForm(
        form=Form.PLAN_SURE,
        title="Planera dialoger",
        heading="Varje tisdag kl 09:00, 2 gånger",
        lines=("Tisdag 3 mars 2026: 1. Där vi är", "Tisdag 10 mars 2026: 2. Det vi är bra på"),
        notes=("Ni ses inte: juli.", "Se planen med `/apt plan`."),
        footer="Inget är sparat än.",
        submit="Spara planen",
        close="Ändra",
        meta="team {}",
    )


def _options(name: str, count: int) -> tuple[Option, ...]:
    return tuple(
        Option(value=f"{name}-{n}", label=f"{name} {n}".capitalize()) for n in range(1, count + 1)
    )
