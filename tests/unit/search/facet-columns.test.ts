import { expect, test } from "vitest";
import { facetNames } from "~search/port";
import { FacetColumns } from "~search/sqlite/facet-columns";
import { FacetValues } from "~search/sqlite/facet-values";

const city = facetNames.indexOf("city");
const type = facetNames.indexOf("type");

test("values come back slot by slot, those of slots left out are none, and there may be more than two bytes can number", () => {
  const values = new FacetValues();
  const columns = new FacetColumns(values);
  const practice = values.add(type, "practice");
  columns.add(1, [practice, values.add(city, "city-1")]);
  columns.add(4, []);
  columns.add(5, [practice]);
  for (let slot = 6; slot < 70_000; slot++) columns.add(slot, [practice, values.add(city, `city-${slot}`)]);
  expect([0, 1, 2, 3, 4, 5, 6].map((slot) => columns.of(city, slot))).toEqual([
    [],
    ["city-1"],
    [],
    [],
    [],
    [],
    ["city-6"],
  ]);
  expect([1, 4, 5, 69_999].map((slot) => columns.of(type, slot))).toEqual([
    ["practice"],
    [],
    ["practice"],
    ["practice"],
  ]);
  expect([65_540, 65_541, 65_542, 65_543, 69_999].map((slot) => columns.of(city, slot))).toEqual(
    [65_540, 65_541, 65_542, 65_543, 69_999].map((slot) => [`city-${slot}`]),
  );
});
