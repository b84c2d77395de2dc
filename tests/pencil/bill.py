"""The bill of an option: every line, municipality and year."""

from __future__ import annotations

import math

from orgdesign.lines import LINES, ONE_OFF, OWN, RUNNING
from orgdesign.scenario.scenario import ALONE, Scenario

from . import amounts
from .arrangement import Arrangement
from .bounds import limit, within
from .keys import Shares, line_key, pool_key, shares
from .own import own_line
from .pools import Pools
from .rules import Rules

Bill = dict[str, dict[str, list[float]]]
STRUCTURAL_OWN = ("own_staff", "own_overhead", "own_systems", "client_role")


def pencil_bill(scenario: Scenario, option: str) -> Bill:
    """Return euros by line, municipality and year for an option or the zero option."""
    zero = zero_bill(scenario)
    if option == ALONE:
        return zero
    a = Arrangement(scenario, option)
    bill = {line: {m: list(zero[line][m]) for m in a.municipalities} for line in LINES}
    writing = _Writing(a, zero, bill)
    for year in range(a.horizon):
        writing.year(year)
    return bill


def zero_bill(scenario: Scenario) -> Bill:
    """Return the bill of every municipality on its own."""
    a = Arrangement(scenario, ALONE)
    bill: Bill = {line: {m: [0.0] * a.horizon for m in a.municipalities} for line in LINES}
    for m in a.municipalities:
        for year in range(a.horizon):
            for line in LINES:
                bill[line][m][year] = own_line(a, line, m, year)
            for line, euros in amounts.without_cooperation(a, a, m, year):
                bill[line][m][year] += euros
    return bill


class _Writing:
    """One option's bill being written, a year at a time, over a copy of the zero bill."""

    def __init__(self, a: Arrangement, zero: Bill, bill: Bill) -> None:
        self.a, self.zero, self.bill = a, zero, bill
        self.alone = Arrangement(a.scenario, ALONE)
        self.pools = Pools(a)
        self.rules = Rules(a)

    def year(self, year: int) -> None:
        """Write the year of every participant."""
        self._write_own(year)
        own_charge, shared = self._amounts(year)
        running, one_off = self._charge(year, own_charge, shared)
        for m in self.a.participants:
            factor = self.a.vat_factor(m)
            taxed = running[m]
            if self.a.employer == "home":
                taxed = max(0.0, taxed - self.pools.own_people(m, year))
            self.bill["vat"][m][year] += factor * taxed
            self.bill["vat_one_off"][m][year] += factor * one_off[m]
            self.bill["surplus"][m][year] += self.pools.own_surplus(m, year)

    def _write_own(self, year: int) -> None:
        for m in self.a.participants:
            for line in LINES:
                self.bill[line][m][year] = own_line(self.a, line, m, year)
            for line, euros in amounts.without_cooperation(self.a, self.alone, m, year):
                self.bill[line][m][year] += euros

    def _amounts(self, year: int) -> tuple[dict[str, Shares], dict[str, float]]:
        """Write amounts on own lines; return those on joint lines, of one and of the pool."""
        a = self.a
        of_one = {line: dict.fromkeys(a.participants, 0.0) for line in (*RUNNING, *ONE_OFF)}
        shared = dict.fromkeys((*RUNNING, *ONE_OFF), 0.0)
        for amount in amounts.of_option(a):
            euros = amounts.euros(a, amount, year)
            if euros == 0:
                continue
            joint = amount.line not in OWN
            if amount.municipality is not None and joint:
                of_one[amount.line][amount.municipality] += euros
            elif amount.municipality is not None:
                self.bill[amount.line][amount.municipality][year] += euros
            elif joint and not amount.key:
                shared[amount.line] += euros
            else:
                by = shares(a, amount.key or pool_key(a, LINES[amount.line].pool), year)
                for m in a.participants:
                    if joint:
                        of_one[amount.line][m] += euros * by[m]
                    else:
                        self.bill[amount.line][m][year] += euros * by[m]
        return of_one, shared

    def _charge(
        self, year: int, of_one: dict[str, Shares], shared: dict[str, float]
    ) -> tuple[Shares, Shares]:
        """Write the joint lines; return the charge of the running and of the one-off pool."""
        a = self.a
        total = {line: self.pools.cost(line, year) + shared[line] for line in shared}
        follows = [line for line in RUNNING if line not in (a.table.keys if a.table else {})]
        charges = {line: dict(of_one[line]) for line in total}
        for line, euros in total.items():
            if line not in follows:
                pool = "running" if line in RUNNING else "one_off"
                _spread(charges[line], euros, shares(a, line_key(a, line, pool), year))
        others = {m: sum(charges[line][m] for line in RUNNING) for m in a.participants}
        pool_total = sum(total[line] for line in follows)
        by = self._running_shares(year, pool_total, others)
        for line in follows:
            _spread(charges[line], total[line], by)
            for m, euros in self.rules.settle(year, pool_total, line, total[line], by).items():
                charges[line][m] += euros
        for line, charge in charges.items():
            for m in a.participants:
                self.bill[line][m][year] += charge[m]
        return (
            {m: sum(charges[line][m] for line in RUNNING) for m in a.participants},
            {m: sum(charges[line][m] for line in ONE_OFF) for m in a.participants},
        )

    def _running_shares(self, year: int, pool: float, others: Shares) -> Shares:
        """Return the shares in the lines that follow the running key, within its bounds."""
        a = self.a
        by, rule = self.rules.charged(year, pool), self.rules.rule
        if pool == 0 or rule is None or (rule.floor is None and rule.cap is None):
            return by
        low, high = {}, {}
        for m in a.participants:
            own = sum(self.bill[line][m][year] for line in STRUCTURAL_OWN)
            alone = sum(self.zero[line][m][year] for line in STRUCTURAL_OWN)
            people = a.document.municipalities[m].inhabitants
            taxed = 1 + a.vat_factor(m)
            low[m] = (limit(rule.floor, alone, people, -math.inf) - own) / taxed - others[m]
            high[m] = (limit(rule.cap, alone, people, math.inf) - own) / taxed - others[m]
        charged = within(pool, by, low, high)
        return {m: charged[m] / pool for m in a.participants}


def _spread(charge: Shares, euros: float, by: Shares) -> None:
    for m in charge:
        charge[m] += euros * by[m]
