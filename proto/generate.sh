#!/bin/sh
# Generates the C and Swift sources of every .proto, and those of the tests' corpus.
#
# GENERATOR names the plugin; without it, it is built first. The same input gives the same output.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${GENERATOR:-}" ]; then
  swift build --product protoc-gen-steward-swift
  GENERATOR=$(swift build --show-bin-path)/protoc-gen-steward-swift
fi

# The files that come with protobuf itself; their folder is found beside protoc.
INCLUDE=$(dirname "$(dirname "$(command -v protoc)")")/include
WELL_KNOWN="any descriptor duration empty field_mask struct timestamp wrappers"

# generate PARAMETERS FOLDER PATH FILE...
generate() {
  parameters=$1 folder=$2 path=$3
  shift 3
  protoc --plugin=protoc-gen-steward-swift="$GENERATOR" \
    --steward-swift_out="$parameters:$folder" -I "$path" -I proto -I "$INCLUDE" "$@"
}

rm -rf Sources/CStewardProtos Sources/StewardProtos Sources/StewardServices
mkdir -p Sources/CStewardProtos/include Sources/StewardProtos Sources/StewardServices
well_known=$(for name in $WELL_KNOWN; do echo "google/protobuf/$name.proto"; done)
ours=$(cd proto && find steward -name '*.proto' | LC_ALL=C sort)
# shellcheck disable=SC2086 # the lists are meant to be split
generate c_target=CStewardProtos,swift_target=StewardProtos,services_target=StewardServices \
  Sources proto $well_known $ours

rm -rf Tests/CCorpusProtos Tests/CorpusProtos
mkdir -p Tests/CCorpusProtos/include Tests/CorpusProtos
generate c_target=CCorpusProtos,swift_target=CorpusProtos,import=StewardProtos \
  Tests Tests/proto corpus.proto

# The module that the README shows, as its author generates it.
greeter=Tests/Fixtures/Greeter
rm -rf $greeter/CGreeterProtos $greeter/GreeterProtos
mkdir -p $greeter/CGreeterProtos/include $greeter/GreeterProtos
generate \
  c_target=CGreeterProtos,swift_target=GreeterProtos,services_target=GreeterProtos,import=StewardProtos \
  $greeter $greeter/proto acme/greeter/v1/greeter.proto
