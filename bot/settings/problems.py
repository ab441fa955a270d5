"""What can be wrong with the settings, said to whoever looks after the server."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from bot.errors import AptbotError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Language = Literal["sv", "en"]

# A token that was pasted into another setting by mistake.
TOKEN: Final = re.compile(r"(xox.|xapp)-\S+")

HEADINGS: dict[Language, str] = {
    "sv": "Inställningarna behöver rättas. De står i filen .env eller i miljön; "
    "docs/reference/settings.md beskriver dem alla.",
    "en": "The settings need mending. They are in the file .env or in the environment; "
    "docs/reference/settings.md describes them all.",
}

# Code of the problem: what is wrong and what to do, in both languages. A secret's value is never a
# parameter.
TEXTS: dict[str, dict[Language, str]] = {
    "refused": {
        "sv": "godtas inte ({reason}). Kopiera nyckeln på nytt från appens sida hos Slack, och se "
        "efter att appen har alla rättigheter i config/slack-manifest.yaml.",
        "en": "is not accepted ({reason}). Copy the token again from the app's page at Slack, and "
        "make sure that the app has all the scopes in config/slack-manifest.yaml.",
    },
    "missing": {
        "sv": "saknas. Nyckeln börjar med {prefix} och finns på appens sida hos Slack. "
        "Utan Slack: aptbot run --workspace.",
        "en": "is missing. The token begins with {prefix} and is on the app's page at Slack. "
        "Without Slack: aptbot run --workspace.",
    },
    "token_prefix": {
        "sv": "ska börja med {prefix} och vara utan mellanslag. "
        "Kopiera hela nyckeln från appens sida hos Slack.",
        "en": "must begin with {prefix} and have no spaces. "
        "Copy the whole token from the app's page at Slack.",
    },
    "token_swapped": {
        "sv": "ska börja med {prefix}, men det som står där börjar med {found} och hör hemma i "
        "{other}. Byt plats på nycklarna.",
        "en": "must begin with {prefix}, but what is there begins with {found} and belongs in "
        "{other}. Swap the tokens.",
    },
    "url": {
        "sv": "ska vara en adress som https://slack.com/api/, utan användarnamn, ? och #.",
        "en": "must be an address like https://slack.com/api/, without a user name, ? and #.",
    },
    "url_in_clear": {
        "sv": "har http:// till en annan maskin, och då går nycklarna okrypterade över nätet. "
        "Använd https://. Bara till den egna maskinen (localhost) duger http://.",
        "en": "has http:// to another machine, so the tokens would cross the network in clear. "
        "Use https://. Only to the machine itself (localhost) is http:// allowed.",
    },
    "public_url": {
        "sv": "ska vara en adress som https://apt.kommunen.se, utan användarnamn, ? och #.",
        "en": "must be an address like https://apt.example.org, without a user name, ? and #.",
    },
    "public_url_in_clear": {
        "sv": "har http://, och då kan andra på nätet läsa kalenderlänkarna. Använd https://. "
        "Bara till den egna maskinen (localhost) duger http://.",
        "en": "has http://, so others on the network could read the calendar links. Use https://. "
        "Only to the machine itself (localhost) is http:// allowed.",
    },
    "public_url_missing": {
        "sv": "saknas. Med APTBOT_WEB_PORT behövs adressen som kalenderlänkarna ska börja med, "
        "till exempel https://apt.kommunen.se.",
        "en": "is missing. APTBOT_WEB_PORT needs the address that calendar links begin with, "
        "such as https://apt.example.org.",
    },
    "draft_url": {
        "sv": "ska vara en adress som https://llm.kommunen.se/v1, utan användarnamn, ? och #.",
        "en": "must be an address like https://llm.example.org/v1, without a user name, ? and #.",
    },
    "draft_url_in_clear": {
        "sv": "har http://, och då kan andra på nätet läsa kommentarerna. Använd https://. Bara "
        "till den egna maskinen (localhost) eller en privat IP-adress (10.…, 172.16–31.…, "
        "192.168.…, fc00::/7) duger http://.",
        "en": "has http://, so others on the network could read the comments. Use https://. Only "
        "to the machine itself (localhost) or a private IP address (10.…, 172.16–31.…, "
        "192.168.…, fc00::/7) is http:// allowed.",
    },
    "draft_model": {
        "sv": "ska vara modellens namn på en rad, högst 100 tecken.",
        "en": "must be the name of the model on one line, at most 100 characters.",
    },
    "draft_model_missing": {
        "sv": "saknas. Med APTBOT_DRAFT_URL behövs namnet på språkmodellen, så som servern kallar "
        "den.",
        "en": "is missing. APTBOT_DRAFT_URL needs the name of the model, as the server calls it.",
    },
    "draft_key": {
        "sv": "ska vara en nyckel utan mellanslag och utan å, ä och ö. Kopiera hela nyckeln på "
        "nytt, eller ta bort raden om servern inte vill ha någon.",
        "en": "must be a key of plain characters without spaces. Copy the whole key again, or "
        "remove the line if the server wants none.",
    },
    "port_taken": {
        "sv": "går inte att lyssna på: {value} används redan, eller får inte användas av botens "
        "konto. Välj en annan port över 1023.",
        "en": "can't be listened on: {value} is in use, or not allowed to the bot's account. "
        "Choose another port above 1023.",
    },
    "file_in_the_way": {
        "sv": "ska vara en katalog, men {path} är en fil. Välj en annan plats.",
        "en": "must be a directory, but {path} is a file. Choose another place.",
    },
    "keys_with_data": {
        "sv": "får varken vara, ligga i eller innehålla datakatalogen {data_dir}: då följer "
        "nycklarna med i samma säkerhetskopia som svaren. Välj en katalog vid sidan av.",
        "en": "must neither be, nor be inside, nor contain the data directory {data_dir}: the "
        "keys would be in the same backup as the answers. Choose a directory beside it.",
    },
    "integer": {
        "sv": "ska vara ett heltal mellan {low} och {high}, inte ”{value}”.",
        "en": "must be a whole number between {low} and {high}, not “{value}”.",
    },
    "choice": {
        "sv": "ska vara något av {choices}, inte ”{value}”.",
        "en": "must be one of {choices}, not “{value}”.",
    },
    "host": {
        "sv": "ska vara en IP-adress eller localhost, inte ”{value}”. "
        "127.0.0.1 nås bara från den egna maskinen.",
        "en": "must be an IP address or localhost, not “{value}”. "
        "127.0.0.1 can be reached from the machine itself only.",
    },
    "host_elsewhere": {
        "sv": "är ingen adress på den här maskinen: ”{value}”. "
        "127.0.0.1 nås bara från den egna maskinen.",
        "en": "is not an address of this machine: “{value}”. "
        "127.0.0.1 can be reached from the machine itself only.",
    },
    "user_id": {
        "sv": "ska vara användar-id:n med komma mellan, som U012ABC,U034DEF, inte ”{value}”. "
        "Ett användar-id finns i personens profil i chatten.",
        "en": "must be user ids separated by commas, such as U012ABC,U034DEF, not “{value}”. "
        "A user id is in the person's profile in the chat.",
    },
    "timezone": {
        "sv": "är ingen känd tidszon: ”{value}”. Skriv till exempel Europe/Stockholm.",
        "en": "is not a known time zone: “{value}”. Write Europe/Stockholm, for example.",
    },
    "secret_short": {
        "sv": "ska vara minst 16 tecken utan mellanslag. "
        "Kopiera hela hemligheten från appens sida hos Slack.",
        "en": "must be at least 16 characters without spaces. "
        "Copy the whole secret from the app's page at Slack.",
    },
    "unknown": {
        "sv": "finns inte. Menade du {nearest}?",
        "en": "does not exist. Did you mean {nearest}?",
    },
    "unknown_alone": {
        "sv": "finns inte. Ta bort den, eller rätta namnet.",
        "en": "does not exist. Remove it, or correct its name.",
    },
    "env_line": {
        "sv": "går inte att läsa. Skriv NAMN=värde, eller # först på raden om den är en kommentar.",
        "en": "can't be read. Write NAME=value, or # first on the line if it is a comment.",
    },
    "env_encoding": {
        "sv": "är inte sparad som UTF-8. Spara om den som UTF-8.",
        "en": "is not saved as UTF-8. Save it again as UTF-8.",
    },
    "env_unreadable": {
        "sv": "går inte att läsa ({reason}). Den ska vara en fil som botens konto får läsa.",
        "en": "can't be read ({reason}). It must be a file that the bot's account may read.",
    },
    "invalid": {
        "sv": "har ett värde som inte går att använda. Se docs/reference/settings.md.",
        "en": "has a value that can't be used. See docs/reference/settings.md.",
    },
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the key (or the place in a file), a code of `TEXTS`, its values."""

    key: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: Language) -> str:
        """Return the key, what is wrong and what to do, in one line."""
        shown = {name: TOKEN.sub("…", str(value)) for name, value in self.values.items()}
        return f"{self.key} {TEXTS[self.code][language].format(**shown)}"


class SettingsError(AptbotError):
    """The settings are wrong or incomplete; `str()` lists every problem, and never a secret."""

    def __init__(self, problems: Sequence[Problem], language: Language) -> None:
        """Keep the problems; `language` is what the list is written in."""
        lines = [HEADINGS[language], *(f"  - {problem.text(language)}" for problem in problems)]
        super().__init__("\n".join(lines))
        self.problems = tuple(problems)
