import Foundation

/// What opens a store.
public enum StoreKey: Sendable, Hashable {
  /// A passphrase of at least 12 characters.
  case passphrase(String)
  /// The path of a file of 32 random bytes that only its owner can read.
  case keyFile(String)

  /// The shortest passphrase taken for a new store.
  public static let shortestPassphrase = 12

  /// The bytes of a key file.
  ///
  /// - Throws: `PatientStoreError` if it is missing, of another length, or open to others.
  static func bytes(ofFile path: String) throws(PatientStoreError) -> Data {
    guard let data = FileManager.default.contents(atPath: path),
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    else {
      throw PatientStoreError(
        .unreadable, place: path,
        "the key file can't be read; make one with 'head -c 32 /dev/urandom' and chmod 600")
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
    guard mode & 0o077 == 0 else {
      throw PatientStoreError(
        .wrongKey, place: path,
        "others than its owner have access to the key file (mode \(String(mode, radix: 8))); "
          + "run 'chmod 600' on it, and take a new key if others may have read it")
    }
    guard data.count == 32 else {
      throw PatientStoreError(
        .wrongKey, place: path,
        "a key file holds 32 random bytes, this one \(data.count); "
          + "make one with 'head -c 32 /dev/urandom'")
    }
    return data
  }
}
