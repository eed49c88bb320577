"""`python -m diplograph` is the `diplograph` command."""

from diplograph.cli import main

if __name__ == "__main__":
    main()
