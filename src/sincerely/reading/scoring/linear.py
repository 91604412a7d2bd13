"""A small linear model: a weight for each feature and label, learnt elsewhere, added up here."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Linear:
    """Coefficients of one logistic regression a label.

    Attributes:
        labels: in the order of the weights.
        bias: one a label.
        weights: for a feature its weights, as pairs of a label's index and a number.
        slopes: the calibration that was fitted on held-out cases, one a label.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, tuple[tuple[int, float], ...]]
    slopes: tuple[float, ...]

    def logits(self, features: Iterable[str]) -> list[float]:
        """Return a score for each label; above zero it is more likely than not."""
        scores = list(self.bias)
        weights = self.weights
        for feature in features:
            for index, weight in weights.get(feature, ()):
                scores[index] += weight
        return [score * slope for score, slope in zip(scores, self.slopes, strict=True)]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return a calibrated probability for each label."""
        return {label: sigmoid(score) for label, score in zip(self.labels, self.logits(features), strict=True)}


# From here on the logistic function is as good as 0 or 1.
FAR = 30.0


def sigmoid(score: float) -> float:
    """Return the logistic function, safe at both ends."""
    if score < -FAR:
        return 0.0
    return 1 / (1 + math.exp(-score)) if score < FAR else 1.0


def read_linear(told: Mapping[str, Any]) -> Linear:
    """Make a model from its JSON form: weights stand as ``{feature: [index, weight, index, weight, …]}``."""
    return Linear(
        labels=tuple(told["labels"]),
        bias=tuple(told["bias"]),
        weights={feature: tuple(zip(row[::2], row[1::2], strict=True)) for feature, row in told["weights"].items()},
        slopes=tuple(told["slopes"]),
    )
