internal import CHTSlib
internal import Genome

/// A VCF or BCF file, plain, gzip or BGZF compressed, or standard input; closed once, at the end.
///
/// Opening reads the header. A file that ends before its BGZF end block is refused at once.
public struct VariantFile: ~Copyable {
  /// The path as given; `-` is standard input.
  public let path: String
  /// What the header says.
  public let header: VariantHeader
  var stream: CompressedStream
  var names: HeaderHandle
  var lines = LineBuffer()
  var record = RecordBuffer()
  /// Whether nothing has been read past the header.
  var isFresh = true

  /// Opens a file and reads its header.
  ///
  /// - Parameter path: a path, or `-` for standard input.
  /// - Throws: if the file can't be read, is cut short, or is not VCF or BCF.
  public init(path: String) throws(GenomeFileError) {
    var lines = LineBuffer()
    let stream = try Self.open(path)
    let content = try Self.readHeader(from: stream, lines: &lines)
    self.path = path
    header = content.header
    names = content.names
    self.stream = stream
    self.lines = lines
  }

  /// Whether the records are binary.
  var isBinary: Bool { stream.format == bcf }

  /// Goes back to the first record.
  mutating func rewind() throws(GenomeFileError) {
    guard !isFresh else { return }
    guard stream.isRegular else { throw GenomeFileError(.alreadyRead, path: path) }
    lines = LineBuffer()
    stream = try Self.open(path)
    let content = try Self.readHeader(from: stream, lines: &lines)
    names = content.names
    guard content.header == header else {
      throw GenomeFileError(.unreadable("the file changed while it was read"), path: path)
    }
    isFresh = true
  }

  private static func open(_ path: String) throws(GenomeFileError) -> CompressedStream {
    let stream = try CompressedStream(path: path)
    let name: String? =
      switch stream.format {
      case bam: throw GenomeFileError(.readsAsVariants("BAM"), path: path)
      case cram: throw GenomeFileError(.readsAsVariants("CRAM"), path: path)
      case sam: throw GenomeFileError(.readsAsVariants("SAM"), path: path)
      case bed: "BED"
      case bai, csi, tbi, crai, gzi: "an index"
      case fasta_format: "FASTA"
      case fastq_format: "FASTQ"
      default: nil
      }
    if let name { throw GenomeFileError(.otherFormat(name), path: path) }
    try stream.checkEndBlock()
    return stream
  }
}
