/** What a directory file would change, before the server is asked to. The server alone says whether it is right. */

const KINDS = [
  { kind: 'agents', key: 'username' },
  { kind: 'users', key: 'number' },
  { kind: 'inboundNumbers', key: 'number' },
];
/** Never exported, so a file that has them says nothing about a change. */
const SECRETS = ['password', 'sipPassword'];

/**
 * @param {any} file the directory file that is to be imported
 * @param {any} present what the server exports now
 * @returns {{kind: string, added: string[], changed: string[], unchanged: number}[]} names of things
 */
export function preview(file, present) {
  return KINDS.map(({ kind, key }) => compared(kind, listed(file?.[kind]), new Map(listed(present?.[kind]).map((each) => [each[key], each])), key));
}

function compared(kind, wanted, known, key) {
  const added = wanted.filter((each) => !known.has(each[key]));
  const changed = wanted.filter((each) => known.has(each[key]) && differs(each, known.get(each[key])));
  const names = (list) => list.map((each) => `${each.name ?? ''} (${each[key] ?? '?'})`);
  return { kind, added: names(added), changed: names(changed), unchanged: wanted.length - added.length - changed.length };
}

function differs(wanted, known) {
  const plain = (value) => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
  return Object.keys(wanted).some((name) => !SECRETS.includes(name) && plain(wanted[name]) !== plain(known[name]));
}

function listed(value) {
  return Array.isArray(value) ? value.filter((each) => each && typeof each === 'object') : [];
}
