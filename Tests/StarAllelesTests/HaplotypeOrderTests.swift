import StarAlleles
import Testing

struct HaplotypeOrderTests {
  private let order = HaplotypeOrder(reference: "*38")

  @Test func `the reference comes first, then numbers by value, then combinations`() {
    let names = ["[*2 + *3]", "*10", "*2", "*38", "*4.002", "*4.001", "*1"]
    #expect(
      names.sorted(by: order.precedes)
        == ["*38", "*1", "*2", "*4.001", "*4.002", "*10", "[*2 + *3]"])
  }

  @Test func `coding changes are ordered by their place, a shorter name before a longer one`() {
    let plain = HaplotypeOrder(reference: "Reference")
    let names = [
      "c.1129-5923C>G, c.1236G>A (HapB3)", "c.85T>C (*9A)", "c.1129-5923C>G", "Reference",
    ]
    #expect(
      names.sorted(by: plain.precedes)
        == ["Reference", "c.85T>C (*9A)", "c.1129-5923C>G", "c.1129-5923C>G, c.1236G>A (HapB3)"])
  }

  @Test func `the order is total on every pair of names`() {
    let names = ["*1", "*2", "*02", "*10", "*1x2", "*38", "[*1 + *2]", "A", "a1", "a01", "a1b"]
    for one in names {
      #expect(!order.precedes(one, one))
      for other in names where one != other {
        #expect(order.precedes(one, other) != order.precedes(other, one), "\(one) and \(other)")
        for third in names where order.precedes(one, other) && order.precedes(other, third) {
          #expect(order.precedes(one, third), "\(one), \(other), \(third)")
        }
      }
    }
  }

  @Test func `a diplotype puts its names in order`() {
    #expect(String(describing: order.diplotype("*2", "*38")) == "*38/*2")
    #expect(String(describing: Diplotype(first: "A", second: nil)) == "A")
  }
}
