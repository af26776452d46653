import DriftCore
import DriftEngine
import Foundation

/// A revision of another repository in the cache.
struct CachedRepository: Sendable {
    private let revision: RepositoryRevision
    private let context: Context

    /// The bare repository in the cache.
    private let folder: String

    /// The name of the repository in git's own settings; its address is never written to a file.
    private static let remote = "flowdrift"

    init(_ revision: RepositoryRevision, folder: String, context: Context) {
        self.revision = revision
        self.context = context
        self.folder = folder + "/" + StableHash(of: revision.contracts.repository.name).hexadecimal + ".git"
    }

    /// What the cache knows of a fetched revision.
    struct Record: Sendable {
        let commit: String

        /// The day of the commit, or `nil` if it's unknown.
        let date: String?

        /// When the revision was fetched, in seconds since the beginning of 1970.
        let fetched: Double

        /// Whether this run fetched the revision.
        var isNew = false

        /// The revision with its commit, for a line of progress.
        func line(of revision: RepositoryRevision) -> String { "\(revision.name) (\(commit.prefix(10)))" }
    }

    private var address: RepositoryAddress { revision.contracts.repository }
    private var refName: String { "refs/flowdrift/" + StableHash(of: revision.ref).hexadecimal }
    private var recordFile: String { folder + "/flowdrift-" + StableHash(of: revision.ref).hexadecimal }

    /// The record of the revision, or `nil` if it isn't in the cache.
    func record() -> Record? {
        guard let text = try? String(contentsOfFile: recordFile, encoding: .utf8) else { return nil }
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 3, Self.isObject(words[0]), let fetched = Double(words[2]) else { return nil }
        return Record(commit: words[0], date: words[1] == "-" ? nil : words[1], fetched: fetched)
    }

    /// Deletes the repository from the cache, because it's damaged.
    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// The files of a fetched revision; reads those below the contracts' path.
    ///
    /// - Parameters:
    ///   - record: The revision.
    ///   - fetches: Whether files outside the contracts' path, such as schemas, may be fetched.
    /// - Returns: The files.
    /// - Throws: ``ReadingError`` if the cache is damaged.
    func tree(of record: Record, fetches: Bool) throws(ReadingError) -> GitTree {
        let name = revision.name
        return try GitTree(
            git(),
            commit: record.commit,
            root: name + ":",
            name: name,
            reading: [revision.contracts.path]
        ) { [self] (object) throws(ReadingError) in
            if try isPresent(object) { return }
            guard fetches else {
                throw ReadingError(
                    "flowdrift's cache does not have the content of a file of \(name)",
                    at: Place(file: name),
                    fix: "run the command once with --fetch, which gets the files from the repository"
                )
            }
            try fetch([object])
        }
    }

    /// Fetches the revision into the cache, with every file below the contracts' path.
    ///
    /// - Throws: ``ReadingError`` if the repository can't be reached, the revision doesn't exist, or the cache can't be
    ///   written.
    func fetch() throws(ReadingError) -> Record {
        try prepare()
        let lock = try CacheLock(folder + ".lock", name: revision.name)
        defer { lock.unlock() }
        if !FileManager.default.fileExists(atPath: folder + "/HEAD") {
            // Without a template there are no hooks.
            try require(run(["init", "--quiet", "--bare", "--template=", "."]), "git can't make the cache")
        }
        let wanted = try resolved()
        try require(
            run(
                Self.fetchWords + ["--depth=1", "--force", Self.remote, "+\(wanted):\(refName)"],
                connects: true
            ),
            "\(revision.name) can't be fetched"
        )
        let answer = try run(["log", "-1", "--format=%H %cs", "--end-of-options", refName + "^{commit}"])
        let words = answer.text.split(separator: " ").map(String.init)
        guard answer.status == 0, words.count == 2, Self.isObject(words[0]) else {
            throw failure(answer, "'\(revision.ref)' is not a commit")
        }
        try fetch(try objects(of: words[0]))
        let fetched = context.now().timeIntervalSince1970
        do {
            try "\(words[0]) \(words[1]) \(Int(fetched))".write(toFile: recordFile, atomically: true, encoding: .utf8)
        } catch {
            throw unwritable
        }
        return Record(commit: words[0], date: words[1], fetched: fetched, isNew: true)
    }

    /// The arguments of every fetch: no tags, no submodules, and no files except those that are requested by object.
    private static let fetchWords = [
        "fetch", "--quiet", "--filter=blob:none", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
    ]

    /// The full name of the revision in the repository, or its commit.
    ///
    /// - Throws: ``ReadingError`` if there is no such revision, or if a branch and a tag both have its name.
    private func resolved() throws(ReadingError) -> String {
        let ref = revision.ref
        if Self.isObject(ref) { return ref }
        let names = ref.hasPrefix("refs/") || ref == "HEAD" ? [ref] : ["refs/heads/\(ref)", "refs/tags/\(ref)"]
        let answer = try run(["ls-remote", "--quiet", Self.remote] + names, connects: true)
        try require(answer, "\(address.name) can't be reached")
        let found = answer.text.split(separator: "\n").compactMap { $0.split(separator: "\t").last.map(String.init) }
        let known = names.filter(found.contains)
        guard let only = known.first else {
            throw ReadingError(
                "\(address.name) has no branch or tag '\(ref)'",
                at: revision.contracts.place,
                fix: ref.allSatisfy(\.isHexDigit)
                    ? "correct the name; a commit needs all of its 40 digits"
                    : "correct the name; it may have been deleted"
            )
        }
        guard known.count == 1 else {
            throw ReadingError(
                "\(address.name) has both a branch and a tag '\(ref)'",
                at: revision.contracts.place,
                fix: "write refs/heads/\(ref) or refs/tags/\(ref)"
            )
        }
        return only
    }

    /// The objects that a check reads: the files below the contracts' path, and all links.
    private func objects(of commit: String) throws(ReadingError) -> [String] {
        let answer = try run(["ls-tree", "-r", "-z", "--full-tree", commit])
        try require(answer, "git can't read the revision")
        let path = revision.contracts.path
        return answer.output.split(separator: 0).compactMap { record in
            let halves = record.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
            guard halves.count == 2 else { return nil }
            let words = String(decoding: halves[0], as: UTF8.self).split(separator: " ")
            let file = String(decoding: halves[1], as: UTF8.self)
            let isWanted = file == path || file.hasPrefix(path + "/") || words.first == "120000"
            return words.count == 3 && words[1] == "blob" && isWanted ? String(words[2]) : nil
        }
    }

    /// Fetches files by their objects, in one request.
    private func fetch(_ objects: [String]) throws(ReadingError) {
        guard !objects.isEmpty else { return }
        let input = Array((Set(objects).sorted().joined(separator: "\n") + "\n").utf8)
        let answer = try run(
            ["-c", "fetch.negotiationAlgorithm=noop"] + Self.fetchWords + ["--stdin", Self.remote],
            input: input,
            connects: true
        )
        try require(answer, "the files of \(revision.name) can't be fetched")
    }

    private func isPresent(_ object: String) throws(ReadingError) -> Bool {
        try run(["cat-file", "-e", object]).status == 0
    }

    private static func isObject(_ text: String) -> Bool {
        (text.utf8.count == 40 || text.utf8.count == 64)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
            }
    }
}

// MARK: - git

extension CachedRepository {
    /// git in the cache: it connects to nothing, unless `connects` is true, and then only to the repository.
    private func git(connects: Bool = false) -> Git {
        var context = context
        context.workingFolder = folder
        var git = Git(context: context)
        git.variables = [
            "GIT_DIR": folder, "GIT_ALLOW_PROTOCOL": connects ? allowed : "none", "GIT_NO_LAZY_FETCH": "1",
            // git starts no program with an empty name, so nothing asks for a password.
            "GIT_ASKPASS": "", "SSH_ASKPASS": "", "GCM_INTERACTIVE": "never", "GIT_LFS_SKIP_SMUDGE": "1",
        ]
        guard connects else { return git }
        git.patience = context.gitPatience
        let ssh = context.variables["GIT_SSH_COMMAND"] ?? "ssh"
        git.variables["GIT_SSH_COMMAND"] = ssh + " -o BatchMode=yes -o ConnectTimeout=20"
        // The settings are in variables, because other users of the machine can see a command's arguments.
        let settings = [
            ("remote.\(Self.remote).url", address.url), ("core.hooksPath", "/dev/null"), ("http.lowSpeedLimit", "1"),
            ("http.lowSpeedTime", "30"), ("gc.auto", "0"), ("maintenance.auto", "false"),
        ]
        git.variables["GIT_CONFIG_COUNT"] = String(settings.count)
        for (number, setting) in settings.enumerated() {
            git.variables["GIT_CONFIG_KEY_\(number)"] = setting.0
            git.variables["GIT_CONFIG_VALUE_\(number)"] = setting.1
        }
        return git
    }

    /// The protocols that git may use; `file` only if the user's own GIT_ALLOW_PROTOCOL allows it.
    private var allowed: String {
        guard let own = context.variables["GIT_ALLOW_PROTOCOL"] else { return "https:ssh" }
        return own.split(separator: ":").filter { ["https", "ssh", "file"].contains($0) }.joined(separator: ":")
    }

    private func run(
        _ words: [String],
        input: [UInt8] = [],
        connects: Bool = false
    ) throws(ReadingError) -> Git.Answer {
        try git(connects: connects).run(words, input: input, about: revision.name)
    }

    private func prepare() throws(ReadingError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw unwritable
        }
    }

    private var unwritable: ReadingError {
        ReadingError(
            "The cache can't be written, so \(revision.name) wasn't fetched",
            at: Place(file: folder),
            fix: "make the folder writable, or set XDG_CACHE_HOME to another folder"
        )
    }

    private func require(_ answer: Git.Answer, _ problem: String) throws(ReadingError) {
        guard answer.status != 0 else { return }
        throw failure(answer, problem)
    }

    /// The error for a failed git command, without the secrets in the repository's address.
    private func failure(_ answer: Git.Answer, _ problem: String) -> ReadingError {
        var said = answer.errors.replacing(address.url, with: address.name)
        said = said.replacing(/[a-z+]+:\/\/[^\/@\s]*@/, with: "")
        let isForbidden = said.contains("not allowed")
        return ReadingError(
            problem + (said.isEmpty ? "" : ": \(Excerpt.clipped(said))"),
            at: revision.contracts.place,
            fix: isForbidden
                ? "allow the protocol with GIT_ALLOW_PROTOCOL"
                : "run `git ls-remote` with the same address; --offline uses what was fetched before"
        )
    }
}

/// A lock on one repository of the cache, so that two runs don't fetch it at the same time.
private struct CacheLock {
    private let descriptor: Int32

    /// Waits until no other run has the lock.
    init(_ path: String, name: String) throws(ReadingError) {
        descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw ReadingError(
                "The cache can't be written, so \(name) wasn't fetched",
                at: Place(file: path),
                fix: "make the folder writable, or set XDG_CACHE_HOME to another folder"
            )
        }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }

    func unlock() { close(descriptor) }
}
