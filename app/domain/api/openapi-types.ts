/** The parts of JSON Schema 2020-12 that the description uses. */
export interface JsonSchema {
  [keyword: string]: unknown;
  type?: string;
  description?: string;
  enum?: string[];
  default?: unknown;
  items?: JsonSchema;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

export interface OpenApiParameter {
  name: string;
  in: "path" | "query";
  description: string;
  required: boolean;
  schema: JsonSchema;
  example?: string;
  style?: string;
  explode?: boolean;
}

export interface OpenApiResponse {
  description: string;
  headers?: Record<string, { description: string; schema: JsonSchema }>;
  content?: Record<string, { schema: JsonSchema; example?: object }>;
}

export interface OpenApiOperation {
  operationId: string;
  summary: string;
  description: string;
  parameters: OpenApiParameter[];
  /** The query of an example request. */
  "x-example-query"?: string;
  /** It needs a personal token. */
  security?: { token: string[] }[];
  "x-scope"?: string;
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, OpenApiResponse>;
}

export interface OpenApiPath {
  get: OpenApiOperation;
  post?: OpenApiOperation;
  patch?: OpenApiOperation;
}

/** The parts of OpenAPI 3.1 that the description uses. */
export interface OpenApi {
  openapi: string;
  info: {
    title: string;
    version: string;
    summary: string;
    description: string;
    license: { name: string; identifier: string };
  };
  servers: { url: string }[];
  paths: Record<string, OpenApiPath>;
  components: {
    schemas: Record<string, JsonSchema>;
    securitySchemes: Record<string, { type: "http"; scheme: "bearer"; description: string }>;
  };
}
