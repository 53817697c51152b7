/* libdeflate, which htslib itself inflates with; libhts-dev brings it. Used to work on single BGZF blocks. */
#ifndef STARDOSE_CDEFLATE_SHIM_H
#define STARDOSE_CDEFLATE_SHIM_H

#include <libdeflate.h>
#include <malloc.h>

/* Has malloc keep pieces of some megabytes for the next, and not ask the system for each. */
static inline void stardose_keep_large_pieces(void) {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

#endif
