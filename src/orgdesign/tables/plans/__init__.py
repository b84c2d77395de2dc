"""Tables about work in time: plans, streams that are late, decision moments, the budgets."""
