internal import GenomeFiles

/// What kind of file a source is, by its content and, for tables, its name.
enum SourceKind {
  case text
  case binary
  case bed
  case table

  /// Looks at the beginning of a file.
  init(path: String, columns: String?) throws(CompilationError) {
    var (isBinary, isVariants, isEmpty) = (false, false, true)
    do throws(GenomeFileError) {
      var chunks = try TextChunks(path: path, capacity: 1 << 16)
      isBinary = chunks.isBinary
      if !isBinary, try chunks.advance() {
        isEmpty = false
        isVariants = chunks.bytes[chunks.lines].starts(with: "##fileformat=VCF".utf8)
      }
    } catch {
      throw CompilationError(.source(error))
    }
    let name = path.lowercased()
    func ends(_ suffix: String) -> Bool {
      ["", ".gz", ".bgz"].contains { name.hasSuffix(suffix + $0) }
    }
    if isBinary {
      self = .binary
    } else if isVariants || ends(".vcf") {
      self = .text
    } else if isEmpty {
      throw CompilationError(.source(GenomeFileError(.empty, path: path)))
    } else {
      self = ends(".bed") ? .bed : .table
    }
  }
}
