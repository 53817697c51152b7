internal import GenomeFiles
internal import Synchronization

/// What one task at a time works with: inflater, deflater, and a place in each source.
final class AnnotationWorker: Sendable {
  private struct State: ~Copyable {
    var segments: SegmentWorker
    let inflater = Inflater()

    init(_ segments: consuming SegmentWorker) { self.segments = segments }
  }

  private let state: Mutex<State>

  init(
    _ plan: AnnotationPlan, format: OutputFormat, tables: TableFormats, keepsUntouched: Bool
  ) throws(VariantFileError) {
    let segments = try SegmentWorker(
      plan, format: format, tables: tables, keepsUntouched: keepsUntouched)
    state = Mutex(State(segments))
  }

  /// Inflates a piece.
  func inflate(_ piece: RawPiece, path: String) -> Result<TextPiece, VariantFileError> {
    state.withLock { state in
      do throws(VariantFileError) {
        return .success(try state.inflater.inflate(piece, path: path))
      } catch {
        return .failure(error)
      }
    }
  }

  /// Annotates a segment.
  func run(_ segment: Segment) -> SegmentResult { state.withLock { $0.segments.run(segment) } }
}
