/// Recognizes expressions that read environment variables or Terraform's variables.
enum EnvironmentRead {
    /// Why a flow's id is unknown, if an expression reads it from outside the code, or `nil` for any other expression.
    static func reason(_ text: String, _ dialect: Dialect) -> String? {
        if dialect == .terraform {
            if text.hasPrefix("var.") || text.contains("${var.") {
                return "the flow's id comes from a variable of Terraform: '\(text.prefix(80))'"
            }
            return text.contains("genesyscloud_flow.")
                ? "the flow's id comes from a Terraform resource: '\(text.prefix(80))'" : nil
        }
        return marks.contains { text.contains($0) }
            ? "the flow's id comes from an environment variable: '\(text.prefix(80))'" : nil
    }

    private static let marks = [
        "process.env", "os.environ", "os.getenv", "getenv(", "ENV[", "ENV.fetch", "Environment.GetEnvironmentVariable",
        "System.getenv", "os.Getenv", "$env:", "_ENV", "env(", "import.meta.env", "Deno.env", "ProcessInfo.processInfo",
        "Platform.environment", "env::var", "sys.env", "LookupEnv",
    ]
}
