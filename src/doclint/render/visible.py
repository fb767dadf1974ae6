"""Characters that would change how a page reads, shown instead of obeyed."""

from __future__ import annotations

# bidirectional controls reorder what the reader sees, zero-width ones hide in it (CVE-2021-42574)
_HIDDEN = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF]
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
_TABLE = {code: f"\\u{code:04x}" for code in (*_HIDDEN, *_CONTROLS)} | {0x0C: "␌"}


def visible(text: str) -> str:
    """The text with control characters written out."""
    return text if text.isprintable() else text.translate(_TABLE)
