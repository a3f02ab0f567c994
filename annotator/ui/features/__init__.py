"""The features: one folder each, with its views and its controller; none knows another."""
