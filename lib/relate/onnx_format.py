"""The little of the ONNX file format that the encoder needs: tensors and nodes read from a model, a model written.

    weights, nodes = read_model(path.read_bytes())
    graph = Graph()
    graph.node("Add", ["x", graph.tensor("one", np.ones(1, np.float32))], "y")
    graph.model(inputs=[("x", np.float32, ("n",))], output=("y", np.float32, ("n",)))      # bytes for onnxruntime

ONNX files are protocol buffers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto numbers the fields. Reading and
writing them by hand takes a page and saves a dependency of many megabytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

Array = NDArray[Any]
Value = tuple[str, DTypeLike, Sequence[str | int]]
#: ``TensorProto.DataType``.
_NUMBER = {np.dtype(kind): n for kind, n in (("f4", 1), ("u1", 2), ("i1", 3), ("i4", 6), ("i8", 7), ("?", 9))}
_KIND = {n: kind for kind, n in _NUMBER.items()}
_FLOAT, _INT, _INTS = 1, 2, 7  # ``AttributeProto.AttributeType``
_IR, _OPSET, _OWN_OPSET = 8, 17, 1
#: The runtime's own operators.
OWN = "com.microsoft"


def read_model(content: bytes) -> tuple[dict[str, Array], list[tuple[str, list[str]]]]:
    """Tensors by name, and (operator, names of its inputs) in order. Raises ``ValueError`` on another format."""
    tensors: dict[str, Array] = {}
    nodes: list[tuple[str, list[str]]] = []
    try:
        (graph,) = (value for number, value in _fields(memoryview(content)) if number == 7)
        for number, value in _fields(graph):
            if number == 1:
                parts = list(_fields(value))
                inputs = [bytes(v).decode() for n, v in parts if n == 1]
                nodes.append((next(bytes(v).decode() for n, v in parts if n == 4), inputs))
            elif number == 5:
                name, array = _tensor(value)
                tensors[name] = array
    except (IndexError, KeyError, StopIteration, TypeError) as error:
        raise ValueError(f"no ONNX model: {error!r}") from error
    return tensors, nodes


class Graph:
    """Nodes and tensors in the order in which they are given; every method returns the name of what it made."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def tensor(self, name: str, array: Array) -> str:
        fields = [_number(1, size) for size in array.shape]
        fields += [_number(2, _NUMBER[array.dtype]), _bytes(8, name), _bytes(9, np.ascontiguousarray(array).tobytes())]
        self._parts.append(_bytes(5, b"".join(fields)))
        return name

    def node(
        self,
        operator: str,
        inputs: Sequence[str],
        *outputs: str,
        own: bool = False,
        **attributes: int | float | list[int],
    ) -> str:
        """Give back the first output; ``own`` is for operators that only this runtime has."""
        fields = [_bytes(1, name) for name in inputs] + [_bytes(2, name) for name in outputs]
        fields += [_bytes(4, operator), *([_bytes(7, OWN)] if own else [])]
        fields += [_bytes(5, _attribute(name, value)) for name, value in attributes.items()]
        self._parts.append(_bytes(1, b"".join(fields)))
        return outputs[0]

    def model(self, inputs: Sequence[Value], output: Value) -> bytes:
        ends = [*(_bytes(11, _value(*one)) for one in inputs), _bytes(12, _value(*output))]
        opsets = _bytes(8, _number(2, _OPSET)), _bytes(8, _bytes(1, OWN) + _number(2, _OWN_OPSET))
        graph = b"".join([*self._parts, _bytes(2, "graph"), *ends])
        return b"".join([_number(1, _IR), _bytes(7, graph), *opsets])


def _fields(content: memoryview) -> Iterator[tuple[int, Any]]:
    """(number, int or memoryview) of each field of a message; numbers of fixed width are passed over."""
    at = 0
    while at < len(content):
        key, at = _varint(content, at)
        if key & 7 == 0:
            value, at = _varint(content, at)
            yield key >> 3, value
        elif key & 7 == 2:
            size, at = _varint(content, at)
            yield key >> 3, content[at : at + size]
            at += size
        else:
            at += {1: 8, 5: 4}[key & 7]


def _varint(content: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = content[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def _tensor(content: memoryview) -> tuple[str, Array]:
    name, kind, raw, shape = "", 0, memoryview(b""), list[int]()
    for number, value in _fields(content):
        if number == 1 and isinstance(value, int):
            shape.append(value)
        elif number == 1:
            at = 0
            while at < len(value):
                size, at = _varint(value, at)
                shape.append(size)
        elif number == 2:
            kind = value
        elif number == 8:
            name = bytes(value).decode()
        elif number == 9:
            raw = value
    return name, np.frombuffer(raw, _KIND[kind]).reshape(shape)


def _attribute(name: str, value: float | list[int]) -> bytes:
    if isinstance(value, list):
        return b"".join([_bytes(1, name), *(_number(8, n) for n in value), _number(20, _INTS)])
    if isinstance(value, int):
        return _bytes(1, name) + _number(3, value) + _number(20, _INT)
    return _bytes(1, name) + b"\x15" + np.float32(value).tobytes() + _number(20, _FLOAT)


def _value(name: str, kind: DTypeLike, shape: Sequence[str | int]) -> bytes:
    sizes = [_bytes(2, size) if isinstance(size, str) else _number(1, size) for size in shape]
    tensor = _number(1, _NUMBER[np.dtype(kind)]) + _bytes(2, b"".join(_bytes(1, size) for size in sizes))
    return _bytes(1, name) + _bytes(2, _bytes(1, tensor))


def _number(field: int, value: int) -> bytes:
    return _written(field << 3) + _written(value & (2**64 - 1))


def _bytes(field: int, content: bytes | str) -> bytes:
    content = content.encode() if isinstance(content, str) else content
    return _written(field << 3 | 2) + _written(len(content)) + content


def _written(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])
