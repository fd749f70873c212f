// The page of a collection: counts and draws anew for the views of one group.
"use strict";
const data = JSON.parse(document.getElementById("views").textContent);
const all = [...Array(data.rows[0].chosen.length).keys()];
const buttons = [...document.querySelectorAll("#filter button")];

// Writes how many of these views choose and permit each option into the table.
function count(views) {
  document.querySelectorAll(".counts tbody tr").forEach((line, at) => {
    const {chosen, permitted} = data.rows[at];
    line.querySelector(".rest").textContent = views.filter(view => chosen[view] === 0).length;
    [...line.querySelectorAll("td:not(.rest)")].forEach((cell, option) => {
      const has = sets => sets ? views.filter(view => sets[view] >> option & 1).length : 0;
      const solid = 100 * has(chosen) / views.length, light = 100 * has(permitted) / views.length;
      cell.querySelector(".count").textContent = has(chosen);
      cell.querySelector(".solid").setAttribute("d", `M0 0V1H${solid.toFixed(1)}V0z`);
      cell.querySelector(".light").setAttribute("d", `M${solid.toFixed(1)} 0V1H${(solid + light).toFixed(1)}V0z`);
    });
  });
}

// The value below which a share of sorted values lies, between two of them where need be.
function quantile(sorted, share) {
  const place = share * (sorted.length - 1), low = Math.floor(place), high = Math.ceil(place);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

// The dots of these values as the data of a path, on top of what the places along the axis hold already.
function stack(values, step, held) {
  const {bins, high} = data.dots, counts = new Map();
  for (const value of values) {
    const place = Math.min(bins - 1, Math.max(0, Math.floor(value * bins)));
    counts.set(place, (counts.get(place) || 0) + 1);
  }
  let path = "";
  for (const [place, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    const first = held.get(place) || 0;
    for (let level = first; level < first + count; level++) path += `M${(100 * (place + .5) / bins).toFixed(2)} ${+(high - step * level).toFixed(4)}h0`;
    held.set(place, first + count);
  }
  return path;
}

// Draws the dots of these views dark and those of others pale, with the quartiles of these.
function draw(views, group) {
  const inside = new Set(views);
  document.querySelectorAll("svg.spread").forEach((picture, at) => {
    const {values, stated, half, step} = data.spreads[at];
    picture.closest("figure").querySelector(".half").textContent = half[group];
    const held = new Map();
    const dots = rows => stack(rows.map(row => values[row]), step, held);
    picture.querySelector(".views").setAttribute("d", dots(stated.filter(row => inside.has(row))));
    picture.querySelector(".others").setAttribute("d", dots(stated.filter(row => !inside.has(row))));
    const sorted = views.map(row => values[row]).filter(value => value !== null).sort((a, b) => a - b);
    const [low, middle, high] = sorted.length ? [.25, .5, .75].map(share => (100 * quantile(sorted, share)).toFixed(2)) : [0, 0, 0];
    picture.querySelector(".box").setAttribute("d", sorted.length ? `M${low} 25H${high}V27H${low}z` : "");
    picture.querySelector(".median").setAttribute("d", sorted.length ? `M${middle} 24V28` : "");
  });
}

// Shows the views of one group.
function show(group) {
  const views = data.groups[group], inside = new Set(views);
  for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.dataset.group) === group));
  count(views);
  draw(views, group);
  for (const line of document.querySelectorAll("[data-row]")) line.hidden = !inside.has(Number(line.dataset.row));
  for (const reasons of document.querySelectorAll("details:not(.idle)")) {
    reasons.querySelector(".reasons-count").textContent = reasons.querySelectorAll("li:not([hidden])").length;
  }
  document.querySelector("#filter .said").textContent = `${views.length} of ${all.length} views`;
}

for (const button of buttons) button.addEventListener("click", () => show(Number(button.dataset.group)));
document.documentElement.classList.add("live");
