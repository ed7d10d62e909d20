"""Messages and services, from a descriptor set that is read at run time. (§3)"""

import collections
from pathlib import Path

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory


class Types:
    """The messages and services of a descriptor set that protoc has written."""

    def __init__(self, path):
        self._files = descriptor_pb2.FileDescriptorSet.FromString(Path(path).read_bytes()).file
        self._pool = descriptor_pool.DescriptorPool()
        for file in self._files:  # protoc writes a file after those that it imports
            self._pool.AddSerializedFile(file.SerializeToString())
        # Newer versions of the protobuf package have another name for the same thing.
        self._make = getattr(message_factory, "GetMessageClass", None) \
            or message_factory.MessageFactory(self._pool).GetPrototype

    def __getitem__(self, name):
        """The class of the message with this full name."""
        return self._make(self._pool.FindMessageTypeByName(name))

    def method(self, name):
        """The method called "package.Service/Method"."""
        service, _, method = name.partition("/")
        return self.methods(service)[method]

    def methods(self, service):
        """The methods of a service by their names."""
        definition = descriptor_pb2.ServiceDescriptorProto()
        descriptor = self._pool.FindServiceByName(service)
        descriptor.CopyToProto(definition)
        return {
            method.name: Method(
                method.name, method.client_streaming, method.server_streaming,
                self._make(descriptor.methods_by_name[method.name].input_type),
                self._make(descriptor.methods_by_name[method.name].output_type))
            for method in definition.method
        }

    def descriptor_set(self, services):
        """The serialized part of the set that defines these services."""
        imports = {file.name: file.dependency for file in self._files}
        needed = set()
        pending = [self._pool.FindServiceByName(service).file.name for service in services]
        while pending:
            name = pending.pop()
            if name not in needed:
                needed.add(name)
                pending += imports[name]
        files = [file for file in self._files if file.name in needed]
        return descriptor_pb2.FileDescriptorSet(file=files).SerializeToString()


Method = collections.namedtuple(
    "Method", ["name", "streams_requests", "streams_responses", "Request", "Response"])
