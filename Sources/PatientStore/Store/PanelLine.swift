/// A patient on a pharmacist's panel.
public struct PanelLine: Sendable, Hashable {
  /// Who.
  public var patient: PatientSummary
  /// The state, as the question names it.
  public var state: String
}
