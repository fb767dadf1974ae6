"""`python -m doclint`."""

from __future__ import annotations


def main() -> None:
    """Runs the command line."""
    # imported late, so that `import doclint` for its API does not pay for the command line
    from doclint.cli import cli

    cli(prog_name="doclint")


if __name__ == "__main__":
    main()
