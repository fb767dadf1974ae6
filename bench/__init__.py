"""How fast doclint is, beside its peers and beside the bare parse of the same files."""
