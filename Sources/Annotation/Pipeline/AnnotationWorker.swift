internal import GenomeFiles
internal import Synchronization

/// What one task at a time works with: inflater, deflater, and a place in each source.
final class AnnotationWorker: Sendable {
  private struct State {
    var segments: any SegmentMaker
    let inflater = Inflater()
  }

  private let state: Mutex<State>

  /// Starts a task's work.
  ///
  /// - Parameter header: the text of the output's header, which BCF refers to.
  init(
    _ plan: AnnotationPlan, format: OutputFormat, header: [UInt8], tables: TableFormats,
    keepsUntouched: Bool
  ) throws(GenomeFileError) {
    let segments: any SegmentMaker =
      if case .binary(let level) = format {
        try BinarySegments(
          plan, header: header, level: level, tables: tables, keepsUntouched: keepsUntouched)
      } else {
        try SegmentWorker(plan, format: format, tables: tables, keepsUntouched: keepsUntouched)
      }
    state = Mutex(State(segments: segments))
  }

  /// Inflates a piece.
  func inflate(_ piece: RawPiece, path: String) -> Result<TextPiece, GenomeFileError> {
    state.withLock { state in
      do throws(GenomeFileError) {
        return .success(try state.inflater.inflate(piece, path: path))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Annotates a segment.
  func run(_ segment: Segment) -> SegmentResult { state.withLock { $0.segments.run(segment) } }
}
