// Kernels that move entries: by masks and places, by steps along axes, and into order.

const DOUBLE = 3; // an address of a byte, shifted right by this, is the index of a double

export function moves(memory) {
  const D = () => memory.doubles, B = () => memory.bytes;
  const units = (isBytes, address) => (isBytes ? [B(), address] : [D(), address >>> DOUBLE]);
  return {
    where(condition, a, as, b, bs, o, n) {
      const H = D(), T = B();
      const p = a >>> DOUBLE, q = b >>> DOUBLE, r = o >>> DOUBLE;
      if (as && bs) for (let i = 0; i < n; i++) H[r + i] = T[condition + i] ? H[p + i] : H[q + i];
      else for (let i = 0; i < n; i++) H[r + i] = T[condition + i] ? H[p + i * as] : H[q + i * bs];
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

export function orders(memory) {
  const D = () => memory.doubles;
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
