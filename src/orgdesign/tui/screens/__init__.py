"""The screens, a style sheet beside each that needs one."""

SCREENS = {
    "files": "FilesScreen",
    "compare": "CompareScreen",
    "assumptions": "AssumptionsScreen",
    "options": "OptionsScreen",
    "staffing": "StaffingScreen",
    "keys": "KeysScreen",
    "plan": "PlanScreen",
    "criteria": "CriteriaScreen",
    "sensitivity": "SensitivityScreen",
    "overview": "OverviewScreen",
}
"""The main screens in the order of their number keys: the class of each; its module has its id."""


def number_of(screen: str) -> int:
    """Return the number key of a screen; that of the tenth is 0, as on a keyboard."""
    return (1 + list(SCREENS).index(screen)) % 10


BESIDES = {"beside": "BesideScreen"}
"""Screens that others lead to, in the same way."""
