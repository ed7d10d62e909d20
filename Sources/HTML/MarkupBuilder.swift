/// Makes markup of the statements of a closure: texts, whole numbers, markup, `if`, `switch` and
/// `for`.
@resultBuilder
public enum MarkupBuilder {
  /// Takes a text.
  public static func buildExpression(_ text: String) -> Markup { Markup(.text(text)) }

  /// Takes a whole number, as its decimal digits.
  public static func buildExpression(_ number: Int) -> Markup { Markup(.text(String(number))) }

  /// Takes markup.
  public static func buildExpression(_ markup: Markup) -> Markup { markup }

  /// Takes markup that may be missing.
  public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .nothing }

  /// Takes several pieces of markup.
  public static func buildExpression(_ parts: [Markup]) -> Markup { Markup(.group(parts)) }

  /// Ends a closure without a statement.
  public static func buildBlock() -> Markup { .nothing }

  /// Ends a closure with one statement.
  public static func buildBlock(_ part: Markup) -> Markup { part }

  /// Ends a closure with several statements.
  public static func buildBlock(_ parts: Markup...) -> Markup { Markup(.group(parts)) }

  /// Ends an `if` without an `else`.
  public static func buildOptional(_ part: Markup?) -> Markup { part ?? .nothing }

  /// Ends the first branch of an `if` or `switch`.
  public static func buildEither(first part: Markup) -> Markup { part }

  /// Ends another branch of an `if` or `switch`.
  public static func buildEither(second part: Markup) -> Markup { part }

  /// Ends a `for` loop.
  public static func buildArray(_ parts: [Markup]) -> Markup { Markup(.group(parts)) }
}
