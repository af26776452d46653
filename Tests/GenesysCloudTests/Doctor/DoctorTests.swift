import DriftCore
import Foundation
import Testing

@testable import GenesysCloud

struct DoctorTests {
    @Test func findsNothingWrong() async throws {
        #expect(
            try await lines(Self.org) == [
                "ok host: https://api.mypurecloud.ie",
                "ok proxy: none, because HTTPS_PROXY is not set",
                "ok token: the OAuth client got a token",
                "ok flows: 3 visible, with architect:flow:view",
                "ok triggers: more than 1 visible, with processautomation:trigger:view",
                "ok scheduled triggers: 0 visible, with processautomation:trigger:view",
                "ok data actions: 0 visible, with integrations:action:view",
                "ok topics: 2 visible; no permission is needed",
                "ok clock: within 5 minutes of the org's clock",
            ]
        )
    }

    @Test func saysWhatIsMissingBeforeAnythingIsAsked() async throws {
        let doctor = Doctor(variables: [:]) { .scripted($0, Self.org.transport) }
        let lines = await doctor.lines(
            for: .failure(AccessError("There is no region 'x'", fix: "write its AWS name"))
        )
        #expect(lines.map(\.text) == ["PROBLEM access: There is no region 'x'; write its AWS name"])
    }

    @Test func asksNoMoreWhereThereIsNoToken() async throws {
        var org = Self.org
        org.fault = { line, _ in
            line.hasPrefix("POST") ? .success(.json("{\"error\":\"invalid_client\"}", status: 401)) : nil
        }
        let lines = try await lines(org)
        #expect(lines.count == 3)
        #expect(
            lines.last?.hasPrefix(
                "PROBLEM token: POST https://login.mypurecloud.ie/oauth/token: The OAuth client got no token"
            ) == true
        )
    }

    @Test func namesEachMissingPermission() async throws {
        var org = Self.org
        org.fault = { line, _ in
            line.contains("/triggers") ? .success(.error(403, "missing.permissions")) : Self.topics(line)
        }
        let problems = try await lines(org).filter { $0.hasPrefix("PROBLEM") }
        #expect(problems.count == 1)
        #expect(problems.first?.contains("The role lacks the permission 'processautomation:trigger:view'") == true)
    }

    @Test func findsItStrangeThatNoFlowIsVisible() async throws {
        var org = Self.org
        org.flows = []
        let problems = try await lines(org).filter { $0.hasPrefix("PROBLEM") }
        #expect(
            problems == ["PROBLEM flows: no flow is visible; check that the role covers the divisions of the flows"]
        )
    }

    @Test func takesAHostWithoutSchedulesAsItIs() async throws {
        var org = Self.org
        org.fault = { line, _ in line.contains("scheduled") ? .success(.error(404, "not.found")) : Self.topics(line) }
        #expect(try await lines(org).contains("ok scheduled triggers: the host does not support scheduled triggers"))
    }

    @Test(arguments: [
        ("Thu, 28 May 2026 20:26:40 GMT", "ok clock: within 5 minutes of the org's clock"),
        (
            "Thu, 28 May 2026 20:16:40 GMT",
            "PROBLEM clock: this machine's clock is 10 min ahead of the org's clock; set this machine's clock, because the check of certificates depends on it"
        ),
        (
            "Thu, 28 May 2026 21:26:40 GMT",
            "PROBLEM clock: this machine's clock is 60 min behind the org's clock; set this machine's clock, because the check of certificates depends on it"
        ),
        ("yesterday", "ok clock: the org's answer has no valid date"),
    ])
    func comparesTheClocks(_ header: String, _ line: String) {
        let doctor = Doctor(variables: [:]) { .scripted($0, Self.org.transport) }
        #expect(doctor.clockLine(header, .start).text == line)
    }

    @Test(arguments: [
        (["HTTPS_PROXY": "http://me:hunter2@proxy:3128"], "ok proxy: proxy:3128, from HTTPS_PROXY"),
        (
            ["HTTPS_PROXY": "http://proxy:3128", "NO_PROXY": "mypurecloud.ie"],
            "ok proxy: none, because NO_PROXY names the host"
        ),
    ])
    func namesTheProxy(_ variables: [String: String], _ line: String) throws {
        let doctor = Doctor(variables: variables) { .scripted($0, Self.org.transport) }
        #expect(try doctor.proxyLine(.ireland).text == line)
        let stub = try PlatformHost(gateway: "http://127.0.0.1:8085")
        #expect(doctor.proxyLine(stub).text == "ok proxy: none, because the host is this machine")
    }

    private static let org: FakeOrg = {
        var org = FakeOrg.of(3, triggers: 2)
        org.fault = { line, _ in topics(line) }
        return org
    }()

    private static func topics(_ line: String) -> ScriptedTransport.Outcome? {
        guard line == "GET /api/v2/notifications/availabletopics" else { return nil }
        return .success(
            .json("{\"entities\":[{\"id\":\"a\"},{\"id\":\"b\"}]}", ["Date": "Thu, 28 May 2026 20:26:00 GMT"])
        )
    }

    private func lines(_ org: FakeOrg) async throws -> [String] {
        let doctor = Doctor(variables: [:]) { .scripted($0, org.transport) }
        return await doctor.lines(for: .success(try .client())).map(\.text)
    }
}

extension DoctorLine {
    fileprivate var text: String {
        "\(isOK ? "ok" : "PROBLEM") \(name): \(detail)" + (fix.map { "; \($0)" } ?? "")
    }
}
