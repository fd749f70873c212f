// Runs Python, so that the page never waits for it: answers each question with what `dilemma.studio.bridge` returns.
import {kernels} from "./arrays.js";
import {loadPyodide} from "./pyodide/pyodide.mjs";

const here = new URL("./", import.meta.url).href;

async function start() {
  const archive = fetch(here + "python.zip").then(answer => answer.arrayBuffer());
  const python = await loadPyodide({indexURL: here + "pyodide/"});
  python.registerJsModule("dilemma_arrays", kernels(python));
  python.unpackArchive(await archive, "zip", {extractDir: "/dilemma"});
  python.runPython(`
import os, sys
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
sys.path[:0] = ["/dilemma", "/dilemma/dilemma/studio/python"]
from dilemma.studio import bridge
`);
  return python.runPython("bridge.asked");
}

const ready = start();
ready.then(() => postMessage({ready: true}), error => postMessage({failed: String(error)}));

onmessage = async ({data: {id, name, given}}) => {
  try {
    const asked = await ready;
    postMessage({id, text: asked(name, JSON.stringify(given))});
  } catch (error) {
    const fault = `This is a fault of the studio: ${String(error).trim().split("\n").at(-1)}`;
    postMessage({id, text: JSON.stringify({error: fault})});
  }
};
