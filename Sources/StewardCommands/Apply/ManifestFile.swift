internal import Glibc
internal import IPC
internal import Platform
internal import Status

/// The text of a file that holds documents of a manifest.
struct ManifestFile: Sendable {
  /// The name in messages: a path, or `stdin`.
  var name: String
  var text: String
}

// The files that `-f` names.
extension ManifestFile {
  /// The maximum size of a file in bytes. It is more than one apply takes.
  private static let longest = 64 << 20

  private static let endings = [".yaml", ".yml", ".json"]

  /// Reads the manifests at a path. The path is a file, a directory, or `-` for standard input. The
  /// manifests of a directory are read in the order of their names.
  static func read(_ path: String, in session: Session) async throws -> [ManifestFile] {
    guard path != "-" else {
      return [
        ManifestFile(
          name: "stdin", text: try text(await session.input.bytes(upTo: longest), "stdin"))
      ]
    }
    guard isDirectory(path) else { return [try await file(path, in: session)] }
    var files: [ManifestFile] = []
    for name in try names(in: path) {
      files.append(
        try await file(path.hasSuffix("/") ? path + name : "\(path)/\(name)", in: session))
    }
    return files
  }

  private static func file(_ path: String, in session: Session) async throws -> ManifestFile {
    let bytes = try await RequestSource.file(path).lines(in: session).bytes(upTo: longest)
    return ManifestFile(name: path, text: try text(bytes, path))
  }

  private static func text(_ bytes: [UInt8], _ name: String) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("'\(name)' is not valid UTF-8; nothing of it was used.")
    }
    return text
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in directory: String) throws -> [String] {
    guard let stream = opendir(directory) else {
      throw Status(file: "'\(directory)'", .reading, errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), endings.contains(where: name.hasSuffix) { names.append(name) }
    }
    guard !names.isEmpty else {
      throw UsageError(
        "There is no manifest in '\(directory)': no file name ends in "
          + "\(endings.joined(separator: ", ")).")
    }
    return names.sorted()
  }
}
