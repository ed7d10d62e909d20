import NIOSSL
import PluginKit
import Status

/// A certificate and its private key, in files.
struct TLSFiles: Hashable, Sendable {
  /// PEM: the server's certificate, and the certificates that lead from it to a known authority.
  let certificate: String
  /// PEM.
  let key: String

  /// - Throws: ``Status`` that names the file that can't be used.
  func configuration() throws -> TLSConfiguration {
    let certificates = try Self.reading(certificate) { try NIOSSLCertificate.fromPEMFile($0) }
    let privateKey = try PrivateKeyFile(key).load()
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    configuration.minimumTLSVersion = .tlsv12
    configuration.applicationProtocols = ["http/1.1"]
    // The context checks whether the certificate and the key belong together.
    guard (try? NIOSSLContext(configuration: configuration)) != nil else {
      throw Status.strangeKey(self)
    }
    return configuration
  }

  private static func reading<Content>(
    _ path: String, _ read: (String) throws -> Content
  ) throws -> Content {
    do {
      return try read(path)
    } catch {
      throw Status.uselessFile(path)
    }
  }
}

extension Status {
  static func uselessFile(_ path: String) -> Status {
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
}
