// Kernels of the studio's stand-in for numpy: each works on whole arrays that lie in Pyodide's own memory.
//
// Python passes the address of each array's first byte, and lengths, so that no data crosses between the
// languages. Numbers are doubles, whole numbers too; truths and uint8 are bytes. A step of 0 in place of 1
// repeats a single number. Lengths are Python's care; indices are checked here, before anything is written.
//
// Load it before Python imports numpy:
//
//     import { kernels } from "./arrays.js";
//     pyodide.registerJsModule("dilemma_arrays", kernels(pyodide._module));

const DOUBLE = 3; // an address of a byte, shifted right by this, is the index of a double
const SUMMED = 128; // numbers that a sum takes at once, as numpy does
const LANES = 8; // partial sums of these
const EXACT = 2 ** 53; // up to here whole numbers are exact as doubles
const WORD = 2 ** 32;

export function kernels(memory) {
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

// Each loop that much time is spent in is written out: a loop that calls an operation takes ten times as long.

function arithmetic(memory) {
  const D = () => memory.HEAPF64;
  const pairwise = (operation) => (a, as, b, bs, o, n) => {
    const H = D();
    for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
      H[r + i] = operation(H[p], H[q]);
  };
  return {
    add(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
        H[r + i] = H[p] + H[q];
    },
    subtract(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
        H[r + i] = H[p] - H[q];
    },
    multiply(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
        H[r + i] = H[p] * H[q];
    },
    divide(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
        H[r + i] = H[p] / H[q];
    },
    minimum(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs) {
        const x = H[p], y = H[q];
        H[r + i] = x < y || x !== x ? x : y;
      }
    },
    maximum(a, as, b, bs, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs) {
        const x = H[p], y = H[q];
        H[r + i] = x > y || x !== x ? x : y;
      }
    },
    power: pairwise(memory._pow),
    copysign: pairwise((x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
    left_shift: pairwise((x, y) => x * 2 ** y),
    bitwise_or: pairwise((x, y) => (inWord(x) && inWord(y) ? (x | y) >>> 0 : Number(BigInt(x) | BigInt(y)))),
    bitwise_and: pairwise((x, y) => (inWord(x) && inWord(y) ? (x & y) >>> 0 : Number(BigInt(x) & BigInt(y)))),
  };
}

function inWord(x) {
  return x >= 0 && x < WORD;
}

function comparisons(memory) {
  const D = () => memory.HEAPF64, B = () => memory.HEAPU8;
  return {
    less(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] < H[q] ? 1 : 0;
    },
    less_equal(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] <= H[q] ? 1 : 0;
    },
    greater(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] > H[q] ? 1 : 0;
    },
    greater_equal(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] >= H[q] ? 1 : 0;
    },
    equal(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] === H[q] ? 1 : 0;
    },
    not_equal(a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE; i < n; i++, p += as, q += bs)
        T[o + i] = H[p] !== H[q] ? 1 : 0;
    },
  };
}

function truths(memory) {
  const B = () => memory.HEAPU8;
  return {
    logical_and(a, as, b, bs, o, n) {
      const T = B();
      for (let i = 0, p = a, q = b; i < n; i++, p += as, q += bs) T[o + i] = T[p] & T[q];
    },
    logical_or(a, as, b, bs, o, n) {
      const T = B();
      for (let i = 0, p = a, q = b; i < n; i++, p += as, q += bs) T[o + i] = T[p] | T[q];
    },
    logical_xor(a, as, b, bs, o, n) {
      const T = B();
      for (let i = 0, p = a, q = b; i < n; i++, p += as, q += bs) T[o + i] = T[p] ^ T[q];
    },
    logical_not(a, o, n) {
      const T = B();
      for (let i = 0; i < n; i++) T[o + i] = T[a + i] ^ 1;
    },
    count(a, n) {
      const T = B();
      let found = 0;
      for (let i = 0; i < n; i++) found += T[a + i];
      return found;
    },
    unpack_bits(a, rows, width, bits, o) {
      const T = B();
      for (let row = 0; row < rows; row++)
        for (let bit = 0; bit < bits; bit++)
          T[o + row * bits + bit] = (T[a + row * width + (bit >> 3)] >> (bit & 7)) & 1;
    },
  };
}

function changes(memory) {
  const D = () => memory.HEAPF64, B = () => memory.HEAPU8;
  const each = (change) => (a, o, n) => {
    const H = D();
    for (let i = 0, p = a >>> DOUBLE, r = o >>> DOUBLE; i < n; i++) H[r + i] = change(H[p + i]);
  };
  const test = (holds) => (a, o, n) => {
    const H = D(), T = B();
    for (let i = 0, p = a >>> DOUBLE; i < n; i++) T[o + i] = holds(H[p + i]) ? 1 : 0;
  };
  return {
    negative(a, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, r = o >>> DOUBLE; i < n; i++) H[r + i] = -H[p + i];
    },
    absolute(a, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, r = o >>> DOUBLE; i < n; i++) H[r + i] = Math.abs(H[p + i]);
    },
    doubles_of_bytes(a, o, n) {
      const H = D(), T = B();
      for (let i = 0, r = o >>> DOUBLE; i < n; i++) H[r + i] = T[a + i];
    },
    bytes_of_doubles(a, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE; i < n; i++) T[o + i] = H[p + i];
    },
    truths_of_bytes(a, o, n) {
      const T = B();
      for (let i = 0; i < n; i++) T[o + i] = T[a + i] ? 1 : 0;
    },
    truths_of_doubles: test((x) => x !== 0),
    isnan: test((x) => x !== x),
    isfinite: test(Number.isFinite),
    sqrt: each(Math.sqrt),
    sign: each(Math.sign),
    trunc: each(Math.trunc),
    rint: each(toEven),
    // the functions that Python's `math` has too, so that single numbers and columns give the same
    exp: each(memory._exp),
    expm1: each(memory._expm1),
    log: each(memory._log),
    log1p: each(memory._log1p),
    all_exact(a, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE; i < n; i++) if (!(Math.abs(H[p + i]) <= EXACT)) return false;
      return true;
    },
  };
}

function toEven(x) {
  const rounded = Math.round(x);
  const nearest = rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
  return nearest === 0 ? x * 0 : nearest;
}

function moves(memory) {
  const D = () => memory.HEAPF64, B = () => memory.HEAPU8;
  const units = (isBytes, address) => (isBytes ? [B(), address] : [D(), address >>> DOUBLE]);
  return {
    where(condition, a, as, b, bs, o, n) {
      const H = D(), T = B();
      for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
        H[r + i] = T[condition + i] ? H[p] : H[q];
    },
    flat_nonzero(a, o, n) {
      const H = D(), T = B();
      for (let i = 0, r = o >>> DOUBLE; i < n; i++) if (T[a + i]) H[r++] = i;
    },
    compress(isBytes, mask, a, o, n) {
      const T = B(), [from, p] = units(isBytes, a), [to, r] = units(isBytes, o);
      for (let i = 0, at = r; i < n; i++) if (T[mask + i]) to[at++] = from[p + i];
    },
    first_outside(indices, n, size) {
      const H = D(), p = indices >>> DOUBLE;
      for (let i = 0; i < n; i++) if (!(H[p + i] >= -size && H[p + i] < size)) return i;
      return -1;
    },
    take(isBytes, a, size, indices, o, n) {
      const H = D(), w = indices >>> DOUBLE, [from, p] = units(isBytes, a), [to, r] = units(isBytes, o);
      for (let i = 0; i < n; i++) {
        const at = H[w + i];
        to[r + i] = from[p + (at < 0 ? at + size : at)];
      }
    },
    put(isBytes, o, size, indices, a, as, n) {
      const H = D(), w = indices >>> DOUBLE, [from, p] = units(isBytes, a), [to, r] = units(isBytes, o);
      for (let i = 0; i < n; i++) {
        const at = H[w + i];
        to[r + (at < 0 ? at + size : at)] = from[p + i * as];
      }
    },
    add_at(o, size, indices, a, as, n) {
      const H = D(), w = indices >>> DOUBLE, p = a >>> DOUBLE, r = o >>> DOUBLE;
      for (let i = 0; i < n; i++) {
        const at = H[w + i];
        H[r + (at < 0 ? at + size : at)] += H[p + i * as];
      }
    },
    // `table` has the length of each axis, then the step along each, outermost first
    spread(isBytes, a, table, axes, o) {
      const H = D(), [from, p] = units(isBytes, a), [to, r] = units(isBytes, o);
      const lengths = Array.from(H.subarray(table >>> DOUBLE, (table >>> DOUBLE) + axes));
      const steps = Array.from(H.subarray((table >>> DOUBLE) + axes, (table >>> DOUBLE) + 2 * axes));
      let next = r;
      const along = (axis, at) => {
        const length = lengths[axis], step = steps[axis];
        if (axis === axes - 1) for (let i = 0; i < length; i++, at += step) to[next++] = from[at];
        else for (let i = 0; i < length; i++, at += step) along(axis + 1, at);
      };
      along(0, p);
    },
  };
}

function reductions(memory) {
  const D = () => memory.HEAPF64, B = () => memory.HEAPU8;
  // an array is seen as `outer` by `n` by `inner`; the result has one entry for each of outer by inner
  const folded = (fold) => (a, outer, n, inner, o) => {
    const H = D();
    for (let i = 0, r = o >>> DOUBLE; i < outer; i++)
      for (let j = 0; j < inner; j++) H[r++] = fold(H, (a >>> DOUBLE) + i * n * inner + j, n, inner);
  };
  return {
    sum: folded((H, p, n, step) => (step === 1 ? pairwiseSum(H, p, n) : plainSum(H, p, n, step))),
    min: folded((H, p, n, step) => H[p + step * first(H, p, n, step, (x, best) => x < best)]),
    max: folded((H, p, n, step) => H[p + step * first(H, p, n, step, (x, best) => x > best)]),
    argmin: folded((H, p, n, step) => first(H, p, n, step, (x, best) => x < best)),
    argmax: folded((H, p, n, step) => first(H, p, n, step, (x, best) => x > best)),
    any(a, outer, n, inner, o) {
      const T = B();
      for (let i = 0; i < outer; i++)
        for (let j = 0; j < inner; j++) {
          let found = 0;
          for (let k = 0; k < n && !found; k++) found = T[a + (i * n + k) * inner + j];
          T[o++] = found;
        }
    },
    all(a, outer, n, inner, o) {
      const T = B();
      for (let i = 0; i < outer; i++)
        for (let j = 0; j < inner; j++) {
          let found = 1;
          for (let k = 0; k < n && found; k++) found = T[a + (i * n + k) * inner + j];
          T[o++] = found;
        }
    },
    cumulative_sum(a, o, n) {
      const H = D();
      for (let i = 0, p = a >>> DOUBLE, r = o >>> DOUBLE, sum = 0; i < n; i++) H[r + i] = sum += H[p + i];
    },
  };
}

// the place of the first number that is better than all before it, or of the first NaN
function first(H, p, n, step, better) {
  let place = 0, best = H[p];
  for (let k = 1; k < n && best === best; k++) {
    const x = H[p + k * step];
    if (better(x, best) || x !== x) [place, best] = [k, x];
  }
  return place;
}

function plainSum(H, p, n, step) {
  let sum = n ? H[p] : 0;
  for (let k = 1; k < n; k++) sum += H[p + k * step];
  return sum;
}

// numpy's order of addition, so that sums are the same to the last digit
function pairwiseSum(H, p, n) {
  if (n < LANES) {
    let sum = -0;
    for (let k = 0; k < n; k++) sum += H[p + k];
    return n ? sum : 0;
  }
  if (n > SUMMED) {
    const half = (n >> 1) - ((n >> 1) % LANES);
    return pairwiseSum(H, p, half) + pairwiseSum(H, p + half, n - half);
  }
  const s = H.slice(p, p + LANES), whole = n - (n % LANES);
  for (let k = LANES; k < whole; k += LANES) for (let lane = 0; lane < LANES; lane++) s[lane] += H[p + k + lane];
  let sum = s[0] + s[1] + (s[2] + s[3]) + (s[4] + s[5] + (s[6] + s[7]));
  for (let k = whole; k < n; k++) sum += H[p + k];
  return sum;
}

function orders(memory) {
  const D = () => memory.HEAPF64;
  const part = (address, n) => D().subarray(address >>> DOUBLE, (address >>> DOUBLE) + n);
  const ascending = (x, y) => (x < y ? -1 : x > y ? 1 : x === y ? 0 : (x !== x) - (y !== y));
  return {
    sort(a, n) {
      part(a, n).sort();
    },
    argsort(a, o, n) {
      const numbers = part(a, n);
      const order = Uint32Array.from(numbers, (_, place) => place);
      part(o, n).set(order.sort((i, j) => ascending(numbers[i], numbers[j]) || i - j));
    },
    search_sorted(a, n, v, m, isRight, o) {
      const sorted = part(a, n), sought = part(v, m), found = part(o, m);
      for (let i = 0; i < m; i++) {
        let low = 0, high = n;
        while (low < high) {
          const middle = (low + high) >> 1, order = ascending(sorted[middle], sought[i]);
          if (order < 0 || (isRight && order === 0)) low = middle + 1;
          else high = middle;
        }
        found[i] = low;
      }
    },
  };
}

function matrices(memory) {
  const D = () => memory.HEAPF64;
  return {
    multiply_matrices(a, b, rows, n, columns, o) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE;
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < columns; j++) {
          let sum = 0;
          for (let k = 0; k < n; k++) sum += H[p + i * n + k] * H[q + k * columns + j];
          H[r + i * columns + j] = sum;
        }
    },
    // Gaussian elimination with partial pivoting, in place: `b` becomes the solution; false if there is none
    solve(a, b, n, columns) {
      const A = D().subarray(a >>> DOUBLE, (a >>> DOUBLE) + n * n);
      const X = D().subarray(b >>> DOUBLE, (b >>> DOUBLE) + n * columns);
      const swap = (M, width, i, j) => {
        for (let k = 0; k < width; k++) [M[i * width + k], M[j * width + k]] = [M[j * width + k], M[i * width + k]];
      };
      const subtract = (M, width, from, factor, row) => {
        for (let k = 0; k < width; k++) M[row * width + k] -= factor * M[from * width + k];
      };
      for (let c = 0; c < n; c++) {
        let pivot = c;
        for (let i = c + 1; i < n; i++) if (Math.abs(A[i * n + c]) > Math.abs(A[pivot * n + c])) pivot = i;
        if (A[pivot * n + c] === 0) return false;
        swap(A, n, c, pivot);
        swap(X, columns, c, pivot);
        for (let i = c + 1; i < n; i++) {
          const factor = A[i * n + c] / A[c * n + c];
          subtract(A, n, c, factor, i);
          subtract(X, columns, c, factor, i);
        }
      }
      for (let c = n - 1; c >= 0; c--) {
        for (let k = 0; k < columns; k++) X[c * columns + k] /= A[c * n + c];
        for (let i = 0; i < c; i++) subtract(X, columns, c, A[i * n + c], i);
      }
      return true;
    },
  };
}

const LIMBS = 8; // of 16 bits, the lowest first, of a number of 128 bits
const LIMB = 2 ** 16;
const MULTIPLIER = [0xf645, 0x9fcc, 0xdf64, 0x4385, 0x5da4, 0x1fc6, 0xed05, 0x2360];

// PCG64 (O'Neill 2014) with the output XSL-RR, as numpy has it, and its doubles from 0 up to 1
function draws(memory) {
  // `words` has the limbs of the state, which goes on, and those of the increment
  return {
    random(words, o, n) {
      const H = memory.HEAPF64, w = words >>> DOUBLE, r = o >>> DOUBLE;
      const state = Array.from(H.subarray(w, w + LIMBS)), increment = Array.from(H.subarray(w + LIMBS, w + 2 * LIMBS));
      for (let i = 0; i < n; i++) {
        step(state, increment);
        H[r + i] = double(state);
      }
      H.set(state, w);
    },
  };
}

function step(state, increment) {
  const next = [0, 0, 0, 0, 0, 0, 0, 0];
  let carry = 0;
  for (let k = 0; k < LIMBS; k++) {
    let sum = increment[k] + carry;
    for (let i = 0; i <= k; i++) sum += state[i] * MULTIPLIER[k - i];
    carry = Math.floor(sum / LIMB);
    next[k] = sum - carry * LIMB;
  }
  for (let k = 0; k < LIMBS; k++) state[k] = next[k];
}

function double(s) {
  let high = ((s[7] ^ s[3]) << 16) | (s[6] ^ s[2]), low = ((s[5] ^ s[1]) << 16) | (s[4] ^ s[0]);
  let turn = s[7] >> 10;
  if (turn >= 32) [high, low, turn] = [low, high, turn - 32];
  if (turn) [high, low] = [(high >>> turn) | (low << (32 - turn)), (low >>> turn) | (high << (32 - turn))];
  return ((high >>> 0) * 2 ** 21 + (low >>> 11)) / EXACT;
}
