internal import GenomeFiles

/// A piece of the input with as much of its neighbours as its first and last line need.
///
/// Segments are cut where the input's own pieces end, never where a thread was free, so that the
/// output does not depend on the number of threads.
struct Segment: Sendable {
  /// The piece's text and blocks.
  let piece: TextPiece
  /// The beginning of the line that goes on at the start of the text; empty if none does.
  let lead: [UInt8]
  /// The end of the line that the text ends in; empty if the text ends with a line.
  let tail: [UInt8]
  /// The offset at which records begin: behind the header in the first piece.
  let start: Int
  /// What takes the place of the text before `start`.
  let header: [UInt8]
}

/// What became of a segment.
struct SegmentResult: Sendable {
  /// The bytes to write.
  var output: [UInt8] = []
  /// The rows for the tables asked for.
  var jsonLines: [UInt8] = []
  var tabular: [UInt8] = []
  /// What was counted.
  var tally: AnnotationStatistics
  /// How far each source was read.
  var offsets: [Int] = []
  /// The record at which it stopped, counted from 0 within the segment, and why.
  var failure: (record: Int, error: any Error)?
  /// The text that was not touched: the segment's text, and the ranges of it.
  var untouched: [Range<Int>] = []
  var text: [UInt8] = []
}
