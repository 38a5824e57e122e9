import type { ParameterError, Problem } from "./schemas/problem";

const titles: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  410: "Gone",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
};

/** A request that the API cannot answer; `answerApi` turns it into problem+json. */
export class ApiProblem extends Error {
  override name = "ApiProblem";
  constructor(
    readonly status: number,
    detail: string,
    readonly errors?: ParameterError[],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail);
  }
}

/** 400: each parameter at fault is named, in the errors and in the detail. */
export function badParameters(errors: ParameterError[]): ApiProblem {
  const detail = errors.map(({ parameter, value, message }) => `${parameter}${value ? ` “${value}”` : ""} ${message}.`);
  return new ApiProblem(400, detail.join(" "), errors);
}

/** The entry, or a 404 that says what is missing. @throws ApiProblem */
export function found<T>(entry: T | undefined, what: string): T {
  if (entry === undefined) throw new ApiProblem(404, what);
  return entry;
}

/** RFC 9457. */
export function problemResponse(problem: ApiProblem, headers: HeadersInit = {}): Response {
  const body: Problem = {
    type: "about:blank",
    title: titles[problem.status] ?? "Error",
    status: problem.status,
    detail: problem.message,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
  const response = new Response(JSON.stringify(body), { status: problem.status, headers });
  for (const [name, value] of Object.entries(problem.headers)) response.headers.set(name, value);
  response.headers.set("Content-Type", "application/problem+json; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  response.headers.set("Access-Control-Allow-Origin", "*");
  return response;
}
