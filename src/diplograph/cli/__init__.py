"""The command line: each command opens what it needs, calls one function, prints.

    $ diplograph build graph/documents
    $ diplograph query who-met-whom --format csv > contacts.csv
    $ diplograph path "Jonas Halvorsen" "Kenya"

Results go to standard output, messages and progress to standard error, `-` is standard input or
output. Exit codes: 0 done, 1 done but documents were skipped or violations found, 2 wrong usage,
3 unknown actor, 4 wrong query, 5 store cannot be used, 6 vocabulary broken, 130 interrupted.
"""

from diplograph.cli.app import main

__all__ = ["main"]
