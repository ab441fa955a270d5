"""A theme on paper: the meeting on the front, and what only the leader needs on the back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.domain.programme import (
    THEME_MINUTES,
    Component,
    Group,
    Line,
    Programme,
    Step,
    StepKind,
    Theme,
)
from bot.handouts.markup import Html, joined, tag
from bot.handouts.parts import Reader, blank, lines, question, section, ticks

WRITING_LINES = 2
"""Lines for the question that is answered in one's own words."""

MUCH = 2200
"""With more signs than this a front is set in smaller letters."""

EASY = 1.15
"""How much more room easy Swedish takes, in its larger letters."""

PARAGRAPH = 50
"""What the end of a paragraph takes, in signs."""

NOTE_LINES = 3
"""Lines for what the group decides."""


def theme_sheet(programme: Programme, theme: Theme, reader: Reader) -> Html:
    """Return both sides of a theme."""
    return tag(
        "article",
        tag("div", *_front(programme, theme, reader), class_="front"),
        tag("div", *_back(theme, reader), class_="back"),
        class_=" ".join(("theme", *_sizes(theme, reader))),
    )


def _sizes(theme: Theme, reader: Reader) -> Iterator[str]:
    """Yield the classes by which a dialogue that every meeting has time for fits on one side."""
    if theme.length > THEME_MINUTES:
        return
    yield "short"
    told = (step.text for step in theme.steps if step.kind is not StepKind.READ)
    texts = [reader.text(text) for text in (theme.why, *told)]
    signs = sum(len(text) + PARAGRAPH * text.count("\n\n") for text in texts)
    if signs * (EASY if reader.easy else 1) > MUCH:
        yield "tight"


def name_of(theme: Theme, reader: Reader) -> str:
    """Return number and title, as they are shown in the chat; an evaluation has no number."""
    if theme.evaluation:
        return reader.text(theme.title)
    return reader.w("board-title", number=theme.number, title=reader.text(theme.title))


# --- the front ----------------------------------------------------------------------------


def _front(programme: Programme, theme: Theme, reader: Reader) -> tuple[Html, ...]:
    return (
        _head(programme, theme, reader),
        tag("div", reader.passage(theme.why), class_="why"),
        _steps(theme, reader),
        _questions(theme, reader),
    )


def _head(programme: Programme, theme: Theme, reader: Reader) -> Html:
    w = reader.w
    where = [reader.text(programme.title), *([reader.text(theme.phase)] if theme.phase else [])]
    facts = tag(
        "p",
        tag("span", w("print-minutes", count=theme.length), class_="length"),
        blank(w("print-date")),
        class_="facts",
    )
    return tag(
        "header",
        tag("p", " · ".join(where), class_="where"),
        tag("div", tag("h1", name_of(theme, reader)), facts, class_="title"),
    )


def _steps(theme: Theme, reader: Reader) -> Html:
    w = reader.w
    head = tag(
        "tr",
        tag("th", w("print-clock"), scope="col"),
        tag("th", w("print-minutes-short"), scope="col", class_="minutes"),
        tag("th", w("print-steps"), scope="col"),
    )
    rows = (_step(step, reader) for step in theme.steps)
    return tag("table", tag("thead", head), tag("tbody", *rows), class_="steps")


def _step(step: Step, reader: Reader) -> Html:
    return tag(
        "tr",
        tag("td", tag("span", class_="clock"), class_="time"),
        tag("td", str(step.minutes), class_="minutes"),
        tag(
            "td",
            tag("p", tag("strong", step_name(step, reader)), _group(step, reader), class_="name"),
            _what_to_do(step, reader),
        ),
    )


def step_name(step: Step, reader: Reader) -> str:
    """Return the step's own title, or the name of its kind."""
    return reader.text(step.title) if step.title else reader.w(f"step-{step.kind}")


def _group(step: Step, reader: Reader) -> Html | None:
    if step.group is Group.ALL:
        return None
    return joined([" · ", tag("span", reader.w(f"group-{step.group}"), class_="group")])


def _what_to_do(step: Step, reader: Reader) -> Html:
    """Return the step's text; what is read aloud stands on the back, in larger letters."""
    w = reader.w
    if step.kind is StepKind.READ:
        return tag("p", w("print-read-aloud"))
    if not step.film:
        return reader.passage(step.text)
    link = w("print-film", link=step.film.link, minutes=step.film.minutes) if step.film.link else ""
    instead = w("print-film-instead" if link else "print-read-aloud")
    return joined([reader.passage(step.text), tag("p", f"{link} {instead}".strip())])


def _questions(theme: Theme, reader: Reader) -> Html:
    """Return the questions, with boxes and lines; nothing where nothing is asked."""
    if not theme.free_question:
        return Html()
    w = reader.w
    asked = (
        question(w(f"component-{each}"), theme.questions[each], reader)
        for each in Component
        if each in theme.questions
    )
    return section(
        w("print-questions"),
        tag("p", w("print-yours"), class_="yours"),
        tag("ol", *asked, class_="questions"),
        tag("p", reader.text(theme.free_question), class_="asked"),
        lines(WRITING_LINES),
        class_="asking",
    )


# --- the back -----------------------------------------------------------------------------


def _back(theme: Theme, reader: Reader) -> tuple[Html, ...]:
    w = reader.w
    stuck = (tag("li", reader.text(hint)) for hint in theme.stuck)
    checks = [reader.text(line) for line in theme.checklist]
    return (
        tag("p", w("print-leader"), class_="where"),
        tag("p", name_of(theme, reader), class_="again"),
        *_aloud(theme, reader),
        section(w("print-stuck"), tag("ul", *stuck, class_="points") if theme.stuck else Html()),
        _onwards(theme, reader),
        section(
            w("print-adaptation"),
            reader.passage(theme.adaptation) if theme.adaptation else Html(),
        ),
        section(w("print-checklist"), ticks(checks) if checks else Html()),
        section(w("print-decided"), lines(NOTE_LINES), class_="decided"),
    )


def _onwards(theme: Theme, reader: Reader) -> Html:
    """Return what to keep and what to talk about next, side by side; nothing without either."""
    w = reader.w
    inside = joined(
        (
            section(w("print-keep"), _by_component(theme.keep_questions, reader)),
            section(w("print-next"), _by_component(theme.next_questions, reader)),
        )
    )
    return tag("div", inside, class_="onwards") if inside else Html()


def _by_component(said: Mapping[Component, Line], reader: Reader) -> Html:
    """Return what is said of each component, under its name; nothing where nothing is."""
    points = (
        tag("li", tag("strong", reader.w(f"component-{each}")), " ", reader.text(said[each]))
        for each in Component
        if each in said
    )
    return tag("ul", *points, class_="points") if said else Html()


def _aloud(theme: Theme, reader: Reader) -> list[Html]:
    """Return what is read aloud, step by step."""
    found: list[Html] = []
    for step in theme.steps:
        read = step.text if step.kind is StepKind.READ else step.film and step.film.instead
        if read:
            heading = reader.w("print-aloud", step=step_name(step, reader))
            found.append(section(heading, reader.passage(read), class_="aloud"))
    return found
