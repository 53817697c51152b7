import Foundation
import Guidance
import PatientStore

/// Stores patients one after another and says so of each once it is stored, to be killed while at it.
///
///     store-writer FOLDER KEYFILE FIRST COUNT
@main struct StoreWriter {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let first = Int(arguments[3]), let count = Int(arguments[4]) else {
      FileHandle.standardError.write(Data("usage: store-writer FOLDER KEYFILE FIRST COUNT\n".utf8))
      exit(2)
    }
    let store = try EncryptedStore.open(at: arguments[1], key: .keyFile(arguments[2]))
    for remark in store.remarks { FileHandle.standardError.write(Data("\(remark)\n".utf8)) }
    let lab = Requester(user: "lena", role: .lab, purpose: .pgx)
    let consents = Consents(pgx: Consent(granted: Date(timeIntervalSince1970: 0)))
    for number in first..<(first + count) {
      // Half of the writes are of patients who are there already.
      let record = PatientRecord(
        id: "P\(number / 2)", name: "Name \(number / 2)", medications: ["write \(number)"],
        calls: Data(repeating: UInt8(truncatingIfNeeded: number), count: 2_000))
      try store.put(record, consents: consents, as: lab)
      FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
    store.close()
  }
}
