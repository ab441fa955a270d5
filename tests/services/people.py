"""The people and dialogues of a made-up workplace, for the tests of services and views."""

from __future__ import annotations

from bot.domain.people import Person, PersonKey, Team
from bot.domain.programme import (
    Card,
    Component,
    Deck,
    Film,
    Group,
    Hint,
    Label,
    Line,
    Mirror,
    Passage,
    Programme,
    ScaleQuestion,
    Script,
    Step,
    StepKind,
    Tag,
    Theme,
    ThemeRef,
)

TENANT = "T1"
CHANNEL = "C-solrosen"
OTHER_CHANNEL = "C-blaklinten"
CHANNEL_NAME = "arbetslag-solrosen"
MEMBERS = 12


def key(user: str) -> PersonKey:
    """Return somebody's key."""
    return PersonKey("slack", TENANT, user)


KARIN, OMAR, GUEST, OUTSIDER, ROBOT = map(key, ("karin", "omar", "gita", "ute", "robot"))
"""The manager, the samtalsledare, a guest, somebody who is not in the channel, and a bot."""

COLLEAGUES = tuple(key(f"m{number:02}") for number in range(1, MEMBERS + 1))
"""The others in the team."""

ANNA, BO = COLLEAGUES[:2]


def in_channel() -> tuple[Person, ...]:
    """Return everybody in the team's channel."""
    humans = (KARIN, OMAR, *COLLEAGUES)
    return (
        *(Person(human, human.user.title()) for human in humans),
        Person(GUEST, "Gita Gästberg", is_guest=True),
        Person(ROBOT, "Robotvakten", is_bot=True),
    )


def team() -> Team:
    """Return the team as it is set up."""
    return Team(
        id="team-solrosen",
        platform="slack",
        tenant=TENANT,
        channel=CHANNEL,
        name=CHANNEL_NAME,
        language="sv",
        timezone="Europe/Stockholm",
        managers=frozenset([KARIN]),
        facilitators=frozenset([OMAR]),
    )


def theme(number: int) -> Theme:
    """Return a theme of fifteen minutes in four steps; answering begins with the third."""
    return Theme(
        id=f"tema{number}",
        number=number,
        title=Line(sv=f"Det vi är bra på {number}", en=f"What we are good at {number}"),
        why=Passage(sv="För att orka längre.", en="To last longer."),
        steps=(
            Step(kind=StepKind.CHECK_IN, minutes=2, text=_passage("Säg hej.", "Say hello.")),
            Step(
                kind=StepKind.REFLECT,
                minutes=3,
                text=_passage("Tänk efter.", "Think."),
                title=Line(sv="Minns en bra dag", en="Remember a good day"),
                group=Group.ALONE,
            ),
            Step(kind=StepKind.ANSWER, minutes=4, text=_passage("Svara nu.", "Answer now.")),
            Step(
                kind=StepKind.DIALOGUE,
                minutes=6,
                text=_passage("Berätta.", "Tell each other."),
                group=Group.SMALL,
            ),
        ),
        questions={
            Component.MEANINGFULNESS: _question("Känns det viktigt?", "Does it feel important?"),
            Component.MANAGEABILITY: _question("Har du vad du behöver?", "Have you what you need?"),
            Component.COMPREHENSIBILITY: _question("Är det tydligt?", "Is it clear?"),
        },
        free_question=Line(sv="Vad skulle hjälpa?", en="What would help?"),
        keep_questions={
            Component.MEANINGFULNESS: Line(sv="Vad bär oss?", en="What carries us?"),
            Component.MANAGEABILITY: Line(sv="Vad hjälper mest?", en="What helps most?"),
            Component.COMPREHENSIBILITY: Line(sv="Vad gör det klart?", en="What makes it clear?"),
        },
        next_questions={
            Component.MEANINGFULNESS: Line(sv="Vad ger mening?", en="What gives meaning?"),
            Component.MANAGEABILITY: Line(sv="Vad saknas?", en="What is missing?"),
            Component.COMPREHENSIBILITY: Line(sv="Vad är oklart?", en="What is unclear?"),
        },
    )


def programme(id: str, *numbers: int) -> Programme:
    """Return a programme with the themes of these numbers."""
    return Programme(
        id=id,
        title=Line(sv=f"Programmet {id}", en=f"The programme {id}"),
        why=Passage(sv="Samtal som bär.", en="Talks that carry."),
        tags=(
            Tag(id="tid", name=Label(sv="Tid", en="Time")),
            Tag(id="stod", name=Label(sv="Stöd", en="Support")),
            Tag(id="rutiner", name=Label(sv="Rutiner", en="Routines")),
        ),
        themes=tuple(map(theme, numbers)),
    )


def _passage(sv: str, en: str) -> Passage:
    return Passage(sv=sv, en=en)


def _question(sv: str, en: str) -> ScaleQuestion:
    return ScaleQuestion(
        text=Line(sv=sv, en=en),
        low=Label(sv="sällan", en="rarely"),
        high=Label(sv="ofta", en="often"),
    )


def talk() -> Theme:
    """Return a workshop of two hours without answers, with all that a leader can lean on."""
    return Theme(
        id="workshop",
        number=8,
        title=Line(sv="En eftermiddag", en="An afternoon"),
        why=_passage("För att hinna tänka.", "To have time to think."),
        length=120,
        phase=Line(sv="Start", en="Start"),
        steps=(
            Step(
                kind=StepKind.FILM,
                minutes=60,
                text=_passage("Se filmen.", "Watch the film."),
                film=Film(
                    link="https://film.example/om-oss",
                    minutes=4,
                    instead=_passage("Läs om oss.", "Read about us."),
                ),
            ),
            Step(kind=StepKind.DIALOGUE, minutes=60, text=_passage("Prata.", "Talk.")),
        ),
        stuck=(Hint(sv="Vad menar du?", en="What do you mean?"),),
        adaptation=_passage("Ni får korta filmen.", "You may shorten the film."),
        checklist=(Line(sv="Boka rum", en="Book a room"), Line(sv="Koka kaffe", en="Make coffee")),
    )


def deck(component: Component = Component.MANAGEABILITY, cards: int = 3) -> Deck:
    """Return a deck of so many cards."""
    return Deck(
        id="lek",
        kind="cards",
        number=1,
        title=Line(sv="Att klara dagen", en="To manage the day"),
        why=_passage("Bra att ha.", "Good to have."),
        component=component,
        cards=tuple(
            Card(
                question=Line(sv=f"Vad hjälper {n}?", en=f"What helps {n}?"),
                more=_passage("Ge ett exempel.", "Give an example."),
            )
            for n in range(1, cards + 1)
        ),
    )


def mirror() -> Mirror:
    """Return a mirror of three questions."""
    return Mirror(
        id="spegel",
        kind="mirror",
        number=1,
        title=Line(sv="Ledarens spegel", en="The leader's mirror"),
        why=_passage("För din egen skull.", "For your own sake."),
        questions=tuple(_question(f"Lyssnar du {n}?", f"Do you listen {n}?") for n in range(1, 4)),
        closing=_passage("Välj en sak att prova.", "Choose one thing to try."),
    )


EXTRA = programme("extra", 7).model_copy(
    update={"themes": (theme(7), talk()), "decks": (deck(),), "mirrors": (mirror(),)}
)
PROGRAMMES = (programme("kvarten", 1, 2, 3), EXTRA)
WORKSHOP = ThemeRef(programme="extra", theme="workshop")
TEMA3 = ThemeRef(programme="kvarten", theme="tema3")
SCRIPT = Script.of(PROGRAMMES[0], theme(3))
