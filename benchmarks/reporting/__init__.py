"""Reads the results of benchmarks and makes a page of them."""
