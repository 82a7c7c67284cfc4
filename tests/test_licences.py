"""Whoever installs klout gets nothing that asks for more than MIT does: no copyleft but MPL-2.0.

A licence is read from the metadata that pip installed: Licence-Expression, else classifiers, else
the licence files. Whatever a package declares, no licence file may hold a copyleft grant.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
ALLOWED = frozenset(
    {
        "MIT",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "ISC",
        "Apache-2.0",
        "PSF-2.0",
        "Python-2.0",
        "MPL-2.0",
        "Zlib",
        "CC0-1.0",
        "Unlicense",
    }
)
CLASSIFIERS = {
    "License :: OSI Approved :: MIT License",
    "License :: OSI Approved :: BSD License",
    "License :: OSI Approved :: Zero-Clause BSD (0BSD)",
    "License :: OSI Approved :: ISC License (ISCL)",
    "License :: OSI Approved :: Apache Software License",
    "License :: OSI Approved :: Python Software Foundation License",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)",
    "License :: OSI Approved :: zlib/libpng License",
    "License :: CC0 1.0 Universal (CC0 1.0) Public Domain Dedication",
    "License :: OSI Approved :: The Unlicense (Unlicense)",
}
TEXTS = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy",  # MIT
    "Redistribution and use in source and binary forms, with or without modification",  # BSD
    "Permission to use, copy, modify, and/or distribute this software for any purpose",  # ISC, 0BSD
    "Licensed under the Apache License, Version 2.0",
    "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
    "Mozilla Public License Version 2.0",
    "This software is provided 'as-is', without any express or implied warranty",  # Zlib
    "CC0 1.0 Universal",
    "This is free and unencumbered software released into the public domain",  # Unlicense
)
COPYLEFT = re.compile(r"Affero|AGPL|under the terms of (the|version \d of the) GNU", re.IGNORECASE)
# numpy's wheels for Linux bring GCC's Fortran runtime: GPL, but its exception lets programs of any
# licence use it.
RUNTIME = {"numpy": ("GPL-3.0-or-later WITH GCC-exception-3.1", "GCC RUNTIME LIBRARY EXCEPTION")}


def find_objection(package: Distribution) -> str:
    """Tell what is wrong with the licence of a package, "" where nothing is."""
    runtime, exception = RUNTIME.get(canonicalize_name(package.name), ("", ""))
    texts = list(read_licence_files(package))
    for text in texts:
        if COPYLEFT.search(text) and not (exception and exception in text):
            return "a licence file holds a copyleft licence"
    if expressions := package.metadata.get_all("License-Expression"):
        allowed = permits(expressions[0], ALLOWED | {runtime})
        return "" if allowed else f"expression {expressions[0]}"
    classifiers = [
        line for line in package.metadata.get_all("Classifier", []) if line.startswith("License ::")
    ]
    if classifiers:
        others = sorted(set(classifiers) - CLASSIFIERS)
        return f"classifiers {others}" if others else ""
    flat = [" ".join(text.split()) for text in texts]
    return "" if any(known in text for text in flat for known in TEXTS) else "no known licence"


def permits(expression: str, allowed: frozenset[str]) -> bool:
    """Judge an SPDX expression; one with brackets is refused, for a person to read."""
    return any(
        all(part.strip() in allowed for part in re.split(r"\bAND\b", alternative))
        for alternative in re.split(r"\bOR\b", expression)
    )


def read_licence_files(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        in_metadata = ".dist-info" in str(file)
        if in_metadata and re.search(r"licen[cs]e|copying", str(file), re.IGNORECASE):
            yield Path(str(file.locate())).read_text("utf-8", "replace")


def find_mandatory(requirements: Iterable[str]) -> dict[str, Distribution]:
    """Return all that is installed here for requirements, without extras nobody asks for."""
    packages: dict[str, Distribution] = {}
    pending = list(map(Requirement, requirements))
    while pending:
        requirement = pending.pop()
        name = canonicalize_name(requirement.name)
        if name in packages and not requirement.extras:
            continue
        packages[name] = distribution(name)
        environments = [{"extra": extra} for extra in ("", *requirement.extras)]
        pending += [
            needed
            for needed in map(Requirement, packages[name].requires or ())
            if not needed.marker or any(map(needed.marker.evaluate, environments))
        ]
    return packages


def test_every_mandatory_dependency_is_permissive() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    packages = find_mandatory(project["dependencies"])
    assert {"typer", "rich", "numpy", "pandas"} <= set(packages) and "pytest" not in packages
    objections = {name: find_objection(package) for name, package in packages.items()}
    assert {name: fault for name, fault in objections.items() if fault} == {}


def install(folder: Path, metadata: str, licence: str = "", name: str = "thing") -> Distribution:
    info = folder / f"{name}-1.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: 1\n{metadata}", encoding="utf-8"
    )
    info.joinpath("LICENSE").write_text(licence, encoding="utf-8")
    record = f"{info.name}/METADATA,,\n{info.name}/LICENSE,,\n"
    info.joinpath("RECORD").write_text(record, encoding="utf-8")
    return PathDistribution(info)


MIT = "License :: OSI Approved :: MIT License"
AGPL = "License :: OSI Approved :: GNU Affero General Public License v3 or later (AGPLv3+)"
GRANT = "You can redistribute it under the terms of the GNU Affero General Public License."


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: AGPL-3.0-or-later\n", ""),
        ("License-Expression: MIT AND AGPL-3.0-only\n", ""),
        ("License-Expression: MIT AND (LGPL-2.1-only OR MIT)\n", ""),
        ("License-Expression: GPL-3.0-or-later WITH GCC-exception-3.1\n", ""),
        (f"License-Expression: AGPL-3.0-or-later\nClassifier: {MIT}\n", TEXTS[0]),
        (f"Classifier: {AGPL}\n", TEXTS[0]),
        (f"Classifier: {MIT}\nClassifier: {AGPL}\n", ""),
        (f"Classifier: {MIT}\n", GRANT),
        ("License-Expression: MIT\n", GRANT),
        ("License: MIT\n", ""),
        ("", "All rights reserved."),
        ("", GRANT),
    ],
)
def test_a_licence_that_asks_for_more_is_refused(
    tmp_path: Path, metadata: str, licence: str
) -> None:
    assert find_objection(install(tmp_path, metadata, licence))


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        *((f"License-Expression: {name}\n", "") for name in sorted(ALLOWED)),
        *((f"Classifier: {line}\n", "") for line in sorted(CLASSIFIERS)),
        *(("", text.replace(" ", "\n", 3)) for text in TEXTS),
        ("License-Expression: BSD-3-Clause AND 0BSD\n", ""),
        ("License-Expression: AGPL-3.0-only OR Apache-2.0\n", ""),
        ("Classifier: Topic :: Communications\n", TEXTS[0]),
    ],
)
def test_a_permissive_licence_is_accepted(tmp_path: Path, metadata: str, licence: str) -> None:
    assert not find_objection(install(tmp_path, metadata, licence))


def test_the_runtime_of_gcc_is_accepted_of_numpy_alone_and_only_with_its_exception(
    tmp_path: Path,
) -> None:
    metadata = "License-Expression: BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1\n"
    grant = GRANT.replace("Affero ", "")
    excepted = f"{grant}\nGCC RUNTIME LIBRARY EXCEPTION"
    (tmp_path / "bare").mkdir()
    assert not find_objection(install(tmp_path, metadata, excepted, "numpy"))
    assert find_objection(install(tmp_path, metadata, excepted, "other"))
    assert find_objection(install(tmp_path / "bare", metadata, grant, "numpy"))
