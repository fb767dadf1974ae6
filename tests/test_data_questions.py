"""Data questions name columns and values, and a notebook's prose answers them where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from doclint.lint import lint_source
from doclint.model.config import Config
from doclint.rules import RULES

_NOTEBOOK = Path(__file__).parent.parent / "fixtures" / "notebooks" / "passengers.ipynb"
_BROAD = tuple(f"WHY13{digit}" for digit in range(1, 10))
_DATA = (*_BROAD, "WHY14")


def questions(source: str) -> list[str]:
    """What is asked about a script, every data rule on."""
    return [finding.question for finding in lint_source(source.encode(), "a.py", Config(select=_DATA)).findings]


def test_markdown_before_and_after_and_comments_answer_and_silence_does_not() -> None:
    report = lint_source(_NOTEBOOK.read_bytes(), "passengers.ipynb", Config(select=_DATA))
    assert [(asked.codes[0], asked.answered) for asked in report.asked] == [
        ("WHY131", True),
        ("WHY141", True),
        ("WHY135", False),
        ("WHY138", True),
        ("WHY132", False),
    ]
    assert [finding.question for finding in report.findings] == [
        "Why leave out `cabin` and `ticket`: would it leak, repeat another column, or say nothing?",
        'Why fill missing `port` with `"S"` instead of dropping or marking those rows?',
    ]


@pytest.mark.parametrize("code", _BROAD)
def test_broad_data_rules_are_off_by_default(code: str) -> None:
    assert not next(rule for rule in RULES if rule.code == code).default


@pytest.mark.parametrize(
    "line",
    [
        'df = df.dropna(subset=["age"])',
        "df = df[df.price < 500]",
        'df = df.drop(columns=["cabin"])',
        "model = RandomForestClassifier(n_estimators=300, max_depth=8)",
    ],
)
def test_nothing_is_asked_without_a_data_library(line: str) -> None:
    assert questions(f"import csv\n{line}\n") == []
    assert questions(f"import pandas\nimport sklearn\n{line}\n") != []


@pytest.mark.parametrize(
    "source",
    [
        'import pandas as pd\ny = df["fare"]\ndf = df.drop(columns=["fare"])\n',
        "import pandas as pd\nprint(len(df[df.price < 500]))\n",
        "import pandas as pd\ndf = df.merge(users, on='id', how='inner', validate='1:1')\n",
        "import numpy as np\np = np.clip(p, 1e-7, 1 - 1e-7)\n",
        "import torch\nmodel.eval()\n",
        "from sklearn.linear_model import Ridge\nmodel = Ridge(alpha=1.0, random_state=42)\n",
    ],
)
def test_what_every_reader_expects_is_not_asked(source: str) -> None:
    assert questions(source) == []


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("df = df.drop(df[df.area > 4000].index)", "Why leave out the rows `df[df.area > 4000].index`"),
        ("df = df[-1000:]", "Why just the part `-1000:` of `df`"),
        ("df = df.drop([3, 7])", "What is wrong with the rows [3, 7] of `df`?"),
        ("df = df.query('fare < 263')", "Why keep only the rows where `fare < 263`"),
        ('sure = df[df["score"] > 0.8]', "Why decide at 0.8 of"),
    ],
)
def test_what_is_on_by_default_names_what_it_asks_about(line: str, question: str) -> None:
    (finding,) = lint_source(f"import pandas as pd\n{line}\n".encode(), "a.py", Config()).findings
    assert finding.question.startswith(question)


@pytest.mark.parametrize(
    "line",
    [
        "df = df[1:]",
        "df = df[df.p > 1e-12]",
        "top_data = ranked_df.head(5)",
        "assert df.score > 0.9",
        "df['sold'] = df['sold'].fillna(0)",
        "df = df.sample(frac=1)",
        "df = df.sample(500)",
        'df["speed"] = df["speed"].fillna(-999)',
    ],
)
def test_what_needs_no_source_is_left_alone_by_default(line: str) -> None:
    assert lint_source(f"import pandas as pd\n{line}\n".encode(), "a.py", Config()).findings == ()


def test_a_number_of_bins_is_no_place_to_cut_at() -> None:
    assert questions("import pandas as pd\nage = pd.qcut(df['age'], 10)\n") == [
        "Why 10 bins for `age`: what would fewer or more change?"
    ]


def test_columns_of_one_kind_are_set_apart_for_no_reason_but_their_kind() -> None:
    assert questions("import pandas as pd\nX_cat = X[['ocean']]\n") == []
    assert questions("import pandas as pd\nX_new = X[['ocean']]\n") != []


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("kinds = KMeans(n_clusters=6, random_state=0)", "Why 6 clusters: how was that number found?"),
        ("mixture = GaussianMixture(4)", "Why 4 components: how was that number found?"),
        ("lda = LdaModel(corpus, num_topics=20)", "Why 20 topics: how was that number found?"),
        ("N_CLUSTERS = 5", "Why 5 clusters: how was that number found?"),
    ],
)
def test_a_number_of_clusters_is_asked_about_by_its_value(line: str, question: str) -> None:
    config = Config(select=("WHY149",))
    (finding,) = lint_source(f"import sklearn\n{line}\n".encode(), "a.py", config).findings
    assert finding.question == question


@pytest.mark.parametrize(
    "lines",
    [
        "km5 = KMeans(n_clusters=5)",
        "three_groups = KMeans(3)",
        "trial = KMeans(n_clusters=5)",
        "kinds = KMeans(n_clusters=5, init=seeds)",
        "kinds = KMeans(n_clusters=len(names))",
        "kinds = KMeans(n_clusters=5)\nother = KMeans(n_clusters=7)",
        "fits = [KMeans(n_clusters=k) for k in range(2, 9)]\nkinds = KMeans(n_clusters=5)",
        "kinds = KMeans(n_clusters=5)\nprint(silhouette_score(x, kinds.labels_))",
        "x, y = make_blobs(centers=4)\nkinds = KMeans(n_clusters=4)",
        'kinds = KMeans(n_clusters=2)\nnames = ["idle", "busy"]',
        "reduced = PCA(n_components=10)",
        "lda.show_topics(num_topics=8)",
    ],
)
def test_a_number_of_clusters_whose_source_the_code_shows_is_not_asked_about(lines: str) -> None:
    config = Config(select=("WHY149",))
    assert lint_source(f"import sklearn\n{lines}\n".encode(), "a.py", config).findings == ()
