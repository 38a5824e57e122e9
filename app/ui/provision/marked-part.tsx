import { markPart, sliceMarked } from "~/domain/search/marked-part";
import { Marked } from "~/ui/search/marked-text";
import type { MarkedText } from "~search/port";
import styles from "./provision-text.module.css";

interface MarkedPartProps {
  text: string;
  /** The texts in which a search marked what it found; none without a search. */
  marked?: MarkedText[];
}

/** A text of a provision, what was searched for marked in it. */
export const MarkedPart = ({ text, marked = [] }: MarkedPartProps) => <Marked text={markPart(text, marked)} />;

/** A paragraph, its opening verb set apart as resolutions do. */
export function MarkedParagraph({ text, marked = [], verb }: MarkedPartProps & { verb: string | null }) {
  const whole = markPart(text, marked);
  if (!verb || !text.toLowerCase().startsWith(verb.toLowerCase())) return <Marked text={whole} />;
  return (
    <>
      <b className={styles.verb}>
        <Marked text={sliceMarked(whole, 0, verb.length)} />
      </b>
      <Marked text={sliceMarked(whole, verb.length)} />
    </>
  );
}
