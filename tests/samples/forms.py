"""Forms."""

from __future__ import annotations

from bot.views.actions import Action
from bot.views.model import (
    AnswerForm,
    Button,
    ChoiceField,
    Confirm,
    InviteForm,
    Option,
    PoolForm,
    RadioField,
    Receipt,
    ScaleField,
    SetupForm,
    TagOffer,
    TextField,
    TickField,
)
from tests.samples.common import QUESTIONS, ROUND, TAGS, TITLE, person, privacy_button


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
        privacy=privacy_button(),
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
    assert form.verbatim
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
        sees=RadioField(
            label="Får teamet se samma sammanfattning som chefen?",
            hint="Det bestäms när varje dialog startar, och visas för alla innan de svarar.",
            choices=(("yes", "Ja, alla ser samma sak"), ("no", "Nej, bara chefen ser den")),
            chosen="yes",
        ),
        roster="5 personer i kanalen kan svara. Chef, gäster och botar räknas inte.",
        warning="Tänk på: med fem eller färre som kan svara visas aldrig något resultat.",
        submit="Spara och starta",
        close="Avbryt",
        meta='{"channel": "C0MANEN", "theme": "halsans-kvart/hanterbarhet"}',
    )


def pool_form() -> PoolForm:
    """Return the form that asks which teams answer together, in a workspace of many teams."""
    return PoolForm(
        title="Svara tillsammans",
        intro=(
            "Team som svarar tillsammans har en gemensam låda och får ett gemensamt resultat.",
            "Varje team har sin egen dialog när det passar.",
        ),
        warning="Så länge ni svarar tillsammans får ni inget eget resultat.",
        search_label="Sök team",
        search_hint="Skriv minst 3 bokstäver av namnet och tryck på Enter. "
        "Utan sökning syns bara team som du själv är chef för.",
        label="Vilka team vill ni svara tillsammans med?",
        placeholder="Välj ett eller flera team",
        choices=(("t1", "#natt-manen"), ("t2", "#koket")),
        chosen=("t2",),
        limit=11,
        submit="Svara tillsammans",
        close="Avbryt",
        team_id="t0",
    )


def invite_form() -> InviteForm:
    """Return the form that asks whom to invite to a survey."""
    return InviteForm(
        title="Bjud in till enkäten",
        survey="Avslutningsenkät, kvartal 1 2027",
        explained=(
            "Var och en får ett privat meddelande från mig.",
            "Omgången är öppen till och med 31 mars.",
        ),
        label="Vilka slutar?",
        hint="Högst 20 åt gången. Gäster och botar kan inte bjudas in.",
        placeholder="Välj en eller flera",
        limit=20,
        submit="Bjud in",
        close="Avbryt",
        team_id="t0",
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


def tag_offer() -> TagOffer:
    """Return the receipt that asks whether a guess is right."""
    return TagOffer(
        title="Tack!",
        lines=(
            "✓ Ditt svar är mottaget och ligger förseglat.",
            "Jag har gissat utifrån orden i din text. Stämmer det?",
        ),
        tags=answer_form().tags.model_copy(update={"name": "guess", "chosen": ("tag-1",)}),
        submit="Spara ämnet",
        close="Stäng",
        round_id=ROUND,
        channel="C0TEAM",
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
