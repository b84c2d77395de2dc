"""Files of a cost game that was studied elsewhere: what every group costs, or a shortfall."""
