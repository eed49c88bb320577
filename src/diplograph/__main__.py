"""The `diplograph` command, also as `python -m diplograph`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command; Ctrl-C while its libraries are loading ends it with a line, too."""
    try:
        from diplograph.cli import main as command
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        sys.exit(130)
    command()


if __name__ == "__main__":
    main()
