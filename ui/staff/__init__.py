"""The staff panel on the touchscreen: the way in, where staff stand, and what they can do there."""
