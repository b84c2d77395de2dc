"""The people of an option in its posts, year by year, next to what the bill takes them for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from orgdesign.cached import kept
from orgdesign.model.axes import Array
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.guarantee import settles
from orgdesign.model.result import Result
from orgdesign.placement.flow import place
from orgdesign.placement.suitable import HIRED, NO_PLACE, move_costs, scale_changes


@dataclass(frozen=True)
class Placement:
    """The people brought in by (year, municipality, job) and their places. Unit: fte.

    `placed` has shape (year, municipality, job, post): the posts are the jobs and then the
    further posts of the option. `hired` are the posts of each job that hired staff filled, and
    `rise` says how many scales up a move is.
    """

    brought_in: Array
    """Who came in when the task did, (municipality, job)."""
    operating: Array
    """1 where the job is brought in in a year, (year, 1, job or 1)."""
    there: Array
    """Who is still there, (year, municipality, job)."""
    placed: Array
    no_place: Array
    """Who is there without a post, (year, municipality, job)."""
    settled: Array
    """Who of those leaves by the social plan that year."""
    posts: Array
    """The posts to fill, (year, post)."""
    hired: Array
    """Those of them that hired staff would fill, (year, post)."""
    rise: Array
    """How many scales up a move is, (municipality, job, post)."""

    @property
    def follows(self) -> Array:
        """Who keeps the own job, (year, municipality, job)."""
        return np.asarray(np.einsum("ymjj->ymj", self.placed[..., : self.there.shape[2]]))

    @property
    def other_job(self) -> Array:
        """Who is placed in another post, (year, municipality, job)."""
        return np.asarray(self.placed.sum(axis=3) - self.follows)

    @property
    def higher(self) -> Array:
        """Who gets a higher scale, (year, municipality, job)."""
        return np.asarray((self.placed * (self.rise > 0)).sum(axis=3))

    @property
    def lower(self) -> Array:
        """Who gets a lower scale, (year, municipality, job)."""
        return np.asarray((self.placed * (self.rise < 0)).sum(axis=3))

    @property
    def settled_before(self) -> Array:
        """Who left by the social plan in earlier years, (year, municipality, job)."""
        return np.asarray((np.cumsum(self.settled, axis=0) - self.settled) * self.operating)

    @property
    def left(self) -> Array:
        """Who left of their own accord since they came in, (year, municipality, job)."""
        gone = self.settled_before
        came = self.brought_in * self.operating
        return np.asarray(np.maximum(came - self.there - gone, 0.0))

    @property
    def open(self) -> Array:
        """The posts that nobody who came in fills, (year, post)."""
        return np.asarray(np.maximum(self.posts - self.placed.sum(axis=(1, 2)), 0.0))


def placement(result: Result, option: str, y: int = 0) -> Placement:
    """Return the placement of the people of the option in force in a year, central case.

    Each year those still there are placed anew in the posts of that year. Who has no place stays
    while the guarantee runs and leaves after it; the rest falls by natural attrition. Where no
    job suits the people of another this is the model's own count: no place is its surplus, and
    after the guarantee those it settles. Several tables show it: it is made once.
    """
    figures = result.options[option].evaluation.phase(y)
    return kept(figures, "placement", lambda: _placement(figures))


def _placement(figures: Evaluation) -> Placement:
    came = _by_year(figures, "brought_in")
    posts, hired = _posts(figures)
    costs, after = move_costs(figures.reading), _settles(figures)
    operating, began = _by_year(figures, "job_operating"), _by_year(figures, "since_job_start")
    staying = 1.0 - float(figures["attrition"].ravel()[0])
    shape = (len(posts), *costs.shape)
    there, placed = np.zeros(shape[:3]), np.zeros(shape)
    no_place, settled = np.zeros(shape[:3]), np.zeros(shape[:3])
    now = np.zeros(shape[1:3])
    for y in range(len(posts)):
        now = np.where(began[y] == 0, came[y], now)
        there[y] = now * operating[y]
        placed[y], no_place[y] = _year(there[y], posts[y], hired[y], costs)
        settled[y] = no_place[y] * after[y]
        now = (now - settled[y]) * staying
    rise = scale_changes(figures.reading)
    first = np.max(came * (began == 0) * operating, axis=0)
    return Placement(first, operating, there, placed, no_place, settled, posts, hired, rise)


def _year(people: Array, posts: Array, hired: Array, costs: Array) -> tuple[Array, Array]:
    """Return who is placed where and who has no place in one year.

    Posts that hired staff fill are a kind of post of their own, a little dearer.
    """
    flat = costs.reshape(people.size, posts.size)
    both = np.hstack([flat, flat + HIRED])
    found = place(people.ravel(), np.concatenate([posts - hired, hired]), both, NO_PLACE)
    placed = found[:, : posts.size] + found[:, posts.size : -1]
    return placed.reshape(costs.shape), found[:, -1].reshape(people.shape)


def _posts(figures: Evaluation) -> tuple[Array, Array]:
    """Return the posts to fill, jobs and further posts, and those that hired staff would fill."""
    jobs, further = _by_year(figures, "joint_demand")[:, 0], _by_year(figures, "further_posts")
    hired = _by_year(figures, "hired_posts")[:, 0]
    none = np.zeros(further[:, 0].shape)
    return np.hstack([jobs, further[:, 0]]), np.hstack([np.minimum(hired, jobs), none])


def _settles(figures: Evaluation) -> Array:
    """Return whether those without a place leave in a year: after the guarantee.

    Shape (year, 1, job or 1).
    """
    names = ("guarantee_clock", "guarantee_years", "employer")
    return _yearly(figures, settles(*(figures[name] for name in names)).astype(float))


def _by_year(figures: Evaluation, name: str) -> Array:
    """Return a figure of the central case by (year, municipality or 1, job or 1)."""
    return _yearly(figures, figures[name])


def _yearly(figures: Evaluation, value: Array) -> Array:
    """Return what is by (municipality, job, year, case) in the central case, the year first."""
    years, central = len(figures.reading.scenario.years), value[..., 0]
    whole = np.broadcast_to(central, (*central.shape[:2], years))
    return np.ascontiguousarray(np.moveaxis(whole, 2, 0))


def counted_surplus(result: Result, option: str, y: int = 0) -> Array:
    """Return the people that the bill counts as surplus or settles, (year, job). Unit: fte.

    It knows no other jobs: a person who takes one is surplus on the bill. Of the option in force
    in year y.
    """
    figures = result.options[option].evaluation.phase(y)
    every = _by_year(figures, "surplus_staff") + _by_year(figures, "gone")
    return np.asarray(every[:, 0])


def salary_guarantee(result: Result, option: str, found: Placement, y: int = 0) -> Array:
    """Return the pay above the scale of the new post, (year, municipality). Unit: euros a year.

    Formula: placed x max(0, own price - price of the post) x wage index, those without a place
    counted at the price of their own job; none with employer home. Of the option in force in
    year y, whose placement it is.
    """
    figures = result.options[option].evaluation.phase(y)
    if figures["employer"] == "home":
        return np.zeros(found.there.shape[:2])
    own = _by_year(figures, "own_price")[0]
    joint, further = _by_year(figures, "joint_price")[0], _by_year(figures, "further_price")[0]
    prices = np.concatenate([joint, further], axis=1)[0]
    above = np.maximum(0.0, own[:, :, None] - prices)
    kept = np.einsum("ymjt,mjt->ym", found.placed, above)
    same = np.maximum(0.0, own - joint)
    unplaced = (found.no_place * same).sum(axis=2)
    return np.asarray((kept + unplaced) * _by_year(figures, "wage_index")[:, 0])
