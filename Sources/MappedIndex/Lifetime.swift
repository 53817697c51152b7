/// Ties a view to the value that keeps its memory mapped.
///
/// A span made from a pointer carries no lifetime of its own. Every view this module hands out
/// passes through here, so that the compiler refuses to let it outlive its owner.
@_lifetime(borrow owner)
func bind<View: ~Escapable, Owner: ~Copyable & ~Escapable>(
  _ view: consuming View, to owner: borrowing Owner
) -> View {
  // Safe: callers make `view` from the region that `owner` retains, which unmaps only in deinit.
  unsafe _overrideLifetime(view, borrowing: owner)
}
