internal import Foundation
internal import Hummingbird
internal import PatientStore

/// What a patient agreed to, and what to do where it can't be asked.
extension Handlers {
  func consents(_ call: Call, _ caller: Caller) throws -> Answer {
    .json(ConsentBody.all(of: try store.consents(of: call.parameter("id"), as: caller.requester)))
  }

  func setConsent(_ call: Call, _ caller: Caller) throws -> Answer {
    let wish = try call.json(ConsentWish.self)
    let consents = try setConsent(
      call.parameter("id"), wish.purpose, isGiven: wish.isGiven, until: wish.until, caller)
    return .json(ConsentBody.all(of: consents))
  }

  /// Writes down what a patient agreed to or withdrew.
  ///
  /// - Parameter until: The last day it holds, such as `2027-11-30`; nil has no end.
  func setConsent(
    _ id: String, _ purposeName: String, isGiven: Bool, until: String?, _ caller: Caller
  ) throws -> Consents {
    guard let purpose = Purpose(rawValue: purposeName), purpose != .operations else {
      throw Problem(
        .unprocessableContent,
        "The purpose is none a patient is asked for; use pgx, secondaryFindings or research.")
    }
    guard isGiven else {
      return try store.withdrawConsent(purpose, of: id, as: caller.requester)
    }
    let end = try until.flatMap { $0.isEmpty ? nil : $0 }.map(Self.endOfDay)
    return try store.setConsent(
      purpose, granted: Date(timeIntervalSince1970: clock.now), expires: end, of: id,
      as: caller.requester)
  }

  private static func endOfDay(_ text: String) throws(Problem) -> Date {
    guard let day = try? Date(text, strategy: .iso8601.year().month().day()) else {
      throw Problem(.unprocessableContent, "'until' is no day; write it like 2027-11-30.")
    }
    return day.addingTimeInterval(86_400)
  }

  func breakGlass(_ call: Call, _ caller: Caller) async throws -> Answer {
    let wish = try call.json(BreakGlassWish.self)
    let until = try await breakGlass(call.parameter("id"), reason: wish.reason, caller)
    return .json(["until": until.formatted(.iso8601)])
  }

  /// Opens a record without consent, for a reason and for minutes; the store writes both down.
  func breakGlass(_ id: String, reason: String, _ caller: Caller) async throws -> Date {
    guard case .user(let session, let token) = caller else {
      throw Problem(.forbidden, "Only a signed-in user may give a reason for reading a record.")
    }
    let until = try store.breakGlass(id, as: session.user.requester(reason: reason))
    if let token {
      await sessions.note(
        reason: reason, patient: id, until: until.timeIntervalSince1970, token: token)
    }
    return until
  }
}

/// What a patient agreed to for one purpose.
private struct ConsentBody: Encodable {
  var purpose: String
  var granted: String
  var expires: String?
  var withdrawn: String?

  static func all(of consents: Consents) -> [ConsentBody] {
    Purpose.allCases.compactMap { purpose in
      consents[purpose].map { consent in
        ConsentBody(
          purpose: purpose.rawValue, granted: consent.granted.formatted(.iso8601),
          expires: consent.expires?.formatted(.iso8601),
          withdrawn: consent.withdrawn?.formatted(.iso8601))
      }
    }
  }
}

/// What is to be written down of a consent.
private struct ConsentWish: Decodable {
  var purpose: String
  var isGiven: Bool
  var until: String?
}

/// Why a record is to be read without consent.
private struct BreakGlassWish: Decodable { var reason: String }
