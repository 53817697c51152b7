"""Makes what the benchmarks read: seeded, and the same bytes from any number of processes."""
