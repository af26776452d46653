/// Reads of environment variables and of Terraform's variables.
enum EnvironmentRead {
    /// Why an id is unknown that an expression reads from outside, or `nil` for another expression.
    static func reason(_ text: String, _ dialect: Dialect) -> String? {
        if dialect == .terraform {
            if text.hasPrefix("var.") || text.contains("${var.") {
                return "the id is a variable of Terraform, '\(text.prefix(80))'"
            }
            return text.contains("genesyscloud_flow.") ? "the id is of a Terraform resource, '\(text.prefix(80))'" : nil
        }
        return marks.contains { text.contains($0) }
            ? "the id comes from an environment variable, '\(text.prefix(80))'" : nil
    }

    private static let marks = [
        "process.env", "os.environ", "os.getenv", "getenv(", "ENV[", "ENV.fetch", "Environment.GetEnvironmentVariable",
        "System.getenv", "os.Getenv", "$env:", "_ENV", "env(", "import.meta.env", "Deno.env", "ProcessInfo.processInfo",
        "Platform.environment", "env::var", "sys.env", "LookupEnv",
    ]
}
