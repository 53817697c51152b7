public import Knowledge

/// How many copies one chromosome has of each measured part of a gene.
public struct CopyHaplotype: Sendable, Hashable {
  /// What happened to it; nil for a chromosome with one copy of everything.
  public let kind: CopyEvents.Event.Kind?
  /// The allele's name, if it has one of its own.
  public let allele: String?
  /// The copies of each interval of the gene.
  public let copies: [Int]

  /// Whether it has one copy of everything.
  public var isUsual: Bool { kind == nil }

  /// How many times the gene stands on it, if it is there whole each time.
  public var multiple: Int? {
    guard let first = copies.first, first > 1, kind == .wholeDuplication else { return nil }
    return first
  }
}

extension CopyHaplotype {
  /// Whether a person is taken to have both.
  ///
  /// A partial deletion fits almost any depths together with a gain on the other chromosome, so it is
  /// held possible only beside a usual chromosome, its like, or a whole deletion.
  func mayMeet(_ other: CopyHaplotype) -> Bool {
    guard kind == .partialDeletion || other.kind == .partialDeletion else { return true }
    return isUsual || other.isUsual || self == other || kind == .wholeDeletion
      || other.kind == .wholeDeletion
  }
}

/// The two chromosomes of a person.
public struct CopyStructure: Sendable, Hashable {
  /// One chromosome, the usual one first.
  public let first: CopyHaplotype
  /// The other.
  public let second: CopyHaplotype

  /// The copies of each interval in the person.
  public var copies: [Int] { zip(first.copies, second.copies).map { $0 + $1 } }

  /// Whether both chromosomes have one copy of everything.
  public var isUsual: Bool { first.isUsual && second.isUsual }
}

/// A kind of chromosome with how likely it is held before looking at depth.
struct WeightedHaplotype {
  let haplotype: CopyHaplotype
  let weight: Double
}

extension CopyEvents {
  /// Every kind of chromosome that the events give, the usual one first.
  ///
  /// The weights say how much evidence it takes, they are no frequencies: 1 for the usual chromosome;
  /// where other numbers of copies are common 0.2 for an event with a name, 0.1 for a duplication and
  /// 0.05 for what has no name, where they are rare a hundredth of that. Partial deletions share one
  /// weight; three copies on one chromosome have a tenth of that of two.
  var weightedHaplotypes: [WeightedHaplotype] {
    let count = intervals.count
    let scale = occurrence == .common ? 1 : 0.01
    var all = [
      WeightedHaplotype(
        haplotype: CopyHaplotype(
          kind: nil, allele: nil, copies: Array(repeating: 1, count: count)), weight: 1)
    ]
    for event in events {
      let weight =
        scale * (event.kind == .wholeDuplication ? 0.1 : event.allele == nil ? 0.05 : 0.2)
      func add(_ copies: [Int], _ weight: Double) {
        all.append(
          WeightedHaplotype(
            haplotype: CopyHaplotype(kind: event.kind, allele: event.allele, copies: copies),
            weight: weight))
      }
      switch event.kind {
      case .wholeDeletion: add(Array(repeating: 0, count: count), weight)
      case .hybrid: add(event.copies, weight)
      case .wholeDuplication:
        add(Array(repeating: 2, count: count), weight)
        add(Array(repeating: 3, count: count), weight / 10)
      case .partialDeletion:
        let parts = (0..<count).flatMap { first in (first..<count).map { first...$0 } }
          .filter { $0.count < count }
        for part in parts {
          add((0..<count).map { part.contains($0) ? 0 : 1 }, weight / Double(parts.count))
        }
      }
    }
    return all
  }
}
