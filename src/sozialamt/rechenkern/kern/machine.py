"""From LLVM text to machine code and from machine code to a function."""

from __future__ import annotations

import ctypes
import threading
from functools import cache
from typing import Any

import llvmlite.binding as llvm

EIGENSCHAFTEN = "avx2"
FASSUNG = "1"
"""Raised whenever the same text becomes other machine code."""
_NACHSCHLAGEN = {
    True: """\
declare <8 x i32> @llvm.x86.avx2.permd(<8 x i32>, <8 x i32>)
define internal <8 x i32> @aus_acht(<8 x i32> %tabelle, <8 x i32> %stelle) alwaysinline {
  %x = call <8 x i32> @llvm.x86.avx2.permd(<8 x i32> %tabelle, <8 x i32> %stelle)
  ret <8 x i32> %x
}
""",
    False: "define internal <8 x i32> @aus_acht(<8 x i32> %tabelle, <8 x i32> %stelle) alwaysinline {\n"
    + "".join(
        f"  %t{i} = extractelement <8 x i32> %stelle, i32 {i}\n  %s{i} = and i32 %t{i}, 7\n"
        f"  %w{i} = extractelement <8 x i32> %tabelle, i32 %s{i}\n"
        f"  %x{i} = insertelement <8 x i32> {'poison' if i == 0 else f'%x{i - 1}'}, i32 %w{i}, i32 {i}\n"
        for i in range(8)
    )
    + "  ret <8 x i32> %x7\n}\n",
}
"""One of eight numbers per person: one instruction where the processor has it."""

_sperre = threading.Lock()
_maschinen: list[Any] = []


@cache
def prozessor() -> tuple[str, str]:
    """Name and abilities of the processor, for which alone the machine code is good."""
    return llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()


@cache
def _hier() -> Any:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.Target.from_default_triple()


@cache
def _ziel() -> Any:
    name, eigenschaften = prozessor()
    return _hier().create_target_machine(name, eigenschaften, opt=2, reloc="pic", codemodel="default")


def uebersetze(text: str) -> bytes:
    """Machine code of a module, as the bytes of an object file."""
    with _sperre:
        ziel = _ziel()
        vorsatz = _NACHSCHLAGEN[f"+{EIGENSCHAFTEN}" in prozessor()[1].split(",")]
        modul = llvm.parse_assembly(vorsatz + text)
        modul.verify()
        modul.triple, modul.data_layout = ziel.triple, str(ziel.target_data)
        bauer = llvm.create_pass_builder(ziel, llvm.create_pipeline_tuning_options(speed_level=1))
        durchgaenge = llvm.create_new_module_pass_manager()
        durchgaenge.add_always_inliner_pass()
        durchgaenge.run(modul, bauer)
        return bytes(ziel.emit_object(modul))


def lade(code: bytes) -> Any:
    """Function `kern` of an object file; calling it releases the interpreter."""
    with _sperre:
        leer = llvm.parse_assembly("")
        maschine = llvm.create_mcjit_compiler(leer, _hier().create_target_machine())
        maschine.add_object_file(llvm.object_file.ObjectFileRef.from_data(code))
        maschine.finalize_object()
        _maschinen.append(maschine)
        adresse = maschine.get_function_address("kern")
    typ = ctypes.CFUNCTYPE(ctypes.c_int64, *[ctypes.c_int64] * 2, *[ctypes.c_void_p] * 7)
    return typ(adresse)
