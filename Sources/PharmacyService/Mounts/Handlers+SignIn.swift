internal import Foundation
internal import Hummingbird
internal import PatientStore

/// Signing in and out on a page.
extension Handlers {
  /// The cookie that a sign-in form must repeat, since there is no session yet.
  static let formCookie = "stardose-form"

  func signInPage(_ call: Call, notices: [Notice]) -> Answer {
    let token = call.cookies[Self.formCookie].flatMap { $0.utf8.count == 64 ? $0 : nil }
    let csrf = token ?? chance.token()
    let next = call.query("next") ?? call.form?["next"] ?? ""
    var answer = Answer.page(
      PageSet(frame(.nobody, notices: notices, csrf: csrf)).signIn(
        userName: call.form?["user"] ?? "", next: next, hasFailed: !notices.isEmpty))
    answer.cookies = [cookie(Self.formCookie, csrf)]
    return answer
  }

  func signInForm(_ call: Call) async throws -> Answer {
    guard let form = call.form, let csrf = form["csrf"], let own = call.cookies[Self.formCookie],
      Gate.isSame(csrf, own)
    else {
      throw Problem(.forbidden, "The form is out of date; load the sign-in page again.")
    }
    do {
      let (token, session) = try await signIn(form["user"] ?? "", form["passphrase"] ?? "")
      var answer = Answer.seeOther(Self.next(call) ?? Self.home(of: session))
      answer.cookies = [sessionCookie(token)]
      return answer
    } catch let error as PatientStoreError where [.credentials, .locked].contains(error.kind) {
      guard let problem = Problem(error) else { throw error }
      var answer = signInPage(call, notices: [Notice(.error, error.description)])
      answer.status = problem.status
      if let retryAfter = problem.retryAfter { answer.headers["Retry-After"] = "\(retryAfter)" }
      return answer
    }
  }

  func signOutForm(_ caller: Caller) async -> Answer {
    await signOut(caller)
    var answer = Answer.seeOther("/sign-in")
    answer.cookies = [endingCookie]
    return answer
  }
}
