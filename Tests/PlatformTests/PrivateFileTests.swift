import Glibc
import Platform
import Testing

@Suite("The content of private files")
final class PrivateFileTests {
  private let directory: String

  init() throws {
    var name = Array("/tmp/steward-private.XXXXXX".utf8CString)
    try #require(mkdtemp(&name) != nil)
    directory = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in FileContents.names(in: directory) ?? [] { unlink("\(directory)/\(name)") }
    rmdir(directory)
  }

  @Test("A file is read up to a limit, and a missing file has no bytes")
  func reading() throws {
    let file = PrivateFile("\(directory)/a")
    #expect(try file.read(upTo: 8) == nil)
    try file.create([1, 2, 3])
    #expect(try file.read(upTo: 8) == [1, 2, 3])
    #expect(try file.read(upTo: 2) == [1, 2])
  }

  @Test("A file is replaced as a whole, and stays private")
  func replacing() throws {
    let file = PrivateFile("\(directory)/a")
    try file.replace(by: [1, 2, 3])
    try file.replace(by: [4])
    #expect(try file.read(upTo: 8) == [4])
    #expect(FileFlaw.flaw(of: file.path) == nil)
    #expect(FileContents.names(in: directory) == ["a"])
  }

  @Test("A file that exists is not created again")
  func existing() throws {
    let file = PrivateFile("\(directory)/a")
    try file.create([1])
    #expect(throws: SystemError(EEXIST)) { try file.create([2]) }
    #expect(try file.read(upTo: 8) == [1])
  }

  @Test("A file that others may read is not read")
  func exposed() throws {
    let file = PrivateFile("\(directory)/a")
    try file.create([1])
    chmod(file.path, 0o640)
    #expect(throws: FileFlaw.exposed) { try file.read(upTo: 8) }
    #expect(try file.read(upTo: 8, exposure: 0o027) == [1])
  }

  /// A write that takes only some of the bytes sets no `errno`. Only the next write tells why.
  @Test("A disk that takes only some of the bytes is reported as full, and nothing is replaced")
  func shortWrite() async throws {
    await #expect(processExitsWith: .success) { [directory = directory as String] in
      let file = PrivateFile("\(directory)/a")
      try file.replace(by: [1])
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4, rlim_max: .max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      errno = EACCES
      #expect(throws: SystemError(EFBIG)) {
        try file.replace(by: [UInt8](repeating: 2, count: 8))
      }
      #expect(try file.read(upTo: 8) == [1])
      #expect(FileContents.names(in: directory) == ["a"])
    }
  }
}
