// Makes europe.json, the country outlines behind Ariane's map, from Natural Earth.
//
// usage: npm install world-atlas@2.0.2        (anywhere outside this repository)
//        node make_outline.mjs <countries-50m.json> <europe.json>
//
// The page draws the outlines itself, so that no map tile is ever asked of a third party, who would
// learn where a person is looking for help. Hence the few countries, the small box and the two decimals
// (about one kilometre): enough to recognise Europe, small enough to send with the page.

import { readFileSync, writeFileSync } from "node:fs";

const BOX = { west: -11, south: 36, east: 20, north: 56 };
// A ring is drawn when it reaches into the box, but rings far beyond it (Svalbard, Guyane) only cost bytes.
const MARGIN = { west: -11, south: 34, east: 26, north: 59 };
const DECIMALS = 2;
const MOST_BYTES = 120_000;
// Islets below this area, in square degrees, are specks at the map's scale. Microstates are kept.
const SMALLEST_ISLAND = 0.01;

// ISO 3166-1 numeric code, as in world-atlas, to the alpha-2 code used by the directory.
const CODES = {
  "442": "LU", "250": "FR", "056": "BE", "276": "DE", "528": "NL", "756": "CH", "620": "PT", "724": "ES",
  "380": "IT", "040": "AT", "208": "DK", "372": "IE", "826": "GB", "616": "PL", "203": "CZ", "438": "LI",
  "020": "AD", "492": "MC", "674": "SM", "336": "VA", "470": "MT", "705": "SI", "191": "HR", "070": "BA",
  "348": "HU", "703": "SK", "752": "SE", "499": "ME", "008": "AL", "688": "RS", "831": "GG", "832": "JE", "833": "IM",
  "578": "NO", "440": "LT", "643": "RU",
};

const [, , source, target] = process.argv;
if (!source || !target) {
  console.error("usage: node make_outline.mjs <countries-50m.json> <europe.json>");
  process.exit(2);
}

const topology = JSON.parse(readFileSync(source, "utf8"));
const { scale, translate } = topology.transform;

// TopoJSON arcs are differences between quantised points; shared borders are stored once.
const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});

function ring(indices) {
  const points = [];
  for (const index of indices) {
    const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  return points;
}

function bounds(points) {
  const longitudes = points.map(([x]) => x);
  const latitudes = points.map(([, y]) => y);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function area(points) {
  let sum = 0;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    sum += points[j][0] * points[i][1] - points[i][0] * points[j][1];
  }
  return Math.abs(sum) / 2;
}

const reaches = ([west, south, east, north], box) =>
  east > box.west && west < box.east && north > box.south && south < box.north;

// Sutherland–Hodgman against one edge: large neighbours (Sweden, Russia) are cut at the margin.
function cut(points, inside, crossing) {
  const kept = [];
  points.forEach((point, i) => {
    const before = points[(i + points.length - 1) % points.length];
    if (inside(point) !== inside(before)) kept.push(crossing(before, point));
    if (inside(point)) kept.push(point);
  });
  return kept;
}

function clip(points, box) {
  const atX = (x) => ([ax, ay], [bx, by]) => [x, ay + ((by - ay) * (x - ax)) / (bx - ax)];
  const atY = (y) => ([ax, ay], [bx, by]) => [ax + ((bx - ax) * (y - ay)) / (by - ay), y];
  let kept = cut(points, ([x]) => x >= box.west, atX(box.west));
  kept = cut(kept, ([x]) => x <= box.east, atX(box.east));
  kept = cut(kept, ([, y]) => y >= box.south, atY(box.south));
  return cut(kept, ([, y]) => y <= box.north, atY(box.north));
}

function rounded(points) {
  const out = [];
  for (const [x, y] of points) {
    const point = [Number(x.toFixed(DECIMALS)), Number(y.toFixed(DECIMALS))];
    const last = out.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) out.push(point);
  }
  return out;
}

const countries = [];
for (const geometry of topology.objects.countries.geometries) {
  const code = CODES[geometry.id];
  if (!code) continue;
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
  const rings = polygons
    .flat()
    .map((indices) => ring(indices))
    .filter((points) => reaches(bounds(points), BOX))
    .sort((a, b) => area(b) - area(a))
    // The largest ring always stays: it is all there is of a microstate.
    .filter((points, rank) => rank === 0 || area(points) >= SMALLEST_ISLAND)
    .map((points) => rounded(clip(points, MARGIN)))
    .filter((points) => points.length >= 4);
  if (rings.length) countries.push({ code, d: rings });
}
countries.sort((a, b) => (a.code < b.code ? -1 : 1));

const outline = {
  source: "Natural Earth 1:50m, by way of world-atlas 2.0.2",
  licence: "Public domain (Natural Earth); world-atlas is under the ISC licence",
  countries,
};
const text = JSON.stringify(outline) + "\n";
if (text.length > MOST_BYTES) {
  console.error(`${text.length} bytes are more than the ${MOST_BYTES} allowed`);
  process.exit(1);
}
writeFileSync(target, text);
console.log(`${countries.length} countries, ${text.length} bytes`);
