internal import Glibc
internal import HostProtos
internal import Platform
internal import ProtobufRuntime

/// Reads a plugin's manifest from its folder.
struct ManifestReader {
  static let fileName = "plugin.json"
  /// The maximum length in bytes. No manifest needs that much; a longer file is something else.
  static let maximumLength = 1 << 20

  let directory: String
  /// Whether the plugin came with Steward.
  let isBundled: Bool
  private var file: String { "\(directory)/\(Self.fileName)" }

  init(directory: String, isBundled: Bool = false) {
    self.directory = directory
    self.isBundled = isBundled
  }

  /// Refuses a folder or a manifest that strangers can change.
  func judge() throws(ManifestProblem) {
    try judge(directory)
    try judge(file)
  }

  /// Returns the contents of the manifest.
  func read() throws(ManifestProblem) -> Manifest { try parse(try text()) }

  /// Refuses a manifest that breaks a rule on its own, without regard to other plugins.
  func check(_ manifest: Manifest) throws(ManifestProblem) {
    let folderName = directory.split(separator: "/").last.map(String.init) ?? ""
    try ManifestRules(file: file, folderName: folderName, isBundled: isBundled).check(manifest)
  }

  /// Finds the executable that a manifest names. Refuses an executable that strangers can change.
  func locate(_ manifest: Manifest) throws(ManifestProblem) -> PluginManifest {
    let executable = try executable(of: manifest)
    try judge(executable)
    return PluginManifest(
      manifest: manifest, directory: directory, executable: executable, isBundled: isBundled)
  }

  private func judge(_ path: String) throws(ManifestProblem) {
    do throws(PathFault) {
      try PathJudgement().check(path)
    } catch {
      throw ManifestProblem(
        file: error.path, field: "", problem: error.problem, remedy: error.remedy)
    }
  }

  private func text() throws(ManifestProblem) -> String {
    switch FileContents.read(file, limit: Self.maximumLength) {
    case .success(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw refuse("", "is not UTF-8", "save it as UTF-8")
      }
      return text
    case .failure(let error):
      throw refuse("", error.description, "make it a readable JSON file of at most 1 MiB")
    }
  }

  private func parse(_ text: String) throws(ManifestProblem) -> Manifest {
    do throws(ProtobufError) {
      return try Manifest(json: text)
    } catch {
      throw refuse("", "\(error)", "correct it")
    }
  }

  private func executable(of manifest: Manifest) throws(ManifestProblem) -> String {
    let name = manifest.executable
    guard !name.isEmpty else {
      throw refuse("executable", "is missing", "name the program, relative to \(directory)")
    }
    guard !name.hasPrefix("/") else {
      throw refuse("executable", "\"\(name)\" is absolute", "name it relative to \(directory)")
    }
    guard let folder = FileContents.resolved(directory),
      let path = FileContents.resolved("\(directory)/\(name)")
    else {
      throw refuse(
        "executable", "\"\(name)\" does not exist in \(directory)", "build or copy it there")
    }
    guard path.hasPrefix(folder + "/") else {
      throw refuse(
        "executable", "\"\(name)\" points out of \(directory), to \(path)", "keep it inside")
    }
    guard FileContents.isRegular(path), access(path, X_OK) == 0 else {
      throw refuse("executable", "\"\(name)\" is not an executable file", "run: chmod +x \(path)")
    }
    return path
  }

  private func refuse(_ field: String, _ problem: String, _ remedy: String) -> ManifestProblem {
    ManifestProblem(file: file, field: field, problem: problem, remedy: remedy)
  }
}

/// The reason why a plugin's manifest is refused: the file, the field, the problem, and the remedy.
struct ManifestProblem: Error, Hashable, Sendable, CustomStringConvertible {
  var file: String
  /// The path of the field in the file; empty when the problem concerns the file as a whole.
  var field: String
  var problem: String
  var remedy: String

  var description: String {
    let place = field.isEmpty ? file : "\(file): \(field)"
    return "\(place): \(problem); \(remedy)"
  }
}
