// Shows the offline page when a page cannot be reached. Keeps that one page and nothing else: what
// belongs to a person never lies in a cache, and every request goes to the network.
const cacheName = "offline-1";
const offlinePage = "/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.add(offlinePage)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== cacheName).map((name) => caches.delete(name)))
      .then((gone) => Promise.all(gone)),
  );
});

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(() => caches.match(offlinePage)));
});
