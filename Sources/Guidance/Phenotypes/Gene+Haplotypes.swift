package import Knowledge
package import StarAlleles

extension Gene {
  /// Whether the knowledge base can say anything of a haplotype: it has the name, or its parts.
  package func knows(haplotype name: String) -> Bool { AlleleNames(self).resolve(name).isKnown }

  /// Of some diplotypes, the one whose chromosomes have the least function, named by the component
  /// that decides on each; nil if there is none.
  package func leastFunctional(of diplotypes: [Diplotype]) -> Diplotype? {
    let meaning = HaplotypeMeaning(self)
    return diplotypes.map { meaning.lookUpNames(of: $0).diplotype }.min { left, right in
      meaning.rank(left) < meaning.rank(right)
    }
  }
}
