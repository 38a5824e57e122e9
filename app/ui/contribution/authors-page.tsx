import { type Author, creditRoles } from "~/domain/contributions/contribution";
import { CheckboxGroup } from "~/ui/form/choice-fields";
import { TextField } from "~/ui/form/fields";
import { Form } from "~/ui/form/form";
import quiet from "~/ui/form/quiet-button.module.css";
import type { Refused } from "~/ui/form/read-form";
import { Part } from "~/ui/layout/page";
import { useTranslation } from "~/ui/translation";
import type from "~/ui/type.module.css";
import styles from "./contribution.module.css";
import { ContributionFrame, type ContributionHead } from "./contribution-frame";

interface AuthorsProps {
  head: ContributionHead;
  authors: Pick<Author, "position" | "name" | "roles">[];
  refused?: Refused;
}

export function AuthorsPage({ head, authors, refused }: AuthorsProps) {
  const { t } = useTranslation();
  return (
    <ContributionFrame head={head} page="authors" lead={t("contribution.authorsLead")}>
      <ol className={styles.list}>
        {authors.map(({ position, name, roles }, index) => (
          <li key={position}>
            <p>{name}</p>
            {roles.length > 0 && (
              <p className={type.small}>{roles.map((role) => t(`creditRole.${role}`)).join(" · ")}</p>
            )}
            {index > 0 && (
              <form method="post">
                <input type="hidden" name="form" value="remove" />
                <input type="hidden" name="position" value={position} />
                <button type="submit" className={quiet.button}>
                  {t("contribution.removeAuthor", { name })}
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
      <Part id="add" title={t("contribution.addAuthor")}>
        <Form
          id="co-author"
          labels={{
            name: t("contribution.authorName"),
            email: t("contribution.authorEmail"),
            roles: t("contribution.authorRoles"),
          }}
          refused={refused}
          submit={t("contribution.addAuthor")}
        >
          <TextField name="name" />
          <TextField name="email" type="email" optional hint={t("contribution.authorEmailHint")} />
          {head.kind === "case-study" && (
            <CheckboxGroup
              name="roles"
              values={[]}
              choices={creditRoles.map((role) => ({ value: role, label: t(`creditRole.${role}`) }))}
            />
          )}
        </Form>
      </Part>
    </ContributionFrame>
  );
}
