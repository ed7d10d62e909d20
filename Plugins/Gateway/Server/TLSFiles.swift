import Glibc
import NIOSSL
import Platform
import PluginKit
import Status

/// A certificate and its private key, in files.
///
/// Only the user of the host may read the key's file, like the master key's file. A user who can
/// read the key can impersonate this server. A user who can change a directory above the file can
/// replace the key.
struct TLSFiles: Hashable, Sendable {
  /// More bytes than any key in PEM has.
  private static let maximumKeyBytes = 64 << 10

  /// PEM: the server's certificate, and the certificates that lead from it to a known authority.
  let certificate: String
  /// PEM.
  let key: String

  /// - Throws: ``Status`` that names the file that can't be used, and the remedy.
  func configuration() throws(Status) -> TLSConfiguration {
    guard let certificates = try? NIOSSLCertificate.fromPEMFile(certificate) else {
      throw .uselessFile(certificate)
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) },
      privateKey: .privateKey(try privateKey()))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    // The context checks whether the certificate and the key belong together.
    guard (try? NIOSSLContext(configuration: configuration)) != nil else {
      throw .strangeKey(self)
    }
    return configuration
  }

  /// Returns the key, after its file and the path to it have been checked.
  private func privateKey() throws(Status) -> NIOSSLPrivateKey {
    let descriptor = try openKey()
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: Self.maximumKeyBytes)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0,
      let key = try? NIOSSLPrivateKey(bytes: Array(bytes.prefix(count)), format: .pem)
    else { throw .uselessFile(self.key) }
    return key
  }

  private func openKey() throws(Status) -> Int32 {
    let path = try realKeyPath()
    do throws(FileFlaw) {
      if let descriptor = try PrivateDescriptor.open(path, O_RDONLY) { return descriptor }
    } catch {
      guard case .failed = error else { throw .exposedKey(key, error) }
    }
    throw .uselessFile(key)
  }

  /// Returns the real path of the key's file, which may be behind symbolic links, such as those
  /// that certbot creates.
  private func realKeyPath() throws(Status) -> String {
    do throws(PathFault) {
      // The file's own permissions are checked when it is open.
      return try PathJudgement().check(key, forbidding: 0)
    } catch {
      switch error.kind {
      case .missing, .inaccessible: throw .uselessFile(key)
      default: throw .misplacedKey(key, error)
      }
    }
  }
}

extension Status {
  fileprivate static func uselessFile(_ path: String) -> Status {
    Status(
      .failedPrecondition, reason: "TLS_FILE",
      message: "\(path) can't be read, or holds no usable PEM data. Correct --tls-certificate or "
        + "--tls-key.")
  }

  fileprivate static func strangeKey(_ files: TLSFiles) -> Status {
    Status(
      .failedPrecondition, reason: "TLS_KEY_MISMATCH",
      message: "\(files.key) is not the key of the certificate in \(files.certificate). Give two "
        + "files that belong together in --tls-certificate and --tls-key.")
  }

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
