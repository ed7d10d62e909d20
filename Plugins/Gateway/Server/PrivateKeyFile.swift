import Glibc
import NIOSSL
import PluginKit
import Status
import System

/// A private key in a file that is for the user of the host alone, as the master key's is.
///
/// Who may read it can pretend to be this server, and who may change a directory above it can put
/// another there.
struct PrivateKeyFile: Hashable, Sendable {
  /// Longer than any key in PEM.
  private static let maximumBytes = 64 << 10

  let path: String

  init(_ path: String) { self.path = path }

  /// Returns the key, once the file and the way to it have been judged.
  ///
  /// - Throws: ``Status`` naming what is wrong with it and the remedy.
  func load() throws(Status) -> NIOSSLPrivateKey {
    let descriptor = try open()
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.maximumBytes)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0,
      let key = try? NIOSSLPrivateKey(bytes: Array(bytes.prefix(count)), format: .pem)
    else { throw .uselessFile(path) }
    return key
  }

  private func open() throws(Status) -> Int32 {
    let place = try place()
    do throws(FileFlaw) {
      if let descriptor = try PrivateDescriptor.open(place, O_RDONLY) { return descriptor }
    } catch {
      guard case .failed = error else { throw .exposedKey(path, error) }
    }
    throw .uselessFile(path)
  }

  /// Where the file really is, which may be behind links, as certbot makes them.
  private func place() throws(Status) -> String {
    do throws(PathFault) {
      // Its own permissions are judged when it is open.
      return try PathJudgement().check(path, forbidding: 0)
    } catch {
      switch error.kind {
      case .missing, .inaccessible: throw .uselessFile(path)
      default: throw .misplacedKey(path, error)
      }
    }
  }
}

extension Status {
  fileprivate static func exposedKey(_ path: String, _ flaw: FileFlaw) -> Status {
    Status(
      .failedPrecondition, reason: "TLS_KEY_EXPOSED",
      message: "The private key \(path) \(flaw.problem); \(flaw.remedy(for: path)).")
  }

  fileprivate static func misplacedKey(_ path: String, _ fault: PathFault) -> Status {
    Status(
      .failedPrecondition, reason: "TLS_KEY_EXPOSED",
      message: "The private key \(path) is not safe: \(fault.path) \(fault.problem); "
        + "\(fault.remedy).")
  }
}
