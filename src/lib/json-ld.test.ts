import { expect, it } from "vitest";
import { writeJsonLd } from "./json-ld";

it("lets no text end the script it stands in", () => {
  const text = writeJsonLd({ name: "</script><script>alert(1)</script><!--" });
  expect(text).not.toContain("<");
  expect(JSON.parse(text).name).toBe("</script><script>alert(1)</script><!--");
});
