import GoogleProtos
import HTML

extension Visit {
  /// Draws a time. The script shows it in the time zone of the browser.
  func moment(_ moment: GoogleTimestamp?, orElse absent: Phrase) -> Markup {
    guard let moment else { return Markup { text(absent) } }
    let civil = CivilTime(moment)
    return time(.datetime(civil.machine)) { civil.short(in: viewer.language) }
  }

  /// Draws how long ago a time was, for what was used last.
  func ago(_ moment: GoogleTimestamp?, orElse absent: Phrase) -> Markup {
    guard let moment else { return Markup { text(absent) } }
    let civil = CivilTime(moment)
    return time(.datetime(civil.machine), .title(civil.short(in: viewer.language)), .data("ago")) {
      text(.ago(seconds: max(0, now - moment.seconds)))
    }
  }
}
