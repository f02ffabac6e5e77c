"""A tone, to hear whether the machine's loudspeaker works."""

import math
import struct
import tempfile
import wave
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

_RATE, _SECONDS, _HERTZ, _LOUDNESS = 44_100, 1.0, 660.0, 0.5


def play_tone(owner: QObject) -> bool:
    """Play a tone of a second; False where the machine has nothing to play it on."""
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return False
    effect = QSoundEffect(device, owner)
    effect.setSource(QUrl.fromLocalFile(str(_tone_file())))
    effect.playingChanged.connect(lambda: None if effect.isPlaying() else effect.deleteLater())
    effect.play()
    return True


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="open-forum-")


def _tone_file() -> Path:
    path = Path(_folder().name) / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(b"".join(struct.pack("<h", sample) for sample in tone_samples()))
    return path


def tone_samples() -> list[int]:
    """Return a tone that swells and fades, so that it does not click."""
    count = int(_RATE * _SECONDS)
    return [
        round(32_767 * _LOUDNESS * math.sin(math.pi * each / count) * math.sin(2 * math.pi * _HERTZ * each / _RATE))
        for each in range(count)
    ]
