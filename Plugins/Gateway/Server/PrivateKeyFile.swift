import Glibc
import NIOSSL
import Platform
import PluginKit
import Status

/// A private key in a file that only the user of the host may read, like the master key's file.
///
/// A user who can read the key can impersonate this server. A user who can change a directory above
/// the file can replace the key.
struct PrivateKeyFile: Hashable, Sendable {
  /// More bytes than any key in PEM has.
  private static let maximumBytes = 64 << 10

  let path: String

  init(_ path: String) { self.path = path }

  /// Returns the key, after the file and the path to it have been checked.
  ///
  /// - Throws: ``Status`` that says what is wrong and names the remedy.
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

  /// Returns the real path of the file, which may be behind symbolic links, such as those that
  /// certbot creates.
  private func place() throws(Status) -> String {
    do throws(PathFault) {
      // The file's own permissions are checked when it is open.
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
