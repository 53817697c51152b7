internal import ArgumentParser
internal import Foundation
internal import PatientStore

/// What a patient agrees to from now on.
struct ConsentOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "What the patient agrees to: pgx, secondaryFindings or research; may be repeated.",
    transform: Self.purpose)
  var consent: [Purpose] = []

  @Option(
    name: .long,
    help: ArgumentHelp("When the consent ends, such as 2027-12-31.", valueName: "day"),
    transform: Self.day)
  var expires: Date?

  /// The consents; nil if none is given, which keeps what is recorded.
  func consents() throws -> Consents? {
    guard !consent.isEmpty else { return nil }
    var consents = Consents()
    let now = Date()
    if let expires, expires <= now {
      throw RequestError("--expires is in the past; give the day on which the consent ends")
    }
    for purpose in consent { consents[purpose] = Consent(granted: now, expires: expires) }
    return consents
  }

  /// Reads a purpose.
  static func purpose(_ text: String) throws -> Purpose {
    guard let purpose = Purpose(rawValue: text), purpose != .operations else {
      throw ValidationError("'\(text)' is no purpose; take pgx, secondaryFindings or research")
    }
    return purpose
  }

  /// Reads a day; the consent holds until it begins, in UTC.
  private static func day(_ text: String) throws -> Date {
    guard let date = try? Date(text, strategy: Date.ISO8601FormatStyle().year().month().day())
    else { throw ValidationError("'\(text)' is no day; write it as 2027-12-31") }
    return date
  }
}
