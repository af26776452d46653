import Foundation
import Synchronization
import Testing

@testable import GenesysCloud

struct PlatformClientTests {
    private let page = PlatformResource.flows(page: 1, size: 500)

    @Test func getsOneTokenAndShowsIt() async throws {
        let transport = ScriptedTransport { request, _ in request.isToken ? .granted : .success(.json("{}")) }
        let client = PlatformClient.scripted(try .client(), transport)
        for _ in 1...3 { _ = try await client.json(page) }
        let line = "GET /api/v2/flows?pageNumber=1&pageSize=500"
        #expect(transport.lines == ["POST /oauth/token", line, line, line])
        #expect(transport.requests.last == .get(page, as: try .make("token-1")))
    }

    @Test func getsOneTokenForAllWhoWaitForIt() async throws {
        let transport = ScriptedTransport { request, _ in request.isToken ? .granted : .success(.json("{}")) }
        let client = PlatformClient.scripted(try .client(), transport)
        _ = await inParallel(Array(1...20), width: 20) { _ in try? await client.json(page) }
        #expect(transport.lines.count { $0 == "POST /oauth/token" } == 1)
        #expect(transport.lines.count == 21)
    }

    @Test func renewsATokenThatExpiredMidway() async throws {
        let transport = ScriptedTransport { request, _ in
            guard case .get(_, as: let token) = request else { return .granted }
            return .success(token.text == "token-1" ? .error(401, "authentication.required") : .json("{}"))
        }
        let client = PlatformClient.scripted(try .client(), transport)
        _ = await inParallel(Array(1...4), width: 4) { _ in try? await client.json(page) }
        _ = try await client.json(page)
        #expect(transport.lines.count { $0 == "POST /oauth/token" } == 2)
    }

    @Test func renewsTokensThatAreGoodForOneRequestEach() async throws {
        let spent = Mutex<Set<Secret>>([])
        let transport = ScriptedTransport { request, _ in
            guard case .get(_, as: let token) = request else { return .granted }
            let isFresh = spent.withLock { $0.insert(token).inserted }
            return .success(isFresh ? .json("{}") : .error(401, "authentication.required"))
        }
        let client = PlatformClient.scripted(try .client(), transport)
        let answers = await inParallel(Array(1...20), width: 4) { _ in try? await client.json(page) }
        #expect(answers.count { $0 != nil } == 20)
    }

    @Test func givesUpWhereANewTokenIsNotAcceptedEither() async throws {
        let transport = ScriptedTransport { request, _ in
            request.isToken
                ? .granted : .success(.error(401, "authentication.required", "No authentication bearer token"))
        }
        let client = PlatformClient.scripted(try .client(), transport)
        for _ in 1...3 {
            let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
            #expect(error?.kind == .credentials)
            #expect(
                error?.description
                    == "GET https://api.mypurecloud.ie/api/v2/flows?pageNumber=1&pageSize=500: The token was not accepted (status 401); the API says: \"No authentication bearer token [authentication.required]\" (correlation id c-1); check that the region is the org's, and that the OAuth client was not deleted"
            )
        }
        // No more requests follow.
        #expect(transport.lines.count == 4)
    }

    @Test func renewsNoTokenThatItWasGiven() async throws {
        let transport = ScriptedTransport { _, _ in .success(.error(401, "bad.credentials", "Bad token-1")) }
        let client = PlatformClient.scripted(try .token(), transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(
            error?.fix
                == "get a new token, or use an OAuth client; the token may have expired, or belong to another region"
        )
        #expect(
            error?.problem
                == "The token was not accepted (status 401); the API says: \"Bad (removed) [bad.credentials]\""
        )
        #expect(transport.lines.count == 1)
    }

    @Test func saysThatTheClientGotNoToken() async throws {
        let transport = ScriptedTransport { _, _ in
            .success(
                .json("{\"error\":\"invalid_client\",\"error_description\":\"client not found: s3cret\"}", status: 400)
            )
        }
        let client = PlatformClient.scripted(try .client(), transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(
            error?.description
                == "POST https://login.mypurecloud.ie/oauth/token: The OAuth client got no token (status 400); the API says: \"client not found: (removed) [invalid_client]\"; check the usual causes: the id or the secret is mistyped or was replaced, the client's grant type is not Client Credentials, or the client belongs to another region"
        )
        _ = try? await client.json(page)
        #expect(transport.lines == ["POST /oauth/token"])
    }

    @Test(arguments: [
        (PlatformResource.flows(page: 1, size: 1), "architect:flow:view"),
        (PlatformResource.triggers(size: 1), "processautomation:trigger:view"),
    ])
    func namesTheMissingPermission(_ resource: PlatformResource, _ permission: String) async throws {
        let transport = ScriptedTransport { _, _ in .success(.error(403, "missing.permissions", "Unable to perform it"))
        }
        let client = PlatformClient.scripted(try .token(), transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(resource) }
        #expect(error?.kind == .permission)
        #expect(
            error?.problem
                == "The role lacks the permission '\(permission)' (status 403); the API says: "
                + "\"Unable to perform it [missing.permissions]\""
        )
        #expect(error?.fix?.hasPrefix("add the permission to the role of the OAuth client") == true)
        #expect(error?.correlationID == "c-1")
    }

    @Test func namesTheHostOfARedirect() async throws {
        let transport = ScriptedTransport { _, _ in
            .success(PlatformAnswer(status: 302, headers: ["Location": "https://login.example.org/?state=abc"]))
        }
        let client = PlatformClient.scripted(try .token(), transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(error?.kind == .redirected)
        #expect(
            error?.problem
                == "The host redirects to 'login.example.org', to which flowdrift does not send the token (status 302)"
        )
    }

    @Test func saysThatAnAnswerIsNotJSON() async throws {
        let transport = ScriptedTransport { _, _ in
            .success(
                PlatformAnswer(
                    status: 200,
                    headers: ["Content-Type": "text/html; charset=utf-8"],
                    body: Array("<p>".utf8)
                )
            )
        }
        let client = PlatformClient.scripted(try .token(), transport)
        let error = await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(error?.problem == "The answer is text/html; charset=utf-8, not JSON")
    }

    @Test(arguments: [400, 404, 409, 501])
    func asksOnlyOnceWhereItWasRefused(_ status: Int) async throws {
        let transport = ScriptedTransport { _, _ in .success(.error(status, "x")) }
        let client = PlatformClient.scripted(try .token(), transport)
        await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(transport.lines.count == 1)
    }

    @Test(arguments: [TransportFailure.Kind.tooLarge, .untrusted, .notRecorded, .cancelled])
    func asksOnlyOnceWhereAnotherTryCannotHelp(_ kind: TransportFailure.Kind) async throws {
        let transport = ScriptedTransport { _, _ in .failure(TransportFailure(kind, "for a reason")) }
        let client = PlatformClient.scripted(try .token(), transport)
        await #expect(throws: PlatformError.self) { try await client.json(page) }
        #expect(transport.lines.count == 1)
    }
}

extension PlatformRequest {
    var isToken: Bool {
        if case .token = self { true } else { false }
    }
}
