// Runs a Python program in Pyodide with the stand-in for numpy:
//
//     node studio.mjs PYODIDE PROGRAM KERNELS FOLDER...
//
// The folders are put on Python's path, in this order. What the program prints is printed.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [pyodideFolder, program, kernelsFile, ...folders] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${pyodideFolder}/pyodide.mjs`));
const { kernels } = await import(pathToFileURL(kernelsFile));
const pyodide = await loadPyodide({ indexURL: `${pyodideFolder}/`, env: { HOME: "/" } });
pyodide.registerJsModule("dilemma_arrays", kernels(pyodide));
const mounted = folders.map((root, place) => {
  const at = `/mounted/${place}`;
  pyodide.FS.mkdirTree(at);
  pyodide.FS.mount(pyodide.FS.filesystems.NODEFS, { root }, at);
  return at;
});
pyodide.globals.set("folders", pyodide.toPy(mounted));
pyodide.runPython("import sys; sys.dont_write_bytecode = True; sys.path[:0] = folders");
try {
  pyodide.runPython(readFileSync(program, "utf8"));
} catch (error) {
  console.error(String(error.message).slice(-3000)); // not the error itself: it would print Pyodide's source
  process.exitCode = 1;
}
