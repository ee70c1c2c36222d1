/** Who changed a thing last: the audit knows. */
import { get } from '../../api.js';
import { moment } from './words.js';

/** @returns {Promise<{actor: string, at: string} | null>} null when the audit says nothing */
export async function lastChange({ subject }, id) {
  try {
    const { changes } = await get(`/admin/audit?page=0&subject=${encodeURIComponent(subject)}&id=${encodeURIComponent(id)}`);
    const last = changes.find((each) => each.id === id);
    return last ? { actor: last.actor, at: moment(last.at) } : null;
  } catch {
    return null;
  }
}
