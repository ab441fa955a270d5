"""The use cases: one function each, one transaction each. They decide; they know no platform."""
