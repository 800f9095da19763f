import type { Mapping } from "./mapping";
import { nhsbsa } from "./nhsbsa";
import { osmCsv, osmGeojson } from "./osm";
import { plain } from "./plain";

/** Every mapping there is, as `--mapping` names them. */
export const mappings: readonly Mapping[] = [nhsbsa, osmCsv, osmGeojson, plain];

/** Every column that a mapping reads. */
export function columnsOf(mapping: Mapping): string[] {
  const { facts, address, weekHours, only } = mapping;
  const columns: (readonly string[] | undefined)[] = [
    ...mapping.id,
    ...Object.values(facts),
    ...(weekHours ? Object.values(weekHours) : []),
    ...[address.street, ...address.parts],
    ...[mapping.latitude, mapping.longitude, mapping.osmHours, mapping.checkedOn, only?.columns],
  ];
  return columns.flatMap((names) => names ?? []);
}
