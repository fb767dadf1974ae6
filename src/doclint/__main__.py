"""`python -m doclint`."""

from __future__ import annotations

import sys

from doclint import __version__

# as in `cli.options`, which an interrupt while loading may have kept from being there
_INTERRUPTED = 130


def main() -> None:
    """Runs the command line."""
    if sys.argv[1:] == ["--version"]:
        # editors ask for it at every start, and click alone takes longer to load than all the rest of the answer
        print(f"doclint, version {__version__}")
        return
    try:
        # imported late, so that `import doclint` for its API does not pay for the command line
        from doclint.cli import cli

        cli(prog_name="doclint")
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
