/**
 * What is being typed into a form, apart from the thing it began from: so it can be compared, sent, and put on top of a
 * newer thing when somebody else was faster.
 */
import { kindOf } from './fields.js';

/** The typed values of a thing, or of a new one when there is none. */
export function draftOf(fields, thing) {
  return Object.fromEntries(fields.map((field) => [field.name, thing ? kindOf(field).typed(thing[field.name]) : (field.first ?? kindOf(field).typed(undefined))]));
}

/** The body of the request: the whole thing, what was typed in it. A secret that was left empty is not sent. */
export function bodyOf(fields, thing, draft) {
  const body = { ...thing };
  for (const field of fields) {
    const value = kindOf(field).sent(draft[field.name]);
    if (value === undefined) {
      delete body[field.name];
    } else {
      body[field.name] = value;
    }
  }
  return body;
}

export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The names of the fields in which a draft says something else than the thing. */
export function touched(fields, thing, draft) {
  const before = draftOf(fields, thing);
  return fields.map((each) => each.name).filter((name) => !same(before[name], draft[name]));
}

/**
 * Puts what was typed on top of a newer thing: my changes stay, everything else becomes the newer thing's.
 *
 * @returns {{draft: object, theirs: object}} theirs: what the fields that both of us changed hold now, by name
 */
export function rebased(fields, before, draft, newer) {
  const mine = touched(fields, before, draft);
  const fresh = draftOf(fields, newer);
  const both = touched(fields, before, fresh).filter((name) => mine.includes(name) && !same(fresh[name], draft[name]));
  return {
    draft: { ...fresh, ...Object.fromEntries(mine.map((name) => [name, draft[name]])) },
    theirs: Object.fromEntries(both.map((name) => [name, fresh[name]])),
  };
}
