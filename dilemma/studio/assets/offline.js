// Keeps all files of the site in the browser, so that it works without a network after the first visit. A new version is fetched
// beside the old one, and takes over as a whole: when a person asks for it, or when no window shows the old one any more.
const VERSION = "dilemma-{version}", FILES = ["{files}"];
addEventListener("install", event => {
  const kept = async () => (await caches.open(VERSION)).addAll(["./", ...FILES].map(name => new Request(name, {cache: "reload"})));
  event.waitUntil(kept());
});
addEventListener("message", event => { if (event.data === "take over") skipWaiting(); });
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
