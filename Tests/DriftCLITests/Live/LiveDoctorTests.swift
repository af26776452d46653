import GenesysStub
import TestSupport
import Testing

@testable import DriftCLI

/// `flowdrift doctor` says for each item that it is fine, or how to fix it.
struct LiveDoctorTests {
    private func doctor(
        _ org: StubOrg = .orders(others: 2),
        faults: [StubFault] = [],
        variables: [String: String] = LiveProject.client
    ) async throws -> (lines: [String], status: Int32) {
        try await LiveProject.serving(org, faults: faults) { live in
            let run = await CommandRun(["doctor", "--host", live.host], in: live.folder.path, variables: variables)
            #expect(run.errors == "")
            let text = run.output.replacing(live.host, with: "HOST").replacing(
                /correlation id [0-9a-f-]+/,
                with: "correlation id X"
            )
            return (text.split(separator: "\n").map(String.init), run.status)
        }
    }

    @Test func findsNothingWrong() async throws {
        let (lines, status) = try await doctor()
        #expect(status == 0)
        #expect(
            lines == [
                "ok      host: HOST", "ok      proxy: none, because the host is this machine",
                "ok      token: the OAuth client got a token", "ok      flows: 3 visible, with architect:flow:view",
                "ok      triggers: 0 visible, with processautomation:trigger:view",
                "ok      scheduled triggers: 0 visible, with processautomation:trigger:view",
                "ok      data actions: 0 visible, with integrations:action:view",
                "ok      topics: 0 visible; no permission is needed",
                "ok      clock: the org's answer has no valid date",
            ]
        )
    }

    @Test(arguments: [
        (
            StubFault(.missingPermission("architect:flow:view")),
            "problem flows: GET HOST/api/v2/flows?pageNumber=1&pageSize=1: The role lacks the permission",
            "        add the permission to the role of the OAuth client"
        ),
        (
            StubFault(.missingPermission("processautomation:trigger:view")),
            "problem triggers: GET HOST/api/v2/processautomation/triggers?pageSize=1: The role lacks the permission",
            "        add the permission to the role of the OAuth client"
        ),
        (
            StubFault(.redirect(to: "login.example")),
            "problem flows: GET HOST/api/v2/flows?pageNumber=1&pageSize=1: The host redirects to 'login.example'",
            "        if that is the right host, name it with --host or --region"
        ),
        (
            StubFault(.wrongContentType),
            "problem flows: GET HOST/api/v2/flows?pageNumber=1&pageSize=1: The answer is text/html",
            "        check the host; a proxy or a login page may have answered"
        ),
    ])
    func saysTheFix(_ fault: StubFault, _ problem: String, _ fix: String) async throws {
        let (lines, status) = try await doctor(faults: [fault])
        #expect(status == 2)
        let index = try #require(lines.firstIndex { $0.hasPrefix(problem) }, "\(lines)")
        #expect(lines[index + 1].hasPrefix(fix))
    }

    @Test func findsAnOrgStrangeThatShowsNoFlow() async throws {
        let (lines, status) = try await doctor(StubOrg())
        #expect(status == 2)
        #expect(lines.contains("problem flows: no flow is visible"))
        #expect(lines.contains("        check that the role covers the divisions of the flows"))
    }

    @Test func asksForNothingWithAWrongSecret() async throws {
        let wrong = ["GENESYSCLOUD_OAUTHCLIENT_ID": "id", "GENESYSCLOUD_OAUTHCLIENT_SECRET": "wrong"]
        let (lines, status) = try await doctor(variables: wrong)
        #expect(status == 2)
        #expect(lines.count == 4)
        #expect(lines[2].hasPrefix("problem token: POST HOST/oauth/token: The OAuth client got no token (status 401)"))
        #expect(lines[3].hasPrefix("        check the usual causes: "))
    }

    @Test func listsTheRegionsThatThereAre() async throws {
        let run = await CommandRun("doctor", "--region", "eu-west-11", in: try TemporaryFolder())
        #expect(run.status == 2)
        #expect(run.output.hasPrefix("problem access: There is no Genesys Cloud region 'eu-west-11'"))
        for region in ["eu-west-1 (mypurecloud.ie)", "us-east-2 (use2.us-gov-pure.cloud)"] {
            #expect(run.output.contains(region))
        }
    }

    @Test(arguments: ["--record", "--replay"])
    func refusesARecordingThatItWouldNotUse(_ option: String) async throws {
        let run = await CommandRun(
            ["doctor", "--environment", "prod", option, "a.jsonl"],
            in: try TemporaryFolder().path
        )
        #expect(run.status == 64)
        #expect(run.errors.contains("\(option): "))
    }
}
