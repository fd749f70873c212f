"""The studies that follow from their own files, each with what makes our results."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import kracka, moral_choice, six_cars
from .study import Ours

__all__ = ["STUDIES"]

STUDIES: Mapping[str, Callable[[], Ours]] = {
    kracka.NAME: kracka.ours,
    six_cars.NAME: six_cars.ours,
    moral_choice.NAME: moral_choice.ours,
}
