// Compiles the Python files below a folder with the Python of Pyodide, each to a `.pyc` beside it.
import {pathToFileURL} from "node:url";

const [, , runtime, folder] = process.argv;
const {loadPyodide} = await import(pathToFileURL(`${runtime}/pyodide.mjs`).href);
const python = await loadPyodide({indexURL: `${runtime}/`});
python.mountNodeFS("/files", folder);
python.runPython(`
import compileall
from py_compile import PycInvalidationMode
compileall.compile_dir("/files", quiet=2, legacy=True, stripdir="/files", workers=1, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH)
`);
