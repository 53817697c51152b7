internal import CDeflate

/// The memory that pieces of a file are held in while they pass through.
package enum PieceMemory {
  /// Has the process keep the memory of pieces that are done with for those that follow.
  ///
  /// Else each piece of some megabytes is asked of the system, cleared by it, and given back.
  package static func keep() { stardose_keep_large_pieces() }
}
