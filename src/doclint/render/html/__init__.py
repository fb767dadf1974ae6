"""A report as pages that work from a file, without a network and, for reading, without scripts."""

from doclint.render.html.pages import render_folder, render_single_file

__all__ = ["render_folder", "render_single_file"]
