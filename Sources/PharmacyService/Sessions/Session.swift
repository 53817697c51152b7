/// A user's stay.
struct Session: Sendable, Hashable {
  var user: SignedInUser
  /// The token every form and every writing call must repeat; empty where there is no session.
  var csrf: String
  /// When it began, in seconds since 1970.
  var opened: Double
  /// When it was last used, in seconds since 1970.
  var used: Double
  /// Reasons given for looking at patients without consent, by patient id.
  var reasons: [String: Reason] = [:]

  /// Why a patient is looked at without consent, and until when (seconds since 1970).
  struct Reason: Sendable, Hashable {
    var text: String
    var until: Double
  }
}
