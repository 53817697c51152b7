internal import CHTSlib

/// Set once: htslib prints nothing, every fault is ours to report.
private let silence: Void = hts_set_log_level(HTS_LOG_OFF)

/// Keeps htslib from writing to standard error.
func silenceHTSlib() { silence }
