internal import CHTSlib
internal import Genome

/// The FORMAT fields of one unpacked record; a view, valid while the record is.
@unsafe struct SampleFields {
  private let genotype: UnsafePointer<bcf_fmt_t>?
  private let depth: UnsafePointer<bcf_fmt_t>?
  private let minimumDepth: UnsafePointer<bcf_fmt_t>?
  private let alleleDepths: UnsafePointer<bcf_fmt_t>?
  private let quality: UnsafePointer<bcf_fmt_t>?
  private let referenceQuality: UnsafePointer<bcf_fmt_t>?
  private let phaseSet: UnsafePointer<bcf_fmt_t>?
  private let physicalGenotype: UnsafePointer<bcf_fmt_t>?
  private let physicalPhase: UnsafePointer<bcf_fmt_t>?
  private let filter: UnsafePointer<bcf_fmt_t>?

  init(record: borrowing RecordBuffer, header: borrowing HeaderHandle) {
    // Safe: header and record are alive; the fields stay valid until the record is filled again.
    let (line, names) = unsafe (record.pointer, header.pointer)
    unsafe genotype = UnsafePointer(bcf_get_fmt(names, line, "GT"))
    unsafe depth = UnsafePointer(bcf_get_fmt(names, line, "DP"))
    unsafe minimumDepth = UnsafePointer(bcf_get_fmt(names, line, "MIN_DP"))
    unsafe alleleDepths = UnsafePointer(bcf_get_fmt(names, line, "AD"))
    unsafe quality = UnsafePointer(bcf_get_fmt(names, line, "GQ"))
    unsafe referenceQuality = UnsafePointer(
      bcf_get_fmt(names, line, "RGQ") ?? bcf_get_fmt(names, line, "GQX"))
    unsafe phaseSet = UnsafePointer(bcf_get_fmt(names, line, "PS"))
    unsafe physicalGenotype = UnsafePointer(bcf_get_fmt(names, line, "PGT"))
    unsafe physicalPhase = UnsafePointer(bcf_get_fmt(names, line, "PID"))
    unsafe filter = UnsafePointer(bcf_get_fmt(names, line, "FT"))
  }

  /// The calls of the samples in the given columns.
  ///
  /// - Throws: if GT names an allele from `alleles` up.
  func calls(
    columns: [Int], alleles: Int
  ) throws(GenomeFileError.Rejection) -> [SampleCall] {
    var calls: [SampleCall] = []
    calls.reserveCapacity(columns.count)
    for column in columns {
      let called = try unsafe genotype(of: column, alleles: alleles)
      let physical = called.flatMap { unsafe self.physical(of: column, agreeing: $0) }
      calls.append(
        SampleCall(
          genotype: physical?.genotype ?? called,
          depth: unsafe values(depth, column)?.number,
          minimumDepth: unsafe values(minimumDepth, column)?.number,
          alleleDepths: unsafe depths(of: column),
          genotypeQuality: unsafe values(quality, column)?.number
            ?? values(referenceQuality, column)?.number,
          phaseSet: unsafe physical?.phaseSet ?? phaseSet(of: column),
          filters: unsafe filters(of: column)))
    }
    return calls
  }

  private func values(_ field: UnsafePointer<bcf_fmt_t>?, _ column: Int) -> PackedValues? {
    guard let field = unsafe field else { return nil }
    return unsafe PackedValues(field, sample: column)
  }

  private func genotype(
    of column: Int, alleles count: Int
  ) throws(GenomeFileError.Rejection) -> Genotype? {
    guard let packed = unsafe values(genotype, column) else { return nil }
    return try unsafe packed.genotype(alleles: count)
  }

  private func depths(of column: Int) -> [Int?] {
    let depths = unsafe values(alleleDepths, column)?.numbers ?? []
    return depths.allSatisfy { $0 == nil } ? [] : depths
  }

  /// PS as a number; a text of another shape is turned into one that only equal texts share.
  private func phaseSet(of column: Int) -> Int? {
    guard let values = unsafe values(phaseSet, column) else { return nil }
    if let number = unsafe values.number { return number }
    return unsafe values.text.flatMap(Self.number(ofText:))
  }

  /// A text as a number that only equal texts share (FNV-1a); nil if it says nothing.
  private static func number(ofText text: String) -> Int? {
    guard !text.isEmpty, text != "." else { return nil }
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }

  /// What GATK writes beside an unphased GT: the same genotype phased (PGT) within a set (PID).
  private func physical(
    of column: Int, agreeing genotype: Genotype
  ) -> (genotype: Genotype, phaseSet: Int)? {
    guard !genotype.isPhased, let text = unsafe values(physicalGenotype, column)?.text,
      text.contains("|"),
      let set = unsafe values(physicalPhase, column)?.text.flatMap(Self.number(ofText:))
    else { return nil }
    let alleles = text.split(separator: "|").map { Int($0) }
    let order = { (one: Int?, other: Int?) in (one ?? -1) < (other ?? -1) }
    guard alleles.sorted(by: order) == genotype.alleles.sorted(by: order) else { return nil }
    return (Genotype(alleles: alleles, isPhased: true), set)
  }

  private func filters(of column: Int) -> [String] {
    guard let text = unsafe values(filter, column)?.text, !text.isEmpty, text != ".",
      text != "PASS"
    else { return [] }
    return text.split(separator: ";").map(String.init)
  }
}
