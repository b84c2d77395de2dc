"""What is computed once: by two threads at a time, and then no more."""

import gc
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from weakref import ref

from orgdesign.cached import cached_property, kept

MEETING = Barrier(2)


class Waiting:
    times = 0

    @cached_property
    def value(self) -> int:
        """Computed once."""
        MEETING.wait(timeout=20)
        self.times += 1
        return 7


def test_two_objects_are_computed_at_the_same_time() -> None:
    both = Waiting(), Waiting()
    with ThreadPoolExecutor() as threads:
        assert list(threads.map(lambda each: each.value, both)) == [7, 7]
    assert [each.value for each in both] == [7, 7]
    assert [each.times for each in both] == [1, 1]


def test_it_can_be_set_and_says_what_it_is() -> None:
    one = Waiting()
    one.__dict__["value"] = 8
    assert one.value == 8
    assert Waiting.value.__doc__ == "Computed once."


class Owner:
    pass


def test_what_is_kept_of_an_owner_is_made_once_by_name() -> None:
    owner, made = Owner(), iter(range(9))
    assert [kept(owner, name, lambda: next(made)) for name in ("a", ("b", 1), "a")] == [0, 1, 0]
    assert kept(Owner(), "a", lambda: next(made)) == 2


def test_two_threads_that_ask_at_once_get_the_same() -> None:
    owner, meeting = Owner(), Barrier(2)

    def make() -> object:
        meeting.wait(timeout=20)
        return object()

    with ThreadPoolExecutor() as threads:
        first, second = threads.map(lambda _: kept(owner, "a", make), range(2))
    assert first is second is kept(owner, "a", make)


def used() -> "ref[Owner]":
    owner = Owner()
    kept(owner, "a", lambda: {"of": owner})
    return ref(owner)


def test_what_is_kept_goes_with_its_owner() -> None:
    gone = used()
    gc.collect()
    assert gone() is None
