"""dxbook: a province's digital-transformation results as a reproducible report book."""

__version__ = "1.0.0"
