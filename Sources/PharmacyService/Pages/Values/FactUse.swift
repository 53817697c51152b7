package import Guidance
package import Knowledge

/// How many checks of a medication list look at one fact about the patient.
package struct FactUse: Sendable, Hashable {
  /// The fact.
  package var fact: FactField
  /// How many rules and equations look at it.
  package var checks: Int

  /// Makes a count.
  package init(_ fact: FactField, checks: Int) {
    self.fact = fact
    self.checks = checks
  }
}

/// Counts, for a medication list, the checks that look at each fact.
///
/// A check is a rule on one of the listed medicines for smoking, food, kidney and the like, or a dose
/// equation that was reckoned for one of them.
package struct FactUses: Sendable {
  private let factors: [PatientFactor]

  /// Reads the rules on patients from a knowledge base.
  package init(_ knowledge: KnowledgeBase) throws(KnowledgeError) {
    factors = try knowledge.allFactors()
  }

  /// The count for every fact, in the order of the form.
  package func of(_ review: MedicationReview) -> [FactUse] {
    let medicines = Set(review.answers.map(\.medicine))
    let met = factors.filter { !medicines.isDisjoint(with: $0.medicines) }
    let equations = review.answers.flatMap(\.findings).filter { $0.kind == .doseEquation }
      .map(\.sentence.trace)
    return FactField.allCases.map { field in
      let rules = met.count { factor in
        field.factors.contains(factor.factor)
          || field.condition.map(factor.conditions.contains) ?? false
      }
      let sums = equations.count { trace in
        (trace.inputs.map(\.name) + trace.missing).contains { field.isMeant(by: $0) }
      }
      return FactUse(field, checks: rules + sums)
    }
  }
}
