"""A server on this machine that answers as a language model's does, well or badly, as told."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from diplograph.items import Item
from diplograph.mentions import Entity, Found
from diplograph.readers import Endpoint

KEY = "sk-never-to-be-seen"


@dataclass
class Sent:
    """One response: a status with a body, after some seconds; `cut` sends half of the body."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: bool = False


def completion(answer: object, finish: str = "stop") -> Sent:
    """A response as OpenAI's: the answer, a text or what becomes JSON, as the model's words."""
    text = answer if isinstance(answer, str) else json.dumps(answer)
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    record = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
    return Sent(json.dumps({**record, "choices": [choice]}))


def failure(status: int, message: str, **headers: str) -> Sent:
    """A response that says what is wrong."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Sent(json.dumps({"error": {"message": message}}), status, named)


Script = Callable[[str, int], Sent]


class Server(ThreadingHTTPServer):
    """Answers the n-th request about a question as `script(question, n)` says."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: Script = lambda question, n: completion({"people": []})
        self.requests: list[dict[str, Any]] = []
        self.times: list[float] = []
        self.keys: list[str] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no news."""

    @property
    def url(self) -> str:
        """Its address, as an option names it."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def endpoint(self, **settings: Any) -> Endpoint:
        """How to ask it, with little patience."""
        return Endpoint(self.url, **{"model": "m", "key": KEY, "retries": 1, **settings})

    def says(self, *responses: Sent | object) -> None:
        """One response after the other to whatever is asked, the last one for ever."""
        told = [one if isinstance(one, Sent) else completion(one) for one in responses]
        self.script = lambda question, n: told[min(n, len(told)) - 1]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_POST(self) -> None:
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        try:
            self._respond()
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def _respond(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            self.server.requests.append(request)
            self.server.times.append(time.monotonic())
            self.server.keys.append(self.headers["authorization"])
            number = len(self.server.requests)
        sent = self.server.script(request["messages"][1]["content"], number)
        time.sleep(sent.delay)
        content = sent.body.encode()
        self.send_response(sent.status)
        for name, value in {"content-type": "application/json", **sent.headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: len(content) // 2] if sent.cut else content)
        self.close_connection = sent.cut

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy, no key and no address of somebody's own reaches these tests."""
    for name in os.environ:
        if name.casefold().endswith("_proxy") or name.startswith(("OPENAI_", "DIPLOGRAPH_LLM")):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    """The server, at work."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def told() -> Callable[..., Item]:
    """A maker of items that states only what matters: `told("Dahl met Otieno.")`."""

    def make(text: str, start: int = 0, **fields: Any) -> Item:
        return Item("press/a.txt", 1, start, start + len(text), start, text, **fields)

    return make


NORWAY = Entity("state/norway", "State", "Norway")
KENYA = Entity("state/kenya", "State", "Kenya")
DAHL = Entity("person/ingrid-dahl", "Person", "Ingrid Dahl", ("Dahl",), "state/norway")
OTIENO = Entity("person/amina-otieno", "Person", "Amina Otieno", (), "state/kenya")


@pytest.fixture
def found() -> Found:
    """Dahl of Norway and Otieno of Kenya, as the mentions of an item."""
    return Found({one.key: one for one in (NORWAY, KENYA, DAHL, OTIENO)}, (), (), (), None)


@pytest.fixture
def responds() -> Callable[..., Sent]:
    """A maker of responses: `responds(429, "slow down", retry_after="1")`.

    `responds(answer=…)` is a good one, `delay` seconds late, `cut` in the middle, or
    `finish`ed for length.
    """

    def make(
        status: int = 200,
        message: str = "",
        answer: object = None,
        delay: float = 0.0,
        cut: bool = False,
        finish: bool = False,
        body: str | None = None,
        **headers: str,
    ) -> Sent:
        sent = failure(status, message, **headers)
        if answer is not None:
            sent = completion(answer, "length" if finish else "stop")
        return replace(sent, body=sent.body if body is None else body, delay=delay, cut=cut)

    return make
