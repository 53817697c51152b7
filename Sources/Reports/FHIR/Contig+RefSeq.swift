import Genome

extension Contig {
  /// The RefSeq accession of the contig on an assembly, such as `NC_000010.11`.
  func refSeq(on assembly: Assembly) -> String {
    guard self != .mitochondrion else { return "NC_012920.1" }
    let old = Self.versions37[Int(code) - 1]
    let number = String(code)
    let padded = String(repeating: "0", count: 6 - number.count) + number
    return "NC_\(padded).\(assembly == .grch37 ? old : old + 1)"
  }

  /// GRCh37's version of NC_000001 to NC_000024; GRCh38's is the next for each (NCBI assembly
  /// reports of GCF_000001405.25 and .26).
  private static let versions37 = [
    10, 11, 11, 11, 9, 11, 13, 10, 11, 10, 9, 11, 10, 8, 9, 9, 10, 9, 9, 10, 8, 10, 10, 9,
  ]
}
