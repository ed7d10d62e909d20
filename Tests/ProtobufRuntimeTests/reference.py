"""Responses of protobuf's own implementation in Python, which the tests compare with ours.

The first line of stdin is a serialized FileDescriptorSet in hexadecimal. Every further line is a case
as JSON, and gets one line of JSON as its response:

  {"type": NAME, "wire": HEX}      reads the wire format
  {"type": NAME, "json": TEXT}     reads canonical JSON
  {"type": NAME, "seed": NUMBER}   makes a message up

  {"wire": HEX, "json": TEXT}      the message, written deterministically both ways
  {"wire": HEX, "refusal": TEXT}   the same, but it has no JSON
  {"refusal": TEXT}                the input was refused
"""

import json
import random
import struct
import sys

from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

SPECIAL = {
    "google.protobuf.Any", "google.protobuf.Timestamp", "google.protobuf.Duration",
    "google.protobuf.FieldMask", "google.protobuf.Value",
}


def load(serialized):
    pool = descriptor_pool.DescriptorPool()
    for file in descriptor_pb2.FileDescriptorSet.FromString(serialized).file:
        pool.Add(file)
    return pool, message_factory.MessageFactory(pool)


def number(rng, field):
    kind = field.type
    if kind == field.TYPE_BOOL:
        return rng.random() < 0.5
    if kind == field.TYPE_DOUBLE:
        return rng.choice([0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, rng.uniform(-1e6, 1e6)])
    if kind == field.TYPE_FLOAT:
        value = rng.choice([0.0, -0.0, 1.0, 0.1, 1e-30, rng.uniform(-1e6, 1e6)])
        return struct.unpack("f", struct.pack("f", value))[0]
    if kind == field.TYPE_ENUM and field.enum_type.full_name == "google.protobuf.NullValue":
        return 0
    if kind == field.TYPE_ENUM:
        return rng.choice([value.number for value in field.enum_type.values] + [77, -5])
    bits = 32 if "32" in str(kind_name(field)) else 64
    low, high = (0, 2**bits - 1) if is_unsigned(field) else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    return rng.choice([0, 1, low, high, rng.randint(low, high), rng.randint(0, 300)])


def kind_name(field):
    return next(name for name, value in vars(type(field)).items()
                if name.startswith("TYPE_") and value == field.type)


def is_unsigned(field):
    return kind_name(field) in ("TYPE_UINT32", "TYPE_UINT64", "TYPE_FIXED32", "TYPE_FIXED64")


def scalar(rng, field):
    if field.type == field.TYPE_STRING:
        return rng.choice(["", "a", "plain text of some length", "ünïcödé", "日本語", "😀", 'q"\\\n'])
    if field.type == field.TYPE_BYTES:
        return bytes(rng.randrange(256) for _ in range(rng.randrange(6)))
    return number(rng, field)


def fill_special(rng, message):
    name = message.DESCRIPTOR.full_name
    if name == "google.protobuf.Timestamp":
        message.seconds = rng.choice([0, -1, -62135596800, 253402300799, rng.randint(-10**10, 10**10)])
        message.nanos = rng.choice([0, 500000000, 999999999, 1000, rng.randrange(10**9)])
    elif name == "google.protobuf.Duration":
        sign = rng.choice([1, -1])
        message.seconds = sign * rng.choice([0, 1, rng.randrange(10**9)])
        message.nanos = sign * rng.choice([0, 1, 500000000, rng.randrange(10**9)])
    elif name == "google.protobuf.FieldMask":
        message.paths.extend(rng.sample(["a", "b_c", "user.display_name", "x1"], rng.randrange(3)))
    elif name == "google.protobuf.Value":
        case = rng.randrange(5)
        if case == 0:
            message.null_value = 0
        elif case == 1:
            message.number_value = rng.choice([0.0, 1.5, -3.0, 1e21])
        elif case == 2:
            message.string_value = "text"
        elif case == 3:
            message.bool_value = rng.random() < 0.5
        else:
            message.list_value.values.add().string_value = "inside"


def fill(rng, message, depth):
    if message.DESCRIPTOR.full_name in SPECIAL:
        return fill_special(rng, message)
    for field in message.DESCRIPTOR.fields:
        if rng.random() < 0.4 or (field.message_type is not None and depth > 3):
            continue
        fill_field(rng, message, field, depth)


def fill_field(rng, message, field, depth):
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        fill_map(rng, message, field, depth)
    elif field.label == field.LABEL_REPEATED:
        for _ in range(rng.randrange(4)):
            if field.message_type is None:
                getattr(message, field.name).append(scalar(rng, field))
            else:
                fill(rng, getattr(message, field.name).add(), depth + 1)
    elif field.message_type is None:
        setattr(message, field.name, scalar(rng, field))
    else:
        getattr(message, field.name).SetInParent()
        fill(rng, getattr(message, field.name), depth + 1)


def fill_map(rng, message, field, depth):
    key, value = field.message_type.fields_by_name["key"], field.message_type.fields_by_name["value"]
    entries = getattr(message, field.name)
    for _ in range(rng.randrange(4)):
        if value.message_type is None:
            entries[scalar(rng, key)] = scalar(rng, value)
        else:
            fill(rng, entries[scalar(rng, key)], depth + 1)


def read(case, factory, pool):
    message = factory.GetPrototype(pool.FindMessageTypeByName(case["type"]))()
    if "wire" in case:
        message.ParseFromString(bytes.fromhex(case["wire"]))
    elif "json" in case:
        json_format.Parse(case["json"], message, descriptor_pool=pool)
    else:
        fill(random.Random(case["seed"]), message, 0)
    return message


def settle(message):
    """Makes maps forget entries whose key came again; until they are touched they keep them."""
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if field.message_type.GetOptions().map_entry:
            settle_map(field, value)
        else:
            for nested in value if field.label == field.LABEL_REPEATED else [value]:
                settle(nested)


def settle_map(field, entries):
    is_message = field.message_type.fields_by_name["value"].message_type is not None
    for key in list(entries):
        if is_message:
            settle(entries[key])
        else:
            entries[key] = entries[key]


def response(case, factory, pool):
    try:
        message = read(case, factory, pool)
        settle(message)
        wire = message.SerializeToString(deterministic=True).hex()
    except Exception as error:
        return {"refusal": f"{type(error).__name__}: {error}"}
    try:
        text = json_format.MessageToJson(
            message, preserving_proto_field_name=True, descriptor_pool=pool, indent=None)
        return {"wire": wire, "json": text}
    except Exception as error:
        return {"wire": wire, "refusal": f"{type(error).__name__}: {error}"}


def main():
    pool, factory = load(bytes.fromhex(sys.stdin.readline()))
    for line in sys.stdin:
        print(json.dumps(response(json.loads(line), factory, pool)))


main()
