internal import CHTSlib
internal import Genome
internal import Glibc

/// The bases of a reference genome: a FASTA file, plain or BGZF, with the index beside it.
///
/// It keeps the bases around the last one asked for, so each thread needs one of its own.
@safe package final class ReferenceSequence {
  /// The path as given.
  package let path: String
  /// The name of the file without its folder, for provenance.
  package let name: String
  /// The contigs in the order of the index.
  package let contigs: [HeaderContig]
  /// The first fault met while reading bases, which `base` tells as nil.
  package private(set) var failure: GenomeFileError?

  private let index: OpaquePointer
  private let spellings: [Contig: Int]
  private let numbers: [String: Int]
  private var lastName = ""
  private var lastContig: Int?
  private var windowContig = -1
  private var windowStart = 0
  private var window: [UInt8] = []

  /// Bases read at once, and those of them before the one asked for, as alleles roll to the left.
  private static let windowSize = 1 << 16
  private static let lead = 1 << 12

  /// Opens a FASTA file and reads its index; nothing is written.
  ///
  /// - Throws: if the file or its index is missing or can't be read.
  package init(path: String) throws(GenomeFileError) {
    silenceHTSlib()
    guard path != "-" else {
      throw GenomeFileError(
        .referenceUnusable("a FASTA can't come from a pipe; give it as a file"), path: path)
    }
    _ = try FileStatus(path: path)
    // Safe: htslib copies the path; "./" keeps it from reading a relative one as a URL, and
    // without a flag it makes no index.
    let local = path.hasPrefix("/") ? path : "./" + path
    guard let index = unsafe fai_load3(local, nil, nil, 0) else {
      throw GenomeFileError(.referenceUnusable(Self.fault(path)), path: path)
    }
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    unsafe self.index = index
    var contigs: [HeaderContig] = []
    var spellings: [Contig: Int] = [:]
    var numbers: [String: Int] = [:]
    for number in 0..<(unsafe faidx_nseq(index)) {
      // Safe: the number is below the count; the name is copied.
      guard let text = unsafe faidx_iseq(index, number) else { continue }
      let name = unsafe String(cString: text)
      let length = Int(unsafe faidx_seq_len(index, text))
      if let contig = Contig(name: name), spellings[contig] == nil {
        spellings[contig] = contigs.count
      }
      numbers[name] = contigs.count
      contigs.append(HeaderContig(name: name, length: length))
    }
    self.contigs = contigs
    self.spellings = spellings
    self.numbers = numbers
  }

  deinit {
    // Safe: loaded in init and reachable only through self.
    unsafe fai_destroy(index)
  }

  /// The base at a 1-based position, upper-case; nil outside the contig or if it can't be read.
  ///
  /// A contig is found by its name or by another spelling of it: `chr1`, `1`, `NC_000001.11`.
  package func base(contig: String, at position: Int) -> UInt8? {
    guard let number = number(of: contig) else { return nil }
    let offset = position - 1
    if number == windowContig, offset >= windowStart, offset < windowStart + window.count {
      return window[offset - windowStart]
    }
    guard offset >= 0, offset < contigs[number].length ?? 0, load(number, around: offset) else {
      return nil
    }
    return window[offset - windowStart]
  }

  /// The length of a contig in bases; nil if the file has none by this or another spelling.
  package func length(of contig: String) -> Int? {
    number(of: contig).flatMap { contigs[$0].length }
  }

  private func number(of contig: String) -> Int? {
    if contig == lastName { return lastContig }
    lastName = contig
    lastContig = numbers[contig] ?? Contig(name: contig).flatMap { spellings[$0] }
    return lastContig
  }

  private func load(_ number: Int, around offset: Int) -> Bool {
    let start = max(offset - Self.lead, 0)
    var length: Int64 = 0
    // Safe: htslib gives `length` bytes of its own, which are copied and freed.
    let found = unsafe faidx_fetch_seq64(
      index, contigs[number].name, Int64(start), Int64(start + Self.windowSize - 1), &length)
    guard let text = unsafe found, start + Int(length) > offset else {
      unsafe free(found)
      failure =
        failure
        ?? GenomeFileError(
          .referenceUnusable(
            "the bases can't be read where the index says; make it again with 'samtools faidx'"),
          path: path, locus: "\(contigs[number].name):\(offset + 1)")
      return false
    }
    defer { unsafe free(text) }
    windowContig = number
    windowStart = start
    window = unsafe UnsafeBufferPointer(start: text, count: Int(length)).map {
      let letter = UInt8(bitPattern: $0)
      return (97...122).contains(letter) ? letter - 32 : letter
    }
    return true
  }

  /// Why htslib could not load the file, as far as can be told.
  private static func fault(_ path: String) -> String {
    for suffix in [".fai", ".gzi"] where !FileStatus.isFile(path + suffix) {
      if suffix == ".gzi", (try? BlockInput(path: path).layout) == .plain { continue }
      return "the FASTA has no index '\(suffix)' beside it; make it with 'samtools faidx'"
    }
    return "the FASTA or its index can't be read; compress it with bgzip, not gzip, "
      + "and make the index with 'samtools faidx'"
  }
}
