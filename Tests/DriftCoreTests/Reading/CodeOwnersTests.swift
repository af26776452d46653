import Testing

@testable import DriftCore

struct CodeOwnersTests {
    @Test(arguments: [
        ("*", "specs/a.yaml", true), ("*.yaml", "specs/deep/a.yaml", true), ("*.yaml", "specs/a.yml", false),
        ("/specs/", "specs/deep/a.yaml", true), ("/specs/", "app/specs/a.yaml", false), ("specs/", "app/specs/a", true),
        ("specs/", "specs", false), ("/specs", "specs/deep/a.yaml", true), ("specs", "app/specs/a.yaml", true),
        ("specs/*", "specs/a.yaml", true), ("specs/*", "specs/deep/a.yaml", false),
        ("specs/*.yaml", "app/specs/a.yaml", false), ("specs/**", "specs/deep/a.yaml", true),
        ("**/deep", "specs/deep/a.yaml", true), ("specs/**/a.yaml", "specs/a.yaml", true),
        ("specs/**/a.yaml", "specs/b/c/a.yaml", true), ("/specs/a?.yaml", "specs/ab.yaml", true),
        ("/specs/a?.yaml", "specs/a.yaml", false), ("specs/deep", "specs/deeper/a.yaml", false),
        ("my\\ specs/", "my specs/a.yaml", true), ("/a.yaml", "./a.yaml", true),
    ])
    func fitsWhatGitignoreWouldFit(_ pattern: String, _ file: String, _ fits: Bool) {
        #expect(CodeOwners("\(pattern) @a").owners(of: file) == (fits ? ["@a"] : []))
    }

    @Test func lastLineThatFitsWins() {
        let owners = CodeOwners("* @all\n# a comment\nspecs/ @specs @other # the contracts\nspecs/free.yaml\n")
        #expect(owners.owners(of: "README.md") == ["@all"])
        #expect(owners.owners(of: "specs/a.yaml") == ["@specs", "@other"])
        #expect(owners.owners(of: "specs/free.yaml") == [])
    }

    @Test func everySectionOfGitLabGivesItsOwn() {
        let text = "* @all\n[Specs] @specs\n*.yaml\nspecs/a.yaml @a\n^[Optional][2] @maybe\nspecs/ @all @opt\n"
        let owners = CodeOwners(text)
        #expect(owners.owners(of: "specs/a.yaml") == ["@all", "@a", "@opt"])
        #expect(owners.owners(of: "specs/b.yaml") == ["@all", "@specs", "@opt"])
        #expect(owners.owners(of: "b.yaml") == ["@all", "@specs"])
    }

    @Test(arguments: ["", "\n\n", "#", "@a", "[", "]", "[]", "\\", "/ @a", "** @a", "a/** @b", "\t"])
    func readsAnyText(_ text: String) {
        #expect(CodeOwners(text).owners(of: "").isEmpty || text.contains("@"))
    }
}
