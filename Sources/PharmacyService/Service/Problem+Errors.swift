internal import Guidance
internal import Hummingbird
internal import Knowledge
internal import PatientStore
internal import Reports

extension Problem {
  /// The refusal an error of the engine or the store stands for; nil if the service itself failed.
  init?(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as PatientStoreError: self.init(error)
    case let error as PatientDocumentError:
      self.init(.unprocessableContent, error.description)
    case let error as FactsFormError: self.init(.unprocessableContent, error.description)
    default: return nil
    }
  }

  private init(_ error: PatientStoreError) {
    switch error.kind {
    case .forbidden, .consent: self.init(.forbidden, error.description)
    case .notFound: self.init(.notFound, error.description)
    case .invalid: self.init(.unprocessableContent, error.description)
    case .credentials: self.init(.unauthorized, error.description)
    case .locked: self.init(.tooManyRequests, error.description, retryAfter: 900)
    default:
      self.init(
        .internalServerError, "The store can't be used at the moment; see the service's log.")
    }
  }
}
