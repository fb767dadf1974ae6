"""WHY150: an error that a mistake raises too is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class SwallowedMistake(StepRule):
    """An error that a mistake raises too is dropped.

    What it asks
    ------------
    Which object is expected to fail here, and how would a mistake in these lines be noticed?

    Why it matters
    --------------
    A typo raises AttributeError and a changed signature TypeError. A handler that drops them for one object drops
    them for every later mistake as well.

    Example
    -------
    ::

        try:
            self._flush(self.socket.buffer)
        except AttributeError:
            pass

    A good answer
    -------------
    ::

        except AttributeError:
            pass  # sockets handed over by systemd come without a buffer, and have nothing to flush
    """

    code = "WHY150"
    name = "swallowed-mistake"
    measured = Measured(0.81, 81, "idiom")
    remedy = "say which object lacks what, or ask for it with hasattr or isinstance"
    constructs = frozenset({"narrow-except"})
    VALID = (
        "def close(self):\n    try:\n        self.socket.close()\n    except OSError:\n        pass\n",
        "def close(self):\n"
        "    try:\n"
        "        self._flush(self.socket.buffer)\n"
        "    except AttributeError:\n"
        "        pass  # sockets handed over by systemd come without a buffer, so nothing has to be flushed\n",
        "def size(body):\n"
        "    try:\n"
        "        return memoryview(body).nbytes\n"
        "    except TypeError:\n"
        "        pass\n"
        "    return len(body)\n",
    )
    INVALID = (
        "def close(self):\n"
        "    try:\n"
        "        self._flush(self.socket.buffer)\n"
        "    except AttributeError:\n"
        "        pass\n",
        "def unload(self):\n"
        '    """Unload."""\n'
        "    try:\n"
        "        self.module.unload(self.module.name, self.registry)\n"
        "    except (RuntimeError, KeyError):\n"
        "        pass\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if not sight.traits >= {"mistakes", "only-pass"} or sight.traits & {
            "first-way",
            "teardown",
            "module-level",
            "predicate",
        }:
            return False
        return bool(sight.traits & {"undocumented", "much-tried"})

    def question(self, sight: Sight, step: Step) -> str:
        return f"Which object raises {sight.subject} here, and how would the same error from a mistake be noticed?"
