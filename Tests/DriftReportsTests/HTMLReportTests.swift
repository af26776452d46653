import Testing

@testable import DriftCore
@testable import DriftReports

struct HTMLReportTests {
    private func page(_ sample: SampleVerdict) throws -> HTMLOutline {
        try HTMLOutline(ReportFormat.html.text(of: sample.verdict))
    }

    @Test(arguments: SampleVerdict.all)
    func closesEveryElementThatItOpens(_ sample: SampleVerdict) throws {
        let page = try page(sample)
        #expect(page.tags.contains { $0.name == "main" })
    }

    @Test(arguments: SampleVerdict.all)
    func loadsNothing(_ sample: SampleVerdict) throws {
        let page = try page(sample)
        let loading: Set<String> = ["link", "img", "iframe", "object", "embed", "base", "audio", "video", "source"]
        #expect(page.tags.allSatisfy { !loading.contains($0.name) && $0.attributes["src"] == nil })
        #expect(page.tags.compactMap { $0.attributes["href"] }.allSatisfy { $0.hasPrefix("#") })
        #expect(!HTMLReport.style.contains("url(") && !HTMLReport.style.contains("@import"))
        #expect(page.tags.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    }

    @Test(arguments: SampleVerdict.all)
    func leadsNowhereThatIsNotThere(_ sample: SampleVerdict) throws {
        let page = try page(sample)
        let identifiers = page.tags.compactMap { $0.attributes["id"] }
        #expect(Set(identifiers).count == identifiers.count)
        let targets = page.tags.flatMap { tag in
            [
                tag.attributes["href"].map { String($0.dropFirst()) }, tag.attributes["aria-labelledby"],
                tag.attributes["for"],
            ]
        }
        #expect(Set(targets.compactMap(\.self)).subtracting(identifiers).isEmpty)
    }

    @Test(arguments: SampleVerdict.all)
    func skipsNoLevelOfHeadings(_ sample: SampleVerdict) throws {
        let levels = try page(sample).tags.compactMap { tag in
            tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
        }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }

    @Test func groupsFindingsByOwner() throws {
        let text = ReportFormat.html.text(of: SampleVerdict.drift.verdict)
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("<h3>") && $0.contains("class=\"count\"") }
        #expect(
            headings.map { $0.dropFirst(4).prefix { $0 != "<" } } == [
                "team-insights ", "team-orders ", "team-webshop ", "No owner named ",
            ]
        )
    }

    @Test func putsBothSidesBesideEachOther() {
        let text = ReportFormat.html.text(of: SampleVerdict.drift.verdict)
        #expect(text.contains("<p class=\"term\">Contract</p><code>Flow.code: integer</code>"))
        #expect(text.contains("<p class=\"term\">Flow</p><code>Flow.code: string</code>"))
        #expect(text.contains("<p class=\"term\">Snapshot</p>none"))
        #expect(text.contains("<p class=\"term\">Live org</p><code>workflow/New</code>"))
    }

    @Test func showsAnEventBesideWhatTheFlowReceives() {
        let text = ReportFormat.html.text(of: SampleVerdict.drift.verdict)
        #expect(text.contains("<code>{&quot;ani&quot;: &quot;&lt;ani&gt;&quot;}</code>"))
        #expect(text.contains("<li><code>Flow.CallerAni is not set</code></li>"))
    }

    @Test func leadsFromACellToItsFinding() throws {
        let tags = try page(.drift).tags
        let links = tags.compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#finding-") }
        #expect(links.count == 6)
    }

    /// A quotation mark with a combining accent is one character in Swift, and still a quotation mark in a browser.
    @Test(arguments: ["\"", "'", "<", "&", ">"])
    func escapesAMarkWithAnAccentAfterIt(_ mark: String) {
        let escaped = HTMLText(mark + "\u{301} onfocus=alert(1)").renderText
        #expect(!escaped.unicodeScalars.dropFirst().contains { "\"'<>".unicodeScalars.contains($0) })
        #expect(escaped.hasPrefix("&"))
    }

    @Test(arguments: [("style", HTMLReport.style), ("script", HTMLReport.script)])
    func allowsItsOwnStyleAndScriptByDigest(_ kind: String, _ content: String) throws {
        let digest = try SHA256.base64(of: content)
        #expect(HTMLReport.policy.contains("\(kind)-src 'sha256-\(digest)'"), "\(kind)Digest should be \(digest)")
    }
}
