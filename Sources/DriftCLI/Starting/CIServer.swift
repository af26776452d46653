import ArgumentParser
import DriftCore

/// A CI server that `flowdrift init` writes a file for.
enum CIServer: String, CaseIterable, ExpressibleByArgument {
    case github
    case gitlab
    case jenkins

    /// The file or folder that shows that a repository uses the server.
    var marker: String {
        switch self {
        case .github: ".github"
        case .gitlab: ".gitlab-ci.yml"
        case .jenkins: "Jenkinsfile"
        }
    }

    /// The file to write; its name contains `flowdrift`, so that it's unlikely to exist already.
    var file: String {
        switch self {
        case .github: ".github/workflows/flowdrift.yml"
        case .gitlab: ".gitlab/flowdrift.gitlab-ci.yml"
        case .jenkins: "Jenkinsfile.flowdrift"
        }
    }

    /// The remaining steps for a person, one per line.
    var steps: [String] {
        switch self {
        case .github:
            ["set the repository's variable FLOWDRIFT_DEB to the URL of flowdrift's .deb, which the job installs"]
        case .gitlab:
            [
                "add `include: [{ local: \(file) }]` to .gitlab-ci.yml",
                "set the project's CI/CD variable FLOWDRIFT_IMAGE to a container image with flowdrift",
            ]
        case .jenkins:
            ["make a pipeline from \(file), or copy its stage into your pipeline; the agent must have flowdrift"]
        }
    }

    /// The file's content: a job that checks the snapshots on each change, without a secret and without an org.
    var text: String {
        switch self {
        case .github: Self.githubText
        case .gitlab: Self.gitlabText
        case .jenkins: Self.jenkinsText
        }
    }

    /// The servers that a repository uses, according to its files.
    static func servers(of project: Repository) -> [CIServer] {
        allCases.filter { project.has($0.marker) }
    }

    private static let githubText = """
        # Written by flowdrift init; from here on it is yours to edit.
        # The check only reads contracts and snapshots: it needs no secret, and no permission except to read.
        name: flowdrift
        on: [push, pull_request]
        permissions:
          contents: read
        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: Install flowdrift
                run: |
                  curl --fail --silent --show-error --location --output /tmp/flowdrift.deb "$FLOWDRIFT_DEB"
                  sudo apt-get install --yes /tmp/flowdrift.deb
                env:
                  FLOWDRIFT_DEB: ${{ vars.FLOWDRIFT_DEB }}
              # Run your tests with the stand-in: a misspelt input fails them (docs/code.md). Remove the '#':
              # - run: flowdrift stub --record-launches test/launches.ndjson --run -- npm test
              # - run: git diff --exit-code test/launches.ndjson
              # Scan the code for misspelt inputs, and for flows without a contract (docs/scan.md). Remove the '#':
              # - run: flowdrift scan
              - name: Compare contracts with snapshots
                run: flowdrift check --report github --report html=flowdrift.html
              - uses: actions/upload-artifact@v4
                if: always()
                with:
                  name: flowdrift
                  path: flowdrift.html

        """

    private static let gitlabText = """
        # Written by flowdrift init; from here on it is yours to edit.
        # The check only reads contracts and snapshots: it needs no secret.
        flowdrift:
          image:
            name: $FLOWDRIFT_IMAGE
            entrypoint: [""]
          script:
            # Run your tests with the stand-in: a misspelt input fails them (docs/code.md). Remove the '#':
            # - flowdrift stub --record-launches test/launches.ndjson --run -- npm test
            # - git diff --exit-code test/launches.ndjson
            # Scan the code for misspelt inputs, and for flows without a contract (docs/scan.md). Remove the '#':
            # - flowdrift scan
            - >
              flowdrift check --report text --report gitlab=flowdrift-quality.json
              --report junit=flowdrift.xml --report html=flowdrift.html
          artifacts:
            when: always
            paths: [flowdrift.html]
            reports:
              codequality: flowdrift-quality.json
              junit: flowdrift.xml

        """

    private static let jenkinsText = """
        // Written by flowdrift init; from here on it is yours to edit.
        // The check only reads contracts and snapshots: it needs no secret.
        pipeline {
          agent any
          stages {
            stage('Compare contracts with snapshots') {
              steps {
                // Run your tests with the stand-in: a misspelt input fails them (docs/code.md). Remove the '//':
                // sh 'flowdrift stub --record-launches test/launches.ndjson --run -- npm test'
                // sh 'git diff --exit-code test/launches.ndjson'
                // Scan the code for misspelt inputs, and for flows without a contract (docs/scan.md). Remove the '//':
                // sh 'flowdrift scan'
                sh 'flowdrift check --report text --report junit=flowdrift.xml --report html=flowdrift.html'
              }
            }
          }
          post {
            always {
              junit 'flowdrift.xml'
              archiveArtifacts artifacts: 'flowdrift.html', allowEmptyArchive: true
            }
          }
        }

        """
}
