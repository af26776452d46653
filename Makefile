# What a newcomer needs: `make run`, `make test`. `make help` lists the rest.
PREFIX ?= /usr/local
SWIFT ?= swift
BINARY = .build/debug/flowdrift

.PHONY: help run build test lint record examples judge sdk install clean deps reliability

help:
	@echo "make run       build, and check the repository's own specs/ and snapshots/"
	@echo "make test      build and run every test"
	@echo "make lint      check the format of every source file"
	@echo "make examples  run each story under Examples/ and compare what it prints"
	@echo "make sdk       hold the local stand-in of the API against the vendor's Python SDK, from PyPI"
	@echo "make judge     have the reports judged by others: a schema, parsers, a browser"
	@echo "make record    accept what golden files, docs and examples now hold; read the diff before committing"
	@echo "make install   build for release and install to PREFIX ($(PREFIX))"

run: build
	$(BINARY) check

build: deps
	$(SWIFT) build --product flowdrift

test: deps
	$(SWIFT) test
	FLOWDRIFT_RELIABILITY=1 $(SWIFT) test --skip-build --filter LiveReliabilityTests

# Makes each fault of the stand-in by itself, and holds docs/reliability.md against what becomes of it.
reliability: deps
	FLOWDRIFT_RELIABILITY=1 $(SWIFT) test --filter LiveReliabilityTests

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests

examples: build
	Examples/run $(BINARY)

sdk: build
	Tests/SDK/run $(BINARY)

judge: build
	Tests/Reports/judge $(BINARY)

# Recording fails on purpose, so that a recorded run never passes unread. The first run writes the rules' fixtures into
# the program; the second renders docs/rules.md from it.
record: deps
	-RECORD_GOLDEN=1 $(SWIFT) test
	-RECORD_GOLDEN=1 $(SWIFT) test
	-FLOWDRIFT_RELIABILITY=1 RECORD_GOLDEN=1 $(SWIFT) test --skip-build --filter LiveReliabilityTests
	@echo "Recorded; read the diff, then run make test."

install: deps
	$(SWIFT) build --configuration release --product flowdrift
	install -D -m 755 .build/release/flowdrift $(DESTDIR)$(PREFIX)/bin/flowdrift

# libyaml is linked by flowdrift, libcurl by Foundation's networking. Installed only where they are missing.
deps:
	@scripts/install-dependencies

clean:
	rm -rf .build
