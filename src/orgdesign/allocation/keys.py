"""Shares of the participants under a key; they sum to 1."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import MUNICIPALITY, YEAR, Array, half_up, over, ratio


def by_weight(weights: Array, participates: Array) -> Array:
    """Return shares in proportion to a figure. Unit: share.

    Formula: figure / sum of the participants' figures. Where all weigh nothing there is
    nothing to go by and the shares are equal.
    """
    counted = weights * participates
    equal = participates / np.maximum(over(participates, MUNICIPALITY), 1.0)
    return ratio(counted, over(counted, MUNICIPALITY), equal)


def equal(participates: Array) -> Array:
    """Return the same share for every participant. Unit: share. Formula: 1 / |P|."""
    return participates / np.maximum(over(participates, MUNICIPALITY), 1.0)


def moving_mean(figure: Array, years: np.ndarray, mean: int, lag: int = 0) -> Array:
    """Return a yearly figure averaged over a year and those before it.

    Formula: mean of the year less the lag and the n - 1 before it; the first value stands for
    earlier years and the last for later ones.
    """
    last = figure.shape[YEAR] - 1
    window = np.arange(mean)[:, None]
    positions = np.clip(years[None, :] - lag - window, 0, last)
    averaged: Array = figure[:, :, positions].mean(axis=YEAR)
    return averaged


def mixed(mix_weights: Array, *shares: Array) -> Array:
    """Return the weighted mean of other keys. Unit: share.

    Formula: sum of weight x share, the weights as parts of their sum.
    """
    parts = ratio(mix_weights, over(mix_weights, 1), 0.0)
    return sum(
        (parts[:, position : position + 1] * share for position, share in enumerate(shares)),
        start=np.zeros((1, 1, 1, 1)),
    )


def counted(calendar: Array, first_year: Array) -> Array:
    """Return a calendar year counted from the first year. Unit: years."""
    return half_up(calendar) - first_year


def growing(new: Array, old: Array, path_years: Array, path_start: Array, year: Array) -> Array:
    """Return shares on the way from one key to another. Unit: share.

    Formula: weight of the new key = clamp((y - start) / years, 0, 1); at once where years is 0.
    """
    passed, steps = year - path_start, half_up(path_years)
    on_the_way = np.clip(passed / np.maximum(steps, 1.0), 0.0, 1.0)
    weight = np.where(steps > 0, on_the_way, passed >= 0)
    return (1.0 - weight) * old + weight * new
