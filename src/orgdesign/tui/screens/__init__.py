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
}
"""The main screens in the order of their number keys: the class of each; its module has its id."""
BESIDES = {"beside": "BesideScreen"}
"""Screens that others lead to, in the same way."""
