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

# protos FOLDER...: the files below these folders of proto/.
protos() { (cd proto && find "$@" -name '*.proto' | LC_ALL=C sort); }

# layer NAME FOLDER...: the messages of a layer in C and in Swift, and its services.
layer() {
  name=$1
  shift
  # shellcheck disable=SC2046 # the list is meant to be split
  generate "c_target=C${name}Protos,swift_target=${name}Protos,services_target=${name}Services" \
    Sources/Generated proto $(protos "$@")
}

# shellcheck disable=SC2046 # the list is meant to be split
generate c_target=CGoogleProtos,swift_target=GoogleProtos \
  Sources/Generated proto $(for name in $WELL_KNOWN; do echo "google/protobuf/$name.proto"; done)
layer IPC steward/ipc steward/options
layer Store steward/store
layer Host steward/host
layer Web steward/web
# Every other folder is a noun of the admin domain.
# shellcheck disable=SC2046 # the list is meant to be split
layer Admin $(cd proto && ls -d steward/* | grep -v -x -E 'steward/(ipc|options|store|host|web)')

generate c_target=CCorpusProtos,swift_target=CorpusProtos Tests Tests/proto corpus.proto

# The plugin that the documentation shows, as its author generates it.
generate c_target=CGreeterProtos,swift_target=GreeterProtos,services_target=GreeterProtos \
  Tests/Fixtures/Greeter Tests/Fixtures/Greeter/proto acme/greeter/v1/greeter.proto

rm -rf Sources/Generated
mkdir Sources/Generated
for folder in Sources/Generated Tests Tests/Fixtures/Greeter; do
  for target in "$OUTPUT/$folder"/*Protos "$OUTPUT/$folder"/*Services; do
    test -d "$target" || continue
    rm -rf "$folder/$(basename "$target")"
    mv "$target" "$folder/"
  done
done
