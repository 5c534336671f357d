"""How much more often a source says something than the other sources do, reckoned where the numbers lie.

    contrast(store, view, "words", "word", ("harbor-wire",), 10)
    # [Contrast(source='harbor-wire', what='exercises', n=4, others=4, z=1.95, tested=580), …]

Log-odds ratio with an informative Dirichlet prior: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16
(2008), equations 16, 18 and 22. Two things are added to it. The prior, whose shape is what all sources in view say,
weighs a quarter of the smaller side, ``PRIOR`` words at least: one of fixed weight would call nothing of a large corpus
its source's own that the others never say. And where articles differ in a word by more than chance, the variance is
multiplied by Pearson's dispersion (McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5): an article
repeats its words, so twelve uses in one article are not twelve observations (Lijffijt et al., Digital Scholarship in
the Humanities 31, 2016).

A page shows some sources and some words of a vocabulary of tens of thousands: only these become rows in Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lib.evidence import Mark
from lib.store.conditions import marks
from lib.store.engine import Store
from lib.store.facts import numbers_of
from lib.view import View

#: Least weight of the prior, in words.
PRIOR = 500.0
#: A word said once in all sets nobody apart, and is not tested.
LEAST = 2
#: Differences at least this large are always given: below it none can be significant at 5 % (two-sided).
NOTABLE = 1.95


@dataclass(frozen=True, slots=True)
class Contrast:
    """One word or entity of one source beside all others in view.

    ``z``: standard deviations from what the others would lead to expect, negative where they say it more. ``tested``:
    how many words of this source were compared, of which the ones that are given are the extremes.
    """

    source: str
    what: str
    n: int
    others: int
    z: float
    tested: int


def contrast(store: Store, view: View, fact: str, what: str, sources: Sequence[str], top: int) -> list[Contrast]:
    """The extremes of each of ``sources``, largest difference first.

    The ``top`` that it says more, the ``top`` of either side, and all beyond ``NOTABLE``. Nothing for a source that no
    other can be compared with, or where only one word is said.
    """
    if not sources:
        return []
    numbers, dimensions, values = numbers_of(view, fact, ("source", what, "article"), "rows", Mark(fact))
    said = dimensions[1]
    name, lookup = "e.what", ""
    if said.table:
        name, lookup = f"l.{said.id}", f" join {said.table} l on l.{said.number} = e.what"
    rows = store.rows(
        f"with c as (select d0 as source_id, d1 as what, d2 as article, cast(n as double) as n from {numbers} c"
        " where d1 is not null),"
        " lengths as (select article, sum(n) as n from c group by article),"
        " w as (select c.source_id, c.what, sum(c.n) as n, sum(c.n * c.n) as square, sum(c.n * l.n) as product"
        " from c join lengths l on l.article = c.article group by c.source_id, c.what),"
        " sizes as (select source_id, sum(n) as n from w group by source_id),"
        " whole as (select sum(n) as n, sum(n * n) as square from lengths),"
        # In all, and the squared distances of the articles' numbers from those that their lengths lead to expect.
        " sums as (select what, sum(n) as n, sum(square) as square, sum(product) as product from w group by what"
        f" having sum(n) >= {LEAST}),"
        " t as (select s.what, s.n, greatest(1, (s.square - 2 * s.n / a.n * s.product"
        " + s.n / a.n * s.n / a.n * a.square) / s.n) as effect from sums s cross join whole a),"
        " sides as (select s.source_id, o.slug, s.n, a.n - s.n as m,"
        f" greatest({PRIOR}, least(s.n, a.n - s.n) / 4) as weight, a.n as whole from sizes s"
        f" join sources o on o.source_id = s.source_id cross join whole a"
        f" where o.slug in ({marks(len(sources))}) and s.n < a.n),"
        " counted as (select d.slug, t.what, coalesce(w.n, 0) as y, t.n - coalesce(w.n, 0) as x, d.n, d.m, d.weight,"
        " d.weight * t.n / d.whole as prior, t.effect from sides d join t on t.n < d.whole"
        " left join w on w.source_id = d.source_id and w.what = t.what),"
        " scored as (select slug, what, y, x, (ln((y + prior) / (n + weight - y - prior))"
        " - ln((x + prior) / (m + weight - x - prior))) / sqrt((1 / (y + prior) + 1 / (x + prior)) * effect) as z"
        " from counted),"
        " ranked as (select *, count(*) over (partition by slug) as tested,"
        " row_number() over (partition by slug order by z desc, what) as up,"
        " row_number() over (partition by slug order by abs(z) desc, what) as far from scored)"
        f" select e.slug, {name}, e.y, e.x, e.z, e.tested from ranked e{lookup}"
        f" where e.up <= ? or e.far <= ? or abs(e.z) >= {NOTABLE} order by abs(e.z) desc, e.y + e.x desc, 2",
        [*values, *sources, top, top],
    )
    return [Contrast(slug, word, int(y), int(x), float(z), int(tested)) for slug, word, y, x, z, tested in rows]
