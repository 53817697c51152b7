extension Resource {
  /// The name of the output parameter that holds the resource.
  var parameterName: String {
    let profile = members.first { $0.name == "meta" }?.value.json ?? ""
    let names = ["therapeutic-implication", "variant", "haplotype", "genotype"]
    let name = names.first { profile.contains("/\($0)\"") } ?? "result"
    return name == "therapeutic-implication" ? "implication" : name
  }

  /// The ids of what it is derived from.
  var sources: [String] {
    guard case .list(let links)? = members.first(where: { $0.name == "derivedFrom" })?.value else {
      return []
    }
    return links.compactMap { link in
      guard case .object(let members) = link, case .text(let target)? = members.first?.value else {
        return nil
      }
      return target.hasPrefix("urn:uuid:") ? String(target.dropFirst(9)) : nil
    }
  }
}

extension JSONTree {
  /// The value with references within a bundle turned into those by type and id.
  func renamingReferences(_ names: [String: String]) -> JSONTree {
    switch self {
    case .object(let members):
      return .object(
        members.map { member in
          guard member.name == "reference", case .text(let target) = member.value,
            target.hasPrefix("urn:uuid:"), let name = names[String(target.dropFirst(9))]
          else {
            return Member(name: member.name, value: member.value.renamingReferences(names))
          }
          return Member(name: "reference", value: .text(name))
        })
    case .list(let elements): return .list(elements.map { $0.renamingReferences(names) })
    case .nothing, .text, .number, .flag, .emptyList: return self
    }
  }
}
