"""The declared screen: its pixels and its diagonal, from which every size on it is computed in millimetres."""

import math
import re
from dataclasses import dataclass

from kiosk.forum.errors import ForumError

_MM_PER_INCH = 25.4
_FORM = re.compile(r"(\d{3,5})x(\d{3,5})@(\d{1,3}(?:\.\d+)?)in")


@dataclass(frozen=True, slots=True)
class ScreenSize:
    """Pixels across and down, and the diagonal in inches."""

    width: int
    height: int
    inches: float

    @property
    def pixels_per_mm(self) -> float:
        """How many pixels a millimetre of this screen has."""
        return math.hypot(self.width, self.height) / (self.inches * _MM_PER_INCH)


def parse_screen_size(text: str) -> ScreenSize:
    """Read “1080x1920@32in”; raises ForumError with a sentence."""
    match = _FORM.fullmatch(text)
    if match is None or float(match[3]) < 5:
        raise ForumError(f"“{text}” is no screen; write pixels and diagonal, such as 1080x1920@32in.")
    return ScreenSize(int(match[1]), int(match[2]), float(match[3]))
