"""`python -m doclint`."""

from __future__ import annotations

import sys

from doclint import __version__


def main() -> None:
    """Runs the command line."""
    if sys.argv[1:] == ["--version"]:
        # editors ask for it at every start, and click alone takes longer to load than all the rest of the answer
        print(f"doclint, version {__version__}")
        return
    # imported late, so that `import doclint` for its API does not pay for the command line
    from doclint.cli import cli

    cli(prog_name="doclint")


if __name__ == "__main__":
    main()
