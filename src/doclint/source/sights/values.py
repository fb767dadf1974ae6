"""What a number is by its value alone: a count, a unit, a convention, or a choice somebody made."""

from __future__ import annotations

from math import inf

# 0, 1 and 2 are counts a reader takes from the code itself: none, one, a pair
PLAIN = frozenset({0, 1, 2, -1, -2})

# seconds, bytes, degrees, percent: what these numbers convert is common knowledge
_UNITS = frozenset(
    {3, 4, 7, 8, 10, 12, 16, 24, 30, 32, 60, 64, 90, 100, 128, 180, 255, 256, 270, 360, 365, 400, 512, 1000, 1024, 3600}
    | {4096, 65535, 65536, 86400, 1_000_000, 1_000_000_000, 1e3, 1e-3, 1e-6, 1e-9, 0.5, 100.0}
)
# the weights of luma (Rec. 601, 709, 2020), the normal distribution's own numbers, gravity, the lengths of digests and
# curves, and ports
_KNOWN = frozenset(
    {0.299, 0.587, 0.114, 0.2126, 0.7152, 0.0722, 0.2627, 0.678, 0.0593, 1.4826, 1.96, 2.58, 1.645, 9.81, 3.14159}
    | {40, 160, 224, 384, 443, 521, 8080, 8443}
)


# epochs, line widths and points an inch, as common as units
_CONVENTIONS = frozenset({72, 78, 79, 80, 88, 96, 120, 1900, 1970, 1980, 2000, 273.15, 2.54, 25.4, 0.02})


def value_traits(value: float) -> set[str]:
    """The traits that any sight of the number has."""
    traits = set()
    if value in PLAIN:
        traits.add("plain")
    if abs(value) in _UNITS or abs(value) in _CONVENTIONS or abs(value) in _KNOWN or _is_near_power(value):
        traits.add("unit")
    if isinstance(value, float):
        traits.add("float")
        if 0 < abs(value) < 1:
            traits.add("fraction")
    return traits


def _is_near_power(value: float) -> bool:
    """Whether a number is a power of two or one beside it: a size, or the last value of one."""
    # a literal like 1e999 reads as infinity, which is no whole number
    if abs(value) == inf:
        return False
    whole = int(abs(value))
    return whole == abs(value) and whole > 0 and any((whole + d) & (whole + d - 1) == 0 for d in (0, 1, -1))
