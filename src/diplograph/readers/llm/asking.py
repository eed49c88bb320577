"""Asking about many items at once, ahead of those who read them; the answers are kept on the disk.

What is read is read from the answers on the disk alone, so the readers may be in other processes,
and none of them needs to know the key.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from diplograph.errors import EndpointError
from diplograph.items.record import Item
from diplograph.readers.llm.answer import Answer, parse, schema
from diplograph.readers.llm.cache import Replies, Reply, key
from diplograph.readers.llm.client import Client, Unanswered
from diplograph.readers.llm.endpoint import Endpoint
from diplograph.readers.llm.passages import Passage, halves, passages
from diplograph.readers.llm.prompt import instructions, question

_AHEAD = 4  # items a connection that are asked about while the first is waited for
_ENOUGH = 5  # questions in a row without an answer: the server is to blame, not the text
_TRIES = 2  # for an answer that is no JSON

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about one passage; the model's answer to it is kept under `key`."""

    passage: Passage
    text: str
    key: str


def questions(item: Item, model: str) -> Iterator[Question]:
    """What is asked about an item at first: one question a passage."""
    for passage in passages(item):
        yield _question(item, passage, model)


def _question(item: Item, passage: Passage, model: str) -> Question:
    text = question(item, passage)
    return Question(passage, text, key(model, instructions(), schema(), text))


def answers(item: Item, model: str, replies: Replies) -> Iterator[tuple[Passage, Answer]]:
    """The answers about an item that are on the disk."""
    waiting = deque(questions(item, model))
    while waiting:
        one = waiting.popleft()
        reply = replies.get(one.key)
        if reply is None:
            continue
        if reply.cut and (parts := halves(item, one.passage)):
            waiting.extendleft(_question(item, part, model) for part in reversed(parts))
        elif not reply.cut:
            yield one.passage, parse(reply.text)


class Asking:
    """Requests under way, in a thread of their own; leaving the context ends them at once."""

    def __init__(self, endpoint: Endpoint, folder: Path) -> None:
        self._endpoint = endpoint
        self._client = Client(endpoint)
        self._replies = Replies(folder)
        self._free = asyncio.Semaphore(endpoint.concurrency)
        self._failed_in_a_row = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Asking:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run(self._end()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def ahead(
        self, parts: Iterable[Part], items: Callable[[Part], tuple[Item, ...]]
    ) -> Iterator[tuple[Part, tuple[tuple[Item, str], ...]]]:
        """Each of `parts`, once its items are asked about: with the items unanswered, and why.

        Raises `EndpointError` where the server has no answer for anybody.
        """
        waiting: deque[tuple[Part, list[tuple[Item, Future[str | None]]]]] = deque()
        under_way = 0
        for part in parts:
            asked = [(item, self._run(self._about(item))) for item in items(part)]
            waiting.append((part, asked))
            under_way += len(asked)
            while under_way > _AHEAD * self._endpoint.concurrency:
                under_way -= len(waiting[0][1])
                yield _settled(*waiting.popleft())
        while waiting:
            yield _settled(*waiting.popleft())

    def _run(self, work: Coroutine[Any, Any, Part]) -> Future[Part]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._client.close()

    async def _about(self, item: Item) -> str | None:
        """See to it that all answers about an item are on the disk; else say what is missing."""
        waiting = deque(questions(item, self._endpoint.model))
        missing = None
        while waiting:
            one = waiting.popleft()
            try:
                reply = self._replies.get(one.key) or await self._asked(one)
            except Unanswered as error:
                missing = str(error)
                continue
            if reply.cut:
                parts = halves(item, one.passage)
                missing = missing if parts else "the answer is too long for the server"
                waiting.extend(_question(item, part, self._endpoint.model) for part in parts)
        return missing

    async def _asked(self, one: Question) -> Reply:
        async with self._free:
            try:
                reply = await self._usable(one)
            except Unanswered as error:
                self._count_failure(error)
                raise
        self._failed_in_a_row = 0
        self._replies.put(one.key, self._endpoint.model, reply)
        return reply

    async def _usable(self, one: Question) -> Reply:
        """An answer that is JSON, or cut off; one that is neither is asked for once more."""
        for _ in range(_TRIES):
            reply = await self._client.ask(instructions(), one.text)
            if reply.cut or _is_answer(reply.text):
                return reply
        raise Unanswered("the answer is not the JSON that was asked for")

    def _count_failure(self, error: Unanswered) -> None:
        self._failed_in_a_row += 1
        if self._failed_in_a_row >= _ENOUGH:
            raise EndpointError(
                f"The language model gave no answer {_ENOUGH} times in a row: {error}. What was "
                "answered before is kept: build again to go on from there."
            )


def _is_answer(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _settled(
    part: Part, asked: list[tuple[Item, Future[str | None]]]
) -> tuple[Part, tuple[tuple[Item, str], ...]]:
    done = [(item, future.result()) for item, future in asked]
    return part, tuple((item, reason) for item, reason in done if reason)
