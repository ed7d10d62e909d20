internal import Glibc
internal import HostProtos
internal import Platform
internal import ProtobufRuntime
internal import Status
internal import Store

/// The file in the data directory that records what the operator accepted of plugins.
///
/// It is read again for each start of a plugin, so an acceptance takes effect without a restart of
/// the host. A file that strangers may read or write is refused, and then no plugin is trusted.
struct TrustFile: Sendable {
  /// The maximum length in bytes. It is more than thousands of plugins need.
  private static let maximumLength = 4 << 20

  let path: String
  /// The directory of the file. A program that changes the file locks the directory first.
  private let directory: String

  init(in directory: String) {
    self.directory = directory
    path = "\(directory)/trusted-plugins.json"
  }

  /// Returns what was accepted of a plugin; `nil` if nothing was.
  func record(of name: String) throws(HostError) -> TrustedPlugin? {
    try read().plugins.first { $0.name == name }
  }

  /// Records what was accepted of a plugin, and replaces what was accepted before.
  func accept(_ plugin: TrustedPlugin) throws(HostError) {
    try change { $0 = $0.filter { $0.name != plugin.name } + [plugin] }
  }

  /// Removes what was accepted of a plugin. Returns whether there was anything.
  @discardableResult
  func revoke(_ name: String) throws(HostError) -> Bool {
    guard try record(of: name) != nil else { return false }
    try change { $0.removeAll { $0.name == name } }
    return true
  }

  private func change(_ body: (inout [TrustedPlugin]) -> Void) throws(HostError) {
    let lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else { throw .trustFile(directory, SystemError.text(errno)) }
    defer { close(lock) }
    guard flock(lock, LOCK_EX) == 0 else { throw .trustFile(directory, SystemError.text(errno)) }
    var content = try read()
    body(&content.plugins)
    content.plugins.sort { $0.name < $1.name }
    do {
      try PrivateFile(path).replace(by: Array(try content.json().utf8))
      try PrivateFile.synchronize(directory)
    } catch {
      throw .trustFile(path, "\(error)")
    }
  }

  private func read() throws(HostError) -> TrustedPlugins {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else {
      guard errno == ENOENT else { throw .trustFile(path, SystemError.text(errno)) }
      return TrustedPlugins()
    }
    let file = Descriptor(number)
    do throws(PathFault) {
      try PathJudgement().check(descriptor: number, of: path, forbidding: 0o077)
    } catch {
      throw .trustFile(path, "it \(error.problem). To continue, \(error.remedy)")
    }
    return try parse(try bytes(of: file))
  }

  private func bytes(of file: borrowing Descriptor) throws(HostError) -> [UInt8] {
    switch FileContents.read(file, limit: Self.maximumLength) {
    case .success(let bytes): return bytes
    case .failure(let failure): throw .trustFile(path, failure.description)
    }
  }

  private func parse(_ bytes: [UInt8]) throws(HostError) -> TrustedPlugins {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .trustFile(path, "it is not UTF-8")
    }
    do throws(ProtobufError) {
      return try TrustedPlugins(json: text)
    } catch {
      throw .trustFile(path, "\(error)")
    }
  }
}

extension HostError {
  fileprivate static func trustFile(_ path: String, _ problem: String) -> HostError {
    HostError(
      reason: "TRUST_FILE",
      "The record of accepted plugins can't be read from \(path): \(problem). Repair the "
        + "file, or remove it and accept each plugin again: steward plugin trust NAME")
  }
}
