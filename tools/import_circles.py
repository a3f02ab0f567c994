"""Look for circles of imports in the package, file by file, and show each with the lines that make it.

All import statements count, in functions and under `TYPE_CHECKING` too: there they only hide one.
Who imports `a.b.c` from outside also runs the faces of the packages on the way, `a/b/__init__.py`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

Imports = dict[str, dict[str, int]]  # module -> module that it imports -> line where it does


def imports_of(package: Path) -> Imports:
    """Return what each module of a package imports of that package."""
    files = {_name(file, package): file for file in sorted(package.rglob("*.py"))}
    return {name: dict(_imports(name, file, set(files))) for name, file in files.items()}


def circles(imports: Imports) -> list[list[str]]:
    """Return the shortest circle through each knot of modules that import each other, one circle a knot."""
    left, found = set(imports), []
    reach = {name: _reached(name, imports) for name in imports}
    for name in sorted(imports):
        if name in left and name in reach[name]:
            knot = {other for other in reach[name] if name in reach[other]}
            left -= knot
            found.append(min((_way_round(one, knot, imports) for one in sorted(knot)), key=len))
    return found


def shown(circle: list[str], imports: Imports, package: Path) -> str:
    """Return a circle as lines that say which file imports what in which line."""
    lines = [f"{len(circle)} modules import each other in a circle:"]
    for name, following in zip(circle, [*circle[1:], circle[0]], strict=True):
        lines.append(f"  {_file(name, package)}:{imports[name][following]} imports {following}")
    return "\n".join(lines)


def _name(file: Path, package: Path) -> str:
    parts = file.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _file(name: str, package: Path) -> Path:
    path = package.parent.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _imports(name: str, file: Path, modules: set[str]) -> Iterator[tuple[str, int]]:
    seen = {name}
    base = name if file.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        for wanted in _wanted(node, base, modules):
            parts = wanted.split(".")
            for module in (".".join(parts[:count]) for count in range(1, len(parts) + 1)):
                lies_in_it = module != wanted and f"{name}.".startswith(f"{module}.")
                if module in modules and module not in seen and not lies_in_it:
                    seen.add(module)
                    yield module, node.lineno  # type: ignore[attr-defined]


def _wanted(node: ast.AST, base: str, modules: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = base.split(".")[: len(base.split(".")) - node.level + 1] if node.level else []
        source = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            inner = f"{source}.{alias.name}"
            yield inner if inner in modules else source


def _reached(name: str, imports: Imports) -> set[str]:
    reached: set[str] = set()
    waiting = list(imports[name])
    while waiting:
        other = waiting.pop()
        if other not in reached:
            reached.add(other)
            waiting.extend(imports[other])
    return reached


def _way_round(name: str, knot: set[str], imports: Imports) -> list[str]:
    """Return the shortest way from a module back to itself."""
    ways = [[name]]
    seen: set[str] = set()
    while True:
        further = []
        for way in ways:
            for following in sorted(knot.intersection(imports[way[-1]])):
                if following == name:
                    return way
                if following not in seen:
                    seen.add(following)
                    further.append([*way, following])
        ways = further


def main(package: Path) -> int:
    """Print the circles of a package; return 1 where there are any."""
    imports = imports_of(package)
    found = circles(imports)
    for circle in found:
        print(shown(circle, imports, package))
    if not found:
        print(f"No circle of imports in {len(imports)} modules.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "annotator")))
