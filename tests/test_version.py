"""The version is what the package says, wherever it is asked."""

from doclint import __version__


def test_version_is_a_release_number() -> None:
    assert [part.isdigit() for part in __version__.split(".")] == [True, True, True]
