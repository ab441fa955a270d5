"""The addresses that an app speaks to: the Web API, uploads and response addresses."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.workspace.errors import SlackError
from bot.workspace.faults import API_KINDS, Fault
from bot.workspace.ids import utc_now
from bot.workspace.lines import Lines
from bot.workspace.model import Json
from bot.workspace.respond import reply
from bot.workspace.web_api import METHODS, TOKEN_KINDS, WITHOUT_TOKEN
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.files import store_upload
from bot.workspace.world import ApiCall, World

_log = logging.getLogger(__name__)

RESPONSE_URL = "response_url"
"""The name of response addresses among the methods, for faults and recorded calls."""


class ApiEndpoint:
    """Answers apps. Nothing here waits for an envelope's acknowledgement."""

    def __init__(self, world: World, lines: Lines) -> None:
        self._world = world
        self._lines = lines

    # --- the Web API -----------------------------------------------------------------------

    async def method(self, request: Request) -> Response:
        """`POST /api/<method>`."""
        name = request.path_params["method"]
        try:
            args = await _read_arguments(request)
        except SlackError as error:
            return JSONResponse(_refusal(error))
        token = _token(request, args)
        call = Call(name, _kind_of_token(token), args)
        self._world.calls.append(ApiCall(name, call.token, args, utc_now()))
        fault = self._world.faults.take(*API_KINDS, method=name)
        if fault is not None and fault.kind in _INSTEAD:
            return _instead(fault)
        return await self._with_fault(request, fault, JSONResponse(self._run(call, token)))

    def _run(self, call: Call, token: str) -> Json:
        try:
            _check_token(call, token)
            return {"ok": True, **METHODS[call.method](self._world, call)}
        except SlackError as error:
            return _refusal(error)

    async def _with_fault(
        self, request: Request, fault: Fault | None, response: Response
    ) -> Response:
        if fault is not None and fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
        elif fault is not None:
            self._lines.cut(request)
        return response

    # --- response addresses and uploads ------------------------------------------------------

    async def respond(self, request: Request) -> Response:
        """`POST /respond/<token>`."""
        body = _json_object(await request.body())
        self._world.calls.append(ApiCall(RESPONSE_URL, "", body or {}, utc_now()))
        fault = self._world.faults.take(*API_KINDS, method=RESPONSE_URL)
        if fault is not None and fault.kind in _INSTEAD:
            return _instead(fault)
        return await self._with_fault(request, fault, self._reply(request, body))

    def _reply(self, request: Request, body: Json | None) -> Response:
        if body is None:
            return PlainTextResponse("invalid_payload", status_code=400)
        try:
            right = self._world.replies.use(request.path_params["token"])
        except SlackError as error:
            return JSONResponse(_refusal(error), status_code=404)
        try:
            reply(self._world, right, body)
        except SlackError as error:
            return JSONResponse(_refusal(error), status_code=400)
        return PlainTextResponse("ok")

    async def upload(self, request: Request) -> Response:
        """`POST /upload/<file>`: the raw bytes of a file."""
        content = await request.body()
        try:
            store_upload(self._world, request.path_params["file"], content)
        except SlackError as error:
            return PlainTextResponse(error.code, status_code=400)
        return PlainTextResponse(f"OK - {len(content)}")


async def _read_arguments(request: Request) -> dict[str, Any]:
    """The arguments from the query string and the body, be it a form or JSON."""
    args: dict[str, Any] = dict(request.query_params)
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind == "application/json" and body:
        given = _json_object(body)
        if given is None:
            raise SlackError("invalid_json")
        return args | given
    if kind == "multipart/form-data":
        raise SlackError("invalid_form_data", ["send a urlencoded form or JSON"])
    return args | dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))


def _json_object(body: bytes) -> Json | None:
    try:
        value = json.loads(body)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _token(request: Request, args: dict[str, Any]) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    given = args.pop("token", "")
    return token if scheme.lower() == "bearer" else str(given or "")


def _kind_of_token(token: str) -> str:
    kinds = {"xoxb-": "bot", "xapp-": "app"}
    return next((kind for prefix, kind in kinds.items() if token.startswith(prefix)), "")


def _check_token(call: Call, token: str) -> None:
    if call.method not in METHODS:
        raise SlackError("unknown_method")
    if call.method in WITHOUT_TOKEN:
        return
    if not token:
        raise SlackError("not_authed")
    if not call.token:
        raise SlackError("invalid_auth")
    if call.token not in TOKEN_KINDS.get(call.method, ("bot",)):
        raise SlackError("not_allowed_token_type")


def _refusal(error: SlackError) -> Json:
    refusal: Json = {"ok": False, "error": error.code}
    if error.details:
        messages = [f"[ERROR] {detail}" for detail in error.details]
        refusal["response_metadata"] = {"messages": messages}
    if error.code == "invalid_blocks":
        refusal["errors"] = list(error.details)
    return refusal


_INSTEAD = ("rate_limit", "error", "http")


def _instead(fault: Fault) -> Response:
    """The answer in place of the call's effect."""
    if fault.kind == "rate_limit":
        headers = {"Retry-After": str(fault.retry_after)}
        return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers)
    if fault.kind == "error":
        return JSONResponse({"ok": False, "error": fault.error})
    return PlainTextResponse("upstream error", fault.status)
