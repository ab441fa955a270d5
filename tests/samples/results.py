"""Summaries."""

from __future__ import annotations

from datetime import timedelta

from bot.views.actions import Action
from bot.views.model import Button, CommentLines, ComponentLine, Confirm, Summary
from bot.views.times import day_and_time
from tests.charts.samples import distribution
from tests.samples.common import QUESTIONS, ROUND, START, TITLE


def summary() -> Summary:
    """Return the summary of thirteen answers, for the manager."""
    return Summary(
        title=f"Sammanfattning: {TITLE}",
        essence="Starkast: meningsfullhet. Prata vidare om: hanterbarhet.",
        taking_part="13 av 16 svarade.",
        keep_heading="Håll i det: meningsfullhet",
        keep_questions=("Vad är det som gör att det är så bra?",),
        next_heading="Prata vidare om hanterbarhet",
        next_questions=("Vad skulle göra den största skillnaden en dag när vi är en för lite?",),
        components_heading="Så svarade ni",
        components=tuple(_component(i) for i in range(3)),
        picture=distribution(13),
        tags_heading="Vad svaren handlar om",
        tags=("Tid: minst 11 svar", "Stöd av varandra: 4 svar", "Bara ”vet inte”: 3 svar"),
        comments_heading="Med egna ord",
        comments=(
            CommentLines(
                heading="Stöd av varandra",
                comments=(
                    "Mer tid för planering vore guld värt.",
                    "Rasterna blir ofta avbrutna.\nDet märks på eftermiddagen.",
                ),
            ),
            CommentLines(heading="Utan ämne", comments=("Vi hjälps åt när det kör ihop sig.",)),
        ),
        comments_left_out="Kommentarer som inte får plats här: {count}.",
        held_back_heading="Det här visas inte",
        held_back=(
            "Kommentarer vars skribent inte har sagt ja till att de visas, om det finns några.",
            "Ämnen som färre än 3 har valt, om det finns några.",
        ),
        footer="Svaren är raderade och nyckeln till dem förstörs. Det här är allt som finns kvar.",
        shared_label="Delar du inte nu delas den av sig själv",
        shared_at=day_and_time(START + timedelta(days=1), "Europe/Stockholm"),
        buttons=(_share_button(), _hide_button()),
        summary_text=f"Sammanfattning: {TITLE}: 13 av 16 svarade.",
    )


def shared_with_hidden() -> Summary:
    """Return what the team sees when its manager has hidden two of three comments."""
    shown = summary()
    return shown.model_copy(
        update={
            "comments": shown.comments[1:],
            "comments_hidden": "2 kommentarer är dolda av chefen.",
            "shared_label": "",
            "shared_at": None,
            "buttons": (),
        }
    )


def too_few() -> Summary:
    """Return the summary when five have answered."""
    return Summary(
        title=f"Sammanfattning: {TITLE}",
        taking_part="Färre än 6 har svarat.",
        footer="Därför visas inga siffror och inga ord. Svaren är raderade.",
        summary_text=f"Sammanfattning: {TITLE}: Färre än 6 har svarat.",
    )


def _component(index: int) -> ComponentLine:
    _, name, question, low, high = QUESTIONS[index]
    return ComponentLine(
        name=name,
        question=question,
        ends=f"1 = {low} · 7 = {high}",
        headline="Median 5 av 7. Mitten av svaren: 3–6.",
        band="I mitten av skalan (3–5).",
        distribution=("1–3: ▇▇▇▇ 4", "4–5: ▇▇▇▇▇ 5", "6–7: ▇▇▇▇ 4"),
    )


def _share_button() -> Button:
    confirm = Confirm(
        title="Dela med teamet?",
        text="Exakt den här sammanfattningen visas i teamets kanal.",
        yes="Dela",
        no="Inte nu",
    )
    return Button(
        action=Action.SHARE, label="Dela nu", value=ROUND, style="primary", confirm=confirm
    )


def _hide_button() -> Button:
    return Button(action=Action.HIDE, label="Dölj en kommentar", value=ROUND)
