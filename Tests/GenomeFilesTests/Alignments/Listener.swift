import Foundation
import Synchronization

/// A port of this machine that notes whether anybody calls, and hangs up at once.
final class Listener: Sendable {
  /// The port.
  let port: Int
  private let socket: Int32
  private let calls = Atomic<Int>(0)

  /// Whether anybody called.
  var wasCalled: Bool { calls.load(ordering: .sequentiallyConsistent) > 0 }

  /// Listens on a free port; nil if the system allows none.
  init?() {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Safe: the pointers are to the address, which outlives the calls.
    let isOpen = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(socket, address, size) == 0 && listen(socket, 4) == 0
          && getsockname(socket, address, &size) == 0
      }
    }
    guard isOpen else {
      close(socket)
      return nil
    }
    self.socket = socket
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let caller = accept(socket, nil, nil)
        guard caller >= 0 else { return }
        calls.add(1, ordering: .sequentiallyConsistent)
        close(caller)
      }
    }
  }

  /// Stops listening.
  func stop() { shutdown(socket, Int32(SHUT_RDWR)) }
}
