import { Fragment } from "react";
import { type TermGroup, termsOf, toFields } from "~/domain/search/thesaurus";

/** `budget = presupuesto`, each in its language. */
export const GroupTerms = ({ group }: { group: TermGroup }) => (
  <span>
    {termsOf(group).map(({ term, language }, number) => (
      <Fragment key={`${language} ${term}`}>
        {number > 0 && " = "}
        <b lang={language}>{term}</b>
      </Fragment>
    ))}
  </span>
);

/** The group in a form. */
export const GroupFields = ({ group }: { group: TermGroup }) =>
  toFields(group).map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
