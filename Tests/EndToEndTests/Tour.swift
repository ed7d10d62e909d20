import Foundation

/// One command of a document, with the output that the document shows.
struct TourStep {
  let command: String
  let output: [String]
}

/// The `console` blocks of one section of a document. Lines after `$ ` are commands, lines after
/// `> ` continue a command, and the others are output.
struct Tour {
  let steps: [TourStep]

  /// Reads the blocks under the heading `section`, up to the next heading of the same level.
  ///
  /// - Parameter document: The path of the document in the repository.
  init(document: String, section: String) throws {
    steps = Self.steps(in: try Document(document).lines(of: section))
  }

  /// Returns the titles of the sections that have commands.
  static func sections(of document: String) throws -> [String] {
    let document = try Document(document)
    return document.sections.filter { !steps(in: document.lines(of: $0)).isEmpty }
  }

  private static func steps(in lines: [String]) -> [TourStep] {
    var steps: [TourStep] = []
    var command: String?
    var output: [String] = []
    var isInside = false

    func finished() -> [TourStep] {
      command.map { [TourStep(command: $0, output: output)] } ?? []
    }

    for line in lines {
      if line.hasPrefix("```") {
        steps += finished()
        (command, output) = (nil, [])
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps += finished()
        (command, output) = (String(line.dropFirst(2)), [])
      } else if isInside, line.hasPrefix("> ") {
        command? += "\n" + line.dropFirst(2)
      } else if isInside {
        output.append(line)
      }
    }
    return steps
  }
}
