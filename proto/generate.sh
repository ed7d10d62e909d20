#!/bin/sh
# Generates the C and Swift sources of every .proto, and those of the tests.
#
# GENERATOR names the plugin; without it, it is built first. The same input gives the same output,
# and nothing is replaced before everything has been generated.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${GENERATOR:-}" ]; then
  swift build --product protoc-gen-steward-swift
  GENERATOR=$(swift build --show-bin-path)/protoc-gen-steward-swift
fi

# The files that come with protobuf itself; their folder is found beside protoc.
INCLUDE=$(dirname "$(dirname "$(command -v protoc)")")/include
WELL_KNOWN="any descriptor duration empty field_mask struct timestamp wrappers"

OUTPUT=$(mktemp -d)
trap 'rm -rf "$OUTPUT"' EXIT

# generate PARAMETERS FOLDER PATH FILE...: the targets that belong into FOLDER.
generate() {
  parameters=$1 folder=$OUTPUT/$2 path=$3
  shift 3
  mkdir -p "$folder"
  protoc --plugin=protoc-gen-steward-swift="$GENERATOR" \
    --steward-swift_out="$parameters:$folder" -I "$path" -I proto -I "$INCLUDE" "$@"
}

well_known=$(for name in $WELL_KNOWN; do echo "google/protobuf/$name.proto"; done)
ours=$(cd proto && find steward -name '*.proto' | LC_ALL=C sort)
# shellcheck disable=SC2086 # the lists are meant to be split
generate c_target=CStewardProtos,swift_target=StewardProtos,services_target=StewardServices \
  Sources proto $well_known $ours

generate c_target=CCorpusProtos,swift_target=CorpusProtos,import=StewardProtos \
  Tests Tests/proto corpus.proto

# The plugin that the README shows, as its author generates it.
generate \
  c_target=CGreeterProtos,swift_target=GreeterProtos,services_target=GreeterProtos,import=StewardProtos \
  Tests/Fixtures/Greeter Tests/Fixtures/Greeter/proto acme/greeter/v1/greeter.proto

for target in Sources/CStewardProtos Sources/StewardProtos Sources/StewardServices \
  Tests/CCorpusProtos Tests/CorpusProtos \
  Tests/Fixtures/Greeter/CGreeterProtos Tests/Fixtures/Greeter/GreeterProtos; do
  rm -rf "$target"
  mv "$OUTPUT/$target" "$target"
done
