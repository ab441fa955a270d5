"""The mirror: its questions, and the picture that only its reader sees."""

from __future__ import annotations

from bot.slack.render.blocks import Json, actions, divider
from bot.slack.render.fields import modal, scale_field
from bot.slack.render.rich import bullets, paragraphs, rich
from bot.slack.render.sheets import sheet
from bot.views.actions import Form
from bot.views.model import MirrorForm, MirrorPicture


def mirror_form(view: MirrorForm) -> Json:
    """Return the questions; block and action ids of a field are its name. All are asked for."""
    return modal(
        Form.MIRROR,
        view.title,
        view.close,
        [
            *rich(paragraphs(view.name, "bold"), paragraphs(view.why), bullets(view.promise)),
            divider(),
            *({**scale_field(field), "optional": False} for field in view.scales),
        ],
        submit=view.submit,
        metadata=view.meta,
    )


def mirror_picture(view: MirrorPicture) -> Json:
    """Return the picture, with the way to send it to oneself. It takes the questions with it."""
    blocks = [
        *sheet(view.picture),
        divider(),
        *rich(paragraphs(view.send_note)),
        *actions([view.send]),
    ]
    form = modal(Form.PICTURE, view.title, view.close, blocks, metadata=view.meta)
    return {**form, "clear_on_close": True}
