// Numbers as a person types them, and as a file writes them: alone, or from least to most with a best estimate.
const PLAIN = /^([-+−]?)\s*(\d+(?:[.,]\d+)?|[.,]\d+)(e[-+]?\d+)?\s*(?:(?:\/|:|in|out of)\s*(\d+(?:[.,]\d+)?))?\s*(%|per ?cent)?$/i;
const ABOUT = /^(?:about|around|roughly|circa|ca\.?|some|~|≈)\s*/i;
const SPAN = /^(.*?\d[^-–]*?)\s*(?:-|–|\bto\b)\s*([-−]?\s*[\d.,].*)$/i;

// The number in a text: `20%`, `0,2`, `1/5`, `1 in 5`, `about 2`; null if there is none. In a share a bare 20 is 20 %.
export function numberIn(text, share = false) {
  const found = PLAIN.exec(text.trim().replace(ABOUT, ""));
  if (!found) return null;
  const [, sign, digits, power = "", under, percent] = found, plain = word => Number(word.replace(",", "."));
  let value = plain(digits + power) / (under ? plain(under) : 1);
  if (percent || (share && value > 1 && value <= 100)) value /= 100;
  if (!Number.isFinite(value)) return null;
  return Number((/[-−]/.test(sign) ? -value : value).toPrecision(12));
}
// The two ends in a text such as `2-10 %` or `2 to 10`; null if it is no such text.
export function endsIn(text, share = false) {
  const found = SPAN.exec(text.trim().replace(ABOUT, ""));
  if (!found) return null;
  const percent = /(%|per ?cent)$/i.test(found[2]) && !/(%|per ?cent)$/i.test(found[1].trim()) ? "%" : "";
  const low = numberIn(found[1] + percent, share), high = numberIn(found[2], share);
  return low === null || high === null ? null : {low, high};
}
export function shown(value, share = false) {
  if (value === null || value === undefined) return "";
  return share ? `${Number((value * 100).toPrecision(10))} %` : String(value).replace("-", "−");
}
// The least, best and greatest value of what a file writes; null if that is written in another way.
export function rangeOf(written) {
  if (typeof written === "number") return {best: written};
  if (Array.isArray(written) && written.every(one => typeof one === "number")) {
    if (written.length === 3) return {low: written[0], best: written[1], high: written[2]};
    if (written.length === 2) return {low: written[0], best: null, high: written[1]};
  }
  const keys = written && typeof written === "object" ? Object.keys(written) : [];
  if (keys.length && keys.every(key => ["low", "best", "high"].includes(key) && typeof written[key] === "number")) return {best: null, ...written};
  return written === undefined || written === null ? {best: null} : null;
}
// What the file writes for a range; undefined for nothing.
export function writtenRange({low, best, high}) {
  if (low === undefined && high === undefined) return best ?? undefined;
  if (best === null || best === undefined) return low !== undefined && high !== undefined ? [low, high] : undefined;
  return [low ?? best, best, high ?? best];
}
