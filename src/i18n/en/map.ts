export const map = {
  loading: "The map is loading. The same places are in the list.",
  help: "Arrow keys move the map, plus and minus zoom. The same places are in the list.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  you: "You are here",
  clinic: "Clinic",
  pharmacy: "Pharmacy",
  noStreets: "There are no street details for this area. Places and distances are right.",
} as const;
