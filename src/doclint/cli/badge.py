"""`doclint badge`."""

from __future__ import annotations

import click

from doclint.cli.options import configured, fail, selection_options, write


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@selection_options
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the picture to this file.")
def badge(  # noqa: PLR0913 - click hands every option over as an argument of its own
    *,
    paths: tuple[str, ...],
    config_file: str | None,
    select: str | None,
    extend_select: str | None,
    ignore: str | None,
    output: str | None,
) -> None:
    """Draw the score as a small SVG for a README."""
    from doclint.edge.discover import NoSuchPath
    from doclint.render.formats import rendered
    from doclint.run import run

    config = configured(config_file, select=select, extend_select=extend_select, ignore=ignore)
    try:
        report = run(paths or (".",), config)
    except NoSuchPath as error:
        fail(str(error))
    write(rendered("badge", report), output)
