/** REST under /api: JSON in and out, and every refusal as one kind of error. */
import { learn } from './clock.js';
import { learnEnd } from './expiry.js';

/**
 * A refusal. `code` is stable (see problem.* in the languages), `network` when no answer came at all; `errors` says what
 * is wrong with which field, `[{field, code, detail}]`; `wait` is for how many seconds nothing will be accepted; `more` is
 * the whole answer.
 */
export class Problem extends Error {
  wait = 0;
  /** @type {Record<string, any>} */
  more = {};

  constructor(status, code, detail, errors = []) {
    super(detail || code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }

  /** Whether the same request may be sent again because nobody knows whether it arrived. */
  get unanswered() {
    return this.code === 'network' || [502, 503, 504].includes(this.status);
  }
}

let whenLoggedOut = () => {};

/** Who is told when the server no longer knows this session. */
export function onLoggedOut(callback) {
  whenLoggedOut = callback;
}

/**
 * Sends one request.
 *
 * @param body sent as JSON; a Blob goes as it is, with its own type
 * @returns the parsed answer, null when it has no body
 * @throws {Problem} for every answer that is not 2xx, and when none came in time
 */
export async function request(method, path, body, timeout = 10000) {
  const response = await send(method, path, body, timeout);
  learn(response.headers.get('Date'));
  learnEnd(response.headers.get('Session-Ends'));
  const answer = await parsed(response);
  if (response.ok) {
    return answer;
  }
  if (response.status === 401 && path !== '/session') {
    whenLoggedOut();
  }
  const problem = new Problem(response.status, answer?.code ?? `http-${response.status}`, answer?.detail ?? '', answer?.errors ?? []);
  problem.wait = Number(response.headers.get('Retry-After')) || 0;
  problem.more = answer ?? {};
  throw problem;
}

async function send(method, path, body, timeout) {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'portal' };
  const plain = body instanceof Blob;
  if (body !== undefined) {
    headers['Content-Type'] = plain ? body.type : 'application/json';
  }
  try {
    return await fetch(`/api${path}`, {
      method,
      headers,
      body: plain || body === undefined ? body : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
  } catch (cause) {
    throw new Problem(0, 'network', cause.message);
  }
}

async function parsed(response) {
  try {
    const text = await response.text();
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

export const get = (path, timeout) => request('GET', path, undefined, timeout);
export const put = (path, body) => request('PUT', path, body);
export const post = (path, body = {}) => request('POST', path, body);
export const remove = (path) => request('DELETE', path);
