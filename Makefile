# What a newcomer needs: `make run`, `make test`. `make help` lists the rest.
PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/debug/flowdrift

# Tests under way at once: without a bound a thousand begin together, each with its folder and its connections.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
# No trace of the stack for each error that is thrown: thousands are, and are meant to be; no report shows the traces.
export SWT_SWIFT_ERROR_BACKTRACING_ENABLED ?= 0

.PHONY: help run build test lint record examples judge sdk dist packages install clean deps crash damage fuzz mutants bench

help:
	@echo "make run       build, and check the repository's own specs/ and snapshots/"
	@echo "make test      build and run every test"
	@echo "make lint      check the format of every source file, and that each place to break stands in its file"
	@echo "make examples  run each story under Examples/ and compare what it prints"
	@echo "make sdk       have the vendor's Python SDK, from PyPI, use the local stand-in of the API"
	@echo "make judge     have reports, pipelines, generated types and scans judged by others: parsers, tsc, a browser"
	@echo "make dist      build the packages of a release into dist/: a tarball, a .deb, and their checksums"
	@echo "make packages  check the packages' files by published schemas, and run the hooks and the action"
	@echo "make crash     end the program before it is done; each file is whole, and the next run mends"
	@echo "make damage    damage what a check reads, one place at a time; nothing damaged passes for in sync"
	@echo "make fuzz      give each reader any bytes at all, for SECONDS_EACH seconds ($(SECONDS_EACH))"
	@echo "make mutants   break the program in one place at a time, and require that a test notices"
	@echo "make bench     measure speed and memory beside others, and write docs/performance.md"
	@echo "make record    accept what golden files, docs and examples now hold; read the diff before committing"
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

# 2,000 damages of snapshots, listings and plans, each judged against another reading of the same files.
damage: build
	Tests/Damage/run $(BINARY)

# Each reader, for so many seconds, on any bytes at all.
SECONDS_EACH ?= 600
fuzz: deps
	Tests/Fuzz/run --seconds $(SECONDS_EACH)

# Breaks the program in one place at a time, in a copy of the sources: rules, engine, files and client.
mutants: deps
	Tests/Mutation/run

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	Tests/Mutation/run --places

examples: build
	Examples/run $(BINARY)

sdk: build
	Tests/SDK/run $(BINARY)

judge: build
	Tests/Reports/judge $(BINARY)
	Tests/Pipelines/judge
	Tests/Schema/judge $(BINARY)
	Tests/Scan/oracle --install $(BINARY)

# Beside libyaml's parser, PyYAML, git and curl; docs/performance.md holds the figures of the last run.
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
