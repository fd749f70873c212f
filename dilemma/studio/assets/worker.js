// Runs Python, so that the page never waits for it: answers each question with what `dilemma.studio.bridge` returns.
import {kernels} from "./arrays.js";
import {loadPyodide} from "./pyodide/pyodide.mjs";

const here = new URL("./", import.meta.url).href;

async function start() {
  const archive = fetch(here + "python.zip").then(answer => answer.arrayBuffer());
  const python = await loadPyodide({indexURL: here + "pyodide/"});
  python.registerJsModule("dilemma_arrays", kernels(memoryOf(python)));
  python.unpackArchive(await archive, "zip", {extractDir: "/dilemma"});
  python.runPython(`
import os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
sys.path[:0] = ["/dilemma", "/dilemma/dilemma/studio/python"]
from dilemma.studio import bridge
`);
  return python.runPython("bridge.asked");
}

// Views of Python's memory, made anew once it has grown.
function memoryOf(python) {
  const anchor = python.runPython("bytearray(8)");
  let made = {}, bytes = new ArrayBuffer(0);
  const views = () => {
    if (bytes.byteLength) return made;
    const held = anchor.getBuffer("u8");
    bytes = held.data.buffer;
    held.release();
    made = {HEAPU8: new Uint8Array(bytes), HEAPF64: new Float64Array(bytes), HEAPU32: new Uint32Array(bytes)};
    return made;
  };
  return {get HEAPU8() { return views().HEAPU8; }, get HEAPF64() { return views().HEAPF64; }, get HEAPU32() { return views().HEAPU32; }};
}

const ready = start();
ready.then(() => postMessage({ready: true}), error => postMessage({failed: String(error)}));

onmessage = async ({data: {id, name, given}}) => {
  try {
    const asked = await ready;
    postMessage({id, result: JSON.parse(asked(name, JSON.stringify(given)))});
  } catch (error) {
    postMessage({id, result: {error: `This is a fault of the studio: ${String(error).trim().split("\n").at(-1)}`}});
  }
};
