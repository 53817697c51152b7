/// A CDS Hooks request that was read and found in order.
public struct CDSRequest: Sendable, Hashable {
  /// The service's id, such as `pgx-order-sign`.
  public let service: String
  /// The hook, such as `order-sign`.
  public let hook: String
  /// The id of this call of the hook, a UUID.
  public let hookInstance: String
  /// Who asks, such as `Practitioner/123`.
  public let userID: String
  /// The patient in view, by the client's id.
  public let patientID: String
  /// The orders the answer is about.
  let orders: [OrderedMedicine]
  /// Other unsigned orders of the session.
  let otherOrders: [OrderedMedicine]
  /// What came along.
  let prefetch: CDSPrefetch
}

/// An order for a medicine as a client writes it.
struct OrderedMedicine: Sendable, Hashable {
  /// The order, such as `MedicationRequest/draft1`; empty if it has no id.
  var reference: String
  /// The RxNorm codes it bears.
  var rxnorm: [String]
  /// What it calls the medicine.
  var text: String
}

/// What a client sent along with a request.
struct CDSPrefetch: Sendable, Hashable {
  /// The gene results; nil where they were not sent, empty where there are none.
  var genes: [StatedGene]?
  /// The active medication orders; nil where they were not sent.
  var medicines: [OrderedMedicine]?
  /// `female` or `male`; nil if not known or neither.
  var sex: String?
  /// The date of birth as `1956-03-31`; nil if not known.
  var birthDate: String?
  /// Serum creatinine in mg/dL; nil if not known.
  var creatinine: Double?
}
