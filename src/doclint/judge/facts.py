"""Whether a text states what something does ("Firefox caches redirects"), the commonest reason without a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doclint.judge.tokens import Tokens

# what servers, libraries, devices, files and people do, as far as the word is seldom a plural noun
DOES = frozenset(
    "accepts adds allocates allows answers appends applies arrives assumes attaches avoids becomes begins behaves "
    "blocks breaks buffers caches calls cannot caps causes chokes cleans closes collapses collects comes compares "
    "complains computes confuses consumes contains converts corrupts costs counts covers crashes creates cuts "
    "deadlocks decides decodes defaults defines delays deletes delivers demands denies depends deprecates destroys "
    "detects differs disables disallows discards does doubles drops duplicates eats emits enables encodes ends "
    "enforces enters escapes evicts exceeds executes exhausts exists expands expects expires exposes fails falls "
    "favours fills fires flushes follows forbids forces forgets gets gives goes grows guarantees handles hangs "
    "happens has hates hides holds ignores implies includes inherits injects inserts insists interferes interprets "
    "introduces invalidates invokes is keeps kills knows lacks leaks leaves lets lies likes listens lives locks "
    "looks loses maintains makes masks means merges misbehaves misses mixes mutates needs negotiates never "
    "normalizes obeys occurs omits opens outlives overflows overrides overwrites owns pads passes permits picks "
    "prefers prepends preserves prevents produces prohibits promises protects provides punishes puts quotes raises "
    "reaches reads rebuilds receives recommends recreates redirects reduces refuses rejects relies removes reorders "
    "repeats replaces reports requires reserves resets resolves respects restarts resumes retries returns reuses "
    "rewrites rounds runs says scales sees sends serves shadows shares ships shows shrinks silently skips slows "
    "sorts spans spends splits starts starves stays steals still stops strips suffers supports swallows takes tells "
    "terminates tests throttles throws tolerates treats triggers trims truncates trusts turns understands updates "
    "uses varies violates waits wakes wants warns wastes works writes yields".split()
)
_PLURALS_DO = frozenset(
    "accept are arrive break cannot contain crash differ do drop exist expect fail get give go hang happen have "
    "hold ignore keep lack leak lose may mean need never occur often only overflow prefer raise refuse reject rely "
    "report require resend return say send shadow share show sometimes start stay support survive take tend treat "
    "use vary want were work write".split()
)
_FARTHEST = 7


def fact(tokens: Tokens) -> str:
    """How a text states something about a subject: `none`, or by what the subject is.

    `outside` subjects are not in the code (a name, or words it does not say), `inside` ones are. A text that opens with
    the verb describes what the code does ("Returns the key") and states nothing about anything else.
    """
    words = tokens.words
    for index in range(1, min(len(words), _FARTHEST)):
        word = words[index]
        if word in DOES or (word in _PLURALS_DO and words[index - 1].endswith("s")) or word.endswith("n't"):
            if words[0] in DOES:
                return "none"
            return "outside" if any(tokens.specific[:index]) or any(tokens.novel[:index]) else "inside"
    return "none"
