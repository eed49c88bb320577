"""The routes: `/query` for programs, `/`, `/ask` and `/graph` for people."""

from __future__ import annotations

from functools import cache

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from diplograph import html, network
from diplograph import store as stores
from diplograph.errors import DiplographError, QueryError
from diplograph.server import front, protocol

# A page of rows that a browser shows at once; programs ask `/query`, which has no limit.
ROWS_SHOWN = 1_000
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_NOTHING_ELSE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
_STYLE_ONLY = f"{_NOTHING_ELSE}; style-src 'unsafe-inline'; form-action 'self'"
# The drawn page itself holds the stricter policy: which scripts and styles, by their digests.
_DRAWN = (
    f"{_NOTHING_ELSE}; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'none'"
)


def application(store: stores.Store, *, hosts: tuple[str, ...] = LOOPBACK) -> Starlette:
    """The ASGI application that answers from `store`; it can be mounted in another one.

    `hosts` are the names under which it may be asked, ("*",) any: pages of other sites, whose
    names lead to this machine for a moment, get no answer.
    """

    async def answer(request: Request) -> Response:
        sparql = await protocol.query_of(request)
        accept = request.headers.get("accept", "")
        return await run_in_threadpool(_answered, store, sparql, accept)

    def questions(_: Request) -> Response:
        return _page(front.questions())

    def ask(request: Request) -> Response:
        return _asked(store, request.query_params.get("query", ""))

    @cache
    def drawn() -> str:
        return html.page(network.project(store))

    def graph(_: Request) -> Response:
        return HTMLResponse(drawn(), headers={"Content-Security-Policy": _DRAWN})

    return Starlette(
        routes=[
            Route("/", questions),
            Route("/ask", ask),
            Route("/graph", graph),
            Route("/query", answer, methods=["GET", "POST"]),
        ],
        middleware=[
            Middleware(_Guarded),
            Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts)),
        ],
        exception_handlers={HTTPException: _on_refusal, DiplographError: _on_failure},
    )


class _Guarded:
    """Tells browsers to run and guess nothing; an answer's own policy stays."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", _NOTHING_ELSE)
                headers.setdefault("X-Content-Type-Options", "nosniff")
            await send(message)

        await self._app(scope, receive, guarded)


def _answered(store: stores.Store, sparql: str, accept: str) -> Response:
    # An exception holds on to the answer, which must end in the thread where it was made.
    try:
        return _serialized(store, sparql, accept)
    except HTTPException as error:
        return _refused(error)
    except DiplographError as error:
        return _failed(error)


def _serialized(store: stores.Store, sparql: str, accept: str) -> Response:
    answer = store.query(sparql)
    offers = protocol.GRAPHS if isinstance(answer, stores.Triples) else protocol.TABLES
    media_type = protocol.negotiated(accept, offers)
    content = stores.serialize(answer, offers[media_type])
    return Response(content, media_type=media_type, headers={"Vary": "Accept"})


def _asked(store: stores.Store, sparql: str) -> Response:
    try:
        answer = store.query(sparql)
    except QueryError as error:
        return _page(front.mistake(sparql, str(error)), status=400)
    return _page(front.answer(sparql, answer, ROWS_SHOWN))


def _page(content: str, status: int = 200) -> Response:
    return HTMLResponse(content, status, headers={"Content-Security-Policy": _STYLE_ONLY})


def _on_refusal(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _refused(error)


def _on_failure(_: Request, error: Exception) -> Response:
    return _failed(error)


def _refused(error: HTTPException) -> Response:
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


def _failed(error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", 400 if isinstance(error, QueryError) else 500)
