internal import Foundation
internal import JWTKit

/// The public keys of decision-support clients, from a file: an issuer and key id not in it is refused.
///
/// Nothing is ever fetched: a token's `jku` is not looked at.
struct ClientKeys: Sendable {
  private var keys: [KeyName: ClientKey] = [:]

  /// An issuer and the id it gives a key.
  private struct KeyName: Sendable, Hashable {
    var issuer: String
    var id: String
  }

  /// Whether no client is known.
  var isEmpty: Bool { keys.isEmpty }

  /// No client at all.
  init() {}

  /// Reads a JWK set whose keys carry `iss`, `kid` and no private part.
  ///
  /// - Parameter file: The file's name, for errors.
  init(_ text: String, file: String) async throws(ServiceError) {
    let entries: [Entry]
    do {
      entries = try JSONDecoder().decode(Entries.self, from: Data(text.utf8)).keys
    } catch {
      throw ServiceError(
        "\(file): not a JWK set; it must read {\"keys\": [{\"iss\": ..., \"kid\": ..., \"kty\": ...}]}"
      )
    }
    for (index, entry) in entries.enumerated() {
      let place = "\(file), key \(index + 1)"
      guard let issuer = entry.iss, let id = entry.jwk.keyIdentifier?.string else {
        throw ServiceError("\(place): it lacks 'iss' or 'kid'; give both")
      }
      guard entry.jwk.privateExponent == nil else {
        throw ServiceError("\(place): it holds a private part; give the public key alone")
      }
      let name = KeyName(issuer: issuer, id: id)
      guard keys[name] == nil else {
        throw ServiceError("\(place): issuer and 'kid' are those of an earlier key; name each once")
      }
      keys[name] = try await ClientKey(entry.jwk, place: place)
    }
  }

  /// The key of an issuer; nil if it is not on the list.
  func key(issuer: String, id: String) -> ClientKey? { keys[KeyName(issuer: issuer, id: id)] }

  /// A JWK set.
  private struct Entries: Decodable { var keys: [Entry] }

  /// A JWK with the issuer it belongs to.
  private struct Entry: Decodable {
    var iss: String?
    var jwk: JWK

    private enum CodingKeys: String, CodingKey { case iss }

    init(from decoder: any Decoder) throws {
      iss = try decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(
        String.self, forKey: .iss)
      jwk = try JWK(from: decoder)
    }
  }
}

/// One client's public key and the one algorithm it may sign with.
struct ClientKey: Sendable {
  /// The JWS name of the algorithm, such as `ES384`.
  let algorithm: String
  private let collection: JWTKeyCollection

  init(_ key: JWK, place: String) async throws(ServiceError) {
    var key = key
    let algorithm: JWK.Algorithm? =
      switch key.keyType {
      case .rsa: .rs384
      case .ecdsa where key.curve == .ecdsa(.p256): .es256
      case .ecdsa where key.curve == .ecdsa(.p384): .es384
      default: nil
      }
    guard let algorithm, key.algorithm == nil || key.algorithm == algorithm else {
      throw ServiceError("\(place): its algorithm is not taken; use ES384, ES256 or RS384")
    }
    key.algorithm = algorithm
    let collection = JWTKeyCollection()
    do {
      try await collection.add(jwk: key)
    } catch {
      throw ServiceError("\(place): its numbers are no key of that kind; export it again")
    }
    self.algorithm = algorithm.rawValue
    self.collection = collection
  }

  /// The claims of a token signed with this key; nil if the signature is not of it.
  func claims(of token: String) async -> ClientClaims? {
    try? await collection.verify(token, as: ClientClaims.self)
  }
}
