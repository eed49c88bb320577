"""The routes: `/query` for programs, `/`, `/ask` and `/graph` for people."""

from __future__ import annotations

from functools import cache

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from diplograph import html, network
from diplograph import store as stores
from diplograph.errors import DiplographError, QueryError
from diplograph.server import front, protocol

# A page of rows that a browser shows at once; programs ask `/query`, which has no limit.
ROWS_SHOWN = 1_000
_STYLE_ONLY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"


def application(store: stores.Store, *, hosts: tuple[str, ...] = ("*",)) -> Starlette:
    """The ASGI application that answers from `store`; it can be mounted in another one.

    `hosts` are the names under which it may be asked: pages of other sites, whose names lead to
    this machine for a moment, get no answer.
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
        return HTMLResponse(drawn())

    return Starlette(
        routes=[
            Route("/", questions),
            Route("/ask", ask),
            Route("/graph", graph),
            Route("/query", answer, methods=["GET", "POST"]),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))],
        exception_handlers={HTTPException: _on_refusal, DiplographError: _on_failure},
    )


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
