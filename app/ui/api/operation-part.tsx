import type { OpenApiOperation, OpenApiParameter } from "~/domain/api/openapi-types";
import { useTranslation } from "~/ui/translation";
import styles from "./api.module.css";
import { Code } from "./code";
import { Described } from "./described";
import { ParameterTable } from "./parameter-table";

interface OperationPartProps {
  path: string;
  method: "get" | "post" | "patch";
  origin: string;
  operation: OpenApiOperation;
}

/** One address of the API: what it is for, what it takes, and an example of both ways. */
export function OperationPart({ path, method, origin, operation }: OperationPartProps) {
  const { t } = useTranslation();
  const request = origin + exampleRequest(path, operation);
  const content = (operation.responses["200"] ?? operation.responses["201"])?.content?.["application/json"];
  const schema = String(content?.schema.$ref ?? "").replace(/^.*\//, "");
  return (
    <section className={styles.operation} aria-labelledby={operation.operationId}>
      <h3 id={operation.operationId} lang="en">
        {operation.summary}
      </h3>
      <p className={styles.path}>
        <span className={styles.method}>{method.toUpperCase()}</span> <code>{path}</code>
      </p>
      <p lang="en">
        <Described text={operation.description} />
      </p>
      {operation.parameters.length > 0 && (
        <>
          <h4>{t("api.parameters")}</h4>
          <ParameterTable parameters={operation.parameters} label={`${t("api.parameters")}: ${path}`} />
        </>
      )}
      {!operation.security && (
        <>
          <h4>{t("api.exampleRequest")}</h4>
          <p className={styles.request}>
            <a href={request}>{request}</a>
          </p>
        </>
      )}
      {content?.example && (
        <details className={styles.answer}>
          <summary>{t("api.exampleAnswer")}</summary>
          <Code json={content.example} />
        </details>
      )}
      <p className={styles.schema}>{t("api.shortened", { schema })}</p>
    </section>
  );
}

function exampleRequest(path: string, operation: OpenApiOperation): string {
  const filled = operation.parameters
    .filter((parameter) => parameter.in === "path")
    .reduce((address, { name, example = "" }: OpenApiParameter) => address.replace(`{${name}}`, example), path);
  const query = operation["x-example-query"];
  return query ? `${filled}?${query}` : filled;
}
