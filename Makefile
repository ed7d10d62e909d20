# Steward. `make run` and `make test` do everything on a fresh Debian machine with Swift 6.2 or later.

PREFIX ?= /usr/local
DESTDIR ?=

# Debian packages: what building needs, then what only tests and `make proto` need.
BUILD_PACKAGES = build-essential pkg-config libprotobuf-c-dev liblmdb-dev libyaml-dev libargon2-dev
DEVELOPMENT_PACKAGES = protobuf-compiler protobuf-c-compiler libprotobuf-dev python3 python3-protobuf \
  python3-venv curl openssl chromium-headless-shell fonts-ipafont-gothic
BENCHMARK_PACKAGES = curl wrk

# Every plugin, by the name in its manifest.
PLUGINS := $(shell sed -n 's/^[{ ]*"name": *"\([^"]*\)".*/\1/p' Plugins/*/plugin.json)

# Every library that has a reference.
DOCUMENTED := $(patsubst Sources/%/Documentation.docc,%,$(wildcard Sources/*/Documentation.docc))

DIST = .build/dist
DOCS = .build/docs
BENCHMARKS = .build/benchmarks
BROWSER_DIST = .build/browser-dist
RELEASE = -c release --static-swift-stdlib $(LINK)

# How a release is linked, for small programs that start fast. Of an idle plugin's 15 MB these save 3:
# relocations packed, no table of symbols that are never looked up by name, and libstdc++ and libgcc linked
# in, of which Swift's runtime uses little (GCC's folder holds a libstdc++.so too, which would win).
LINK = -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xlinker -z -Xlinker pack-relative-relocs \
  -Xswiftc -L$(CURDIR)/$(STATIC) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
STATIC = .build/static

.PHONY: help deps dev-deps bench-deps build run test test-browser screenshots fuzz fuzz-http chaos bench proto \
  check-proto check-imports docs format lint install clean

help: ## Shows this list.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

deps: ## Installs the Debian packages that building needs and that are missing.
	@.make/install-packages $(BUILD_PACKAGES)

dev-deps: deps
	@.make/install-packages $(DEVELOPMENT_PACKAGES)
	@$(MAKE) -s .build/python/installed .build/python-sdk-1/installed

# Clients and judges of the HTTP gateway that are not of our making, and an SDK of before beside them.
.build/python/installed: Tests/Fixtures/python/requirements.txt
	@.make/make-venv $(@D) $<

.build/python-sdk-1/installed: Tests/Fixtures/python/requirements-sdk-1.txt
	@.make/make-venv $(@D) $<

bench-deps: deps
	@.make/install-packages $(BENCHMARK_PACKAGES)

$(STATIC)/libstdc++.a: | deps
	@mkdir -p $(@D)
	@ln -sf "$$($(CXX) -print-file-name=$(@F))" $@

build: $(STATIC)/libstdc++.a ## Builds a release and lays it out as it would be installed, in .build/dist.
	swift build $(RELEASE) --product steward
	@for plugin in $(PLUGINS); do swift build $(RELEASE) --product $$plugin || exit 1; done
	@.make/assemble "$$(swift build $(RELEASE) --show-bin-path)" $(DIST) $(PLUGINS)

run: build ## Builds, then serves until Ctrl-C.
	@$(DIST)/bin/steward serve

# All tests at once would get in each other's way on two cores, and run out of time.
# What must take less than a second, beside an attack, is measured without other tests beside it.
RUN_TESTS = .make/run-tests --experimental-maximum-parallelization-width 8

test: dev-deps ## Runs every test.
	swift build --build-tests
	$(RUN_TESTS) --skip 'FuzzTests|ChaosTests|RevocationTests|MadeUpRequestTests|Honest'
	$(RUN_TESTS) --filter 'FuzzTests|ChaosTests|MadeUpRequestTests'
	.make/run-tests --no-parallel --filter 'RevocationTests|Honest'
	@.make/assemble "$$(swift build --show-bin-path)" $(BROWSER_DIST) $(PLUGINS)
	$(RUN_BROWSER_TESTS) --dist-folder $(BROWSER_DIST)

# The console in Debian's Chromium. It runs the programs as they are installed, like the end-to-end tests.
RUN_BROWSER_TESTS = .build/python/bin/python -m pytest -q -p no:cacheprovider -n 2 --dist worksteal Tests/Browser

test-browser: dev-deps build ## Runs the long browser tests of the console. SEED=n repeats; CLICKS=n is how many.
	$(RUN_BROWSER_TESTS) --dist-folder $(DIST) --long $(if $(SEED),--seed $(SEED)) \
	  $(if $(CLICKS),--clicks $(CLICKS))

screenshots: dev-deps build ## Writes pictures of the console to .build/screenshots, to be looked at before a release.
	$(RUN_BROWSER_TESTS)/screenshots.py --dist-folder $(DIST)

fuzz: dev-deps ## Sends garbage everywhere. SEED=n repeats; SECONDS=n is how long each kind takes.
	swift build --build-tests
	STEWARD_FUZZ_SEED=$(SEED) STEWARD_FUZZ_SECONDS=$(or $(SECONDS),60) \
	  $(RUN_TESTS) --filter FuzzTests

fuzz-http: dev-deps ## Sends made-up requests to the HTTP gateway. SECONDS=n is how long.
	swift build --build-tests
	STEWARD_FUZZ_SECONDS=$(or $(SECONDS),300) $(RUN_TESTS) --filter 'JudgeTests|MadeUpRequestTests'

chaos: dev-deps ## Kills plugins, clients and hosts under load. SEED=n; SECONDS=n or KILLS=n.
	swift build --build-tests
	STEWARD_CHAOS_SEED=$(SEED) STEWARD_CHAOS_SECONDS=$(SECONDS) \
	  STEWARD_CHAOS_KILLS=$(or $(KILLS),$(if $(SECONDS),,1000)) \
	  $(RUN_TESTS) --filter ChaosTests

bench: bench-deps $(STATIC)/libstdc++.a ## Measures beside plain C. BENCH=case runs one; JSON=file keeps the results.
	swift build $(RELEASE) --package-path Benchmarks --scratch-path $(BENCHMARKS)
	@.make/assemble $(BENCHMARKS)/release $(BENCHMARKS)/dist $(PLUGINS)
	@$(BENCHMARKS)/release/bench --dist $(BENCHMARKS)/dist $(if $(BENCH),--case $(BENCH)) \
	  $(if $(JSON),--json $(JSON))

proto: dev-deps ## Generates the C and Swift sources from proto/.
	proto/generate.sh

check-proto: proto ## Fails if the committed generated sources differ from what proto/ gives.
	@stale=$$(git status --porcelain -- Sources/Generated Tests/CCorpusProtos Tests/CorpusProtos Tests/Fixtures/Greeter); \
	test -z "$$stale" || { echo "$$stale"; \
	  echo "error: the generated sources are stale; run make proto and commit" >&2; exit 1; }

check-imports: deps ## Fails if a target imports another that it does not depend on.
	swift build --explicit-target-dependency-import-check error

# STEWARD_DOCS adds swift-docc-plugin to the package. A parameter is described where its name and type
# don't say enough, so DocC doesn't ask for the others.
docs: deps ## Builds the reference of the libraries, in .build/docs. A broken link is an error.
	STEWARD_DOCS=1 swift package --allow-writing-to-directory $(DOCS) generate-documentation \
	  $(DOCUMENTED:%=--target %) --enable-experimental-combined-documentation \
	  --warnings-as-errors --disable-parameters-and-returns-validation --output-path $(DOCS)

format: ## Formats every Swift source that is written by hand.
	@.make/swift-sources | xargs swift format --in-place

lint: ## Fails if a source is not formatted, uses a retired word or imports upward.
	@.make/swift-sources | xargs swift format lint --strict
	@.make/check-comments
	@.make/check-words
	@.make/check-layers

install: ## Installs what `make build` made. PREFIX is /usr/local unless given.
	@test -x $(DIST)/bin/steward || { echo "error: nothing is built; run make build" >&2; exit 1; }
	mkdir -p $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/steward
	install -m 755 $(DIST)/bin/steward $(DESTDIR)$(PREFIX)/bin/steward
	cp -R $(DIST)/libexec/steward/plugins $(DESTDIR)$(PREFIX)/libexec/steward/

clean: ## Removes every build product.
	rm -rf .build
