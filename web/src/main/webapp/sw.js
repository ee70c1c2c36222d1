/**
 * Opens the page when the server cannot be reached, so that it can say so. Kept are the page's own files and nothing else:
 * never an answer of /api, never a call. While the server answers, its files are the ones that are used; the copy is
 * replaced as a whole, so its files always fit together.
 */
const COPY = 'copy-';
const LIBRARIES = 'libraries';
const OURS = /^\/($|icon\.svg$|manifest\.webmanifest$|(js|css|i18n|icons|_static)\/)/;
/** Of no use without a server. */
const LEFT_OUT = /\/(board|admin)[/.]/;
let renewing = null;

addEventListener('install', (event) => {
  skipWaiting();
  event.waitUntil(renewed());
});

addEventListener('activate', (event) => event.waitUntil(clients.claim()));

/** The page says when its server may have changed, and which libraries it has loaded. */
addEventListener('message', (event) => event.waitUntil(Promise.all([renewed(), keep(event.data.libraries)])));

addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === location.origin && OURS.test(pathname)) {
    event.respondWith(answer(event.request));
  }
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show());
});

async function answer(request) {
  try {
    const response = await fetch(request);
    return response.status < 500 ? response : ((await copied(request)) ?? response);
  } catch {
    return (await copied(request)) ?? Response.error();
  }
}

function copied(request) {
  return caches.match(request, { ignoreSearch: true, ignoreVary: true });
}

function renewed() {
  renewing ??= renew().finally(() => (renewing = null));
  return renewing;
}

async function renew() {
  const { version, files } = await shell();
  const cache = await caches.open(COPY + version);
  if (!(await cache.match('/'))) {
    await cache.addAll(files.filter((file) => !LEFT_OUT.test(file)).map((file) => new Request(file, { cache: 'no-cache' })));
  }
  // The server may have become another while its files came: then what came is no copy of either.
  const whole = (await shell()).version === version;
  const copies = (await caches.keys()).filter((name) => name.startsWith(COPY));
  await Promise.all(copies.filter((name) => (name === COPY + version) !== whole).map((name) => caches.delete(name)));
}

async function shell() {
  return (await fetch('/shell.json', { cache: 'no-store' })).json();
}

/** A library's address has its version in it: once kept, it never changes. */
async function keep(libraries) {
  const cache = await caches.open(LIBRARIES);
  for (const library of libraries) {
    (await cache.match(library)) || (await cache.add(library));
  }
}

async function show() {
  const [page] = await clients.matchAll({ type: 'window' });
  return page ? page.focus() : clients.openWindow('/#/call');
}
