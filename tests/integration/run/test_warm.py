"""Warm kernels and the painter: for any Jupyter client, and never in the way."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import nbformat
import papermill
import pytest
from jupyter_client.manager import start_new_kernel
from jupyter_client.provisioning import KernelProvisionerFactory

from dxbook.errors import UsageError
from dxbook.processes import servers as warm
from dxbook.processes.kernel import KernelRequest
from dxbook.processes.painter import FONTS, ask, paint_elsewhere
from dxbook.processes.provisioner import (
    ForkedKernel,
    NoWarmKernel,
    WarmProvisioner,
    is_python_kernel,
)
from dxbook.processes.servers import LONGEST_FOLDER, socket_folder
from tests.processes import wait_for_death

from .conftest import NOTEBOOKS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="warm kernels need Linux")
BARS = {
    "data": {"values": [{"x": "xã", "y": 38.26}, {"x": "huyện", "y": 79.93}]},
    "mark": "bar",
    "encoding": {"x": {"field": "x", "type": "nominal"}, "y": {"field": "y"}},
}


DRAW = """
import json, sys, vl_convert
specification, locale = json.load(sys.stdin)
sys.stdout.write(vl_convert.vegalite_to_svg(specification, format_locale=locale))
"""


@pytest.fixture(scope="module")
def servers() -> Iterator[warm.WarmServers]:
    """A kernel server and a painter."""
    started = warm.WarmServers()
    yield started
    started.close()


@pytest.fixture
def kernel(servers: warm.WarmServers, tmp_path: Path) -> Iterator[ForkedKernel]:
    """A kernel that nobody talks to."""
    request = KernelRequest(["-f", str(tmp_path / "k.json")], dict(os.environ), str(tmp_path))
    forked = ForkedKernel(servers.address, request)
    yield forked
    forked.kill()
    forked.wait(20)


def test_plain_papermill_gets_warm_kernels_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", "dxbook-warm")
    forked: list[ForkedKernel] = []
    fork = WarmProvisioner._fork

    def noted(self: WarmProvisioner, request: KernelRequest) -> ForkedKernel:
        forked.append(fork(self, request))
        return forked[-1]

    monkeypatch.setattr(WarmProvisioner, "_fork", noted)
    papermill.execute_notebook(
        NOTEBOOKS / "draws_a_chart.ipynb",
        tmp_path / "out.ipynb",
        parameters={"year": 2022},
        kernel_name="python3",
        progress_bar=False,
    )
    executed = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert executed.cells[-1].outputs[0].text == "2022 vi\n"
    assert [kernel.wait(20) for kernel in forked] == [0], (
        "a kernel that is shut down ends by itself"
    )


def test_a_running_kernel_can_be_interrupted(
    servers: warm.WarmServers, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory = KernelProvisionerFactory.instance()
    monkeypatch.setattr(factory, "default_provisioner_name", "dxbook-warm")
    manager, client = start_new_kernel(kernel_name="python3")
    try:
        request = client.execute("print('begun', flush=True)\nwhile True: pass")
        while client.get_iopub_msg(timeout=20)["msg_type"] != "stream":
            continue
        manager.interrupt_kernel()
        reply = client._recv_reply(request, timeout=20)
        assert reply["content"]["ename"] == "KeyboardInterrupt"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_the_exit_code_of_a_kernel_is_known(kernel: ForkedKernel) -> None:
    assert kernel.poll() is None
    kernel.kill()
    assert kernel.wait(20) == -signal.SIGKILL
    assert kernel.poll() == -signal.SIGKILL


def test_a_kernel_whose_caller_is_gone_is_killed(kernel: ForkedKernel) -> None:
    kernel._lines.close()
    kernel._connection.close()
    wait_for_death(kernel.pid)
    kernel.returncode = -signal.SIGKILL


def test_kernels_die_with_their_server(tmp_path: Path) -> None:
    servers = warm.WarmServers()
    try:
        request = KernelRequest(["-f", str(tmp_path / "k")], dict(os.environ), str(tmp_path))
        kernel = ForkedKernel(servers.address, request)
        servers._kernels.processes[0].kill()
        wait_for_death(kernel.pid)
        assert kernel.wait(20) == -signal.SIGKILL
        with pytest.raises(NoWarmKernel):
            ForkedKernel(servers.address, request)
    finally:
        servers.close()


def test_a_caller_that_asks_for_nonsense_disturbs_nobody(
    servers: warm.WarmServers, kernel: ForkedKernel
) -> None:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(servers.address)
        connection.sendall(b"what?\n")
        assert connection.recv(100) == b""
    assert kernel.poll() is None


def test_a_kernel_that_cannot_start_is_said_to_be_none(
    servers: warm.WarmServers, tmp_path: Path
) -> None:
    request = KernelRequest(["-f", "k.json"], dict(os.environ), str(tmp_path / "gone"))
    with pytest.raises(NoWarmKernel):
        ForkedKernel(servers.address, request)


def test_only_ipython_kernels_of_this_python_are_forked() -> None:
    ours = [sys.executable, "-m", "ipykernel_launcher", "-f", "k.json"]
    assert is_python_kernel(ours)
    assert not is_python_kernel(["/usr/bin/python3", *ours[1:]])
    assert not is_python_kernel([sys.executable, "-m", "bash_kernel", "-f", "k.json"])
    assert not is_python_kernel(["R", "--slave"])


def test_warm_kernels_are_chosen_where_they_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    assert warm.chosen_kernel("auto") == "warm"
    monkeypatch.setattr(warm.sys, "platform", "darwin")
    assert warm.chosen_kernel("auto") == "ordinary"
    with pytest.raises(UsageError, match="Linux"):
        warm.chosen_kernel("warm")


def test_folders_for_sockets_have_short_paths_where_temporary_ones_are_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("long" * 25)
    long.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(long))
    folder = socket_folder("test")
    assert len(str(folder)) <= LONGEST_FOLDER
    assert not list(long.iterdir())
    folder.rmdir()


def test_a_painter_draws_what_vl_convert_draws(servers: warm.WarmServers) -> None:
    painter = str(servers._folder / "painter")
    decimal_comma = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", ""]}
    for locale in (None, decimal_comma):
        # in a process of its own, which sees as few of the system's fonts as the painter
        drawn = subprocess.run(
            [sys.executable, "-c", DRAW],
            input=json.dumps([BARS, locale]),
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ask(painter, (BARS,), {"format_locale": locale}) == drawn.stdout


def test_what_a_painter_cannot_draw_fails_as_it_would_have(servers: warm.WarmServers) -> None:
    library = a_library()
    paint_elsewhere(library, str(servers._folder / "painter"))
    with pytest.raises(ValueError, match="drawn here"):
        library.vegalite_to_svg("{this is no chart")


@pytest.mark.parametrize("spec", [BARS, object()])
def test_a_chart_is_drawn_here_when_there_is_no_painter(tmp_path: Path, spec: object) -> None:
    library = a_library()
    paint_elsewhere(library, str(tmp_path / "nobody"))
    with pytest.raises(ValueError, match="drawn here"):
        library.vegalite_to_svg(spec)


def test_fonts_that_a_page_registers_are_used(servers: warm.WarmServers) -> None:
    library = a_library()
    paint_elsewhere(library, str(servers._folder / "painter"))
    assert library.vegalite_to_svg(BARS).startswith("<svg")
    library.register_font_directory("fonts")
    with pytest.raises(ValueError, match="drawn here"):
        library.vegalite_to_svg(BARS)


def a_library() -> SimpleNamespace:
    """A vl_convert that says when it is asked itself."""

    def drawn_here(spec: object) -> str:
        raise ValueError("drawn here")

    return SimpleNamespace(vegalite_to_svg=drawn_here, register_font_directory=lambda path: None)
