"""The same real touchscreen that the tests of the interface use."""

from tests.ui.conftest import lobby_home, qapp_cls, visitor

__all__ = ["lobby_home", "qapp_cls", "visitor"]
