"""Words that announce a reason, with the false friends that look like them.

Strengths are those measured on random comments of the CPython standard library and on labelled commit messages
(EVIDENCE.md, section 4): 3 announces a reason by itself, 2 does when a specific clause follows, 1 only supports. A
false friend is cut out of the text before the cues are looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase found in a text: its group, its strength and where it stands."""

    group: str
    strength: int
    start: int
    end: int


_FALSE_FRIENDS = (
    r"if-(un)?modified-since",
    r"since (v?\d|posix|epoch|last|python|version)",
    r"so that's",
    r"\b(is|are|be|been|being|was|were|can be|gets?) used to\b",
    r"\bused to (be )?(store|hold|build|create|define|determine|identify|represent|compute|generate|set|control)\w*",
    r"\btry(ing)? to\b",
    r"\b(have|has|had|want|wants|need|needs|going|able|up|according|related|relative|equal|similar) to\b",
    r"\bto see if\b",
    r"\bsee if\b",
    r"\b(as soon|as long|as well|as of|as is|as-is|as we go|so far|so on|and so on|even so|so-called)\b",
    r"\b(lower|upper|test|differ in|camel|snake)[ -]case\b",
    r"\bcase[- ](in)?sensitive\w*",
    r"\bmagic (method|number|comment|string)s?\b",
    r"\bno longer be\b",
    r"\botherwise (valid|fixed|unused|noted)\b",
    r"\bassume (role|type)\w*",
    r"\b(iso|utf|sha|latin|cp|md)[- _]?\d[\d-]*",
    r"\bfor (each|all|every|example|instance|now|more (information|details?))\b",
    r"\b(removed|deprecated) ?in\w*\d+\w*",
    r"\.\. (version\w+|deprecated)::.*",
    r"\bfast path:|\bslow path:",
    r"\breason phrase\b",
)

_VERBS = (
    "avoid|prevent|guard|protect|work around|workaround|make sure|ensure|guarantee|preserve|minimi[sz]e|reduce|limit|"
    "mitigate|compensate|account for|accommodate|cope|deal with|comply|conform|stay|keep|maintain|satisfy|appease|"
    "silence|please|force|defeat|break|disambiguate|distinguish|simplify|speed|save|support|allow|enable|let"
)

_CUES: tuple[tuple[str, int, str], ...] = (
    ("cause", 3, r"\b(because|b/c|due to|owing to|on account of|thanks to|in view of|in light of|given that)\b"),
    ("cause", 3, r"\b(seeing that|considering that|for \w+ reasons?|the reason|rationale|motivation|stems? from)\b"),
    ("cause", 3, r"\b(that's why|which is why|this is why|explains why|hence|therefore|consequently|as a result)\b"),
    ("cause", 3, r"\b(caused by|in response to|inasmuch as|insofar as|justif\w+|on the grounds that)\b"),
    ("cause", 2, r"\bsince\b(?=\s+\w+\s+\w+)"),
    ("cause", 2, r"[,;.]\s*as (we|it|this|that|they|there|the|some|these)\b"),
    ("cause", 2, r"[,;.]\s*so (we|it|the|don't|do|just|use|skip|this|that|they|there|you|any|if|only|no)\b"),
    ("cause", 2, r"\b(thus|thereby|accordingly|after all|now that|leads? to|results? in)\b"),
    ("cause", 2, r"\b(which|this|that) (means|implies|causes|prevents|breaks|ensures|lets|avoids|keeps|allows)\b"),
    ("purpose", 3, r"\b(so that|so as (not )?to|in order (to|that|for|not)|for the (sake|purpose|benefit) of|lest)\b"),
    ("purpose", 3, r"\bthe (purpose|intent|idea|point|goal|trick)( here)? is\b"),
    ("purpose", 3, r"\b(meant|intended|supposed|designed) to\b"),
    ("purpose", 3, rf"\b(not )?to (also |still |help )?({_VERBS})\b"),
    ("purpose", 2, r"\b(avoids?|avoiding|prevents?|preventing|ensures?|ensuring|makes? sure|making sure)\b"),
    ("constraint", 2, r"\b(must(n't)?|cannot|can't|can not|is (required|necessary|mandatory)|requires?|needs to be)\b"),
    (
        "constraint",
        2,
        r"\b(doesn't|does not|don't|do not|didn't|won't|isn't|aren't) (support|allow|accept|handle|have|"
        r"guarantee|preserve|provide|work|exist|know|like|expose|implement|want|include|need|care|play)\w*",
    ),
    (
        "constraint",
        2,
        r"\b(not (available|allowed|supported|valid|safe|guaranteed|thread-safe|possible|enough)|limited to)\b",
    ),
    (
        "constraint",
        2,
        r"\b(insists? on|expects?|forbids?|order matters|keep in sync|by (contract|design|definition))\b",
    ),
    ("alternative", 3, r"\b(instead of|rather than|as opposed to|in preference to|unlike|in contrast to|trade-?off)\b"),
    ("alternative", 3, r"\bprefer\w*\b|\b(better|faster|safer|simpler|cheaper|slower|more \w+) than\b"),
    ("alternative", 3, r"\b(we could|could have|tempting to|one might|alternative(ly)?|another approach|not worth)\b"),
    ("alternative", 3, r"\b(at the (cost|expense) of|deliberate(ly)?|intentional(ly)?|on purpose|not a (bug|typo))\b"),
    (
        "alternative",
        1,
        r"\b(but|however|although|though|whereas|instead|despite|still|yet|nevertheless|even (if|when))\b",
    ),
    (
        "consequence",
        3,
        r"\bor else\b|(?<=[a-z,;)] )otherwise\b|\b(would|could|might|may|will) (otherwise|silently|end up)\b",
    ),
    (
        "consequence",
        3,
        r"\b(would|could|might|may|will|can) (\w+ )?(break|fail|crash|deadlock|hang|leak|lose|corrupt|"
        r"overflow|raise|trigger|collide|mislead|swallow|cause|result|lead|block|confuse|mess|return|be)\b",
    ),
    (
        "consequence",
        3,
        r"\b(race condition|infinite (loop|recursion)|data loss|memory leaks?|circular import|injection)\b",
    ),
    ("consequence", 3, r"\b(reference cycle|silently|accidentally|unexpectedly|inadvertently|beware|caveat|gotcha)\b"),
    (
        "consequence",
        3,
        r"\b(pitfall|danger\w*|side[- ]effects?|(do not|don't|never) (remove|reorder|move|change|rely))\b",
    ),
    ("condition", 2, r"\b(just )?in case\b|\bunless\b|\bthis (can|may) happen\b|\boccurs? when\b"),
    ("condition", 1, r"\b(if|when|whenever|as long as|provided that|until|once|only if|depending on)\b"),
    (
        "provenance",
        3,
        r"https?://\S+|\b(gh|bpo|issue|bug|pr|ticket)[- #]*\d+|(?<!\w)#\d{2,}|\bcve-\d+|\b[A-Z]{2,}-\d+\b",
    ),
    (
        "provenance",
        3,
        r"\b(rfc|pep|posix|iso|ieee|w3c)[ -]?\d*[^.]{0,30}(says|requires?|mandates?|specif|allows?|forbids?)",
    ),
    (
        "provenance",
        2,
        r"\b(as per|per|according to) (the )?\w+|\b(rfc|pep) ?\d+|\b(taken|adapted|ported|borrowed) from\b",
    ),
    (
        "assumption",
        3,
        r"\b(assum(e|es|ed|ing|ption)|invariant|guaranteed (by|to)|we know|known to be|relies on|rely on)\b",
    ),
    (
        "assumption",
        3,
        r"\b(should|can|could|will) never\b|\b(cannot|can't) happen\b|\bunreachable\b|\bby construction\b",
    ),
    ("assumption", 3, r"\b(it is|it's|is) (safe|ok|okay|enough|harmless|fine) to\b|\bpresumably\b|\bin practice\b"),
    (
        "assumption",
        3,
        r"\b(empirical\w*|measured|benchmark\w*|heuristic\w*|rule of thumb|already (been|sorted|checked))\b",
    ),
    (
        "workaround",
        3,
        r"\b(work(s|ing)? ?-?around|hack(y|ish)?|kludge|bug in|buggy|broken (on|in)|quirks?|regression)\b",
    ),
    (
        "workaround",
        3,
        r"\b(misbehav\w+|temporar(y|ily) (fix|work)\w*|stop-?gap|until .{2,40} (supports?|fix|drop|is gone))\b",
    ),
    ("performance", 3, r"\b(expensive|costly|overhead|latency|bottleneck|hot (path|loop)|quadratic|amorti[sz]ed|o\(n)"),
    (
        "performance",
        2,
        r"\b(faster|slower|slow|cheaper|efficien\w+|optimi[sz]\w+|lazily|memory (usage|footprint)|speed)\b",
    ),
    (
        "compatibility",
        3,
        r"\b(backwards?|forwards?)[- ]compat\w*|\bcompatib\w+ with\b|\b(older|legacy|old) (client|server|version"
        r"|browser|python|release|api|code)s?\b|\bhistorical\w*",
    ),
    (
        "compatibility",
        2,
        r"\bon (windows|mac ?os|linux|pypy|posix|android|ios|cygwin|aix|jython)\b|\bpython ?[23](\.\d+)?\b",
    ),
    ("history", 2, r"\b(we|it|this) used to\b|\bpreviously\b|\boriginally\b|\bno longer\b|\bturns out\b|\bit seems\b"),
    (
        "history",
        2,
        r"\b(apparently|in the wild|in production|we found|has been (seen|reported)|some (servers?|clients?|"
        r"users?|people|browsers?|systems?|tools?|libraries))\b",
    ),
)

_HOLLOW = re.compile(
    r"\b(for (performance|efficiency|safety|security|compatibility|clarity|consistency|convenience|simplicity|speed|"
    r"some reason|testing|debugging|readability|robustness|correctness|good measure)( reasons?| purposes?)?"
    r"|(performance|efficiency|safety|security|historical|technical|various|obvious|compatibility) (reasons|purposes)"
    r"|just in case|(as|if|when) (needed|required|necessary)|because (we|it'?s?|this|that) (is )?(need|require|necess)\w*"
    r"( (it|this|that))?|to make (it|this|things) work|to be safe|best practices?|handle it properly|ensure correctness"
    r"|works on my machine|don'?t ask|(is )?(needed|required|necessary)( here)?|is (better|important|good)|hack)\W*$",
    re.I,
)

_FRIENDS = re.compile("|".join(_FALSE_FRIENDS), re.I)
_PATTERNS = tuple((group, strength, re.compile(pattern, re.I)) for group, strength, pattern in _CUES)


@lru_cache(maxsize=4096)
def cues(text: str) -> tuple[Cue, ...]:
    """The cues of a text in order; false friends are blanked first, so that places stay those of the text."""
    blanked = _FRIENDS.sub(lambda match: " " * len(match.group()), text)
    found = [
        Cue(group, strength, match.start(), match.end())
        for group, strength, pattern in _PATTERNS
        for match in pattern.finditer(blanked)
    ]
    return tuple(sorted(found, key=lambda cue: (cue.start, -cue.strength, cue.group)))


def hollow(text: str) -> str | None:
    """The empty phrase that a text or its last clause consists of, such as "for performance"."""
    match = _HOLLOW.search(text.strip())
    return match.group().strip(" .!") if match else None
