// Keeps all files of the site in the browser, so that it works without a network after the first visit.
const VERSION = "dilemma-{version}", FILES = ["{files}"];
addEventListener("install", event => {
  const kept = async () => (await caches.open(VERSION)).addAll(["./", ...FILES].map(name => new Request(name, {cache: "reload"})));
  event.waitUntil(kept().then(() => skipWaiting()));
});
addEventListener("activate", event => {
  const tidied = async () => {
    for (const name of await caches.keys()) if (name.startsWith("dilemma-") && name !== VERSION) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(tidied());
});
addEventListener("fetch", event => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  const found = async () => (await (await caches.open(VERSION)).match(event.request, {ignoreSearch: true})) || fetch(event.request);
  event.respondWith(found());
});
