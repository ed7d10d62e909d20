package import Glibc

/// Why a path can't be trusted: the step at fault, what is wrong with it, and the remedy.
package struct PathFault: Error, Hashable, Sendable {
  /// What is wrong with a step.
  package enum Kind: Hashable, Sendable {
    /// Others may write to it.
    case writable
    /// Others have a permission that is not theirs.
    case exposed
    /// It belongs to a user who is neither root nor the one who runs this program.
    case foreign(uid_t)
    /// The system refuses to tell, with an `errno`.
    case inaccessible(Int32)
  }

  /// The directory, link or file at fault.
  package let path: String
  package let kind: Kind

  init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// What is wrong, as the rest of a sentence that begins with the path.
  package var problem: String {
    switch kind {
    case .writable: "can be written to by others"
    case .exposed: "can be read by others"
    case .foreign(let owner): "belongs to another user (uid \(owner))"
    case .inaccessible(let number): "can't be looked at: \(String(cString: strerror(number)))"
    }
  }

  /// What to do about it.
  package var remedy: String {
    switch kind {
    case .writable: "run: chmod go-w \(path)"
    case .exposed: "run: chmod go-rwx \(path)"
    case .foreign: "use a place that belongs to root or to the user who runs the host"
    case .inaccessible: "name a path that exists and that the user who runs the host may use"
    }
  }
}
