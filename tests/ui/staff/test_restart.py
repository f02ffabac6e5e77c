"""“Restart the app”: the same process begins anew, so that whatever started it goes on watching it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

# The real program, with somebody in it who asks for a new start as soon as the first frame was shown.
_RESTARTED_ONCE = """
import sys
from PySide6.QtCore import QTimer
import ui.app

class Kiosk(ui.app.Kiosk):
    def __init__(self, settings):
        super().__init__(settings)
        self.window.frameSwapped.connect(lambda: QTimer.singleShot(0, self._restart))

ui.app.Kiosk = Kiosk
ui.app.main()
"""


def test_the_app_starts_anew_in_the_same_process(home: Path) -> None:
    command = [sys.executable, "-c", _RESTARTED_ONCE, "--home", str(home), "--report-first-frame"]
    command += ["--screen", "540x960@32in"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as program:
        assert program.stdout is not None
        frames, ready = 0, False
        while not ready and (line := program.stdout.readline()):
            told = json.loads(line)
            frames += "first_frame_ms" in told
            ready = "ready_ms" in told and frames == 2
        program.send_signal(signal.SIGTERM)
        assert program.wait(60) == 0
    assert ready
