"""Small faults that can be put into a module, one at a time: what `tools/mutate.py` tries the tests on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Step = tuple[str, int | None]  # a field of a node, and the place in it where it is a list

# Each comparison has its other bound, then its opposite.
_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_METHODS = {
    "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind",
    "rfind": "find",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "strip": "rstrip",
    "rstrip": "strip",
    "lstrip": "strip",
}
_EMPTY = {
    "str": "''",
    "int": "0",
    "list": "[]",
    "dict": "{}",
    "tuple": "()",
    "set": "set()",
    "frozenset": "frozenset()",
    "Sequence": "()",
    "Iterator": "iter(())",
    "Iterable": "()",
    "Mapping": "{}",
}
_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|ORDER BY)\b")
_IN_SQL = (
    (r"<=", "<"),
    (r"(?<![<>])<(?![=>])", "<="),
    (r">=", ">"),
    (r"(?<![<>])>(?!=)", ">="),
    (r"\bAND\b", "OR"),
    (r"\bOR\b(?! (IGNORE|REPLACE))", "AND"),
    (r"\bNOT IN\b", "IN"),
    (r"\bNOT EXISTS\b", "EXISTS"),
    (r"\bIS NOT\b", "IS"),
    (r" DESC\b", ""),
    (r"\+ 1\b", "+ 2"),
    (r"- 1\b", "- 2"),
    (r"\bOR IGNORE\b", ""),
    (r"\bDISTINCT\b", ""),
    (r" ORDER BY [\w., ]+$", ""),
)
# What says something to people, or to the type checker: a fault in it is none of the rules.
_NEVER_IN = {"annotation", "returns", "decorator_list", "type_params", "bases"}
_TOLD = {"Message", "QT_TRANSLATE_NOOP", "TypeVar", "getLogger", "Problem", "cast"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it is (`function` as `co_qualname` has it, "" for the module), and what it makes."""

    number: int
    line: int
    function: str
    before: str
    after: str
    path: tuple[Step, ...]
    node: ast.AST

    def tree(self, source: str) -> ast.Module:
        """Return the module of the source with this fault in it."""
        made = ast.parse(source)
        at: Any = made
        for field, index in self.path[:-1]:
            at = getattr(at, field) if index is None else getattr(at, field)[index]
        field, index = self.path[-1]
        if index is None:
            setattr(at, field, self.node)
        else:
            getattr(at, field)[index] = self.node
        return ast.fix_missing_locations(made)


def mutants(source: str) -> list[Mutant]:
    """Return all faults that can be put into a module, in the order of its lines."""
    found = []
    for path, node, function in _sites(ast.parse(source), (), "", None):
        for other in _others(node, function):
            ast.copy_location(other, node)
            before, after = _shown(node), _shown(ast.fix_missing_locations(other))
            if before != after:
                name = function[0] if function else ""
                found.append((_line(node), name, before, after, path, other))
    found.sort(key=lambda one: one[0])
    return [Mutant(number, *one) for number, one in enumerate(found)]


_Function = tuple[str, ast.expr | None]  # the outermost function's name, and what the innermost returns


def _sites(
    node: ast.AST, path: tuple[Step, ...], owner: str, function: _Function | None
) -> Iterator[tuple[tuple[Step, ...], ast.AST, _Function | None]]:
    if path:
        yield path, node, function
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        function = (function[0] if function else owner + node.name, node.returns)
    elif isinstance(node, ast.ClassDef) and function is None:
        owner += node.name + "."
    if _tells(node):
        return
    for field, value in ast.iter_fields(node):
        if field in _NEVER_IN:
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST) and not _is_docstring(child):
                yield from _sites(child, (*path, (field, index)), owner, function)


def _tells(node: ast.AST) -> bool:
    if isinstance(node, ast.Raise | ast.Assert | ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Assign):
        return any(isinstance(t, ast.Name) and t.id.startswith("__") for t in node.targets)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TOLD


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _others(node: ast.AST, function: _Function | None) -> Iterator[ast.AST]:  # noqa: PLR0912 - one row a kind
    """Yield what may stand in a node's place."""
    match node:
        case ast.Compare():
            yield from _of_compare(node)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
            for index in range(len(node.values)):
                kept = [value for number, value in enumerate(node.values) if number != index]
                yield kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant():
            yield from _of_constant(node)
        case ast.BinOp(op=ast.Add() | ast.Sub()) if not _has_text(node):
            yield ast.BinOp(node.left, ast.Sub() if isinstance(node.op, ast.Add) else ast.Add(), node.right)
        case ast.If() | ast.IfExp():
            for truth in (True, False):
                yield _with(node, test=ast.Constant(truth))
        case ast.Call():
            yield from _of_call(node)
        case ast.Slice():
            yield from _of_slice(node)
        case ast.comprehension():
            for index in range(len(node.ifs)):
                kept_ifs = [test for number, test in enumerate(node.ifs) if number != index]
                yield ast.comprehension(node.target, node.iter, kept_ifs, node.is_async)
        case ast.stmt():
            yield from _of_statement(node, function)


def _of_statement(node: ast.stmt, function: _Function | None) -> Iterator[ast.AST]:
    match node:
        case ast.Return(value=ast.expr() as value) if function is not None:
            yield ast.Return(_empty(value, function[1]))
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() | ast.Delete():
            yield ast.Pass()
        case ast.Break() | ast.Continue():
            yield ast.Pass()
        case ast.Assign() if not any(isinstance(target, ast.Name | ast.Tuple) for target in node.targets):
            yield ast.Pass()


def _with(node: ast.AST, **changed: ast.AST) -> ast.AST:
    return type(node)(**{**dict(ast.iter_fields(node)), **changed})


def _of_compare(node: ast.Compare) -> Iterator[ast.AST]:
    for index, op in enumerate(node.ops):
        for other in _COMPARED[type(op)]:
            yield ast.Compare(
                node.left, [*node.ops[:index], other(), *node.ops[index + 1 :]], node.comparators
            )


def _of_constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        if value:
            yield ast.Constant(value - 1)
    elif isinstance(value, str) and _SQL.search(value):
        for pattern, other in _IN_SQL:
            for found in re.finditer(pattern, value):
                yield ast.Constant(value[: found.start()] + other + value[found.end() :])


def _of_call(node: ast.Call) -> Iterator[ast.AST]:
    if isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), node.args, node.keywords)
    elif isinstance(node.func, ast.Attribute) and node.func.attr in _METHODS:
        func = ast.Attribute(node.func.value, _METHODS[node.func.attr], ast.Load())
        yield ast.Call(func, node.args, node.keywords)


def _of_slice(node: ast.Slice) -> Iterator[ast.AST]:
    for bound in ("lower", "upper"):
        there = getattr(node, bound)
        if there is not None:
            yield _with(node, **{bound: ast.BinOp(there, ast.Add(), ast.Constant(1))})


def _has_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr | ast.List | ast.Tuple)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def _empty(value: ast.expr, returns: ast.expr | None) -> ast.expr:
    """Return what is returned instead: the opposite of a truth, an empty value of the type, or None."""
    name = returns.value if isinstance(returns, ast.Subscript) else returns
    known = name.id if isinstance(name, ast.Name) else ""
    if known == "bool":
        return ast.UnaryOp(ast.Not(), value)
    return ast.parse(_EMPTY.get(known, "None"), mode="eval").body


def _line(node: ast.AST) -> int:
    return _line(node.target) if isinstance(node, ast.comprehension) else int(getattr(node, "lineno", 0))


def _shown(node: ast.AST) -> str:
    if isinstance(node, ast.If):
        return f"if {ast.unparse(node.test)}: {ast.unparse(node.body[0])}"
    return ast.unparse(node)
