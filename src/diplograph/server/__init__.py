"""A store over HTTP: a SPARQL 1.1 Protocol endpoint, the saved questions, and the page.

    with store.open("norway-kenya", read_only=True) as opened:
        server.serve(opened, port=8000)

answers `GET /query?query=ASK {}` with `{"head":{},"boolean":true}`, shows the saved questions and
their rows at `/`, and the interactive page at `/graph`. It only reads.
"""

from diplograph.server.routes import application
from diplograph.server.serving import serve

__all__ = ["application", "serve"]
