internal import CHTSlib

/// A record's bytes with entries of INFO added or replaced, and ID if asked for.
///
/// What is not replaced is copied as stored, so that no number is rendered again.
@unsafe struct RecordSplice: ~Copyable {
  private let record: UnsafeMutablePointer<bcf1_t>
  private let additions: UnsafeMutablePointer<bcf1_t>
  private let replacesIdentifier: Bool
  /// Whether an END is added, which decides how far the record reaches.
  private let setsEnd: Bool

  /// Both records must be unpacked and live longer than the splice.
  init(
    _ record: borrowing RecordBuffer, adding additions: borrowing RecordBuffer,
    replacesIdentifier: Bool, setsEnd: Bool
  ) {
    unsafe self.record = record.pointer
    unsafe self.additions = additions.pointer
    unsafe self.replacesIdentifier = replacesIdentifier
    unsafe self.setsEnd = setsEnd
  }

  /// Appends the record as BCF stores it.
  func append(to output: inout [UInt8]) {
    let source = unsafe replacesIdentifier ? additions : record
    let identifierSize = unsafe stardose_identifier_size(record)
    let newIdentifierSize = unsafe stardose_identifier_size(source)
    let sitesSize = unsafe stardose_sites_size(record)
    var head = unsafe RecordHead(record.pointee)
    var sharedSize = newIdentifierSize + sitesSize - identifierSize
    head.infoCount = 0
    unsafe eachInfo {
      head.infoCount += 1
      sharedSize += $0.count
    }
    if unsafe setsEnd { head.length = unsafe Int32(truncatingIfNeeded: additions.pointee.rlen) }
    head.append(sharedSize: sharedSize, to: &output)
    // Safe: an unpacked record's shared bytes begin with ID, alleles and FILTER of these sizes.
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(start: source.pointee.shared.s, count: newIdentifierSize))
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(
        start: record.pointee.shared.s + identifierSize, count: sitesSize - identifierSize))
    unsafe eachInfo { unsafe output.append(contentsOf: $0) }
    unsafe output.append(
      contentsOf: UnsafeRawBufferPointer(
        start: record.pointee.indiv.s, count: record.pointee.indiv.l))
  }

  /// Calls `body` with the stored bytes of each entry of INFO that is kept, then of each added.
  private func eachInfo(_ body: (UnsafeRawBufferPointer) -> Void) {
    unsafe Self.eachInfo(of: record) { key, bytes in
      if unsafe !Self.hasInfo(additions, key: key) { unsafe body(bytes) }
    }
    unsafe Self.eachInfo(of: additions) { unsafe body($1) }
  }

  /// Calls `body` with the number and the stored bytes of each entry of INFO.
  private static func eachInfo(
    of record: UnsafeMutablePointer<bcf1_t>, _ body: (Int32, UnsafeRawBufferPointer) -> Void
  ) {
    for index in 0..<Int(unsafe record.pointee.n_info) {
      // Safe: unpacking filled n_info entries, each within the shared bytes.
      guard let entry = unsafe record.pointee.d.info?[index], let value = unsafe entry.vptr else {
        continue
      }
      let offset = unsafe Int(entry.vptr_off)
      unsafe body(
        entry.key,
        UnsafeRawBufferPointer(start: value - offset, count: offset + Int(entry.vptr_len)))
    }
  }

  private static func hasInfo(_ record: UnsafeMutablePointer<bcf1_t>, key: Int32) -> Bool {
    // Safe: unpacking filled n_info entries.
    (0..<Int(unsafe record.pointee.n_info)).contains { unsafe record.pointee.d.info[$0].key == key }
  }
}
