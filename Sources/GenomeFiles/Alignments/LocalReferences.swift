internal import Glibc

/// Set once: where htslib may look for the references of CRAM files.
///
/// Left alone it asks a public server by checksum, which tells the outside what is being read.
private let confinement: Void = {
  // Safe: the text is copied at once; no other thread of ours touches the environment.
  let stated = unsafe getenv("REF_PATH").map { unsafe String(cString: $0) } ?? ""
  let folders = stated.split(separator: ":").filter {
    $0.hasPrefix("/") && !$0.hasPrefix("//") || $0.hasPrefix(".")
  }
  let path = folders.isEmpty ? "/nonexistent/%s" : folders.joined(separator: ":")
  _ = unsafe setenv("REF_PATH", path, 1)
}()

/// Keeps htslib from fetching reference sequences from anywhere but local folders.
func keepReferencesLocal() { confinement }
