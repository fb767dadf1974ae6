"""The features of many texts as one sparse matrix, and their words, made once and shared by every student of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from doclint.judge.features import features, see
from training.convolution import heard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.convolution import Text
    from training.examples import Unit


class SeenTexts:
    """Texts by row, names of features by column, ones where a text has a feature; `texts` has the words of each row."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._row = {unit: row for row, unit in enumerate(dict.fromkeys(units))}
        places: dict[str, int] = {}
        starts, found = [0], []
        self.texts: list[Text] = []
        for unit in self._row:
            seen = see(unit.prose, unit.code)
            self.texts.append(heard(seen, unit.placement))
            # sorted, since the order of a set differs from run to run and sums of floats with it
            found += [places.setdefault(name, len(places)) for name in sorted(features(seen, unit.placement))]
            starts.append(len(found))
        self.names = np.array(list(places))
        self.matrix = csr_matrix((np.ones(len(found)), found, starts), shape=(len(self._row), len(places)))

    def rows(self, units: Iterable[Unit]) -> list[int]:
        """The rows of some texts, in order."""
        return [self._row[unit] for unit in units]
