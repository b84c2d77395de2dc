"""What the joint lines cost in a year, before anybody is charged."""

from __future__ import annotations

from .arrangement import Arrangement
from .prices import hired_factor, joint_overhead, joint_price, own_overhead, own_price, salary
from .reading import number, whole
from .staff import Filling, fillings, in_post, part_of_people, pooled


class Pools:
    """The computed cost of the joint lines of an option, year by year."""

    def __init__(self, arrangement: Arrangement) -> None:
        self.a = arrangement
        self.jobs: dict[str, list[Filling]] = {}
        if arrangement.table is not None:
            self.jobs = {job: fillings(arrangement, job) for job in arrangement.document.jobs}

    def cost(self, line: str, year: int) -> float:
        """Return the computed euros of a joint line in a year."""
        if line == "process":
            return self.process(year)
        if not self.a.on(year):
            return 0.0
        return float(getattr(self, line)(year))

    def joint_posts(self, year: int) -> float:
        """Return the joint posts of all jobs."""
        return sum(job[year].posts for job in self.jobs.values())

    def other_posts(self, year: int) -> list[tuple[float, str | None]]:
        """Return coordination, managers and further posts, each with its scale."""
        a = self.a
        assert a.table is not None
        coordination = a.value("coordination_fixed_fte")
        coordination += a.value("coordination_fte_per_participant") * len(a.participants)
        span = a.value("span_of_control")
        managers = self.joint_posts(year) / span if span else 0.0
        rows: list[tuple[float, str | None]] = [
            (coordination, a.given("coordination_scale")),
            (managers, a.given("manager_scale")),
        ]
        return rows + [(number(post.fte), post.scale) for post in a.table.posts]

    def formation(self, year: int) -> float:
        """Return the cost of all joint posts, hired ones at the factor."""
        extra = hired_factor(self.a) - 1
        euros = sum(
            (job[year].posts + extra * job[year].hired) * joint_price(self.a, name)
            for name, job in self.jobs.items()
        )
        euros += sum(
            fte * salary(self.a, scale)
            for fte, scale in self.other_posts(year)
            if fte and scale is not None
        )
        return euros * self.a.wage_index(year)

    def overhead(self, year: int) -> float:
        """Return the overhead on all joint posts."""
        a = self.a
        others = sum(fte for fte, _ in self.other_posts(year))
        if a.employer != "home":
            posts = self.joint_posts(year) + others
            return posts * joint_overhead(a) * a.price_index(year)
        brought = {m: sum(pooled(a, m, j, year) for j in self.jobs) for m in a.participants}
        on_people = sum(fte * own_overhead(a, m) for m, fte in brought.items())
        total = sum(brought.values())
        if total > 0:
            mean = on_people / total
        else:
            mean = sum(own_overhead(a, m) for m in a.participants) / len(a.participants)
        return (on_people + others * mean) * a.price_index(year)

    def systems(self, year: int) -> float:
        """Return the joint cost of the systems in scope."""
        euros = 0.0
        for name in self.a.systems():
            first, last = self.a.years_of_system(name)
            if not first <= year <= last:
                continue
            system = self.a.document.systems[name]
            each = number(system.joint_per_participant) * len(self.a.participants)
            euros += number(system.joint_fixed) + each
        return euros * self.a.price_index(year)

    def governance(self, year: int) -> float:
        """Return the cost of board, control and accountability."""
        each = self.a.value("governance_per_participant") * len(self.a.participants)
        return (self.a.value("governance_fixed") + each) * self.a.price_index(year)

    def surplus(self, year: int) -> float:
        """Return what surplus people and the guarantee of old salaries cost together.

        Where everybody keeps the own employer each bears its own part: `own_surplus`.
        """
        a = self.a
        if a.employer == "home":
            return 0.0
        euros = 0.0
        wages = a.wage_index(year)
        for name, job in self.jobs.items():
            price = joint_price(a, name)
            rate = price * wages + joint_overhead(a) * a.price_index(year)
            euros += job[year].surplus * rate
            for m in a.participants:
                people = job[year].people * part_of_people(a, m, name)
                euros += people * max(0.0, own_price(a, m, name) - price) * wages
        return euros

    def own_surplus(self, municipality: str, year: int) -> float:
        """Return the cost of its own surplus people where nobody changes employer."""
        a = self.a
        if a.employer != "home" or not a.on(year):
            return 0.0
        return a.wage_index(year) * sum(
            job[year].surplus * part_of_people(a, municipality, name)
            * own_price(a, municipality, name)
            for name, job in self.jobs.items()
        )  # fmt: skip

    def process(self, year: int) -> float:
        """Return the process cost of a year; what comes too early falls in the first."""
        a = self.a
        each = a.value("process_per_participant") * len(a.participants)
        whole_cost = a.value("process_fixed") + each
        profile = a.given("process_profile")
        parts = [1.0] if profile is None else [part.value for part in profile]
        begin = a.start - whole(a.given("process_lead"))
        return whole_cost * sum(
            part for step, part in enumerate(parts) if max(0, begin + step) == year
        )

    def startup(self, year: int) -> float:
        """Return the cost of moving to the systems in scope."""
        systems, each = self.a.document.systems, 0.0
        for name in self.a.systems():
            first, last = self.a.years_of_system(name)
            if year == first <= last:
                each += number(systems[name].migration_per_participant)
        return each * len(self.a.participants)

    def social_plan(self, year: int) -> float:
        """Return the cost of settling people and of training those who change employer."""
        a = self.a
        gone = sum(job[year].gone for job in self.jobs.values())
        euros = gone * a.value("social_plan_per_fte")
        moving = [m for m in a.participants if a.changes_employer(m)]
        for name, job in a.document.jobs.items():
            if year == a.years_of(job.task)[0]:
                people = sum(in_post(a, m, name) for m in moving)
                euros += people * a.value("training_per_fte")
        return euros

    def own_people(self, municipality: str, year: int) -> float:
        """Return the cost of a municipality's own pooled people: price and overhead."""
        a = self.a
        return sum(
            pooled(a, municipality, job, year)
            * (
                own_price(a, municipality, job) * a.wage_index(year)
                + own_overhead(a, municipality) * a.price_index(year)
            )
            for job in self.jobs
        )
