import HTML

/// A field of a form with its name, a hint, and what is wrong with it.
struct Field: Sendable {
  let name: StaticString
  let label: Phrase
  var hint: Phrase?
  var isRequired = true

  /// The id of the field of a name, also of a name that a refusal has.
  static func id(of name: String) -> ElementID? {
    ElementID("field-", String(name.map { $0 == "." || $0 == "[" || $0 == "]" ? "-" : $0 }))
  }

  private var id: ElementID { Field.id(of: name.description)! }
  private var hintID: ElementID { ElementID("hint-", name.description)! }
  private var problemID: ElementID { ElementID("problem-", name.description)! }

  /// Draws a field of one line.
  ///
  /// - Parameters:
  ///   - value: What it holds, unless the form was refused: then it holds what was typed.
  ///   - match: The exact text that has to be typed before the form can be sent; empty if any will
  ///     do.
  func text(
    _ type: Attribute.InputType = .text, value: String = "", maxlength: Int = 500,
    autocomplete: StaticString = "off", refusal: Refusal?, in visit: Visit, isFirst: Bool = false,
    match: String = ""
  ) -> Markup {
    control(refusal: refusal, in: visit) { id, described in
      input(
        .type(type), .id(id), .name(name),
        .value(type == .password ? "" : refusal.map { $0.fields[name] } ?? value),
        .maxlength(maxlength), .required(isRequired), .autocomplete(autocomplete),
        .spellcheck(false), .autofocus(isFirst && refusal == nil),
        .ariaInvalid(true).only(if: refusal?.problem(of: name) != nil), described,
        .data("match", match).only(if: !match.isEmpty))
    }
  }

  /// Draws a choice.
  func choice(
    _ options: [(value: String, text: Phrase)], value: String, refusal: Refusal?, in visit: Visit
  ) -> Markup {
    let chosen = refusal.map { $0.fields[name] } ?? value
    return control(refusal: refusal, in: visit) { id, described in
      select(.id(id), .name(name), described) {
        for one in options {
          option(
            .value(one.value), .selected(one.value == chosen), text: visit.text(one.text))
        }
      }
    }
  }

  /// Draws a choice of a few, all of which are seen. A choice of one is none, so it is only sent.
  func radios(
    _ options: [(value: String, text: Phrase)], value: String, refusal: Refusal?, in visit: Visit
  ) -> Markup {
    guard options.count > 1 else {
      return input(.type(.hidden), .name(name), .value(options.first?.value ?? ""))
    }
    let chosen = refusal.map { $0.fields[name] } ?? value
    return fieldset(.class("field"), .id(id)) {
      legend { visit.text(label) }
      for one in options {
        HTML.label(.class("box")) {
          input(
            .type(.radio), .name(name), .value(one.value), .checked(one.value == chosen))
          visit.text(one.text)
        }
      }
    }
  }

  /// Draws a box that can be checked.
  func box(isOn: Bool = false, refusal: Refusal?, in visit: Visit) -> Markup {
    HTML.div(.class("field box")) {
      input(
        .type(.checkbox), .id(id), .name(name), .value("1"),
        .checked(refusal.map { $0.fields.isOn(name) } ?? isOn),
        .ariaDescribedBy(hintID).only(if: hint != nil))
      HTML.label(.for(id)) { visit.text(label) }
      if let hint { p(.id(hintID), .class("hint")) { visit.text(hint) } }
    }
  }

  /// Draws the name, the hint and what is wrong around a control of any kind.
  ///
  /// - Parameter draw: Draws the control, with its id and what describes it.
  func control(
    refusal: Refusal?, in visit: Visit, _ draw: (ElementID, Attribute) -> Markup
  ) -> Markup {
    let problem = refusal?.problem(of: name)
    let described: Attribute =
      switch (hint != nil, problem != nil) {
      case (true, true): .ariaDescribedBy(hintID, problemID)
      case (true, false): .ariaDescribedBy(hintID)
      case (false, true): .ariaDescribedBy(problemID)
      case (false, false): .ariaDescribedBy()
      }
    return div(.class("field")) {
      HTML.label(.for(id)) {
        visit.text(label)
        if !isRequired { span(.class("optional")) { visit.text(.optional) } }
      }
      if let hint { p(.id(hintID), .class("hint")) { visit.text(hint) } }
      if let problem { p(.id(problemID), .class("field-problem")) { visit.text(problem) } }
      draw(id, described)
    }
  }
}
