internal import Genome

/// The names that files give reference genomes.
enum ReferenceNames {
  /// The assemblies a text names: `hg38.fa`, `b37`, `GRCh38.p14`, `GCF_000001405.40`.
  static func assemblies(in text: String) -> [Assembly] {
    let lowered = text.lowercased()
    var found: [Assembly] = []
    for (assembly, names) in spellings where names.contains(where: { contains(lowered, $0) }) {
      found.append(assembly)
    }
    for prefix in ["gca_000001405.", "gcf_000001405."] {
      guard let version = number(after: prefix, in: lowered) else { continue }
      // RefSeq counts GRCh38 from version 26, GenBank from 15.
      let first = prefix == "gcf_000001405." ? 26 : 15
      let assembly: Assembly = version < first ? .grch37 : .grch38
      if !found.contains(assembly) { found.append(assembly) }
    }
    return found
  }

  /// The assembly of a versioned RefSeq accession such as `NC_000010.11`.
  static func assembly(accession: String) -> Assembly? {
    let parts = accession.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, accession.hasPrefix("NC_0000"), let version = Int(parts[1]),
      let contig = Contig(name: accession), contig != .mitochondrion
    else { return nil }
    let old = versions37[Int(contig.code) - 1]
    if version == old { return .grch37 }
    return version == old + 1 ? .grch38 : nil
  }

  /// The name of an assembly that the engine does not know but can tell, or nil.
  static func unsupported(in text: String) -> String? {
    let lowered = text.lowercased()
    return unsupportedSpellings.first { spelling, _ in contains(lowered, spelling) }?.1
  }

  private static let spellings: [(Assembly, [String])] = [
    (.grch37, ["grch37", "hg19", "b37", "g1k_v37", "hs37"]),
    (.grch38, ["grch38", "hg38", "b38", "hs38"]),
  ]

  private static let unsupportedSpellings = [
    ("chm13", "T2T-CHM13"), ("t2t", "T2T-CHM13"), ("hs1", "T2T-CHM13"), ("hg18", "NCBI36 (hg18)"),
    ("ncbi36", "NCBI36 (hg18)"), ("b36", "NCBI36 (hg18)"), ("hg17", "NCBI35 (hg17)"),
    ("grcm38", "a mouse genome"), ("grcm39", "a mouse genome"), ("mm10", "a mouse genome"),
  ]

  /// GRCh37's version of NC_000001 to NC_000024; GRCh38's is the next for each.
  private static let versions37 = [
    10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
  ]

  /// Whether a text holds a name that does not go on as a longer word or number on either side.
  private static func contains(_ text: String, _ name: String) -> Bool {
    let letters = Array(text.utf8)
    let wanted = Array(name.utf8)
    guard letters.count >= wanted.count else { return false }
    return (0...letters.count - wanted.count).contains { start in
      guard letters[start..<start + wanted.count].elementsEqual(wanted) else { return false }
      let before = start > 0 ? letters[start - 1] : 32
      let end = start + wanted.count
      let after = end < letters.count ? letters[end] : 32
      return !isLetterOrDigit(before) && !(48...57).contains(after)
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte)
  }

  private static func number(after prefix: String, in text: String) -> Int? {
    let letters = Array(text.utf8)
    let wanted = Array(prefix.utf8)
    guard letters.count > wanted.count else { return nil }
    for start in 0..<letters.count - wanted.count
    where letters[start..<start + wanted.count].elementsEqual(wanted) {
      let digits = letters[(start + wanted.count)...].prefix { (48...57).contains($0) }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }
}
