"""WHY105: a branch for one platform or version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedPlatform(StepRule):
    """A branch for one platform or version.

    What it asks
    ------------
    What differs on this platform or version, and when can the branch go?

    Why it matters
    --------------
    Platform branches outlive their reason: without it nobody dares to remove them, and nobody can test them
    elsewhere.

    Example
    -------
    ::

        if sys.platform == "win32" and not interactive:
            buffer.detach()

    A good answer
    -------------
    ::

        # closing avoids a crash of the interpreter on Windows when the console handle is closed twice
        if sys.platform == "win32" and not interactive:
            buffer.detach()
    """

    code = "WHY105"
    name = "unexplained-platform"
    measured = Measured(0.53, 38, "obvious")
    remedy = "say what the platform does differently, or the version from which the branch can go"
    constructs = frozenset({"platform-branch", "version-branch"})
    VALID = (
        'def close(stream):\n    if sys.platform == "win32":\n        stream.detach()\n',
        "def close(stream):\n"
        "    # avoids a crash of the interpreter on Windows when the console handle is closed twice\n"
        '    if sys.platform == "win32" and stream.fd:\n'
        "        stream.detach()\n",
    )
    INVALID = (
        'def close(stream):\n    if sys.platform == "win32" and stream.fd:\n        stream.detach()\n',
        "def close(stream):\n    if stream.fd and sys.version_info < (3, 12):\n        stream.detach()\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return "combined" in sight.traits and not sight.traits & {"raises"}

    def question(self, sight: Sight, step: Step) -> str:
        return f"What differs where `{sight.subject}` holds, and when can this branch go?"
