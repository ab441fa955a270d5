"""Private answers."""

from __future__ import annotations

from bot.views.actions import Action
from bot.views.model import (
    Button,
    CommandLine,
    Help,
    Menu,
    Note,
    People,
    PreviewQuestion,
    PreviewStep,
    ThemeLine,
    ThemeList,
    ThemePreview,
)
from tests.samples.common import QUESTIONS, STEPS, TITLE, WHY, person, start_button


def note() -> Note:
    """Return a short answer with something to press."""
    return Note(
        text="En dialog pågår redan i den här kanalen. Skriv `/apt status` för att se var ni är.",
        buttons=(Button(action=Action.HELP, label="Hjälp"),),
    )


def help_reply() -> Help:
    """Return the help."""
    everyone = (
        CommandLine(command="/apt", what="Visar vad som passar just nu"),
        CommandLine(command="/apt visa tema", what="Visar ett tema bara för dig"),
    )
    leaders = (
        CommandLine(command="/apt start tema", what="Startar en dialog här i kanalen"),
        CommandLine(command="/apt förläng minuter", what="Ger steget fler minuter"),
    )
    return Help(
        title="Så använder du /apt",
        intro="En dialog tar 15 minuter. Alla pratar, och den som vill svarar anonymt.",
        groups=(("För alla", everyone), ("För chef och samtalsledare", leaders)),
        footer="Kommandona finns på engelska också.",
    )


def theme_list() -> ThemeList:
    """Return two themes."""
    return ThemeList(
        title="Hälsans kvart",
        intro="Tio samtal om det som gör att arbetet fungerar, ett i taget.",
        themes=(_theme_line(2, "Det vi är bra på"), _theme_line(3, "Det som hjälper oss")),
    )


def preview() -> ThemePreview:
    """Return theme 3 as it will be run."""
    return ThemePreview(
        title=TITLE,
        intro="Bara du ser det här. Dialogen tar 15 minuter.",
        why=WHY,
        steps_heading="Så går det till",
        steps=tuple(
            PreviewStep(name=name, minutes=f"{minutes} min", text=text)
            for name, minutes, text in STEPS
        ),
        questions_heading="Frågorna som besvaras anonymt",
        questions=tuple(
            PreviewQuestion(name=name, question=question, ends=f"1 = {low} · 7 = {high}")
            for _, name, question, low, high in QUESTIONS
        ),
        free_question="Vad skulle göra din dag lite lättare?",
        buttons=(
            start_button(f"Starta {TITLE}"),
            Button(action=Action.THEMES, label="Alla teman"),
        ),
    )


def menu() -> Menu:
    """Return what fits when no dialogue is going on."""
    return Menu(
        title="Vad vill du göra?",
        lines=("#arbetslag-solrosen: ingen dialog pågår just nu.", f"Nästa tema: {TITLE}."),
        buttons=(
            start_button(f"Starta {TITLE}"),
            start_button("Starta 4. Vi förstår varandra"),
            Button(action=Action.HELP, label="Hjälp"),
        ),
        footer="Färre än 6 svar visas aldrig.",
    )


def team_page() -> Menu:
    """Return the team's page, with the people who lead it."""
    return Menu(
        title="Ert team: #natt-manen",
        lines=("Bara chefen ser sammanfattningen.", "Ni svarar tillsammans med #koket."),
        people=(People(label="Chef", people=(person("U0KARIN"),)),),
        buttons=(
            Button(action=Action.TEAM_SEES, label="Låt teamet se sammanfattningen", value="t1 yes"),
            Button(action=Action.POOL, label="Svara tillsammans med andra team", value="t1"),
        ),
    )


def _theme_line(number: int, title: str) -> ThemeLine:
    show = Button(action=Action.PREVIEW, label=f"Visa {number}", value=f"halsans-kvart/{number}")
    return ThemeLine(title=f"{number}. {title}", why=WHY, buttons=(show,))
