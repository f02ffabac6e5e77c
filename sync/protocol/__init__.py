"""Every message on the wire, its signature and its receipt."""
