/// How two things of one kind are compared, as a table: a line for each value.
///
/// A stored property that no line of the table covers is compared all the same, by its description,
/// so that a property added to the model is never passed over in silence.
struct Comparison<Value> {
  /// The kind of thing, such as `gene`.
  let subject: String
  /// What identifies a thing among its kind.
  let name: (Value) -> String
  /// What a thing is, in short.
  let summary: (Value) -> String
  /// The values, a line each.
  let fields: [Field]
  /// Values whose labels are data, such as a cell for each position.
  var entries: (Value) -> [(label: String, text: String)] = { _ in [] }
  /// The things it is made of.
  var parts: [Part] = []
  /// Stored properties that are compared by the entries, identify the thing, or mean nothing.
  var others: Set<String> = []
  /// The value whose stored properties the table is about.
  var stored: (Value) -> Any = { $0 }

  /// A line of the table.
  struct Field {
    /// The name shown.
    let label: String
    /// The stored property it shows.
    let property: String
    /// The value as text; nil or empty where there is none.
    let text: (Value) -> String?

    /// Makes a line; the label is the property's name unless one is given.
    init(_ property: String, label: String? = nil, _ text: @escaping (Value) -> String?) {
      self.property = property
      self.label = label ?? property
      self.text = text
    }
  }

  /// A list of things of another kind.
  struct Part {
    /// The stored property that holds them.
    let property: String
    /// What differs in them.
    let changes: (Value, Value) -> [KnowledgeChange]

    /// Makes a line.
    init(_ property: String, _ changes: @escaping (Value, Value) -> [KnowledgeChange]) {
      self.property = property
      self.changes = changes
    }
  }

  /// What differs between two editions of a list; things with equal names are taken in order.
  func changes(from old: [Value], to new: [Value]) -> [KnowledgeChange] {
    changes(pairing: Pairing(old.map(name), new.map(name)), old, new)
  }

  /// What differs between two lists whose things were paired.
  func changes(pairing: Pairing, _ old: [Value], _ new: [Value]) -> [KnowledgeChange] {
    pairing.steps.compactMap { step in
      switch step {
      case .both(let one, let other): change(from: old[one], to: new[other])
      case .removed(let index): whole(old[index], .removed)
      case .added(let index): whole(new[index], .added)
      }
    }
  }

  /// What differs between two things; nil if nothing does.
  func change(from old: Value, to new: Value) -> KnowledgeChange? {
    var found: [KnowledgeChange.Field] = []
    func compare(_ label: String, _ one: String?, _ other: String?) {
      let (one, other) = (one.flatMap(\.ifAny), other.flatMap(\.ifAny))
      if one != other { found.append(KnowledgeChange.Field(label: label, old: one, new: other)) }
    }
    for field in fields { compare(field.label, field.text(old), field.text(new)) }
    let (before, after) = (entries(old), entries(new))
    for step in Pairing(before.map(\.label), after.map(\.label)).steps {
      switch step {
      case .both(let one, let other):
        compare(before[one].label, before[one].text, after[other].text)
      case .removed(let index): compare(before[index].label, before[index].text, nil)
      case .added(let index): compare(after[index].label, nil, after[index].text)
      }
    }
    let (unlistedBefore, unlistedAfter) = (unlisted(old), unlisted(new))
    for (one, other) in zip(unlistedBefore, unlistedAfter) {
      compare(one.label, one.text, other.text)
    }
    let inner = parts.flatMap { $0.changes(old, new) }
    guard !found.isEmpty || !inner.isEmpty else { return nil }
    return KnowledgeChange(
      subject: subject, name: name(new), kind: .changed, summary: "", fields: found, parts: inner)
  }

  private func whole(_ value: Value, _ kind: KnowledgeChange.Kind) -> KnowledgeChange {
    KnowledgeChange(
      subject: subject, name: name(value), kind: kind, summary: summary(value), fields: [],
      parts: [])
  }

  /// The stored properties no line covers.
  private func unlisted(_ value: Value) -> [(label: String, text: String)] {
    let covered = Set(fields.map(\.property)).union(parts.map(\.property)).union(others)
    return Mirror(reflecting: stored(value)).children.compactMap { child in
      guard let label = child.label, !covered.contains(label) else { return nil }
      return (label, String(describing: child.value))
    }
  }
}

extension String {
  /// Nil if empty.
  fileprivate var ifAny: String? { isEmpty ? nil : self }
}
