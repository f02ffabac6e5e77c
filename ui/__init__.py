"""The touchscreen: PySide6 and Qt Quick."""
