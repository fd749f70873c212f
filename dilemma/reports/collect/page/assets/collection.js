// The page of a collection: counts and draws anew for the views of one group.
"use strict";
const data = JSON.parse(document.getElementById("views").textContent);
const all = [...Array(data.rows[0].chosen.length).keys()];
const buttons = [...document.querySelectorAll("#filter button")];

// Writes how many of these views choose and permit each option into the table.
function count(views) {
  document.querySelectorAll(".counts tbody tr").forEach((line, at) => {
    const {chosen, permitted} = data.rows[at];
    line.querySelector(".rest").textContent = views.filter(view => !chosen[view]).length;
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

// Draws the marks of these views dark and those of others pale, with the quartiles of these.
function draw(views, group) {
  const inside = new Set(views);
  document.querySelectorAll("svg.spread").forEach((picture, at) => {
    const {values, half} = data.spreads[at];
    picture.closest("figure").querySelector(".half").textContent = half[group];
    const marks = rows => rows.filter(row => values[row] !== null).map(row => `M${(100 * values[row]).toFixed(2)} 2V10`).join("");
    picture.querySelector(".views").setAttribute("d", marks(views));
    picture.querySelector(".others").setAttribute("d", marks(all.filter(row => !inside.has(row))));
    const sorted = views.map(row => values[row]).filter(value => value !== null).sort((a, b) => a - b);
    const [low, middle, high] = sorted.length ? [.25, .5, .75].map(share => (100 * quantile(sorted, share)).toFixed(2)) : [0, 0, 0];
    picture.querySelector(".box").setAttribute("d", sorted.length ? `M${low} 1H${high}V11H${low}z` : "");
    picture.querySelector(".median").setAttribute("d", sorted.length ? `M${middle} 0V12` : "");
  });
}

// Shows the views of one group.
function show(group) {
  const views = data.groups[group], inside = new Set(views);
  for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.dataset.group) === group));
  count(views);
  draw(views, group);
  for (const line of document.querySelectorAll("[data-row]")) line.hidden = !inside.has(Number(line.dataset.row));
  for (const reasons of document.querySelectorAll("details")) {
    reasons.querySelector(".reasons-count").textContent = reasons.querySelectorAll("li:not([hidden])").length;
  }
  document.querySelector("#filter .said").textContent = `${views.length} of ${all.length} views`;
}

for (const button of buttons) button.addEventListener("click", () => show(Number(button.dataset.group)));
document.documentElement.classList.add("live");
