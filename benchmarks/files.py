"""Where the benchmarks read and write, and what machine they ran on."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from resume_parser.evaluation.facts import Json

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
RESULTS = HERE / "results"
PLOTS = HERE / "plots"
FLOORS = HERE / "floors.json"
ACCURACY = RESULTS / "accuracy.json"
SPEED = RESULTS / "speed.json"
CALIBRATION = RESULTS / "calibration.json"
ABLATION = RESULTS / "ablation.json"
LEAVE_OUT = RESULTS / "leave_out.json"
SPLIT = "test"  # figures come from the test split, tuning from the dev split


def read_json(path: Path) -> dict[str, Json]:
    """The object in a file, an empty one where there is no file."""
    data: Json = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return obj(data)


def write_json(path: Path, data: Json) -> None:
    """Writes a file that reads well in a diff."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def obj(data: Json) -> dict[str, Json]:
    """The object, an empty one for anything else."""
    return data if isinstance(data, dict) else {}


def number(data: Json) -> float:
    """The number, 0 for anything else."""
    return float(data) if isinstance(data, int | float) else 0.0


def machine() -> dict[str, Json]:
    """Day, processor and Python of this run."""
    return {"date": date.today().isoformat(), "processor": _processor(), "cores": os.cpu_count() or 1, "python": platform.python_version()}


def _processor() -> str:
    """The name of the processor as the system gives it."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def ran_on(data: Mapping[str, Json]) -> str:
    """Day and machine of a run."""
    run = obj(data["machine"])
    return f"Run on {run['date']}: {run['processor']}, {run['cores']} cores, Python {run['python']}."
