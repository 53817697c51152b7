internal import GenomeFiles
internal import MappedIndex

/// Annotates VCF text, plain, compressed or made of BCF: pieces are inflated, annotated and deflated by several
/// tasks at once, and written in the input's order.
///
/// What a task does depends on its piece of the input alone, so the number of tasks shows in the
/// time and not in a byte of the output.
struct TextAnnotation: ~Copyable {
  /// The stored bytes in a piece: enough to keep a task busy for some milliseconds.
  static let pieceSize = 1 << 20

  private enum Step: Sendable {
    case inflated(Int, AnnotationWorker, Result<TextPiece, GenomeFileError>)
    case annotated(Int, AnnotationWorker, SegmentResult)
  }

  private var input: PieceInput
  private let inputPath: String
  private let threads: Int
  private var idle: [AnnotationWorker] = []
  private var queue: PieceQueue
  private var ready: [Segment] = []
  private var isRead = false
  private var piecesRead = 0
  private var inflating = 0
  private var segmentsStarted = 0

  /// Starts behind the header.
  ///
  /// - Parameters:
  ///   - input: the rest of the input.
  ///   - beginning: the piece that holds the header's end, with all before it.
  ///   - start: the offset of the first record in it.
  ///   - header: what is written in place of the header.
  ///   - workers: as many as there shall be tasks.
  init(
    input: consuming PieceInput, beginning: TextPiece, start: Int, header: [UInt8],
    workers: [AnnotationWorker]
  ) {
    inputPath = input.path
    self.input = input
    threads = workers.count
    idle = workers
    queue = PieceQueue(first: beginning, start: start, header: header)
  }

  /// Runs to the end of the input; results are given to `deliver` in the input's order.
  mutating func run(
    progress: ((Int, Int?) -> Void)?, deliver: (SegmentResult) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Step.self) { group in
      var running = 0
      var results: [Int: SegmentResult] = [:]
      var delivered = 0
      var failure: (any Error)?
      while true {
        while running < threads, let step = try next(&failure) {
          group.addTask { await step() }
          running += 1
        }
        guard running > 0, let step = try await group.next() else { break }
        running -= 1
        switch step {
        case .inflated(let number, let worker, let result):
          idle.append(worker)
          inflating -= 1
          switch result {
          case .success(let piece): queue.add(piece, number: number)
          case .failure(let error): failure = failure ?? error
          }
          collect()
        case .annotated(let number, let worker, let result):
          idle.append(worker)
          results[number] = result
          while let next = results.removeValue(forKey: delivered) {
            delivered += 1
            if next.failure == nil { progress?(input.bytesRead, input.size) }
            try deliver(next)
          }
        }
      }
      if let failure { throw failure }
    }
  }

  /// The next thing to do: a segment that is ready, else the next piece of the input; nil if there
  /// is nothing to do for now.
  private mutating func next(
    _ failure: inout (any Error)?
  ) throws -> (@Sendable () async -> Step)? {
    if isRead, inflating == 0, failure == nil, ready.isEmpty, let last = queue.lastSegment() {
      ready.append(last)
    }
    if !ready.isEmpty, let worker = idle.popLast() {
      let segment = ready.removeFirst()
      let number = segmentsStarted
      segmentsStarted += 1
      return { .annotated(number, worker, worker.run(segment)) }
    }
    // Pieces are not inflated far ahead of what is annotated, so that memory stays bounded.
    guard !isRead, failure == nil, inflating + queue.count + ready.count <= threads + 2,
      let worker = idle.popLast()
    else { return nil }
    let piece: RawPiece?
    do throws(GenomeFileError) {
      piece = try input.next(atLeast: Self.pieceSize)
    } catch {
      // What came before is annotated first, so that an earlier fault is the one reported.
      failure = error
      piece = nil
    }
    guard let piece else {
      isRead = true
      idle.append(worker)
      return failure == nil ? try next(&failure) : nil
    }
    let number = piecesRead
    piecesRead += 1
    inflating += 1
    let path = inputPath
    return { .inflated(number, worker, worker.inflate(piece, path: path)) }
  }

  private mutating func collect() {
    while let segment = queue.nextSegment() { ready.append(segment) }
  }
}
