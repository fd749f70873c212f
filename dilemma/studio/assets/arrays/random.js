// Uniform random numbers from PCG64.

const DOUBLE = 3; // an address of a byte, shifted right by this, is the index of a double
const EXACT = 2 ** 53; // as many doubles there are, evenly spaced, from 0 up to 1
const LIMBS = 8; // of 16 bits, the lowest first, of a number of 128 bits
const LIMB = 2 ** 16;
const MULTIPLIER = [0xf645, 0x9fcc, 0xdf64, 0x4385, 0x5da4, 0x1fc6, 0xed05, 0x2360];

// PCG64 (O'Neill 2014) with the output XSL-RR, as numpy has it, and its doubles from 0 up to 1
export function draws(memory) {
  // `words` has the limbs of the state, which goes on, and those of the increment
  return {
    random(words, o, n) {
      const H = memory.doubles, w = words >>> DOUBLE, r = o >>> DOUBLE;
      const state = Array.from(H.subarray(w, w + LIMBS));
      const increment = Array.from(H.subarray(w + LIMBS, w + 2 * LIMBS));
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
