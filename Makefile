# Newcomers need only `make run` and `make test`. `make help` lists the other targets.
PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/debug/flowdrift

# The number of tests that run at once. Without a limit, a thousand tests start together, each with its own folder and
# connections.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
# Records no stack traces of errors: tests throw thousands of errors on purpose, and no report shows their traces.
export SWT_SWIFT_ERROR_BACKTRACING_ENABLED ?= 0

.PHONY: help run build test lint record examples judge sdk dist packages install clean deps crash damage fuzz mutants bench

help:
	@echo "make run       build, and check the repository's own specs/ and snapshots/"
	@echo "make test      build and run every test"
	@echo "make lint      check the format of every source file, that the code in places.txt exists, and the words"
	@echo "make examples  run the commands of each story in Examples/, and compare their output"
	@echo "make sdk       test the local stand-in of the API with the vendor's Python SDK from PyPI"
	@echo "make judge     check reports, pipelines, generated types and scans with parsers, tsc and a browser"
	@echo "make dist      build the packages of a release into dist/: a tarball, a .deb, and their checksums"
	@echo "make packages  check the packages' files with published schemas, and run the hooks and the action"
	@echo "make crash     kill the program while it writes; no file may be half-written, and the next run must fix all"
	@echo "make damage    damage the files that a check reads, one place at a time; no check may wrongly say in sync"
	@echo "make fuzz      give random bytes to each reader, for SECONDS_EACH seconds ($(SECONDS_EACH))"
	@echo "make mutants   break the program in one place at a time, and require that a test notices"
	@echo "make bench     measure speed and memory against other tools, and write docs/performance.md"
	@echo "make record    write the present output into golden files, docs and examples; read the diff afterwards"
	@echo "make install   build for release and install to PREFIX ($(PREFIX))"

run: build
	$(BINARY) check

build: deps
	$(SWIFT) build --product flowdrift

test: deps
	$(SWIFT) test

# Kills the real program at 300 moments, fills its disk, and deletes its folders.
crash: build
	Tests/Crash/run $(BINARY)

# Damages snapshots, listings and plans in 2,000 ways, and compares each verdict with that of an independent reader.
damage: build
	Tests/Damage/run $(BINARY)

# Gives random bytes to each reader, for SECONDS_EACH seconds.
SECONDS_EACH ?= 600
fuzz: deps
	Tests/Fuzz/run --seconds $(SECONDS_EACH)

# Breaks the program in one place at a time, in a copy of the sources: rules, engine, files and client.
mutants: deps
	Tests/Mutation/run

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	Tests/Mutation/run --places
	scripts/check-words

examples: build
	Examples/run $(BINARY)

sdk: build
	Tests/SDK/run $(BINARY)

judge: build
	Tests/Reports/judge $(BINARY)
	Tests/Pipelines/judge
	Tests/Schema/judge $(BINARY)
	Tests/Scan/oracle --install $(BINARY)

# Compares with libyaml's parser, PyYAML, git and curl; docs/performance.md has the results of the last run.
bench:
	@scripts/install-dependencies --static
	$(SWIFT) build --configuration release --product flowdrift --static-swift-stdlib
	Tests/Bench/run .build/release/flowdrift --output docs/performance.md

# A test run that records golden files fails on purpose, so that somebody reads the diff. The first run writes the
# rules' fixtures into the program; the second makes docs/rules.md from the program.
record: deps
	-RECORD_GOLDEN=1 $(SWIFT) test
	-RECORD_GOLDEN=1 $(SWIFT) test
	@echo "Recorded; read the diff, then run make test."

install: deps
	$(SWIFT) build --configuration release --product flowdrift
	install -D -m 755 .build/release/flowdrift $(DESTDIR)$(PREFIX)/bin/flowdrift

# Builds the files of a release. The binary contains Swift's libraries, and needs the system's libyaml, libcurl and
# libstdc++.
dist:
	@scripts/install-dependencies --dist
	SWIFT="$(SWIFT)" packaging/dist

packages: build
	Tests/Packages/check $(BINARY)

# Installs libyaml, which flowdrift links, and libcurl, which Foundation's networking links, if they are missing.
deps:
	@scripts/install-dependencies

clean:
	rm -rf .build
