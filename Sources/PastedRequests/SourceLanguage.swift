/// A language in which people write requests, and the signs that identify it.
package struct SourceLanguage: Sendable {
    /// The name in messages.
    package let name: String

    /// Signs, in lower case, that occur only in this language.
    package let strong: [String]

    /// Signs that occur in other languages too, so that two of them are needed.
    package let weak: [String]

    /// The fix for a text in this language, or `nil` for the usual fix: give lint the request that the program sends.
    package var fix: String?

    /// The language with the most signs in a text, or `nil` if none has enough.
    package static func best(for text: String, isYAMLKnown: Bool) -> SourceLanguage? {
        let bytes = Array(("\n" + text.lowercased()).utf8)
        var best: (language: SourceLanguage, weight: Int)?
        for language in all {
            let count = { (signs: [String]) in signs.count { bytes.holds(Array($0.utf8)) } }
            let weight = 2 * count(language.strong) + count(language.weak)
            if weight >= 2, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language ?? (isYAMLKnown && isYAML(text) ? yaml : nil)
    }

    private static let all: [SourceLanguage] = [
        SourceLanguage(
            name: "PowerShell",
            strong: [
                "invoke-restmethod", "invoke-webrequest", "convertto-json", "convertfrom-json", "$psversiontable",
                "write-host", "= @{", "irm -", "iwr -", "irm http", "iwr http",
            ],
            weak: ["-contenttype ", "param(", "new-object", "-method post", "-headers "],
            fix:
                "write the final JSON body to a file (`$body | Out-File body.json`) and give lint that file, or give lint a curl command"
        ),
        SourceLanguage(
            name: "JavaScript or TypeScript",
            strong: [
                "fetch(", "axios", "json.stringify(", "xmlhttprequest", "console.log(", "async function",
                "purecloud-platform-client-v2", "$.ajax(", "process.env.", "module.exports", "urlfetchapp.",
                "pm.sendrequest", "architectapi(",
            ],
            weak: [
                "const ", "let ", " => ", "await ", "require(", "function(", "function (", "export default", "then(",
            ]
        ),
        SourceLanguage(
            name: "Python",
            strong: [
                "import requests", "requests.post(", "requests.request(", "json.dumps(", "purecloudplatformclientv2",
                "http.client", "aiohttp", "httpx.", "os.environ", "urllib.request", "import json", "if __name__",
            ],
            weak: ["print(", "def ", "none,", ": true}", "self.", "import os", "from "]
        ),
        SourceLanguage(
            name: "C#",
            strong: [
                "jsonconvert.", "jsonserializer.serialize", "purecloudplatform.client", "addjsonbody(", "restrequest(",
                "using system", "httprequestmessage(",
            ],
            weak: [
                "new httpclient(", "new stringcontent(", "postasync(", "namespace ", "var ", "encoding.utf8",
                "async task", "await ", "string ",
            ]
        ),
        SourceLanguage(
            name: "Java or Kotlin",
            strong: [
                "httprequest.newbuilder", "import java", "okhttpclient", "httpurlconnection", "mediatype.parse",
                "resttemplate", "unirest.", "bodypublishers", "com.mypurecloud", "requestbody.create", "system.out.",
                "httpentity<", "httppost(",
            ],
            weak: [
                "public class ", "new url(", "public static", "objectmapper", "val ", "fun main", "private final",
                "string ",
            ]
        ),
        SourceLanguage(
            name: "Go",
            strong: [
                "package main", "http.newrequest", "\"net/http\"", "json.marshal(", "strings.newreader(",
                "bytes.newbuffer(", "platformclientv2",
            ],
            weak: [":= ", "func ", "err != nil", "http.post("]
        ),
        SourceLanguage(
            name: "Dart",
            strong: ["jsonencode(", "package:http", "uri.parse(\"http"],
            weak: ["http.post(", "await ", "future<", "void main("]
        ),
        SourceLanguage(
            name: "Apex",
            strong: [".setendpoint(", "httprequest req = new", "json.serialize("],
            weak: [".setbody(", ".setmethod(", "public class ", "callout:"]
        ),
        SourceLanguage(
            name: "Lua",
            strong: ["ltn12", "require(\"socket", "require \"socket", "cjson"],
            weak: ["local ", "function(", "end\n"]
        ),
        SourceLanguage(
            name: "Objective-C",
            strong: ["nsmutableurlrequest", "nsurlsession", "nsjsonserialization"],
            weak: ["#import", "nsstring"]
        ),
        SourceLanguage(
            name: "R",
            strong: ["library(httr", "httr::", "req_perform("],
            weak: [" <- ", "fromjson(", "tojson("]
        ),
        SourceLanguage(
            name: "Ruby",
            strong: ["net::http", ".to_json", "httparty", "faraday", "restclient.post", "json.generate("],
            weak: ["require '", "puts ", "uri.parse(", "uri(", "def ", "end\n"]
        ),
        SourceLanguage(
            name: "PHP",
            strong: ["<?php", "curl_init(", "curl_setopt", "json_encode(", "guzzlehttp", "curlopt_"],
            weak: ["$this->", "->post(", "http_build_query", "array(", "echo $"]
        ),
        SourceLanguage(
            name: "Rust",
            strong: ["reqwest::", "serde_json", "fn main()"],
            weak: ["let mut ", "json!(", "unwrap()", ".await?"]
        ),
        SourceLanguage(
            name: "Swift",
            strong: ["urlrequest(", "urlsession.", "jsonserialization", "jsonencoder("],
            weak: ["import foundation", "httpbody", "let ", "try "]
        ),
        SourceLanguage(
            name: "Perl",
            strong: ["use lwp", "http::request", "encode_json"],
            weak: ["my $", "use strict"]
        ),
        SourceLanguage(
            name: "Terraform's language",
            strong: ["resource \"", "data \"genesys", "config_request {", "terraform {"],
            weak: [
                "variable \"", "provider \"", "module \"", "locals {", "output \"", "request_template", "genesyscloud_",
            ],
            fix:
                "give `flowdrift plan` the plan as JSON (`terraform show -json PLAN`), or give lint an exported data action or only its template"
        ),
        SourceLanguage(
            name: "a configuration file of curl",
            strong: ["\nurl = \"", "\nurl=\"", "\nheader = \"", "\nheader=\""],
            weak: ["\ndata = ", "\ndata=", "\nrequest = ", "\nuser = "],
            fix: "give lint a curl command with these options, or only the body"
        ),
        SourceLanguage(
            name: "XML",
            strong: ["<?xml", "<soap", "</jmetertestplan"],
            weak: ["xmlns", "</"]
        ),
        SourceLanguage(
            name: "HTML",
            strong: ["<!doctype html", "<html"],
            weak: ["<body", "<div", "<script", "<p>", "<a href"],
            fix: "copy the request from the page as text"
        ),
        SourceLanguage(
            name: "Visual Basic",
            strong: ["createobject(", "msxml2.", "winhttp.", "\nimports system", "end sub"],
            weak: ["dim ", " as new ", " as string", "set ", "new httpclient(", "new stringcontent("]
        ),
    ]

    private static let yaml = SourceLanguage(
        name: "YAML",
        strong: [],
        weak: [],
        fix: "give lint the request as JSON; for a flow's definition, pass its folder with --from; for a contract, run "
            + "`flowdrift check`"
    )

    /// Whether most lines look like those of a YAML mapping.
    private static func isYAML(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).filter { line in
            let line = line.drop { $0 == " " }
            return !line.isEmpty && !line.hasPrefix("#")
        }
        let keys = lines.count { line in
            let line = line.drop { $0 == " " || $0 == "-" }
            guard let colon = line.firstIndex(of: ":") else { return false }
            let rest = line[line.index(after: colon)...]
            let isName = line[..<colon].allSatisfy { $0.isLetter || $0.isNumber || "_-./\"'".contains($0) }
            return isName && !line[..<colon].isEmpty && (rest.isEmpty || rest.first == " ")
        }
        return lines.count >= 2 && keys * 10 >= lines.count * 6
    }
}
