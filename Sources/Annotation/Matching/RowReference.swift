/// A row of an index, by its block and its place in it.
struct RowReference: Hashable {
  let block: Int
  let row: Int
}
