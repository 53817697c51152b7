/// Makes the output of segments of text, in one format; one per task.
protocol SegmentMaker: AnyObject {
  /// Does all of a segment's work.
  func run(_ segment: Segment) -> SegmentResult
}
