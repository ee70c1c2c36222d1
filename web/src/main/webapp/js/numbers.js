/** Numbers as people copy them from letters, web pages and other programs. */
const URI = /^(tel|sips?):/i;
const NUMBER = /^[+(\d][\d\s().\p{Pd}\u2212/*#]{2,}$/u;

/**
 * The number in a text that was pasted, empty when it is none. A URI of nothing but a number loses its scheme; one with a
 * host or parameters stays as it is, for the server reads it.
 *
 * @param {string} text
 */
export function pastedNumber(text) {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '').trim();
  const bare = plain.replace(URI, '').trim();
  if (NUMBER.test(bare)) {
    return bare;
  }
  return URI.test(plain) ? plain : '';
}
