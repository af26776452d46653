import DriftCore
import DriftEngine
import DriftReports

extension WaiveCommand {
    /// Accepts findings of a JSON report, or, without `terms`, lists them with their numbers.
    ///
    /// - Throws: ``ReadingError`` if the file isn't a report.
    func acceptFromReport(
        _ file: String,
        _ terms: Waiver.Terms?,
        _ settings: Settings,
        in context: Context
    ) throws -> RunStatus {
        let reader = FileReader(context: context)
        let report = try ReportReader(file: file).report(try reader.bytes(of: file))
        if let terms {
            try write(terms, settings, report.findings, in: context)
            return .inSync
        }
        let facts = [report.time, report.commit.map { "commit \($0)" }].compactMap(\.self)
        if !facts.isEmpty { context.print(Printable.text("findings of \(facts.joined(separator: ", ")):") + "\n") }
        for (index, finding) in report.findings.enumerated() {
            let state = finding.acceptance.map { " (\($0.word))" } ?? ""
            context.print("\(index + 1)  \(finding.fingerprint)  \(Self.line(finding))\(state)\n")
        }
        if report.findings.isEmpty { context.print("the report has no findings\n") }
        return .inSync
    }

    /// Lists the waivers that end soon, and those that have ended, with their places.
    func listWaivers(_ settings: Settings, in context: Context) {
        let today = context.today
        let ended = settings.waivers.filter { $0.hasExpired(on: today) }
        let ending = settings.waivers.endingSoon(on: today)
        for waiver in ended + ending {
            let days = today.days(until: waiver.terms.expires)
            let end =
                days < 0
                ? "ended on \(waiver.terms.expires)"
                : "last day \(waiver.terms.expires) (\(days == 0 ? "today" : days == 1 ? "tomorrow" : "in \(days) days"))"
            context.print(
                Printable.text(
                    "\(waiver.place): \(end): \(waiver.labelledPhrase), by \(waiver.terms.owner): \(waiver.terms.reason)"
                ) + "\n"
            )
        }
        let others = settings.waivers.count - ended.count - ending.count
        let words = others == 1 ? "1 other waiver ends" : "\(others) other waivers end"
        if settings.waivers.isEmpty {
            context.print("there are no waivers\n")
        } else if others > 0 {
            context.print("\(words) later\n")
        }
    }
}
