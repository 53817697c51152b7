internal import GenomeFiles

/// The input in pieces: as stored, or BCF turned into text.
struct PieceInput: ~Copyable {
  /// The path as given.
  let path: String
  /// The size in bytes as stored, or nil for a pipe.
  let size: Int?
  private var stored: BlockInput?
  private var records: BCFReader?
  private var isHeaderRead = false

  /// Reads text, plain or compressed.
  init(_ input: consuming BlockInput) {
    path = input.path
    size = input.size
    stored = consume input
    records = nil
  }

  /// Reads BCF from its first record on.
  init(_ reader: consuming BCFReader) {
    path = reader.path
    size = reader.size
    stored = nil
    records = consume reader
  }

  /// The stored bytes read so far, for progress.
  var bytesRead: Int {
    switch stored {
    case .some(let input): return input.bytesRead
    case nil: break
    }
    switch records {
    case .some(let reader): return reader.bytesRead
    case nil: return 0
    }
  }

  /// The next piece of about `byteCount` stored bytes; nil at the end.
  mutating func next(atLeast byteCount: Int) throws(GenomeFileError) -> RawPiece? {
    if stored != nil { return try stored?.next(atLeast: byteCount) }
    // The text of BCF is about as much longer as that of compressed VCF.
    return try nextText(atLeast: 4 * byteCount)
  }

  private mutating func nextText(atLeast byteCount: Int) throws(GenomeFileError) -> RawPiece? {
    var text: [UInt8] = []
    if !isHeaderRead, let header = records?.headerText {
      isHeaderRead = true
      text += header.utf8
    }
    text.reserveCapacity(byteCount + 1 << 16)
    while text.count < byteCount, try records?.next() == true {
      try records?.appendLine(to: &text)
    }
    return text.isEmpty ? nil : RawPiece(text: text)
  }
}
