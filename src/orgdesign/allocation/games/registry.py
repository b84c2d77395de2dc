"""Every method by its id, in the order in which readers meet them."""

from __future__ import annotations

from orgdesign.allocation.games.bankruptcy import cea_method, cel_method, talmud_method
from orgdesign.allocation.games.epm import epm
from orgdesign.allocation.games.equal_charge import equal_charge
from orgdesign.allocation.games.equal_saving import equal_saving
from orgdesign.allocation.games.gately import gately
from orgdesign.allocation.games.least_core import least_core
from orgdesign.allocation.games.method import Method
from orgdesign.allocation.games.nucleolus import (
    nucleolus,
    per_capita_nucleolus,
    prenucleolus,
    proportional_nucleolus,
)
from orgdesign.allocation.games.scrb import scrb
from orgdesign.allocation.games.shapley import shapley
from orgdesign.allocation.games.stand_alone import stand_alone
from orgdesign.allocation.games.tau import tau
from orgdesign.allocation.games.weighted_shapley import weighted_shapley

METHODS: dict[str, Method] = {
    "shapley": shapley,
    "weighted_shapley": weighted_shapley,
    "nucleolus": nucleolus,
    "prenucleolus": prenucleolus,
    "per_capita_nucleolus": per_capita_nucleolus,
    "proportional_nucleolus": proportional_nucleolus,
    "least_core": least_core,
    "scrb": scrb,
    "equal_charge": equal_charge,
    "equal_saving": equal_saving,
    "stand_alone": stand_alone,
    "tau": tau,
    "gately": gately,
    "epm": epm,
    "cea": cea_method,
    "cel": cel_method,
    "talmud": talmud_method,
}
"""Every method by its id."""
