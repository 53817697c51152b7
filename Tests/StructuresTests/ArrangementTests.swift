import Knowledge
import StarAlleles
import Testing

@testable import Structures

@Suite struct ArrangementTests {
  let fixture = ParalogFixture.shared

  private func unit(_ name: String) throws -> GeneUnit {
    let allele = try #require(fixture.gene.alleles.first { $0.name == name })
    return fixture.library.unit(of: allele)
  }

  private func hybrid(_ name: String, spacer: Bool) throws -> GeneUnit {
    let shape = try #require(
      fixture.library.hybridShapes.first { shape in
        guard case .hybrid(let index, _) = shape.kind else { return false }
        return fixture.facts.hybrids[index].name == name && shape.hasSpacer == spacer
      })
    let backbone = fixture.gene.alleles.first {
      $0.name == name || fixture.facts.hybrids.contains { $0.name == name && $0.backbones.isEmpty }
    }
    return try #require(fixture.library.unit(of: shape, backbone: backbone))
  }

  private func names(_ copies: [(GeneUnit, Int)]) -> [String] {
    Arrangements(library: fixture.library).all(copies.map { (unit: $0.0, count: $0.1) }, chain: nil)
      .map(\.diplotype.description)
  }

  @Test
  func `a repeated copy is written with its number, on the other chromosome than a single one`()
    throws
  {
    let found = try names([(unit("*1"), 1), (unit("*4"), 2)])
    #expect(found.first == "*1/*4x2")
    #expect(Set(found) == ["*1/*4x2", "*1 + *4/*4", "*1 + *4x2/*5"])
  }

  @Test func `no copy at all is the deletion twice`() {
    #expect(names([]) == ["*5/*5"])
  }

  @Test func `a hybrid that needs a partner downstream stands before it`() throws {
    let found = try names([(hybrid("*36", spacer: true), 1), (unit("*10"), 1), (unit("*1"), 1)])
    #expect(found.first == "*1/*36 + *10")
  }

  @Test func `a paralog-led hybrid stands first`() throws {
    let found = try names([(hybrid("*13", spacer: false), 1), (unit("*2"), 2)])
    #expect(found.contains("*2/*13 + *2"))
  }
}
