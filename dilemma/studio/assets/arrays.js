// Kernels of the studio's stand-in for numpy: each works on whole arrays that lie in Pyodide's own memory.
//
// Python passes the address of each array's first byte, and lengths, so that no data crosses between the
// languages. Numbers are doubles, whole numbers too; truths and uint8 are bytes. A step of 0 in place of 1
// repeats a single number. Lengths and places are checked by Python, before it calls a kernel.
//
// Load it before Python imports numpy:
//
//     import { kernels } from "./arrays.js";
//     pyodide.registerJsModule("dilemma_arrays", kernels(pyodide));

import { memoryOf } from "./arrays/memory.js";
import { arithmetic, changes, comparisons, truths } from "./arrays/elementwise.js";
import { moves, orders } from "./arrays/places.js";
import { draws } from "./arrays/random.js";
import { matrices, reductions } from "./arrays/sums.js";

export function kernels(pyodide) {
  const memory = memoryOf(pyodide);
  return {
    ...arithmetic(memory),
    ...comparisons(memory),
    ...truths(memory),
    ...changes(memory),
    ...moves(memory),
    ...reductions(memory),
    ...orders(memory),
    ...matrices(memory),
    ...draws(memory),
  };
}
