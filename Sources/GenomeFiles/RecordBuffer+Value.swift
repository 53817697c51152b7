internal import CHTSlib
internal import Genome

extension RecordBuffer {
  /// Copies the record out; nil if it lies before the first base.
  func value(
    header: borrowing HeaderHandle, columns: [Int]
  ) throws(GenomeFileError.Rejection) -> VariantRecord? {
    try unpack()
    guard let start = Position(position) else { return nil }
    // Safe: the shim checks the allele's number; the text is copied.
    guard let reference = unsafe stardose_allele(pointer, 0).map({ unsafe String(cString: $0) })
    else {
      throw .init(.recordMalformed("the record has no REF; make the file again"))
    }
    guard !reference.isEmpty, reference != ".", reference.utf8.allSatisfy(Self.isBaseCode) else {
      throw .init(
        .recordMalformed(
          "REF is \(quoted(reference)), not bases; make the file again or remove the record"))
    }
    let alternates = self.alternates
    let takesEnd =
      alternates.isEmpty
      || alternates.contains { if case .symbolic = $0 { true } else { false } }
    let blockEnd = takesEnd ? self.blockEnd(header: header) : nil
    let end = blockEnd.flatMap { $0 >= start.value ? Position($0) : nil }
    let quality = unsafe pointer.pointee.qual
    var record = VariantRecord(
      contigName: header.contigName(contigNumber) ?? "?", position: start,
      identifier: identifier, reference: reference.uppercased(), alternates: alternates, end: end,
      filters: filters(header: header), quality: quality.isNaN ? nil : quality, calls: [])
    record.isReferenceBlock =
      blockEnd != nil && alternates.allSatisfy { $0.isNonReferenceBlock }
    record.calls = unsafe try SampleFields(record: self, header: header).calls(
      columns: columns, alleles: alternates.count + 1)
    return record
  }

  /// Whether a letter is a base or one of the IUPAC codes for several, in either case.
  private static func isBaseCode(_ letter: UInt8) -> Bool {
    "ACGTUNRYSWKMBDHV".utf8.contains(letter & 0xDF)
  }

  private var alternates: [AlternateAllele] {
    var result: [AlternateAllele] = []
    // Safe: the shim returns nil past the last allele; the text is copied.
    while let text = unsafe stardose_allele(pointer, Int32(result.count + 1)) {
      result.append(AlternateAllele(spelling: unsafe String(cString: text)))
    }
    return result
  }

  private var identifier: String? {
    // Safe: unpack() set the terminated text, which is copied.
    guard let text = unsafe pointer.pointee.d.id.map({ unsafe String(cString: $0) }) else {
      return nil
    }
    return text.isEmpty || text == "." ? nil : text
  }

  private func filters(header: borrowing HeaderHandle) -> [String] {
    var result: [String] = []
    for index in 0..<(unsafe pointer.pointee.d.n_flt) {
      // Safe: the shim checks the number; the text is copied.
      if let name = unsafe stardose_filter_name(header.pointer, pointer, index) {
        result.append(unsafe String(cString: name))
      }
    }
    return result == ["PASS"] || result == ["."] ? [] : result
  }

  private func blockEnd(header: borrowing HeaderHandle) -> Int? {
    // Safe: the field belongs to the unpacked record and is read at once.
    guard let field = unsafe bcf_get_info(header.pointer, pointer, "END"),
      let values = unsafe PackedValues(field)
    else { return nil }
    return unsafe values.number
  }
}
