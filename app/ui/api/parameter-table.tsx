import type { OpenApiParameter } from "~/domain/api/openapi-types";
import { useTranslation } from "~/ui/translation";
import styles from "./api.module.css";
import { Described } from "./described";

/** The parameters of an address, one a row. */
export function ParameterTable({ parameters, label }: { parameters: OpenApiParameter[]; label: string }) {
  const { t } = useTranslation();
  if (parameters.length === 0) return <p>{t("api.noParameters")}</p>;
  return (
    <table className={styles.parameters} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t("api.name")}</th>
          <th scope="col">{t("api.values")}</th>
          <th scope="col">{t("api.meaning")}</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={parameter.name}>
            <th scope="row">
              <code>{parameter.name}</code>
            </th>
            <td>
              <Values parameter={parameter} />
            </td>
            <td lang="en">
              <Described text={parameter.description} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// More are folded away.
const shownValues = 6;

function Values({ parameter }: { parameter: OpenApiParameter }) {
  const { t } = useTranslation();
  const { schema } = parameter;
  const { enum: values, minimum, maximum, type } = schema.items ?? schema;
  const remarks = [
    parameter.in === "path" && t("api.inPath"),
    parameter.example !== undefined && t("api.example", { value: parameter.example }),
    schema.type === "array" && t("api.repeatable"),
    schema.default !== undefined && schema.default !== "" && t("api.default", { value: String(schema.default) }),
  ].filter((remark) => remark !== false);
  return (
    <>
      {values && values.length > shownValues ? (
        <details>
          <summary>{t("api.valueCount", { count: values.length })}</summary>
          <ValueList values={values} />
        </details>
      ) : values ? (
        <ValueList values={values} />
      ) : (
        <code>{maximum === undefined ? type : `${minimum} – ${maximum}`}</code>
      )}
      {remarks.length > 0 && <span className={styles.remarks}>{remarks.join(" · ")}</span>}
    </>
  );
}

const ValueList = ({ values }: { values: string[] }) => (
  <ul className={styles.values}>
    {values.map((value) => (
      <li key={value}>
        <code>{value}</code>
      </li>
    ))}
  </ul>
);
