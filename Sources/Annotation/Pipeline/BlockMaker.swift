internal import GenomeFiles
internal import Synchronization

/// Deflates results of others; one per task.
final class BlockMaker: Sendable {
  private let deflater: Mutex<Deflater>

  init(level: Int) { deflater = Mutex(Deflater(level: level)) }

  /// The result with its output in blocks.
  func deflated(_ result: SegmentResult) -> SegmentResult {
    var result = result
    let bytes = result.output
    result.output = []
    deflater.withLock { $0.append(blocksOf: bytes, 0..<bytes.count, to: &result.output) }
    let size = Deflater.blockTextSize
    result.tally.blocksRemade += (bytes.count + size - 1) / size
    return result
  }
}
