// Kernels that make one number of many: sums and extremes along axes, products of matrices, equations.

const DOUBLE = 3; // an address of a byte, shifted right by this, is the index of a double
const SUMMED = 128; // numbers that a sum takes at once, as numpy does
const LANES = 8; // partial sums of these

export function reductions(memory) {
  const D = () => memory.doubles, B = () => memory.bytes;
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
  for (let k = LANES; k < whole; k += LANES)
    for (let lane = 0; lane < LANES; lane++) s[lane] += H[p + k + lane];
  let sum = s[0] + s[1] + (s[2] + s[3]) + (s[4] + s[5] + (s[6] + s[7]));
  for (let k = whole; k < n; k++) sum += H[p + k];
  return sum;
}

export function matrices(memory) {
  const D = () => memory.doubles;
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
        const row = M.slice(i * width, (i + 1) * width);
        M.copyWithin(i * width, j * width, (j + 1) * width);
        M.set(row, j * width);
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
