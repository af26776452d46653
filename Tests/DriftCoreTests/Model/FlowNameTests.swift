import Testing

@testable import DriftCore

struct FlowNameTests {
    @Test(arguments: [
        ("workflow/Callback Request", "workflow", "Callback Request"), ("WORKFLOW/A", "workflow", "A"),
        ("bot/a/b", "bot", "a/b"), ("bot//", "bot", "/"), ("workflow/ A ", "workflow", " A "),
        ("bot/\u{301}a", "bot", "\u{301}a"),
    ])
    func readsAKeyUpToTheFirstSlash(_ text: String, _ type: String, _ name: String) throws {
        let key = try #require(FlowKey(text))
        #expect(key.type.name == type && key.name == name)
        #expect(FlowKey(key.description) == key)
    }

    @Test(arguments: ["", "workflow", "workflow/", "/A", "work flow/A", "wörkflow/A", "../A"])
    func readsNoKeyFromAnythingElse(_ text: String) {
        #expect(FlowKey(text) == nil)
    }

    @Test func ordersKeysByTypeThenName() {
        let keys = ["bot/b", "workflow/A", "workflow/a"].compactMap { FlowKey($0) }
        #expect(keys.reversed().sorted() == keys)
    }

    @Test func keepsAnIdInLowerCase() throws {
        let id = try #require(FlowID("3F0C6C1E-7D6A-4B57-9F21-3F0E4B1C2A90"))
        #expect(id.text == "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90" && id.isUUID)
        #expect(FlowID("") == nil)
    }

    @Test(arguments: [
        "x", "3f0c6c1e7d6a4b579f213f0e4b1c2a90", "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a9",
        "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a9g",
        "3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90-", "{3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a9}",
    ])
    func tellsAUUIDFromOtherIds(_ text: String) throws {
        #expect(try !#require(FlowID(text)).isUUID)
    }

    @Test func makesTheSameIdForTheSameFlowInEveryRun() {
        let made = FlowID(madeFor: .workflow("A"))
        #expect(made.text == "67be40a1-ea90-86ae-a82e-a79f83f057a8")
        #expect(made.isUUID)
        #expect(made != FlowID(madeFor: .workflow("B")))
        #expect(made != FlowID(madeFor: FlowKey(type: .commonModule, name: "A")))
    }

    @Test(arguments: ["prod", "Prod-2", "eu.west_1", "1"])
    func namesAnEnvironment(_ text: String) {
        #expect(EnvironmentName(text)?.text == text)
    }

    @Test(arguments: ["", ".", "..", ".prod", "-prod", "_prod", "a/b", "a b", "pröd", "a\n", "a\u{0}", "prod\u{301}"])
    func namesNoEnvironmentThatCouldLeaveItsFolder(_ text: String) {
        #expect(EnvironmentName(text) == nil)
    }

    @Test(arguments: [
        ("botFlow", "bot"), ("digitalBotFlow", "digitalbot"), ("digitalBot", "digitalbot"),
        ("inqueueCall", "inqueuecall"),
        ("commonModule", "commonmodule"), ("workflow", "workflow"), ("surveyInvite", "surveyinvite"),
    ])
    func knowsTheRootKeysOfArchy(_ key: String, _ type: String) {
        #expect(FlowType(archyRoot: key)?.name == type)
    }

    @Test(arguments: ["", "flow", "resources", "work flow", "{{type}}"])
    func takesNoOtherKeyForAFlow(_ key: String) {
        #expect(FlowType(archyRoot: key) == nil)
    }

    @Test func fillsTheEnvironmentIntoNames() throws {
        let prod = EnvironmentName("prod")
        let contract = try Sample.contract(
            "launch: {}\nenvironments: { prod: , test: { name: \"B {environment}\" } }\n",
            flow: "\"workflow/A {environment}{environment}\""
        )
        #expect(contract.flowKey(in: prod) == .workflow("A prodprod"))
        #expect(contract.flowKey(in: EnvironmentName("test")) == .workflow("B test"))
        #expect(contract.flowKey(in: nil) == nil)
        #expect(contract.holds(in: prod) && contract.holds(in: nil) && !contract.holds(in: EnvironmentName("dev")))
    }
}
