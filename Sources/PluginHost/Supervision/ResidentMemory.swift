internal import Glibc
internal import Platform

/// The amount of a process's memory that is in RAM.
enum ResidentMemory {
  static func bytes(of pid: Int32) -> UInt64? {
    guard case .success(let bytes) = FileContents.read("/proc/\(pid)/statm", limit: 4096) else {
      return nil
    }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard fields.count > 1, let pages = UInt64(fields[1]) else { return nil }
    return pages * UInt64(sysconf(Int32(_SC_PAGESIZE)))
  }
}
