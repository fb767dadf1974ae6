"""doclint asks the questions that a repository's comments leave open."""

__version__ = "0.1.0"
