/* libdeflate, which htslib itself inflates with; libhts-dev brings it. Used to work on single BGZF blocks. */
#ifndef STARDOSE_CDEFLATE_SHIM_H
#define STARDOSE_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
