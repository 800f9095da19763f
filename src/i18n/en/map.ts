export const map = {
  loading: "The map is loading. The same places are in the list.",
  help: "Arrow keys move the map, plus and minus zoom. The same places are in the list.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  you: "You are here",
  clinic: "Clinic",
  pharmacy: "Pharmacy",
  areaHelp:
    "Arrow keys move the map, plus and minus zoom, Tab goes through the places, Escape leads back to the list. The same places are in the list.",
  legend: "What the signs on the map mean",
  place: "{name}, {state}",
  numberedPlace: "{number, number}. {name}, {state}",
  states: {
    open: "open",
    duty: "on duty",
    closed: "closed",
    unknown: "hours unknown",
  },
  cluster: "{count, number} places here. Zoom in",
  searchHere: "Search this area",
  othersFailed: "The other places could not be loaded onto the map. The list is complete.",
  noStreets: "There are no street details for this area. Places and distances are right.",
} as const;
