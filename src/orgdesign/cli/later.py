"""Modules of Python that a library imports on the off chance: loaded once somebody asks."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any


class Later(ModuleType):
    """Stands for a module until something of it is asked for, and then makes way for it."""

    def __getattr__(self, name: str) -> Any:
        """Return what the module itself has under a name."""
        if name.startswith("__"):  # the import system asks for these without needing them
            raise AttributeError(name)
        return getattr(_loaded(self.__name__), name)


def import_later(module: str, *functions: str) -> None:
    """Let a module be loaded when something of it is asked for.

    `functions` are those that are imported by name: the module is loaded when one is called.
    """
    if module in sys.modules:
        return
    stand_in = Later(module)
    for name in functions:
        setattr(stand_in, name, partial(_call, module, name))
    sys.modules[module] = stand_in
    package, _, name = module.rpartition(".")
    if package:
        setattr(import_module(package), name, stand_in)


def _loaded(module: str) -> ModuleType:
    if isinstance(sys.modules.get(module), Later):
        del sys.modules[module]
    return import_module(module)


def _call(module: str, function: str, *given: Any, **named: Any) -> Any:
    return getattr(_loaded(module), function)(*given, **named)
