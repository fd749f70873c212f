// Kernels that work entry by entry: arithmetic, comparisons, truths, and functions of one number.

const DOUBLE = 3; // an address of a byte, shifted right by this, is the index of a double
const EXACT = 2 ** 53; // up to here whole numbers are exact as doubles
const WORD = 2 ** 32;
const BYTE = 255;

// Loops that take much time are written out, also for single numbers: one that is handed an operation takes
// ten times as long, one that adds steps to addresses twice as long.

export function arithmetic(memory) {
  const D = () => memory.doubles;
  const pairwise = (operation) => (a, as, b, bs, o, n) => {
    const H = D();
    for (let i = 0, p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE; i < n; i++, p += as, q += bs)
      H[r + i] = operation(H[p], H[q]);
  };
  return {
    add(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = H[p + i] + H[q + i];
      else if (as) for (let i = 0; i < n; i++) H[r + i] = H[p + i] + y;
      else for (let i = 0; i < n; i++) H[r + i] = x + H[q + i];
    },
    subtract(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = H[p + i] - H[q + i];
      else if (as) for (let i = 0; i < n; i++) H[r + i] = H[p + i] - y;
      else for (let i = 0; i < n; i++) H[r + i] = x - H[q + i];
    },
    multiply(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = H[p + i] * H[q + i];
      else if (as) for (let i = 0; i < n; i++) H[r + i] = H[p + i] * y;
      else for (let i = 0; i < n; i++) H[r + i] = x * H[q + i];
    },
    divide(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = H[p + i] / H[q + i];
      else if (as) for (let i = 0; i < n; i++) H[r + i] = H[p + i] / y;
      else for (let i = 0; i < n; i++) H[r + i] = x / H[q + i];
    },
    minimum(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = least(H[p + i], H[q + i]);
      else if (as) for (let i = 0; i < n; i++) H[r + i] = least(H[p + i], y);
      else for (let i = 0; i < n; i++) H[r + i] = least(x, H[q + i]);
    },
    maximum(a, as, b, bs, o, n) {
      const H = D(), p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = greatest(H[p + i], H[q + i]);
      else if (as) for (let i = 0; i < n; i++) H[r + i] = greatest(H[p + i], y);
      else for (let i = 0; i < n; i++) H[r + i] = greatest(x, H[q + i]);
    },
    power: pairwise(power),
    copysign: pairwise((x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
    left_shift: pairwise((x, y) => x * 2 ** y),
    right_shift: pairwise((x, y) => Math.floor(x / 2 ** y)),
    bitwise_or: pairwise((x, y) => (inWord(x) && inWord(y) ? (x | y) >>> 0 : Number(BigInt(x) | BigInt(y)))),
    bitwise_and: pairwise((x, y) => (inWord(x) && inWord(y) ? (x & y) >>> 0 : Number(BigInt(x) & BigInt(y)))),
  };
}

// the first of two numbers if it is the least, or NaN; written so that the compiler puts it into the loop
function least(x, y) {
  return x < y || x !== x ? x : y;
}

function greatest(x, y) {
  return x > y || x !== x ? x : y;
}

// a power as C defines it: 1 to any power is 1, and so is -1 to an infinite one
function power(x, y) {
  return x === 1 || (x === -1 && Math.abs(y) === Infinity) ? 1 : x ** y;
}

function inWord(x) {
  return x >= 0 && x < WORD;
}

export function comparisons(memory) {
  const D = () => memory.doubles, B = () => memory.bytes;
  return {
    less(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] < H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] < y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x < H[q + i] ? 1 : 0;
    },
    less_equal(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] <= H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] <= y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x <= H[q + i] ? 1 : 0;
    },
    greater(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] > H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] > y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x > H[q + i] ? 1 : 0;
    },
    greater_equal(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] >= H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] >= y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x >= H[q + i] ? 1 : 0;
    },
    equal(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] === H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] === y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x === H[q + i] ? 1 : 0;
    },
    not_equal(a, as, b, bs, o, n) {
      const H = D(), T = B(), p = a >>> DOUBLE, q = b >>> DOUBLE, x = H[p], y = H[q];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = H[p + i] !== H[q + i] ? 1 : 0;
      else if (as) for (let i = 0; i < n; i++) T[o + i] = H[p + i] !== y ? 1 : 0;
      else for (let i = 0; i < n; i++) T[o + i] = x !== H[q + i] ? 1 : 0;
    },
  };
}

export function truths(memory) {
  const B = () => memory.bytes;
  return {
    logical_and(a, as, b, bs, o, n) {
      const T = B(), x = T[a], y = T[b];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = T[a + i] & T[b + i];
      else if (as) for (let i = 0; i < n; i++) T[o + i] = T[a + i] & y;
      else for (let i = 0; i < n; i++) T[o + i] = x & T[b + i];
    },
    logical_or(a, as, b, bs, o, n) {
      const T = B(), x = T[a], y = T[b];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = T[a + i] | T[b + i];
      else if (as) for (let i = 0; i < n; i++) T[o + i] = T[a + i] | y;
      else for (let i = 0; i < n; i++) T[o + i] = x | T[b + i];
    },
    logical_xor(a, as, b, bs, o, n) {
      const T = B(), x = T[a], y = T[b];
      if (as && bs) for (let i = 0; i < n; i++) T[o + i] = T[a + i] ^ T[b + i];
      else if (as) for (let i = 0; i < n; i++) T[o + i] = T[a + i] ^ y;
      else for (let i = 0; i < n; i++) T[o + i] = x ^ T[b + i];
    },
    logical_not(a, o, n) {
      const T = B();
      for (let i = 0; i < n; i++) T[o + i] = T[a + i] ^ 1;
    },
    // four truths of a word are counted at once; each count fits into a byte as long as there are few words
    count(a, n) {
      const T = B(), W = memory.words, words = a % 4 ? 0 : n >> 2;
      let found = 0;
      for (let from = 0, first = a >>> 2; from < words; from += BYTE) {
        let four = 0;
        for (let i = from, end = Math.min(words, from + BYTE); i < end; i++) four += W[first + i];
        found += (four & BYTE) + ((four >>> 8) & BYTE) + ((four >>> 16) & BYTE) + (four >>> 24);
      }
      for (let i = words * 4; i < n; i++) found += T[a + i];
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

export function changes(memory) {
  const D = () => memory.doubles, B = () => memory.bytes;
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
    exp: each(Math.exp),
    expm1: each(Math.expm1),
    log: each(Math.log),
    log1p: each(Math.log1p),
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
