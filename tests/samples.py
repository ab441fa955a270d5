"""One realistic view of each kind, in Swedish: theme 3 in a made-up work team."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.people import PersonKey
from bot.views.actions import Action
from bot.views.model import (
    AnswerForm,
    Board,
    Button,
    ChoiceField,
    CommandLine,
    CommentLines,
    ComponentLine,
    Confirm,
    FormView,
    Help,
    Menu,
    MessageView,
    Moment,
    Note,
    Option,
    People,
    PreviewQuestion,
    PreviewStep,
    Receipt,
    ReplyView,
    ScaleField,
    SetupForm,
    StepLine,
    Summary,
    TextField,
    ThemeLine,
    ThemeList,
    ThemePreview,
    TickField,
)

TENANT = "T0SOLGLANTAN"
START = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
SESSION = "5f0c2f6e"
ROUND = "round-9b1d"
THEME = "halsans-kvart/hanterbarhet"
TITLE = "3. Det som hjälper oss att klara jobbet"
WHY = (
    "Arbetet blir lättare att bära när vi vet vad vi har att ta till: kunskap, tid, "
    "hjälpmedel och varandra. I dag letar vi efter det som redan fungerar."
)
STEPS = (
    (
        "Incheckning",
        2,
        "Säg en sak som underlättade din arbetsdag i går. Ett varv, utan kommentar.",
    ),
    ("Läs", 2, "Läs kortet tyst för dig själv: Vad gör att en stressig dag ändå går att klara?"),
    ("Svara anonymt", 3, "Tryck på Svara anonymt och svara på tre frågor. Det tar två minuter."),
    ("Samtal", 6, "Berätta för varandra om en dag när det gick bra fast det var mycket att göra."),
    ("Utcheckning", 2, "Ett ord var: vad tar du med dig härifrån?"),
)
QUESTIONS = (
    ("meningsfullhet", "Meningsfullhet", "Hur ofta känns det du gör viktigt?", "Sällan", "Ofta"),
    (
        "hanterbarhet",
        "Hanterbarhet",
        "Hur ofta har du det du behöver för att klara dagen?",
        "Nästan aldrig",
        "Nästan alltid",
    ),
    (
        "begriplighet",
        "Begriplighet",
        "Hur tydligt är det vad som är viktigast när mycket händer samtidigt?",
        "Mycket otydligt",
        "Mycket tydligt",
    ),
)
TAGS = ("Tid", "Bemanning", "Rutiner", "Stöd av varandra", "Lokaler", "Annat")


def person(user: str) -> PersonKey:
    """Return the key of somebody in the embedded workspace's sample."""
    return PersonKey("slack", TENANT, user)


def board(now: int = 2) -> Board:
    """Return the dialogue in the step of that index."""
    return Board(
        title=TITLE,
        purpose=WHY,
        steps=_step_lines(now),
        now_title=f"Nu: {STEPS[now][0]}",
        now_text=STEPS[now][2],
        now_group="Små grupper, 3–5 personer" if now == 3 else "",
        answer=_answer_button() if now >= 2 else None,
        answer_hint="Öppet till dialogen är slut. Ingen ser vem som har svarat."
        if now >= 2
        else "",
        controls=_controls(Button(action=Action.PAUSE, label="Paus", value=SESSION)),
        controls_hint="Knapparna är till för chef och samtalsledare.",
        people=_people(),
        summary_text=f"{TITLE} – nu: {STEPS[now][0]}",
    )


def paused_board() -> Board:
    """Return the dialogue while it is paused: no times, and a way to go on."""
    steps = tuple(
        line.model_copy(update={"ends": None, "time_label": f"{STEPS[i][1]} min"})
        for i, line in enumerate(_step_lines(3))
    )
    return board(3).model_copy(
        update={
            "steps": steps,
            "state_line": "Pausad. 4 minuter är kvar av steget.",
            "controls": _controls(Button(action=Action.RESUME, label="Fortsätt", value=SESSION)),
            "summary_text": f"{TITLE} – pausad",
        }
    )


def ended_board() -> Board:
    """Return the dialogue when it is over: nothing to press."""
    done = tuple(
        StepLine(status="done", name=name, status_text="klart", time_label=f"{minutes} min")
        for name, minutes, _ in STEPS
    )
    return Board(
        title=TITLE,
        purpose=WHY,
        steps=done,
        state_line="Dialogen är slut. Tack för att ni delade med er av era tankar!",
        people=_people(),
        summary_text=f"{TITLE} – dialogen är slut",
    )


def summary() -> Summary:
    """Return the summary of thirteen answers, for the manager."""
    return Summary(
        title=f"Sammanfattning: {TITLE}",
        taking_part="13 av 16 svarade.",
        components_heading="Så svarade ni",
        components=tuple(_component(i) for i in range(3)),
        tags_heading="Vad svaren handlar om",
        tags=("Tid: 5 svar", "Stöd av varandra: 4 svar"),
        comments_heading="Med egna ord",
        comments=(
            CommentLines(
                heading="Tid",
                comments=(
                    "Mer tid för planering vore guld värt.",
                    "Rasterna blir ofta avbrutna.\nDet märks på eftermiddagen.",
                ),
            ),
            CommentLines(heading="Övrigt", comments=("Vi hjälps åt när det kör ihop sig.",)),
        ),
        comments_left_out="Kommentarer som inte får plats här: {count}.",
        next_heading="Prata vidare om hanterbarhet",
        next_question="Vad skulle göra den största skillnaden en dag när vi är en för lite?",
        held_back_heading="Det här visas inte",
        held_back=("Ämnen som färre än 3 har valt.",),
        footer="Svaren är raderade och nyckeln förstörd. Det här är allt som finns kvar.",
        buttons=(_share_button(),),
        summary_text=f"Sammanfattning: {TITLE}: 13 av 16 svarade.",
    )


def too_few() -> Summary:
    """Return the summary when five have answered."""
    return Summary(
        title=f"Sammanfattning: {TITLE}",
        taking_part="Färre än 6 har svarat.",
        footer="Därför visas inga siffror och inga ord. Svaren är raderade.",
        summary_text=f"Sammanfattning: {TITLE}: Färre än 6 har svarat.",
    )


def note() -> Note:
    """Return a short answer with something to press."""
    return Note(
        text="En dialog pågår redan i den här kanalen. Skriv `/apt status` för att se var ni är.",
        buttons=(Button(action=Action.STATUS, label="Visa läget"),),
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
            _start_button(f"Starta {TITLE}"),
            Button(action=Action.THEMES, label="Alla teman"),
        ),
    )


def menu() -> Menu:
    """Return what fits when no dialogue is going on."""
    return Menu(
        title="Vad vill du göra?",
        lines=("#arbetslag-solrosen: ingen dialog pågår just nu.", f"Nästa tema: {TITLE}."),
        buttons=(
            _start_button(f"Starta {TITLE}"),
            _start_button("Starta 4. Vi förstår varandra"),
            Button(action=Action.HELP, label="Hjälp"),
        ),
        footer="Färre än 6 svar visas aldrig.",
    )


def answer_form() -> AnswerForm:
    """Return the form of somebody who has not answered yet."""
    return AnswerForm(
        title="Svara anonymt",
        theme="Det som hjälper oss att klara jobbet",
        promise=(
            "Vem ser? Bara teamets chef, efter dialogen, och bara om minst 6 har svarat.",
            "Dina ord visas bara om minst 10 har svarat och du själv säger ja.",
            "Anonymt efter stängning: då räknas allt ihop och svaren raderas.",
        ),
        scales=tuple(
            ScaleField(name=field, heading=name, question=question, low=low, high=high)
            for field, name, question, low, high in QUESTIONS
        ),
        comment=TextField(
            name="comment",
            label="Vad skulle göra din dag lite lättare?",
            hint="Frivilligt, högst 600 tecken. Skriv inte vem, var eller exakt när.",
            limit=600,
        ),
        tags=ChoiceField(
            name="tags",
            label="Vad handlar det om?",
            placeholder="Välj högst två",
            options=tuple(Option(value=f"tag-{i}", label=tag) for i, tag in enumerate(TAGS)),
            limit=2,
        ),
        verbatim=TickField(
            name="verbatim",
            label="Får dina ord visas?",
            text="Ja, det jag skrivit får visas ordagrant",
            hint="Utan ditt ja räknas bara det du valt under ”Vad handlar det om?”.",
        ),
        withdraw=None,
        submit="Skicka",
        close="Avbryt",
        round_id=ROUND,
    )


def answered_form() -> AnswerForm:
    """Return the form of somebody who changes an answer."""
    form = answer_form()
    return form.model_copy(
        update={
            "scales": tuple(
                s.model_copy(update={"value": 4 + i}) for i, s in enumerate(form.scales)
            ),
            "comment": form.comment.model_copy(update={"value": "Mer tid för planering."}),
            "tags": form.tags.model_copy(update={"chosen": ("tag-0", "tag-3")}),
            "verbatim": form.verbatim.model_copy(update={"value": True}),
            "withdraw": _withdraw_button(),
            "submit": "Spara ändringen",
        }
    )


def setup_form() -> SetupForm:
    """Return the form of the first time, in a team that is too small."""
    return SetupForm(
        title="Första gången här",
        intro=f"Innan dialogen ”{TITLE}” startar behöver jag veta vem som leder.",
        manager_label="Teamets chef",
        manager_hint="Får sammanfattningen efteråt. Chefen svarar inte själv.",
        manager=person("U0KARIN"),
        facilitators_label="Samtalsledare",
        facilitators_hint="Får starta, pausa och avsluta dialoger.",
        facilitators_placeholder="Välj en eller flera",
        roster="5 personer i kanalen kan svara. Chef, gäster och botar räknas inte.",
        warning="Tänk på: med fem eller färre som kan svara visas aldrig något resultat.",
        submit="Spara och starta",
        close="Avbryt",
        meta='{"channel": "C0MANEN", "theme": "halsans-kvart/hanterbarhet"}',
    )


def receipt() -> Receipt:
    """Return the receipt for an answer."""
    return Receipt(
        title="Tack!",
        lines=(
            "✓ Ditt svar är mottaget och ligger förseglat.",
            "Bara du ser den här rutan. Inget i kanalen visar att du har svarat.",
        ),
        close="Stäng",
    )


def messages() -> dict[str, MessageView | ReplyView]:
    """Return every message and reply by its name."""
    return {
        "board": board(),
        "board-first": board(0),
        "board-groups": board(3),
        "board-paused": paused_board(),
        "board-ended": ended_board(),
        "summary": summary(),
        "summary-too-few": too_few(),
        "note": note(),
        "help": help_reply(),
        "themes": theme_list(),
        "preview": preview(),
        "menu": menu(),
    }


def forms() -> dict[str, FormView]:
    """Return every form by its name."""
    return {
        "answer": answer_form(),
        "answer-again": answered_form(),
        "setup": setup_form(),
        "receipt": receipt(),
    }


def _step_lines(now: int) -> tuple[StepLine, ...]:
    lines = []
    ends = START
    for index, (name, minutes, _) in enumerate(STEPS):
        ends += timedelta(minutes=minutes)
        lines.append(_step_line(index - now, name, minutes, ends))
    return tuple(lines)


def _step_line(place: int, name: str, minutes: int, ends: datetime) -> StepLine:
    """Return a step before (< 0), at (0) or after the present one."""
    if place < 0:
        label = f"{minutes} min"
        return StepLine(status="done", name=name, status_text="klart", time_label=label)
    moment = Moment(at=ends, text=f"{ends.hour + 1:02}:{ends.minute:02}")
    status_text = "nu" if place == 0 else "sedan"
    return StepLine(
        status="now" if place == 0 else "next",
        name=name,
        status_text=status_text,
        time_label="till",
        ends=moment,
    )


def _controls(pause: Button) -> tuple[Button, ...]:
    return (
        Button(action=Action.NEXT, label="Nästa steg", value=f"{SESSION} 2"),
        pause,
        Button(action=Action.EXTEND, label="Förläng 5 min", value=f"{SESSION} 5"),
        Button(
            action=Action.STOP,
            label="Stopp",
            value=SESSION,
            style="danger",
            confirm=Confirm(
                title="Avsluta dialogen?",
                text="Dialogen slutar nu och ingen kan svara mer.",
                yes="Avsluta nu",
                no="Fortsätt dialogen",
            ),
        ),
    )


def _people() -> tuple[People, ...]:
    leaders = (person("U0ELLEN"), person("U0IDRIS"))
    return (
        People(label="Chef", people=(person("U0KARIN"),)),
        People(label="Samtalsledare", people=leaders),
    )


def _component(index: int) -> ComponentLine:
    _, name, question, low, high = QUESTIONS[index]
    return ComponentLine(
        name=name,
        question=question,
        ends=f"1 = {low} · 7 = {high}",
        headline="Median 5 av 7. Mitten av svaren: 3–6.",
        band="I mitten av skalan (3–5)",
        distribution=("1–3: ▇▇▇▇ 4", "4–5: ▇▇▇▇▇ 5", "6–7: ▇▇▇▇ 4"),
    )


def _answer_button() -> Button:
    return Button(action=Action.ANSWER, label="Svara anonymt", value=ROUND, style="primary")


def _start_button(label: str) -> Button:
    return Button(action=Action.START, label=label, value=THEME, style="primary")


def _theme_line(number: int, title: str) -> ThemeLine:
    show = Button(action=Action.PREVIEW, label=f"Visa {number}", value=f"halsans-kvart/{number}")
    return ThemeLine(title=f"{number}. {title}", why=WHY, buttons=(show,))


def _share_button() -> Button:
    confirm = Confirm(
        title="Dela med teamet?",
        text="Exakt den här sammanfattningen visas i teamets kanal.",
        yes="Dela",
        no="Inte nu",
    )
    return Button(
        action=Action.SHARE, label="Dela med teamet", value=ROUND, style="primary", confirm=confirm
    )


def _withdraw_button() -> Button:
    confirm = Confirm(
        title="Ta bort ditt svar?",
        text="Svaret tas bort helt. Du kan svara på nytt så länge dialogen pågår.",
        yes="Ta bort",
        no="Behåll",
    )
    return Button(
        action=Action.WITHDRAW,
        label="Ta bort mitt svar",
        value=ROUND,
        style="danger",
        confirm=confirm,
    )
