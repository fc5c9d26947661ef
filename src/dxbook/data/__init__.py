"""Files to `Report`: read, validate, hold quotes against their source."""

from .load import data_digest, find_root, load_report, places_in, read_report, years_in

__all__ = ["data_digest", "find_root", "load_report", "places_in", "read_report", "years_in"]
