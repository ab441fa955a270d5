"""Every setting: its key, type, default and meaning.

The descriptions are shown to whoever looks after the server, and are therefore in Swedish; the
page docs/reference/settings.md and the file config/example.env are made from them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings import checks
from bot.settings.problems import Language, Problem, SettingsError

Directory = Annotated[Path, AfterValidator(checks.directory)]


class Settings(BaseSettings):
    """The settings in force; made by `bot.settings.load`, never changed afterwards."""

    model_config = SettingsConfigDict(
        case_sensitive=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        validate_default=True,
    )

    slack_bot_token: Annotated[SecretStr, AfterValidator(checks.token("xoxb-"))] | None = Field(
        None,
        validation_alias="SLACK_BOT_TOKEN",
        description="Botens nyckel (Bot User OAuth Token) från appens sida hos Slack; "
        "börjar med xoxb-. Behövs för att köra mot Slack.",
    )
    slack_app_token: Annotated[SecretStr, AfterValidator(checks.token("xapp-"))] | None = Field(
        None,
        validation_alias="SLACK_APP_TOKEN",
        description="Appens nyckel för Socket Mode (App-Level Token, rätten connections:write); "
        "börjar med xapp-. Behövs för att köra mot Slack.",
    )
    slack_signing_secret: Annotated[SecretStr, AfterValidator(checks.long_secret)] | None = Field(
        None,
        validation_alias="SLACK_SIGNING_SECRET",
        description="Hemligheten (Signing Secret) som Slack skriver under sina anrop med. "
        "Behövs inte med Socket Mode, som är det enda sättet i den här versionen.",
    )
    slack_api_url: Annotated[str, AfterValidator(checks.api_url)] = Field(
        "https://slack.com/api/",
        validation_alias="SLACK_API_URL",
        description="Adressen som alla anrop går till, med båda nycklarna. Byts bara för en annan "
        "server som fungerar som Slack; http:// duger bara till den egna maskinen.",
    )
    data_dir: Directory = Field(
        Path("var/data"),
        validation_alias="APTBOT_DATA_DIR",
        description="Katalogen för databasen. Den ska ligga på en disk som finns kvar, och den "
        "ska säkerhetskopieras.",
    )
    key_dir: Directory = Field(
        Path("var/keys"),
        validation_alias="APTBOT_KEY_DIR",
        description="Katalogen för nycklarna till de öppna svarsomgångarna. Får varken ligga i "
        "eller innehålla datakatalogen, och ska aldrig säkerhetskopieras.",
    )
    dialogues_dir: Directory = Field(
        Path("dialogues"),
        validation_alias="APTBOT_DIALOGUES",
        description="Katalogen med dialogfilerna: programmen och deras teman.",
    )
    config_dir: Directory = Field(
        Path("config"),
        validation_alias="APTBOT_CONFIG",
        description="Katalogen för det som administratörer ändrar vid sidan av dialogerna. Finns "
        "filen ord.yaml där byter den ut ord som boten visar; config/ord.exempel.yaml är en mall. "
        "Filen läses när boten startar. I omraden.yaml står vilka team som hör till ett område; "
        "mall: config/omraden.exempel.yaml. I arshjul.yaml står årets dialoger för flera team; "
        "mall: config/arshjul.exempel.yaml.",
    )
    host: Annotated[str, AfterValidator(checks.host)] = Field(
        "127.0.0.1",
        validation_alias="APTBOT_HOST",
        description="Adressen som botens egna sidor lyssnar på. 127.0.0.1 nås bara från den egna "
        "maskinen; övningsarbetsplatsen har ingen inloggning och ska aldrig nås av fler.",
    )
    port: int = Field(
        8321,
        ge=0,
        le=65535,
        validation_alias="APTBOT_PORT",
        description="Porten för botens egna sidor. 0 betyder vilken ledig port som helst.",
    )
    language: Language = Field(
        "sv",
        validation_alias="APTBOT_LANGUAGE",
        description="Botens språk: sv (svenska) eller en (engelska).",
    )
    timezone: Annotated[ZoneInfo, BeforeValidator(checks.time_zone)] = Field(
        ZoneInfo("Europe/Stockholm"),
        validation_alias="APTBOT_TIMEZONE",
        description="Tidszonen för de klockslag som boten skriver ut.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO",
        validation_alias="APTBOT_LOG_LEVEL",
        description="Hur mycket som skrivs i loggen: DEBUG, INFO, WARNING eller ERROR. "
        "Svar, namn och användare skrivs aldrig där.",
    )
    quote_threshold: int = Field(
        10,
        ge=6,
        le=30,
        validation_alias="APTBOT_QUOTE_THRESHOLD",
        description="Minsta antal svar för att kommentarer ska visas ordagrant (6–30). Under 10 "
        "är det lättare att känna igen vem som skrivit; värdet i kraft står i löftet till den "
        "som svarar.",
    )

    admins: Annotated[str, AfterValidator(checks.user_ids)] = Field(
        "",
        validation_alias="APTBOT_ADMINS",
        description="De som sköter boten: deras användar-id:n i chatten, med komma mellan "
        "(U012ABC, U034DEF). Boten säger till dem privat när en dialogfil har fel, och frågar dem "
        "när någon vill bli ny chef för ett team. Tomt betyder att bara loggen säger att en fil "
        "har fel, och att bara den som är chef kan svara.",
    )

    processes: int = Field(
        1,
        ge=1,
        le=8,
        validation_alias="APTBOT_PROCESSES",
        description="Hur många processer som startas på samma databas och maskin; samma värde "
        "för dem alla. Med 1 vägrar en andra att starta. Fler behövs bara om boten ska gå vidare "
        "utan uppehåll när en process dör, eller om en processor inte räcker till.",
    )

    web_port: int = Field(
        0,
        ge=0,
        le=65535,
        validation_alias="APTBOT_WEB_PORT",
        description="Porten för kalenderlänkarna. 0 betyder att de är avslagna; i "
        "övningsarbetsplatsen tas då en ledig port. Ska nås genom en omvänd proxy som talar "
        "HTTPS, se docs/how-to/kalender.md.",
    )

    web_host: Annotated[str, AfterValidator(checks.host)] = Field(
        "127.0.0.1",
        validation_alias="APTBOT_WEB_HOST",
        description="Adressen som kalenderlänkarna lyssnar på. 127.0.0.1 räcker när den omvända "
        "proxyn finns på samma maskin.",
    )

    public_url: Annotated[str, AfterValidator(checks.public_url)] = Field(
        "",
        validation_alias="APTBOT_PUBLIC_URL",
        description="Det som kalenderlänkarna börjar med, så som människors kalendrar når "
        "maskinen: till exempel https://apt.kommunen.se. Behövs med APTBOT_WEB_PORT.",
    )

    draft_url: Annotated[str, AfterValidator(checks.draft_url)] = Field(
        "",
        validation_alias="APTBOT_DRAFT_URL",
        description="Adressen till organisationens egen språkmodell (chat completions), så som den "
        "börjar: till exempel https://llm.kommunen.se/v1. Dit skickas kommentarer som får visas "
        "ordagrant, för ett AI-utkast till chefen. Tomt betyder att ingenting skickas, se "
        "docs/how-to/ai-utkast.md. http:// duger bara till den egna maskinen eller en privat "
        "IP-adress.",
    )

    draft_model: Annotated[str, AfterValidator(checks.draft_model)] = Field(
        "",
        validation_alias="APTBOT_DRAFT_MODEL",
        description="Namnet på språkmodellen, så som servern kallar den. Behövs med "
        "APTBOT_DRAFT_URL.",
    )

    draft_key: Annotated[SecretStr, AfterValidator(checks.draft_key)] | None = Field(
        None,
        validation_alias="APTBOT_DRAFT_KEY",
        description="Nyckeln till språkmodellens server, om den vill ha en. Skrivs aldrig i "
        "loggen.",
    )

    draft_timeout: int = Field(
        60,
        ge=5,
        le=120,
        validation_alias="APTBOT_DRAFT_TIMEOUT",
        description="Hur många sekunder boten väntar på språkmodellen (5–120). Sedan blir det "
        "inget utkast.",
    )

    @field_validator("draft_model")
    @classmethod
    def _model_with_url(cls, draft_model: str, info: ValidationInfo) -> str:
        if info.data.get("draft_url") and not draft_model:
            raise checks.fault("draft_model_missing")
        return draft_model

    @field_validator("key_dir")
    @classmethod
    def _keys_beside_data(cls, key_dir: Path, info: ValidationInfo) -> Path:
        data_dir = info.data.get("data_dir")
        return checks.beside(key_dir, data_dir) if data_dir else key_dir

    def require_slack(self) -> tuple[SecretStr, SecretStr]:
        """Return the bot token and the app token.

        Raises:
            SettingsError: naming each of the two that is missing.
        """
        if self.slack_bot_token and self.slack_app_token:
            return self.slack_bot_token, self.slack_app_token
        tokens = {"xoxb-": self.slack_bot_token, "xapp-": self.slack_app_token}
        raise SettingsError(
            [
                Problem(checks.TOKEN_KEYS[prefix], "missing", {"prefix": prefix})
                for prefix, token in tokens.items()
                if not token
            ],
            self.language,
        )
