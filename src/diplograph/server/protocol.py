"""The query operation of the SPARQL 1.1 Protocol: which query a request holds, in what form
the answer is wanted (https://www.w3.org/TR/sparql11-protocol/, sections 2.1 and 2.1.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"

LONGEST = 1_000_000  # bytes of a POST; the saved questions have about a thousand

# The first of each is what is sent to those who accept anything.
TABLES = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
}


async def query_of(request: Request) -> str:
    """The SPARQL query that a GET, a form POST or a direct POST holds.

    Raises `HTTPException`: 400 where there is no query or more than one, 413 where the body is
    longer than `LONGEST`, 415 where it is of another type than the protocol knows.
    """
    if request.method != "POST":
        return _only(parse_qs(request.url.query, keep_blank_values=True))
    kind = _media_type(request)
    body = _decoded(await _body(request))
    if kind == FORM:
        return _only(_merged(request, parse_qs(body, keep_blank_values=True)))
    if kind == DIRECT:
        return _only(_merged(request, {"query": [body]}))
    raise HTTPException(415, f"Send the query as {FORM} or {DIRECT}, not as {kind or 'nothing'}.")


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():  # a stated length may be missing, or wrong
        body += chunk
        if len(body) > LONGEST:
            raise HTTPException(413, f"The query is too long; {LONGEST:,} bytes are the most.")
    return bytes(body)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"The query is not UTF-8 text: {error}.") from error


def _merged(request: Request, body: Mapping[str, list[str]]) -> dict[str, list[str]]:
    merged = parse_qs(request.url.query, keep_blank_values=True)
    for name, values in body.items():
        merged[name] = [*merged.get(name, []), *values]
    return merged


def _only(parameters: Mapping[str, list[str]]) -> str:
    if "update" in parameters:
        raise HTTPException(400, "This endpoint only answers queries; it takes no updates.")
    if {"default-graph-uri", "named-graph-uri"} & set(parameters):
        raise HTTPException(400, "Name graphs in the query: FROM <…>, FROM NAMED <…> or GRAPH.")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        raise HTTPException(400, f"Send one parameter 'query'; there are {len(queries)}.")
    return queries[0]


def negotiated(accept: str, offers: Mapping[str, str]) -> str:
    """The media type of `offers` that an Accept header likes best; of equals, the first offered.

    >>> negotiated("text/csv;q=0.5, application/*", TABLES)
    'application/sparql-results+json'

    Raises `HTTPException` 406 where none is accepted.
    """
    ranges = list(_ranges(accept or "*/*"))
    liked = {offer: _quality(offer, ranges) for offer in offers}
    best = max(liked, key=lambda offer: liked[offer])
    if liked[best] <= 0:
        raise HTTPException(406, f"The answer can be sent as {', '.join(offers)}.")
    return best


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        yield name, next((_number(p[2:]) for p in parameters if p.startswith("q=")), 1.0)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _quality(offer: str, ranges: list[tuple[str, float]]) -> float:
    """How much `offer` is liked: by its own name, else by `text/*`, else by `*/*`."""
    given = dict(ranges)
    family = offer.partition("/")[0] + "/*"
    return next((given[name] for name in (offer, family, "*/*") if name in given), 0.0)
