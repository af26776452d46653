import Testing

@testable import DriftCore

/// Addresses and references, split into their parts.
@Suite struct TerraformAddressTests {
    @Test func readsAllParts() throws {
        let address = try #require(TerraformAddress(#"module.a["x.y\"]"].module.b[0].data.genesyscloud_flow.c["d"]"#))
        #expect(address.module.calls.map(\.name) == ["a", "b"])
        #expect(address.module.calls.map(\.key) == [#""x.y\"]""#, "0"])
        #expect(address.isData && address.type == "genesyscloud_flow")
        #expect(address.name == "c" && address.key == #""d""#)
    }

    @Test(arguments: [
        "", ".", "a", "a.", ".a.b", "a.b.c", "a.b[0][1]", "a.b[", "a.b[]", "a.b[\"]", "[0].a", "a.b]c", "a..b",
        "module.a",
        "module.a.b", "data.a", "a.b[0]c", "module.a[0]b.c",
    ])
    func refusesWhatIsNone(text: String) {
        #expect(TerraformAddress(text) == nil)
    }

    @Test func readsAReferenceOnce() {
        let references = TerraformReference.all(in: [
            "genesyscloud_flow.c[0].id", "genesyscloud_flow.c[0]", "genesyscloud_flow.c",
            "genesyscloud_flow.c", "var.i", "genesyscloud_flow.cc", "var.i",
        ])
        #expect(
            references == [
                .flow(name: "c", key: "0", attribute: "id"), .flow(name: "c", key: nil, attribute: nil),
                .variable("i", chosen: nil), .flow(name: "cc", key: nil, attribute: nil),
            ]
        )
    }

    @Test(arguments: [
        ("var.a", TerraformReference.variable("a", chosen: nil)),
        (#"var.a["k"].id"#, .variable("a", chosen: #""k""#)),
        ("var.a.k", .variable("a", chosen: #""k""#)),
        ("module.a", .output(of: "a", key: nil, name: nil, chosen: nil)),
        (#"module.a["k"].o[0].id"#, .output(of: "a", key: #""k""#, name: "o", chosen: "0")),
        ("data.genesyscloud_flow.a[0].id", .lookup(name: "a", key: "0")),
        ("each.key", .ownKey), ("count.index", .ownKey), ("each.value.id", .ownValue), ("path.root", .settled),
        ("local.a", .opaque("local.a")), ("var", .opaque("var")), ("data.x.y", .opaque("data.x.y")),
        ("genesyscloud_flow", .opaque("genesyscloud_flow")), ("", .opaque("")),
    ])
    func readsEveryReference(text: String, reference: TerraformReference) {
        #expect(TerraformReference(text) == reference)
    }
}
