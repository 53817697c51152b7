internal import Knowledge

/// Reads `equations/<id>.yaml`.
struct DoseEquationReader {
  let file: SourceFile

  /// The equation; nil, with findings, if too much is wrong to go on.
  func read(_ root: SourceValue) -> Located<DoseEquation>? {
    guard
      let fields = root.fields(
        of: "a dose equation", "equation", "medicine", "name", "withoutGenes", "transform", "unit",
        "intercept", "terms", "limits", "plausible", "spread", "accuracy", "adjustment",
        "requirement", "sources"),
      let id = fields.requiredText("equation"), let medicine = fields.requiredText("medicine"),
      let name = fields.requiredText("name"),
      let transform = fields.requiredName("transform", of: DoseEquation.Transform.self),
      let unit = fields.requiredName("unit", of: DoseEquation.Unit.self),
      let intercept = fields.requiredNumber("intercept"),
      let plausible = fields.required("plausible").flatMap({ range($0, "'plausible'") }),
      let spread = fields.required("spread").flatMap(spread)
    else { return nil }
    if id != file.stem {
      file.error(
        root.line, "the file is not named for its equation", found: id,
        remedy: "name the file '\(id).yaml'")
    }
    let equation = DoseEquation(
      id: id, medicine: medicine, name: name, withoutGenes: fields.text("withoutGenes"),
      transform: transform, unit: unit, intercept: intercept,
      terms: fields.requiredList("terms").compactMap(term),
      limits: fields.requiredList("limits").compactMap(limit), plausible: plausible,
      spread: spread, accuracy: fields.list("accuracy").compactMap(accuracy),
      adjustment: fields["adjustment"].flatMap(adjustment),
      requirement: fields["requirement"].flatMap(requirement),
      sources: FactSourceReader.read(fields.requiredList("sources")))
    return Located(value: equation, file: file, line: root.line)
  }

  private func term(_ item: SourceValue) -> DoseTerm? {
    guard
      let fields = item.fields(
        of: "a term", "name", "measure", "fact", "medicines", "gene", "coefficient", "assumed",
        "values", "unknown"),
      let name = fields.requiredText("name")
    else { return nil }
    let forms = ["measure", "fact", "medicines", "gene"].filter { fields[$0] != nil }
    switch forms {
    case ["measure"]:
      guard let measure = fields.requiredName("measure", of: DoseMeasure.self),
        let coefficient = fields.requiredNumber("coefficient")
      else { return nil }
      return DoseTerm(
        name: name,
        kind: .measure(measure, coefficient: coefficient, assumed: fields.number("assumed")))
    case ["fact"]:
      guard let fact = fields.requiredName("fact", of: DoseFact.self),
        let unknown = fields.requiredNumber("unknown")
      else { return nil }
      return DoseTerm(name: name, kind: .fact(fact, levels(fields), unknown: unknown))
    case ["medicines"]:
      guard let coefficient = fields.requiredNumber("coefficient") else { return nil }
      return DoseTerm(
        name: name, kind: .medicines(fields.texts("medicines"), coefficient: coefficient))
    case ["gene"]:
      guard let gene = fields.requiredText("gene") else { return nil }
      return DoseTerm(
        name: name,
        kind: .genotype(gene: gene, levels(fields), unknown: fields.number("unknown")))
    default:
      item.error(
        "a term must have one form", found: forms.joined(separator: ", "),
        remedy: "give one of measure, fact, medicines, gene")
      return nil
    }
  }

  private func levels(_ fields: SourceFields) -> [DoseTerm.Level] {
    guard let value = fields.required("values") else { return [] }
    return value.entries("'values' of a term").compactMap { key, value in
      guard let text = value.text("a value of a term") else { return nil }
      guard let amount = Double(text), amount.isFinite else {
        value.error("a value of a term must be a number", remedy: "write digits and a point")
        return nil
      }
      return DoseTerm.Level(key: key.text, amount: amount)
    }
  }

  private func limit(_ item: SourceValue) -> DoseEquation.Limit? {
    guard let fields = item.fields(of: "a limit", "measure", "low", "high"),
      let measure = fields.requiredName("measure", of: DoseMeasure.self),
      let range = ClosedNumbers(fields, item)
    else { return nil }
    return DoseEquation.Limit(measure: measure, range: range)
  }

  private func range(_ value: SourceValue, _ what: String) -> ClosedNumbers? {
    value.fields(of: what, "low", "high").flatMap { ClosedNumbers($0, value) }
  }

  private func spread(_ value: SourceValue) -> DoseEquation.Spread? {
    guard let fields = value.fields(of: "'spread'", "percent", "low", "high", "patients"),
      let percent = fields.requiredNumber("percent"), let low = fields.requiredNumber("low"),
      let high = fields.requiredNumber("high"), let patients = fields.integer("patients")
    else { return nil }
    return DoseEquation.Spread(percent: percent, low: low, high: high, patients: patients)
  }

  private func accuracy(_ item: SourceValue) -> DoseEquation.Accuracy? {
    guard
      let fields = item.fields(
        of: "an accuracy", "group", "patients", "meanError", "withinFifth",
        "meanErrorWithoutGenes", "withinFifthWithoutGenes"),
      let group = fields.requiredText("group"), let patients = fields.integer("patients"),
      let meanError = fields.requiredNumber("meanError"),
      let withinFifth = fields.requiredNumber("withinFifth")
    else { return nil }
    return DoseEquation.Accuracy(
      group: group, patients: patients, meanError: meanError, withinFifth: withinFifth,
      meanErrorWithoutGenes: fields.number("meanErrorWithoutGenes"),
      withinFifthWithoutGenes: fields.number("withinFifthWithoutGenes"))
  }

  private func adjustment(_ value: SourceValue) -> DoseEquation.Adjustment? {
    guard
      let fields = value.fields(
        of: "'adjustment'", "gene", "alleles", "reckonedAs", "percent", "percentForTwo", "remark"),
      let gene = fields.requiredText("gene"), let reference = fields.requiredText("reckonedAs"),
      let percent = fields.required("percent").flatMap({ range($0, "'percent'") }),
      let two = fields.required("percentForTwo").flatMap({ range($0, "'percentForTwo'") })
    else { return nil }
    return DoseEquation.Adjustment(
      gene: gene, alleles: fields.texts("alleles"), reckonedAs: reference, percent: percent,
      percentForTwo: two, remark: fields.text("remark"))
  }

  private func requirement(_ value: SourceValue) -> DoseEquation.Requirement? {
    guard
      let fields = value.fields(
        of: "'requirement'", "group", "gene", "alleles", "positions", "remark"),
      let group = fields.requiredText("group"), let gene = fields.requiredText("gene")
    else { return nil }
    return DoseEquation.Requirement(
      group: group, gene: gene, alleles: fields.texts("alleles"),
      positions: fields.texts("positions"), remark: fields.text("remark"))
  }
}

extension SourceFields {
  /// A number that must be there.
  fileprivate func requiredNumber(_ name: String) -> Double? {
    required(name) == nil ? nil : number(name)
  }
}
