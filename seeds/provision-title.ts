/**
 * What a provision is called, from its eId: `Recommendation 8`, `Recital gg`, `Section 2.1`, `Recommendation 3 (a)`,
 * `Recommendation 3, item 1`, `Enacting formula`.
 */
export function provisionTitle(eId: string): string {
  const [name = "", ...steps] = eId.split("-");
  const parts = steps.map((step, index) => {
    if (index === 0) return ` ${step}`;
    const afterWord = /^[a-z]{3,}$/.test(steps[index - 1] ?? "");
    if (/^\d+$/.test(step)) return afterWord ? ` ${step}` : `.${step}`;
    return step.length < 3 ? ` (${step})` : `, ${step}`;
  });
  return name.charAt(0).toUpperCase() + name.slice(1) + parts.join("");
}
