"""The scales of an option's own posts are those of the schema, each with figures of it."""

from orgdesign.records.record import fields
from orgdesign.scenario.scale_names import SCALED
from orgdesign.scenario.schema.options import FormProperties


def test_every_scale_of_the_schema_is_there_with_its_figures() -> None:
    known = fields(FormProperties)
    assert [name for name in known if name.endswith("_scale")] == list(SCALED)
    assert {figure for figures in SCALED.values() for figure in figures} <= set(known)
