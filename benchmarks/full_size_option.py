"""The options of the study with every array over municipality, job, year and case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from full_size import START, Bill, FullSize

from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.study import Study


@dataclass(frozen=True)
class Together:
    """One option of the study, in which all take part with all of their work."""

    of: FullSize
    option: str

    def given(self, name: str) -> Array:
        """Return a property that the option gives, over all four axes."""
        return self.of.figure(f"options.{self.option}.{name}")

    def profile(self, name: str, *, holds: bool) -> Array:
        """Return a yearly list from the start; afterwards its last value, or nothing."""
        values = [each.value for each in self.of.scenario.property(self.option, name)]
        after = values[-1] if holds else 0.0
        every = [0.0] * START + values + [after] * self.of.shape[2]
        return self.of.full(np.array(every[: self.of.shape[2]])[:, None])

    @cached_property
    def employer(self) -> str:
        """Who employs the people: home, host or joint."""
        return str(self.of.scenario.property(self.option, "employer") or "home")

    @cached_property
    def host(self) -> Array:
        """One for the host, (municipality, 1, year, case)."""
        host = self.of.scenario.document.options[self.option].host
        is_host = [float(m == host) for m in self.of.scenario.municipalities]
        return self.of.full(np.array(is_host)[:, None, None, None])[:, :1]

    @cached_property
    def on(self) -> Array:
        """One in the years of operation."""
        return (self.of.year >= START).astype(float)

    @cached_property
    def price(self) -> Array:
        """What a joint post costs."""
        if self.employer != "home":
            return self.of.price("joint_scale")
        fte = self.of.by_job("fte")
        return self.of.full((self.of.own_price * fte).sum(axis=0) / fte.sum(axis=0))

    def sums(self) -> tuple[Array, Array, Array]:
        """Return joint posts, people still there and joint posts filled by hired staff."""
        of = self.of
        gain = self.given("realisation") * self.profile("ramp", holds=True)
        taken = np.where(of.potential > 1.0, 1.0, gain)
        posts = of.full((of.demand * self.on).sum(axis=0)) * (1.0 - taken * (1.0 - of.potential))
        there, now = np.zeros(of.shape), of.full(self.came.sum(axis=0))[:, :, 0]
        for year in range(START, of.shape[2]):
            there[:, :, year] = now
            if self.settles and year - START >= self.guarantee:
                now = np.minimum(now, posts[:, :, year])
            now = now * (1.0 - of.figure("staff.attrition")[:, :, 0])
        share = of.full(of.by_job("hired").sum(axis=0) / of.by_job("fte").sum(axis=0))
        return posts, there, np.minimum(share * posts, np.maximum(posts - there, 0.0))

    @property
    def settles(self) -> bool:
        """Whether people above the joint posts are settled at last."""
        return self.employer != "home"

    @property
    def guarantee(self) -> float:
        """The years in which nobody is settled."""
        return self.of.scenario.figures[f"options.{self.option}.guarantee_years"].value

    @cached_property
    def came(self) -> Array:
        """The people of each municipality who are brought in."""
        of = self.of
        return np.maximum(0.0, of.by_job("fte") - of.by_job("vacant") - of.by_job("hired"))

    def bill(self) -> Bill:
        """Return the bill of every municipality."""
        of, (posts, there, hired) = self.of, self.sums()
        posts_paid = posts + hired * (of.figure("staff.hired_factor") - 1.0)
        pooled = of.demand * self.on
        own_overhead = (pooled * of.rate).sum(axis=(0, 1), keepdims=True)
        overhead = (posts * self.given("overhead_per_fte"))[:1].sum(axis=1, keepdims=True)
        running = (posts_paid * self.price * of.wage)[:1].sum(axis=1, keepdims=True)
        running = running + (overhead if self.settles else own_overhead)
        fixed = of.systems("joint_fixed") + of.systems("joint_per_participant") * of.shape[0]
        running = running + (fixed + self.given("governance_fixed")[:1, :1]) * self.on[:1, :1]
        client = (self.given("client_fte") * self.on)[:, :1]
        scale = of.scenario.document.options[self.option].client_scale
        client_cost = client * of.scenario.figures[f"salary.{scale}"].value * of.wage[:, :1]
        kept = of.own(of.demand - pooled, of.local_systems * (1.0 - self.on[:, :1]))
        own = kept + client * of.rate[:, :1] + client_cost
        tax = self.given("vat_rate") * (1.0 - self.given("vat_recoverable"))
        tax = tax[:, :1] * (1.0 - self.host)
        charge = capped(of.grown * running, (1.1 * of.alone.structural - own) / (1.0 + tax))
        pay = (pooled * (of.own_price * of.wage + of.rate)).sum(axis=1, keepdims=True)
        due = charge if self.settles else np.maximum(0.0, charge - pay)
        surplus, once = self.surplus(posts, there)
        shared = self.once(posts, there) / of.shape[0]
        beside = self.beside()
        return Bill(own + charge + tax * due, surplus + beside, shared + tax * (shared + once))

    def surplus(self, posts: Array, there: Array) -> tuple[Array, Array]:
        """Return surplus staff and the salary guarantee; the part that tax is due on."""
        of = self.of
        above = np.maximum(0.0, there - posts)
        part = self.came / self.came.sum(axis=0)
        if not self.settles:
            own = (above * part * of.own_price * of.wage).sum(axis=1, keepdims=True)
            return own, np.zeros_like(own)
        above = above * (of.year - START < self.guarantee)
        each = self.price * of.wage + self.given("overhead_per_fte")
        kept = there * part * np.maximum(0.0, of.own_price - self.price) * of.wage
        whole = (above * each)[:1].sum(axis=1, keepdims=True)
        whole = whole + kept.sum(axis=(0, 1), keepdims=True)
        equal = np.repeat(whole / of.shape[0], of.shape[0], axis=0)
        return equal, equal

    def once(self, posts: Array, there: Array) -> Array:
        """Return process, start-up and social plan, all participants together."""
        of = self.of
        spread = np.zeros(of.shape)
        lead = int(of.scenario.figures[f"options.{self.option}.process_lead"].value)
        for at, part in enumerate(of.scenario.property(self.option, "process_profile")):
            spread[:, :, START - lead + at] += part.value
        starts = (of.year == START).astype(float)
        process = self.given("process_fixed") * spread
        moved = of.systems("migration_per_participant") * of.shape[0] * starts[:1, :1]
        settled = np.maximum(0.0, there - posts) * (of.year - START >= self.guarantee)
        moves = self.came * (1.0 - self.host) * starts
        plan = (settled * self.given("social_plan_per_fte"))[:1].sum(axis=1, keepdims=True)
        plan = plan + (moves * self.given("training_per_fte")).sum(axis=(0, 1), keepdims=True)
        return np.asarray(process[:1, :1] + moved + (plan if self.settles else 0.0))

    def beside(self) -> Array:
        """Return stranded overhead and systems that run beside the joint ones."""
        of = self.of
        parallel = of.local_systems * (of.year == START)[:, :1]
        if not self.settles:
            return np.asarray(parallel)
        left = of.full(of.demand[:, :, START : START + 1]) * of.rate
        left = left * self.profile("stranded", holds=True) * (1.0 - self.host)
        return np.asarray(parallel + left.sum(axis=1, keepdims=True))


def capped(amounts: Array, cap: Array) -> Array:
    """Return amounts no higher than a cap; all below it pay the same multiple.

    Where it fits nobody, everyone is at the cap and the rest follows the amounts.
    """
    total = amounts.sum(axis=0, keepdims=True)
    found, free = amounts, np.ones(amounts.shape, dtype=bool)
    for _ in range(len(amounts)):
        over = free & (found > cap)
        if not over.any():
            break
        free = free & ~over
        left = total - np.where(free, 0.0, cap).sum(axis=0, keepdims=True)
        weight = np.where(free, amounts, 0.0).sum(axis=0, keepdims=True)
        found = np.where(free, amounts * left / np.where(weight > 0, weight, 1.0), cap)
    rest = total - found.sum(axis=0, keepdims=True)
    return np.asarray(found + amounts / np.where(total != 0, total, 1.0) * rest)


def outcomes(scenario: Scenario, cases: Cases) -> dict[str, tuple[Array, Array]]:
    """Return structural cost and present value of every option, (municipality, case)."""
    of = FullSize(scenario, cases)
    found = {ALONE: of.alone.outcomes(of.discount)}
    for option in scenario.options:
        found[option] = Together(of, option).bill().outcomes(of.discount)
    return found


def agrees(study: Study, cases: Cases) -> bool:
    """Return whether the program gives the same structural cost and present value to 1e-9."""
    ours = study.outcomes(cases, ("structural_cost", "present_value"))
    return all(
        np.allclose(ours[option, measure], values, rtol=1e-9)
        for option, both in outcomes(study.scenario, cases).items()
        for measure, values in zip(("structural_cost", "present_value"), both, strict=True)
    )
