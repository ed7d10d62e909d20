internal import Glibc

/// Reads small files as a whole, and looks up files and directories.
public enum FileContents {
  /// The reason why a file could not be read.
  public struct Failure: Error, CustomStringConvertible {
    /// The reason, as the rest of a sentence.
    public let description: String
  }

  /// Reads the file at a path.
  ///
  /// - Parameter limit: The maximum number of bytes. A longer file is a failure.
  public static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
    let number = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard number >= 0 else { return .failure(Failure(description: SystemError.text(errno))) }
    return read(Descriptor(number), limit: limit)
  }

  /// Reads an open file from its current position to its end.
  public static func read(
    _ file: borrowing Descriptor, limit: Int
  ) -> Result<[UInt8], Failure> {
    do throws(SystemError) {
      let bytes = try file.read(upTo: limit + 1)
      guard bytes.count <= limit else {
        return .failure(Failure(description: "is longer than \(limit) bytes"))
      }
      return .success(bytes)
    } catch {
      return .failure(Failure(description: error.description))
    }
  }

  /// Returns the absolute path without links; `nil` if nothing exists at the path.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Returns whether a path names a regular file, or a link to one.
  public static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Returns the sorted names in a directory; `nil` if it can't be read.
  public static func names(in directory: String) -> [String]? {
    guard let stream = opendir(directory) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
