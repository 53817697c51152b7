/// Which samples of a file a scan decodes.
public enum SampleSelection: Sendable, Hashable {
  /// Every sample, in the order of the header.
  case all
  /// The samples with these names, in this order.
  case named([String])
  /// No sample: records carry no calls.
  case none

  /// The header columns of the selected samples.
  ///
  /// - Throws: the first name the header does not have.
  func columns(in header: VariantHeader) throws(UnknownSample) -> [Int] {
    switch self {
    case .all: return Array(header.samples.indices)
    case .none: return []
    case .named(let names):
      var columns: [Int] = []
      for name in names {
        guard let column = header.samples.firstIndex(of: name) else {
          throw UnknownSample(name: name)
        }
        columns.append(column)
      }
      return columns
    }
  }

  /// A selected name that the header does not have.
  struct UnknownSample: Error {
    let name: String
  }
}
