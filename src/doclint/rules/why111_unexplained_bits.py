"""WHY111: bits are set, masked or shifted by a literal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step


class UnexplainedBits(StepRule):
    """Bits are set, masked or shifted by a literal.

    What it asks
    ------------
    What do these bits mean, and where is their layout defined?

    Why it matters
    --------------
    Bit layouts live in specifications and hardware. The literal shows what is done with the bits and never what
    they are.

    Example
    -------
    ::

        flags = raw & 0x1FFF

    A good answer
    -------------
    ::

        flags = raw & 0x1FFF  # the top three bits hold the fragment flags, which would corrupt the offset (RFC 791)
    """

    code = "WHY111"
    name = "unexplained-bits"
    measured = Measured(0.38, 53, "standard")
    remedy = "name the bits, or the specification that defines them"
    once_a_function = True
    constructs = frozenset({"bit-operation"})
    VALID = (
        "MASK = 1 << 4\n",
        "def offset(raw):\n"
        "    # the top three bits hold the fragment flags, which would corrupt the offset (RFC 791)\n"
        "    return raw & 0x1FFF\n",
    )
    INVALID = (
        "def offset(raw):\n    return raw & 0x1FFF\n",
        "def spread(key):\n    key = key ^ (key >> 16)\n    return key\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        if sight.traits & {"module-level", "plain"}:
            return False
        return "public" in sight.traits

    def question(self, sight: Sight, step: Step) -> str:
        return f"What do the bits of {sight.subject} in `{sight.detail}` mean, and where is their layout defined?"
