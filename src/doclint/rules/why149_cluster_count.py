"""WHY149: a method is told how many clusters, topics or states to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doclint.rules.base import Measured, StepRule

if TYPE_CHECKING:
    from doclint.model.step import Sight, Step

# traits by which the code says where the number comes from, or that it is not meant to stay
_EXCUSES = frozenset({"named", "trial", "compared", "made", "halves", "begun", "test"})


class ClusterCount(StepRule):
    """A method is told how many clusters, topics or states to find.

    What it asks
    ------------
    How was the number found: a search, a plot, a number that the business knows, or a first try that stayed?

    Why it matters
    --------------
    Whatever number it is given, the method finds that many. With one more, every group is another one, and so is all
    that is said about them.

    Example
    -------
    ::

        kinds = KMeans(n_clusters=6)

    A good answer
    -------------
    ::

        # the silhouette is highest at 6 (.41), and sales can write six letters but not twelve
        kinds = KMeans(n_clusters=6)
    """

    code = "WHY149"
    name = "cluster-count"
    default = False
    measured = Measured(1.0, 8, "obvious")
    remedy = "say how the number was found, and what speaks against one more or less"
    once_a_function = True
    constructs = frozenset({"cluster-count"})
    VALID = (
        "from sklearn.cluster import KMeans\nkinds = KMeans(n_clusters=len(names))\n",
        "from sklearn.cluster import KMeans\nfits = [KMeans(n_clusters=k) for k in range(2, 9)]\n",
        "from sklearn.cluster import KMeans\nkinds = KMeans(n_clusters=6, init=centres)\n",
        "from sklearn.cluster import KMeans\n"
        "# the silhouette is highest at 6, and sales can write no more letters than that\n"
        "kinds = KMeans(n_clusters=6)\n",
    )
    INVALID = (
        "from sklearn.cluster import KMeans\nkinds = KMeans(n_clusters=6)\n",
        "from gensim.models import LdaModel\nlda = LdaModel(corpus, num_topics=20)\n",
    )

    def holds(self, sight: Sight, step: Step) -> bool:
        return sight.traits.isdisjoint(_EXCUSES)

    def question(self, sight: Sight, step: Step) -> str:
        return f"Why {sight.subject} {sight.detail}: how was that number found?"
