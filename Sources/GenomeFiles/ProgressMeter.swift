/// Reports progress at most once for every 64 MB of compressed input.
struct ProgressMeter {
  private let total: Int?
  private let report: ((Int, Int?) -> Void)?
  private var reported = 0
  private var ticks = 0

  init(total: Int?, report: ((Int, Int?) -> Void)?) {
    self.total = total
    self.report = report
  }

  /// Notes that a record went by; looks at the stream only now and then.
  mutating func tick(_ stream: borrowing CompressedStream) {
    guard let report else { return }
    ticks &+= 1
    guard ticks & 1023 == 0 else { return }
    let offset = stream.compressedOffset
    if offset - reported >= 64 << 20 {
      reported = offset
      report(offset, total)
    }
  }
}
