/// A field that an index carries, as its source declares it.
package struct IndexField: Sendable, Hashable, Codable {
  /// The VCF types of INFO values.
  package enum ValueType: String, Sendable, Hashable, Codable {
    case integer = "Integer"
    case float = "Float"
    case flag = "Flag"
    case character = "Character"
    case string = "String"
  }

  /// How many values there are, as in the `Number` of an INFO line.
  package enum Number: Sendable, Hashable, Codable {
    case count(Int)
    /// `A`: one for each alternate allele.
    case perAlternate
    /// `R`: one for each allele, REF first.
    case perAllele
    /// `G`: one for each genotype.
    case perGenotype
    /// `.`: any number.
    case unbounded

    /// Reads the spelling of an INFO line.
    package init?(_ text: some StringProtocol) {
      switch text {
      case "A": self = .perAlternate
      case "R": self = .perAllele
      case "G": self = .perGenotype
      case ".": self = .unbounded
      default:
        guard let count = Int(text), count >= 0 else { return nil }
        self = .count(count)
      }
    }

    /// The spelling of an INFO line.
    package var text: String {
      switch self {
      case .count(let count): String(count)
      case .perAlternate: "A"
      case .perAllele: "R"
      case .perGenotype: "G"
      case .unbounded: "."
      }
    }
  }

  /// The name in the source.
  package let name: String
  /// The declared type.
  package let type: ValueType
  /// The declared number of values.
  package let number: Number
  /// The declared description, without quotes.
  package let summary: String

  /// A field of its parts.
  package init(name: String, type: ValueType, number: Number, summary: String) {
    self.name = name
    self.type = type
    self.number = number
    self.summary = summary
  }

  /// How many columns of an index hold it: REF has one of its own where there is one value an allele.
  package var columnCount: Int { number == .perAllele ? 2 : 1 }
}
