import Guidance
import Reports

/// The phenoconversion panel of one gene: by genotype, what acts on it, what to reckon with.
struct ConversionMarkup {
  private let conversion: Phenoconversion
  private let causes: String

  /// Makes the panel; the review knows its medicines' names.
  init(_ conversion: Phenoconversion, in review: MedicationReview) {
    self.conversion = conversion
    causes = review.causes(of: conversion)
  }

  var markup: Markup {
    let genotype =
      conversion.genotypePhenotype.map(PhenotypeWording.heading) ?? "No result"
    let effective =
      conversion.effectivePhenotype.map(PhenotypeWording.heading) ?? "Can’t be stated"
    let sureness =
      conversion.isLikelyOnly
      ? "likely; no published rule gives the new phenotype" : "by a published rule"
    let sums = conversion.sentence.trace.arithmetic
    let arithmetic: Markup =
      sums.isEmpty
      ? "" : "<p class=\"sum\">\(sums.map { "\($0)" as Markup }.separated(by: "<br>"))</p>"
    return """
      <div class="panel conversion"><h3>\(conversion.gene)</h3>
      <ol class="steps"><li><span class="soft small">By genotype</span> <strong>\(genotype)</strong></li>\
      <li><span class="soft small">Acted on by</span> \
      <strong>\(causes)</strong></li>\
      <li><span class="soft small">To reckon with (\(sureness))</span> \
      <strong>\(effective)</strong></li></ol>
      <p>\(conversion.sentence.text)</p>
      \(arithmetic)</div>

      """
  }
}

extension MedicationReview {
  /// What acts on a gene, in names where the list has them.
  func causes(of conversion: Phenoconversion) -> String {
    conversion.causes.map { cause in
      answers.first { $0.medicine == cause }?.name ?? cause.replacing("-", with: " ")
    }.listed("and")
  }
}
