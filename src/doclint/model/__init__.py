"""Values that travel between the layers: frozen, plain, importing nothing beyond the standard library."""
