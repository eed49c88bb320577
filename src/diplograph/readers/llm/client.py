"""Asking a server that answers as OpenAI's does: the only place that knows the `openai` library.

The library waits and tries again by itself where the server is busy (429, with Retry-After), broken
(5xx), slow or not to be reached. What remains an error after that is told apart here: `Unanswered`
concerns one question, `EndpointError` every question.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from diplograph.errors import EndpointError, UsageProblem
from diplograph.readers.llm.answer import schema
from diplograph.readers.llm.cache import Reply
from diplograph.readers.llm.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openai import APIStatusError


# How the answer is asked to be JSON: as best servers can, and as they put up with.
def _formats() -> list[dict[str, Any]]:
    named = {"name": "reading", "strict": True, "schema": schema()}
    return [{"type": "json_schema", "json_schema": named}, {"type": "json_object"}, {}]


class Unanswered(Exception):
    """One question has no answer, `str(error)` says why; another may have one."""


class Client:
    """Asks one endpoint. What the server does not take of the settings is left out from then on."""

    def __init__(self, endpoint: Endpoint) -> None:
        try:
            from openai import AsyncOpenAI, DefaultAsyncHttpxClient
        except ImportError as error:
            raise UsageProblem(
                "Reading with a language model needs the library openai. "
                "Install it: python -m pip install 'diplograph[llm]'"
            ) from error
        self._endpoint = endpoint
        self._formats = _formats()
        self._steady: dict[str, Any] = {"temperature": 0}
        self._openai = AsyncOpenAI(
            base_url=endpoint.url,
            api_key=endpoint.key or "none",  # servers without a key still expect the header
            timeout=endpoint.timeout,
            max_retries=endpoint.retries,
            # Texts and keys are for this server, not for one that it points to.
            http_client=DefaultAsyncHttpxClient(
                base_url=endpoint.url, timeout=endpoint.timeout, follow_redirects=False
            ),
        )
        # Names of accounts at another server, which the library takes from the environment.
        self._openai.organization = self._openai.project = None

    async def ask(self, instructions: str, question: str) -> Reply:
        """The answer to a question; raises `Unanswered`, or `EndpointError` where none will be."""
        import openai

        while True:
            settings = self._settings()
            try:
                with self._translated():
                    return _reply(
                        await self._openai.chat.completions.create(
                            model=self._endpoint.model,
                            messages=[
                                {"role": "system", "content": instructions},
                                {"role": "user", "content": question},
                            ],
                            **settings,
                        )
                    )
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if not self._leaves_out(error, settings):
                    raise Unanswered(self._refusal(error)) from None

    async def close(self) -> None:
        """Let go of the connections."""
        await self._openai.close()

    def _settings(self) -> dict[str, Any]:
        wanted = self._formats[0]
        return {**self._steady, **({"response_format": wanted} if wanted else {})}

    def _leaves_out(self, error: APIStatusError, settings: dict[str, Any]) -> bool:
        """Whether the server minds a setting that it can do without; the next request does."""
        if settings != self._settings():
            return True  # another request has found out already
        told = str(error).casefold()
        if "temperature" in told and "temperature" in self._steady:
            del self._steady["temperature"]
            return True
        if len(self._formats) > 1 and any(word in told for word in ("response_format", "json")):
            del self._formats[0]
            return True
        return False

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import openai

        host = self._endpoint.host
        try:
            yield
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            raise
        except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
            raise EndpointError(
                f"{host} does not accept the key ({error.status_code}). "
                "Set DIPLOGRAPH_LLM_KEY to one that this server knows."
            ) from None
        except openai.NotFoundError as error:
            raise EndpointError(
                f"{host} does not know the model {self._endpoint.model!r}, or the address is not "
                f"the part before /chat/completions: {self._refusal(error)}"
            ) from None
        except openai.APITimeoutError:
            raise Unanswered(f"no answer within {self._endpoint.timeout:g} seconds") from None
        except openai.APIConnectionError:
            raise Unanswered(f"{host} cannot be reached, or broke off") from None
        except openai.APIStatusError as error:
            raise Unanswered(self._refusal(error)) from None
        except (openai.OpenAIError, ValueError):
            raise Unanswered(f"{host} answered with something that is no completion") from None

    def _refusal(self, error: APIStatusError) -> str:
        return f"{self._endpoint.host} answered: {self._endpoint.redacted(str(error.message))}"


def _reply(completion: Any) -> Reply:
    """The text of a completion; a server may send anything at all."""
    choices = getattr(completion, "choices", None)
    if not choices or not (text := getattr(choices[0].message, "content", None)):
        raise Unanswered("the answer is empty")
    # Half of a character that takes two, as JSON may hold it, is no text for anybody else.
    whole = str(text).encode("utf-8", "replace").decode("utf-8")
    return Reply(whole, choices[0].finish_reason == "length")
