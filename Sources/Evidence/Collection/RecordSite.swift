internal import Genome

/// The columns of a record that all its samples share; one object, so that a cohort holds it once.
final class RecordSite: Sendable {
  let ordinal: Int?
  let contigName: String
  let position: Position
  let reference: String
  let alternates: String
  let filters: [String]

  init(
    ordinal: Int?, contigName: String, position: Position, reference: String, alternates: String,
    filters: [String]
  ) {
    self.ordinal = ordinal
    self.contigName = contigName
    self.position = position
    self.reference = reference
    self.alternates = alternates
    self.filters = filters
  }
}

extension RecordSite: Hashable {
  static func == (one: RecordSite, other: RecordSite) -> Bool {
    one === other
      || (one.ordinal == other.ordinal && one.contigName == other.contigName
        && one.position == other.position && one.reference == other.reference
        && one.alternates == other.alternates && one.filters == other.filters)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(contigName)
    hasher.combine(position)
    hasher.combine(alternates)
  }
}
