"""Takes away one check of the store at a time, and looks whether a test notices.

    python3 crates/store/mutation/checks.py            # all checks; hours on few cores
    python3 crates/store/mutation/checks.py panel 20   # those of files whose path holds "panel", from the twentieth on
    python3 crates/store/mutation/checks.py "" 30,36   # these two

A check is an `if` whose block returns an error, or a line that does nothing but ask another function to refuse. Each gets a number; the tests are compiled once, with every check asking the environment
whether it is the one that is switched off (so a run costs no compilation), and run for each number. A check that a test notices is *caught*.
What diverges otherwise (`let … else`, `?` after `ok_or`, a grant that a function takes) cannot be left out: without it nothing compiles.

The sources are changed in a copy of the working tree, never in place. `CARGO_TARGET_DIR` is used where it is set.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
# Where the store holds what protects a person: a folder or file, and the tests that are about it, the likeliest first.
ROOMS = {
    "records/consents": ["consents", "coordination", "families", "panels", "panel_ends", "referrals", "own"],
    "records/families": ["families", "representatives_of_files", "own"],
    "records/panel": ["panels", "panel_checks", "panel_filed", "panel_ends", "recipients_of_files", "own", "consents"],
    "records/referrals": ["referrals", "referral_checks", "recipients_of_files", "own", "consents"],
    "records/dossier": ["dossiers", "dossier_enclosures", "panels", "consents"],
    "records/guest.rs": ["referrals", "panels"],
    "records/linkage.rs": ["linkage"],
    "records/own": ["own", "rights", "consents", "clinical"],
    "records/rights": ["rights", "recipients_of_files", "representatives_of_files", "own"],
    "records/cell/closed.rs": ["coordination", "consents"],
    "records/cell/items.rs": ["coordination", "meeting"],
    "records/cell/agenda.rs": ["coordination", "meeting"],
    "records/rcp": ["rcp", "coordination", "consents"],
    "records/choices.rs": ["own", "consents", "desk"],
    "records/refusals.rs": ["own", "rights", "consents", "desk"],
}
ASK = """
/// Whether a check is on: only while the tests of the checks run.
pub(crate) fn check_is_on(number: u32) -> bool {
    static OFF: std::sync::LazyLock<Option<u32>> =
        std::sync::LazyLock::new(|| std::env::var("CHECK_OFF").ok().and_then(|number| number.parse().ok()));
    *OFF != Some(number)
}
"""
RETURN = re.compile(r"^(\s*)return Err\((.*)\);\s*$")
REFUSE = re.compile(r"^(\s*)(self\.refuse_\w+\(.*\)\.await\?;)\s*$")


def is_of_an_if(lines, at):
    """Whether the block that begins above a line is that of an `if`, whatever its lines."""
    head = at - 1
    while head >= 0 and not lines[head].rstrip().endswith("{"):
        head -= 1
    for back in range(head, max(head - 12, -1), -1):
        words = lines[back].strip()
        if words.startswith(("if ", "} else if ")):
            return True
        if words.startswith(("let ", "match ", "fn ", "pub ", "async ", "for ", "while ")) or "=> {" in words:
            return False
    return False


def number_checks(tree):
    """Rewrites the sources; gives (number, file, line, what is returned, tests) of each check."""
    found = []
    source = tree / "crates/store/src"
    for room, tests in ROOMS.items():
        place = source / room
        files = [place] if place.suffix else sorted(place.rglob("*.rs"))
        for file in files:
            lines = file.read_text(encoding="utf-8").split("\n")
            for at, line in enumerate(lines):
                match = RETURN.match(line)
                if match and is_of_an_if(lines, at):
                    number = len(found) + 1
                    found.append((number, f"{room if place.suffix else file.relative_to(source)}", at + 1, match[2], tests))
                    lines[at] = f"{match[1]}if crate::check_is_on({number}) {{ return Err({match[2]}); }}"
                elif match := REFUSE.match(line):
                    number = len(found) + 1
                    found.append((number, f"{room if place.suffix else file.relative_to(source)}", at + 1, match[2], tests))
                    lines[at] = f"{match[1]}if crate::check_is_on({number}) {{ {match[2]} }}"
            file.write_text("\n".join(lines), encoding="utf-8")
    library = source / "lib.rs"
    library.write_text(library.read_text(encoding="utf-8") + ASK, encoding="utf-8")
    return found


def test_binary(tree):
    """Compiles the tests of the store; gives the program."""
    done = subprocess.run(
        ["cargo", "test", "--locked", "-p", "ariane-store", "--test", "it", "--no-run"],
        cwd=tree, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    program = re.search(r"\((\S*deps/it-[0-9a-f]+)\)", done.stderr)
    return tree / program[1] if program else sys.exit("the tests of the store were not found")


def notices(program, tree, number, tests):
    """The first tests that fail without the check; none where all pass."""
    for some in tests:
        try:
            done = subprocess.run(
                [program, f"{some}::"], cwd=tree / "crates/store", env={**os.environ, "CHECK_OFF": str(number)},
                capture_output=True, text=True, timeout=600, check=False)
        except subprocess.TimeoutExpired:
            return f"{some}: no end"
        failed = re.findall(r"^test (\S+) \.\.\. FAILED", done.stdout, re.MULTILINE)
        if failed:
            return failed[0]
        if done.returncode:
            return f"{some}: ended"
    return None


def main():
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    asked = sys.argv[2] if len(sys.argv) > 2 else "1"
    numbers = {int(one) for one in asked.split(",")}
    is_asked = (lambda number: number in numbers) if len(numbers) > 1 else (lambda number: number >= min(numbers))
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns("target", ".git", "node_modules"))
        checks = number_checks(tree)
        program = test_binary(tree)
        if by := notices(program, tree, 0, sorted({test for tests in ROOMS.values() for test in tests})):
            sys.exit(f"with every check on, {by} fails already")
        caught = 0
        chosen = [check for check in checks if only in check[1] and is_asked(check[0])]
        for number, file, line, returned, tests in chosen:
            by = notices(program, tree, number, tests)
            caught += by is not None
            print(f"{number:3} {'caught' if by else 'MISSED'} {file}:{line} {returned} {by or ''}", flush=True)
        print(f"{caught} of {len(chosen)} caught")


if __name__ == "__main__":
    main()
