# What a newcomer needs: `make run`, `make test`. `make help` lists the rest.
PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/debug/flowdrift

# How many tests run at once; without a limit, a thousand start together, each with its own folder and connections.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
# Tests throw thousands of errors on purpose, and no report shows their stack traces, so none are recorded.
export SWT_SWIFT_ERROR_BACKTRACING_ENABLED ?= 0

.PHONY: help run build test lint record examples judge sdk dist packages install clean deps crash damage fuzz mutants bench

help:
	@echo "make run       build, and check the repository's own specs/ and snapshots/"
	@echo "make test      build and run every test"
	@echo "make lint      check the format of every source file, and that each mutant's place is in its file"
	@echo "make examples  run each story under Examples/ and compare what it prints"
	@echo "make sdk       test the local stand-in of the API with the vendor's Python SDK from PyPI"
	@echo "make judge     validate reports, pipelines, generated types and scans with parsers, tsc and a browser"
	@echo "make dist      build the packages of a release into dist/: a tarball, a .deb, and their checksums"
	@echo "make packages  check the packages' files by published schemas, and run the hooks and the action"
	@echo "make crash     kill the program while it writes; each file must be whole, and the next run must repair"
	@echo "make damage    damage the files that a check reads, one place at a time; none may pass as in sync"
	@echo "make fuzz      feed random bytes to each reader, for SECONDS_EACH seconds ($(SECONDS_EACH))"
	@echo "make mutants   break the program in one place at a time, and require that a test notices"
	@echo "make bench     measure speed and memory against other tools, and write docs/performance.md"
	@echo "make record    write the present output into golden files, docs and examples; then read the diff"
	@echo "make install   build for release and install to PREFIX ($(PREFIX))"

run: build
	$(BINARY) check

build: deps
	$(SWIFT) build --product flowdrift

test: deps
	$(SWIFT) test

# Kills the real program at 300 moments, fills its disk, takes its folders away.
crash: build
	Tests/Crash/run $(BINARY)

# Damages snapshots, listings and plans in 2,000 ways, and compares each verdict with an independent reading.
damage: build
	Tests/Damage/run $(BINARY)

# Feeds random bytes to each reader, for so many seconds.
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

# Recording fails on purpose, so that a recorded run never passes unread. The first run writes the rules' fixtures into
# the program; the second renders docs/rules.md from it.
record: deps
	-RECORD_GOLDEN=1 $(SWIFT) test
	-RECORD_GOLDEN=1 $(SWIFT) test
	@echo "Recorded; read the diff, then run make test."

install: deps
	$(SWIFT) build --configuration release --product flowdrift
	install -D -m 755 .build/release/flowdrift $(DESTDIR)$(PREFIX)/bin/flowdrift

# What is released; binaries hold Swift's libraries and need libyaml, libcurl and libstdc++ of the system.
dist:
	@scripts/install-dependencies --dist
	SWIFT="$(SWIFT)" packaging/dist

packages: build
	Tests/Packages/check $(BINARY)

# libyaml is linked by flowdrift, libcurl by Foundation's networking. Installed only where they are missing.
deps:
	@scripts/install-dependencies

clean:
	rm -rf .build
