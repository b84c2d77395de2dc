"""What was tried, saved as a file of its own that extends the base and holds only what differs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from orgdesign.scenario.gallery import scenario_folder
from orgdesign.scenario.layers.extends import DEEPEST, Chain, RefusedError, extended_file, follow
from orgdesign.scenario.layers.merge import Tables, changed, removed
from orgdesign.scenario.layers.overlay import read_overrides
from orgdesign.scenario.load import language_of
from orgdesign.scenario.paths import join_path
from orgdesign.scenario.plain import plain_copy
from orgdesign.scenario.read import read
from orgdesign.words import say
from orgdesign.writing import write_new, write_whole

_HEAD = "# orgdesign variant "


class NotSavedError(Exception):
    """A variant cannot be saved; `reason` is an entry of the catalogue `variant`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def save_variant(
    base: Path,
    target: Path,
    overrides: Mapping[str, object],
    folder: Path | None = None,
    *,
    new: bool = False,
) -> None:
    """Write what differs from a base to a file that extends it, whole or not at all.

    A path whose value is REMOVED is taken out. Raises NotSavedError where the target is a file
    that a person wrote, where it cannot extend the base, or where a path is not there;
    FileExistsError where it is to be new and is not.
    """
    folder = scenario_folder(folder)
    extends = _relative(base, target, folder)
    chain = follow(base, read(base, str(base)), folder)
    _check_base(chain, target)
    if not new:
        _check_target(target, extends)
    write = write_new if new else write_whole
    write(target, _text(chain, extends, overrides).encode())


def _relative(base: Path, target: Path, folder: Path) -> str:
    """Return the base as the target can name it."""
    reason = "out_of_reach"
    try:
        real = base.parent.resolve() / base.name
        extends = Path(os.path.relpath(real, target.parent.resolve())).as_posix()
        extended_file(extends, folder, [target])
    except RefusedError as refused:
        reason = "same_file" if str(refused) == "extends_itself" else reason
        raise NotSavedError(reason) from None
    except ValueError:  # another drive
        raise NotSavedError(reason) from None
    return extends


def _check_base(chain: Chain, target: Path) -> None:
    reasons = {
        "broken_base": bool(chain.problems),
        "too_deep": len(chain.files) > DEEPEST,
        "same_file": target.resolve() in [file.resolve() for file in chain.files],
    }
    for reason, true in reasons.items():
        if true:
            raise NotSavedError(reason)


def _check_target(target: Path, extends: str) -> None:
    """Raise NotSavedError where the target is anything but an untouched variant of the base."""
    if not target.exists():
        return
    parsed = read(target, str(target))
    if not is_variant(parsed.text) or parsed.tables.get("extends") != extends:
        reason = "not_a_variant"
        raise NotSavedError(reason)


def is_variant(text: str) -> bool:
    """Return whether a text is a saved variant that nobody has changed since."""
    head, _, body = text.partition("\n")
    return head == f"{_HEAD}{_digest(body)}"


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:12]


def _text(chain: Chain, extends: str, overrides: Mapping[str, object]) -> str:
    tried, misread = read_overrides(list(overrides.items()))
    before, after = chain.resolved, chain.resolved.trying(tried)
    if misread or len(after.problems) > len(before.problems):
        reason = "unknown_path"
        raise NotSavedError(reason)
    tables = {"format": 1, "extends": extends, **_difference(before.own, after.own)}
    comment = say("variant.comment", language_of(after.own))
    body = f"# {comment}\n{tomli_w.dumps(plain_copy(tables))}"
    return f"{_HEAD}{_digest(body)}\n{body}"


def _difference(before: Tables, after: Tables) -> Tables:
    """Return what a variant holds beside the name of its base."""
    known = before.get("remove", ())
    bundled = [path for path in after.get("remove", ()) if path not in known]
    before, after = ({k: own[k] for k in own if k != "remove"} for own in (before, after))
    gone = [*map(join_path, removed(before, after)), *bundled]
    remove: Tables = {"remove": sorted(set(gone))} if gone else {}
    return {**remove, **changed(before, after)}
