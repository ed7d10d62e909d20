internal import CSpawn
internal import Glibc
internal import HostProtos
internal import IPC
internal import Platform
internal import Status

/// An installation of a plugin's folder among the folders that a host finds.
///
/// The program of a running plugin can't be overwritten, because the kernel refuses that. So the
/// folder is copied beside its place, and takes that place in one step. A process that runs
/// continues with the files that it has.
public struct PluginInstallation: Hashable, Sendable {
  /// The plugin's name, from its manifest.
  public let name: String
  /// The path at which the plugin is installed.
  public let place: String
  private let source: FolderTree
  private let path: String

  /// Checks a plugin before anything is copied.
  ///
  /// - Parameters:
  ///   - source: The plugin's folder. It may have any name.
  ///   - path: The folder that contains the plugins.
  /// - Throws: ``HostError``, which names the manifest's file and field.
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

  /// Installs the plugin.
  ///
  /// - Returns: Whether it replaced an earlier installation, which no longer exists.
  @discardableResult
  public func perform() throws -> Bool {
    // Hosts ignore a folder that has no manifest at its top, so they never find the draft.
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
