/// The place and the kind of damage in a data file.
public struct PageFlaw: Error, Hashable, Sendable {
  /// The number of the page that is wrong, or that another page refers to wrongly. The first page
  /// is page 0.
  public let page: UInt64

  /// What the page belongs to: a database by its name, or a list that LMDB itself keeps.
  public let owner: String

  /// The problem with the page, as the end of a sentence.
  public let problem: String

  init(_ page: UInt64, of owner: String, _ problem: String) {
    self.page = page
    self.owner = owner
    self.problem = problem
  }
}

extension PageFlaw: CustomStringConvertible {
  /// The flaw as the middle of a sentence: `page 7 (of "keys") lies beyond the end of the file`.
  public var description: String { "page \(page) (of \(owner)) \(problem)" }
}
