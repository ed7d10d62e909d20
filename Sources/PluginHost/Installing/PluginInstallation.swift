internal import CSpawn
internal import Glibc
internal import HostProtos
internal import IPC
internal import Status
internal import System

/// A plugin's folder, as it is put among those that a host finds.
///
/// The program of a plugin that runs can't be written over: the kernel refuses that. So the folder
/// is copied beside its place and takes it in one step, and what runs goes on with the files that
/// it has.
public struct PluginInstallation: Hashable, Sendable {
  /// The plugin's name, which its manifest says.
  public let name: String
  /// Where it is put.
  public let place: String
  private let source: FolderTree
  private let path: String

  /// Judges a plugin before anything is copied.
  ///
  /// - Parameters:
  ///   - source: The plugin's folder. It may have any name.
  ///   - path: The folder that the plugins are in.
  /// - Throws: ``HostError`` that names the manifest's file and field.
  public init(of source: String, into path: String) throws {
    guard let folder = FileContents.resolved(source) else {
      throw HostError.file(source, errno, .reading)
    }
    guard let path = FileContents.resolved(path) else {
      throw HostError.file(path, errno, .reading)
    }
    do throws(ManifestProblem) {
      let reader = ManifestReader(directory: folder)
      let manifest = try reader.read()
      name = manifest.name
      try ManifestRules(
        file: "\(folder)/\(ManifestReader.fileName)", folderName: name, isBundled: false
      ).check(manifest)
      _ = try reader.locate(manifest)
    } catch {
      throw HostError(.unusable(folder, error))
    }
    self.source = FolderTree(path: folder)
    self.path = path
    place = "\(path)/\(name)"
  }

  /// Puts the plugin in its place.
  ///
  /// - Returns: Whether it took that of an earlier one, which is gone.
  @discardableResult
  public func perform() throws -> Bool {
    // Hosts pass over what has no manifest at its top, so the draft is never found.
    let draft = FolderTree(path: "\(path)/.\(name).\(getpid())")
    draft.remove()
    guard mkdir(draft.path, 0o700) == 0 else { throw HostError.file(draft.path, errno) }
    defer { draft.remove() }
    let copy = FlatDirectory(path: "\(draft.path)/\(name)")
    try source.copy(to: copy.path)
    let replaces = try copy.exchange(with: place)
    try FlatDirectory(path: path).synchronize()
    return replaces
  }
}

extension Status {
  fileprivate static func unusable(_ folder: String, _ problem: ManifestProblem) -> Status {
    Status(
      .invalidArgument, reason: "INVALID_PLUGIN",
      message: "The plugin in \"\(folder)\" can't be installed: \(problem).")
  }
}
