"""How all tests run: no drawn example is timed, for a busy machine says nothing of a law."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
