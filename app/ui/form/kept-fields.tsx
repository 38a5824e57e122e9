import type { Typed } from "./typed";

/** The fields of a form that was sent, unseen, so that it can be sent again as it was. */
export function KeptFields({ typed }: { typed: Typed }) {
  return typed.map(([name, text], index) => (
    // Newlines stay as they are in an area; in a hidden field a browser may drop them.
    // biome-ignore lint/suspicious/noArrayIndexKey: names may stand there several times
    <textarea key={index} name={name} hidden readOnly defaultValue={text} />
  ));
}
