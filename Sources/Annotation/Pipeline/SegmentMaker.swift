/// Makes the output of segments of text, in one format.
protocol SegmentMaker {
  /// Does all of a segment's work.
  mutating func run(_ segment: Segment) -> SegmentResult
}
