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
        _ workspace: Workspace,
        in context: Context
    ) throws -> RunStatus {
        let settings = workspace.settings
        var report = try ReportReader(file: file).report(try FileReader(context: context).bytes(of: file))
        // A waiver may be newer than the report.
        report.findings = settings.waivers.applied(to: report.findings, on: context.today)
        if let day = report.time.flatMap({ Day(String($0.prefix(10))) }), day.days(until: context.today) > 1 {
            let text = "the report is of \(day); its findings may have changed since"
            context.printError("notice: \(text)\n")
        }
        if let terms {
            try requireProject(workspace, in: context)
            let written = try write(terms, settings, report.findings, in: context)
            sayWhatStillCounts(in: report, besides: written, context)
            return .inSync
        }
        let facts = [report.time, report.commit.map { "commit \($0)" }].compactMap(\.self)
        if !facts.isEmpty { context.print(Printable.text("findings of \(facts.joined(separator: ", ")):") + "\n") }
        for (index, finding) in report.findings.enumerated() {
            let notes = [
                finding.acceptance?.word, report.heads[index].map { "same cause as \($0 + 1)" },
            ].compactMap(\.self)
            let note = notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
            context.print("\(index + 1)  \(finding.fingerprint)  \(Self.line(finding))\(note)\n")
        }
        if report.findings.isEmpty { context.print("the report has no findings\n") }
        return .inSync
    }

    /// Throws if there is no project here, so that no waiver is written where no check reads it.
    private func requireProject(_ workspace: Workspace, in context: Context) throws {
        let settings = project.settingsFile(in: context)
        guard try FileReader(context: context).bytesIfPresent(of: settings) == nil else { return }
        guard try workspace.environmentsWithSnapshots().isEmpty else { return }
        throw RunFailure.couldNotCheck(
            "there are no snapshots and no \(settings) here; run the command in the repository that the report is of"
        )
    }

    /// Says which findings have the same cause as an accepted one, and aren't accepted themselves.
    private func sayWhatStillCounts(in report: ReportReader.Report, besides written: Set<String>, _ context: Context) {
        let left = report.findings.indices.filter { index in
            let (finding, head) = (report.findings[index], report.heads[index].map { report.findings[$0] })
            return !written.contains(finding.fingerprint) && finding.acceptance == nil
                && head.map { written.contains($0.fingerprint) } ?? false
        }
        guard !left.isEmpty else { return }
        let numbers = left.map { "\($0 + 1)" }.joined(separator: ", ")
        let verb = left.count == 1 ? "has the same cause, and still counts" : "have the same cause, and still count"
        context.print("\(left.count) more \(verb): \(numbers)\n")
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
