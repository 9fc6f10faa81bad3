// Solves the challenge of a form while the person writes: finds a number whose SHA-256 with the challenge begins with enough
// zero bits. In a worker, so that the page stays quick; where there is none, the form goes out unsolved, which is allowed too.
"use strict";
(() => {
  const K = new Uint32Array([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
    0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
    0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
    0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2]);
  const START = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
  const W = new Int32Array(64);

  // one block of 16 words, big-endian, into a state of 8 words
  function compress(state, words) {
    for (let i = 0; i < 16; i++) W[i] = words[i];
    for (let i = 16; i < 64; i++) {
      const x = W[i - 15], y = W[i - 2];
      W[i] = (W[i - 16] + W[i - 7]
        + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ (x >>> 3))
        + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ (y >>> 10))) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const t = (h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      const u = (((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t) | 0; d = c; c = b; b = a; a = (t + u) | 0;
    }
    return [state[0] + a | 0, state[1] + b | 0, state[2] + c | 0, state[3] + d | 0,
      state[4] + e | 0, state[5] + f | 0, state[6] + g | 0, state[7] + h | 0];
  }

  function solve(challenge) {
    const bits = Number(challenge.split(".")[1]);
    const head = challenge + ":";
    if (head.length !== 64 || !(bits > 0)) return null;
    const words = new Int32Array(16);
    for (let i = 0; i < 64; i++) words[i >> 2] |= head.charCodeAt(i) << (24 - 8 * (i & 3));
    const middle = compress(START, words);
    for (let n = 0; n < 1e12; n++) {
      const digits = String(n);
      words.fill(0);
      for (let i = 0; i < digits.length; i++) words[i >> 2] |= digits.charCodeAt(i) << (24 - 8 * (i & 3));
      words[digits.length >> 2] |= 0x80 << (24 - 8 * (digits.length & 3));
      words[15] = (64 + digits.length) * 8;
      if (Math.clz32(compress(middle, words)[0]) >= bits) return digits;
    }
    return null;
  }

  if (typeof document === "undefined") {
    self.onmessage = message => self.postMessage(solve(message.data));
    return;
  }

  const script = document.currentScript.src;
  document.querySelectorAll("form[data-stamp]").forEach(form => {
    const challenge = form.elements.namedItem("stamp"), solution = form.elements.namedItem("solution");
    if (!challenge || !solution || !challenge.value || !window.Worker) return;
    let working = true, waiting = null;
    const done = found => {
      working = false;
      if (found) solution.value = found;
      if (waiting) {
        form.removeAttribute("aria-busy");
        form.requestSubmit(waiting.button);
      }
    };
    const worker = new Worker(script);
    worker.onmessage = message => { worker.terminate(); done(message.data); };
    worker.onerror = () => done(null);
    worker.postMessage(challenge.value);
    // whoever is quicker than the worker waits for it, a moment at most
    form.addEventListener("submit", event => {
      if (!working) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      form.setAttribute("aria-busy", "true");
      waiting = { button: event.submitter || undefined };
    }, true);
  });
})();
