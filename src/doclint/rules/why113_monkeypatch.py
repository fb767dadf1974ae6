"""WHY113: an attribute of an imported module is replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class Monkeypatch(StepRule):
    """An attribute of an imported module is replaced.

    What it asks
    ------------
    What is wrong with the original, and which version makes this unnecessary?

    Why it matters
    --------------
    A replaced function surprises everyone who reads the module it belongs to.

    Example
    -------
    ::

        ssl.match_hostname = lambda *_: None

    A good answer
    -------------
    ::

        # the device has no host name, so the check would always fail; its certificate is pinned instead
        ssl.match_hostname = lambda *_: None
    """

    code = "WHY113"
    name = "monkeypatch"
    measured = Measured(0.27, 30, "obvious")
    remedy = "say what the original does wrong, and when the replacement can go"
    constructs = frozenset({"monkeypatch"})
    VALID = (
        "import ssl\nself.ssl = None\n",
        "import ssl\n"
        "# the device has no host name, so the check would always fail; its certificate is pinned instead\n"
        "ssl.match_hostname = None\n",
    )
    INVALID = (
        "import ssl\nssl.match_hostname = None\n",
        "import socket\ndef patch(new):\n    socket.socket = new\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return True

    def question(self, sight: Sight, step: Step) -> str:
        return f"What is wrong with the original {sight.subject}, and when can this replacement go?"
