// Views of Python's memory, of which an address is an index; made anew once the memory has grown.
export function memoryOf(pyodide) {
  const anchor = pyodide.runPython("bytearray(8)");
  let bytes = null, made = null;
  function views() {
    if (bytes?.byteLength) return made;
    const held = anchor.getBuffer("u8");
    bytes = held.data.buffer;
    held.release();
    made = {doubles: new Float64Array(bytes), bytes: new Uint8Array(bytes), words: new Uint32Array(bytes)};
    return made;
  }
  return {
    get doubles() { return views().doubles; },
    get bytes() { return views().bytes; },
    get words() { return views().words; },
  };
}
