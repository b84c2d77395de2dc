"""How random scenarios are drawn, part by part."""
