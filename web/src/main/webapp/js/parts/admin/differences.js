/** Two states of a thing, compared field by field. */

/** Not a thing's own facts, and secrets that no audit should have. */
const UNSHOWN = ['version'];

/**
 * @param before the thing before, or null when it was not there
 * @param after the thing after, or null when it is gone
 * @returns {{name: string, before?: string, after?: string}[]} the fields that differ, as texts; of a thing that came or
 *   went those that said something
 */
export function differences(before, after) {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((each) => !UNSHOWN.includes(each));
  return names
    .map((name) => ({ name, before: before ? text(before[name]) : undefined, after: after ? text(after[name]) : undefined }))
    .filter((each) => each.before !== each.after && (each.before || each.after));
}

/** A value for reading: lists are joined in a steady order, nothing is a dash. */
function text(value) {
  if (Array.isArray(value)) {
    return [...value].map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each))).sort().join(', ') || '–';
  }
  return value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
