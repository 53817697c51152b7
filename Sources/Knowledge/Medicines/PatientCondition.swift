/// An illness or state that a label's words are limited to, and that a patient has or has not.
public enum PatientCondition: String, Sendable, Hashable, Codable, CodingKeyRepresentable,
  CaseIterable
{
  /// Dementia, with or without psychosis.
  case dementia
  /// Tonsils or adenoids were taken out.
  case tonsilsRemoved
  /// A pregnancy of 38 weeks or more, labour included.
  case nearTerm
  /// Rheumatoid arthritis.
  case rheumatoidArthritis
  /// Alcoholism, or a liver made ill by alcohol.
  case alcoholism
  /// Alcohol is being stopped abruptly.
  case alcoholWithdrawal
}
