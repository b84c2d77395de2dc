"""A property that is computed once: by two threads at a time, and then no more."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from orgdesign.cached import cached_property

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
