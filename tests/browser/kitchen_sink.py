"""A message, a form and a home that hold every block and element that the page can show."""

from __future__ import annotations

from typing import Any

Block = dict[str, Any]

PICTURE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='320' height='120'%3E"
    "%3Crect width='320' height='120' fill='%23cfe3d6'/%3E%3Ccircle cx='160' cy='60' r='34' "
    "fill='%23f6c453'/%3E%3C/svg%3E"
)
MOMENT = 1_795_000_000
"""2026-11-18 11:06:40 UTC."""


def plain(text: str) -> Block:
    """A plain text object."""
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Block:
    """A mrkdwn text object."""
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str = "", description: str = "") -> Block:
    """An option; its value is its text unless another is given."""
    made: Block = {"text": plain(text), "value": value or text}
    return made | ({"description": plain(description)} if description else {})


def options(*texts: str) -> list[Block]:
    """Options from their texts."""
    return [option(text) for text in texts]


CONFIRM = {
    "title": plain("Avsluta samtalet?"),
    "text": mrkdwn("Det går *inte* att öppna igen."),
    "confirm": plain("Ja, avsluta"),
    "deny": plain("Nej, vänta"),
    "style": "danger",
}

TEXT = (
    "*Fet* _lutad_ ~struken~ `kod` och *fet _lutad_ text*, 2*3*4 och snake_case_namn.\n"
    "<https://example.org/a?b=1&amp;c=2|En länk> till <@U0ALI>, <@U0KARIN> i <#C0ALLMANT|allmant> "
    "<!here> :seedling: :nope: 3 &lt; 4 &amp; 5 &gt; 2\n"
    "&gt; Ett citat\n> i två rader\n"
    "```rad 1\n*inte fet*```\n"
    f"Slut <!date^{MOMENT}^{{date_long}} kl. {{time}}|alldeles snart>."
)


def message_blocks() -> list[Block]:
    """The message."""
    return [
        {"type": "header", "text": plain("Allt på en gång :sunflower:")},
        {"type": "section", "text": mrkdwn(TEXT)},
        {
            "type": "section",
            "fields": [mrkdwn("*När*\nTisdag 14:00"), mrkdwn("*Var*\nLilla salen")],
        },
        {
            "type": "section",
            "text": mrkdwn("Med en bild bredvid."),
            "accessory": {"type": "image", "image_url": PICTURE, "alt_text": "En liten sol"},
        },
        {
            "type": "section",
            "block_id": "lunch",
            "text": mrkdwn("Vad blir det till lunch?"),
            "accessory": {
                "type": "static_select",
                "action_id": "dish",
                "placeholder": plain("Välj rätt"),
                "options": [option("Soppa", "soup", "med bröd"), option("Gratäng", "gratin")],
            },
        },
        {"type": "divider"},
        {
            "type": "image",
            "title": plain("Fördelningen"),
            "image_url": PICTURE,
            "alt_text": "En sol på grön botten",
        },
        {"type": "rich_text", "elements": rich_elements()},
        {"type": "actions", "block_id": "acts", "elements": action_elements()},
        {
            "type": "context",
            "elements": [
                {"type": "image", "image_url": PICTURE, "alt_text": "sol"},
                mrkdwn("Bara *påhittade* personer här"),
            ],
        },
    ]


def rich_elements() -> list[Block]:
    """A section, a list, a quote and preformatted text."""
    return [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Rik text med "},
                {"type": "text", "text": "tyngd", "style": {"bold": True}},
                {"type": "emoji", "name": "tada"},
                {"type": "user", "user_id": "U0BRITTA"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "bullet",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
                for text in ("första punkten", "andra punkten")
            ],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Ett citat i block"}]},
    ]


def action_elements() -> list[Block]:
    """Buttons of each style, a menu, and fields that act at once."""
    return [
        button("Öppna formuläret", "open", style="primary"),
        button("Avsluta", "end", style="danger", confirm=CONFIRM),
        button("Läs mer", "read", url="https://example.org/"),
        {
            "type": "overflow",
            "action_id": "more",
            "options": [option("Skjut upp", "later"), option("Hoppa över", "skip")],
        },
        {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-24"},
        {
            "type": "radio_buttons",
            "action_id": "mood",
            "options": options("Bra", "Sådär"),
        },
    ]


def button(text: str, action_id: str, **more: object) -> Block:
    """A button."""
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": "1"} | more


def field(name: str, label: str, element: Block, **more: object) -> Block:
    """An input block whose block id and action id are both `name`."""
    return {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {"action_id": name} | element,
    } | more


SCALE = options("1", "2", "3", "4", "5", "6", "7")


def form_blocks() -> list[Block]:
    """The form's blocks."""
    groups = [
        {"label": plain("Inne"), "options": options("Köket", "Lekrummet")},
        {"label": plain("Ute"), "options": options("Gården")},
    ]
    text = {"type": "plain_text_input"}
    return [
        {"type": "section", "text": mrkdwn("Tre rader om *vad som händer* med svaret.")},
        field(
            "scale",
            "Hur hanterbar känns veckan?",
            {"type": "radio_buttons", "options": SCALE},
            hint=plain("1 = inte alls, 7 = helt och hållet"),
        ),
        field(
            "line",
            "En rad till gruppen",
            text | {"min_length": 3, "max_length": 40, "placeholder": plain("Skriv kort")},
            hint=plain("Skriv inga namn."),
        ),
        field("long", "Berätta mer", text | {"multiline": True}, optional=True),
        field("number", "Antal kollegor", number(1, 20)),
        field("mail", "E-post", {"type": "email_text_input"}, optional=True),
        field("link", "Webbsida", {"type": "url_text_input"}, optional=True),
        field("when", "Vilken dag", {"type": "datepicker"}, optional=True),
        field("clock", "Vilken tid", {"type": "timepicker", "initial_time": "14:00"}),
        field("both", "Dag och tid", {"type": "datetimepicker"}, optional=True),
        field("room", "Vilket rum", {"type": "static_select", "option_groups": groups}),
        field(
            "topics",
            "Vad handlar det om?",
            {"type": "multi_static_select", "options": options("Schema", "Mat", "Ljud")},
            optional=True,
        ),
        field("person", "Samtalsledare", {"type": "users_select", "initial_user": "U0KARIN"}),
        field("people", "Vilka är med", {"type": "multi_users_select"}, optional=True),
        field("channel", "Kanal", {"type": "channels_select"}, optional=True),
        field("talk", "Samtal", {"type": "conversations_select"}, optional=True),
        field(
            "checks",
            "Vi har",
            {
                "type": "checkboxes",
                "options": [option("Fika", "fika", "med något gott"), option("Tid", "time")],
            },
            optional=True,
        ),
        field(
            "mode",
            "Visa mer",
            {"type": "radio_buttons", "options": options("Kort version", "Lång version")},
            optional=True,
            dispatch_action=True,
        ),
        {"type": "actions", "block_id": "deeper", "elements": [button("Ett steg till", "push")]},
    ]


def number(least: int, most: int) -> Block:
    """A number field."""
    return {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": str(least),
        "max_value": str(most),
    }


def form() -> Block:
    """The form."""
    return {
        "type": "modal",
        "callback_id": "sink",
        "title": plain("Svara anonymt"),
        "submit": plain("Skicka svaret"),
        "close": plain("Avbryt"),
        "blocks": form_blocks(),
    }


def second_form() -> Block:
    """A form to push upon the first."""
    return {
        "type": "modal",
        "callback_id": "second",
        "title": plain("Ett steg till"),
        "close": plain("Tillbaka"),
        "blocks": [{"type": "section", "text": mrkdwn("Här är det djupare.")}],
    }


def home() -> Block:
    """The home."""
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("Välkommen hem")},
            {"type": "section", "text": mrkdwn("Nästa möte är <!date^1795000000^{date}|snart>.")},
            {"type": "actions", "block_id": "home", "elements": [button("Hej", "hello")]},
        ],
    }
