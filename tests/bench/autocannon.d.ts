// The part of autocannon that we use; the package brings no types.
declare module "autocannon" {
  interface Result {
    duration: number;
    errors: number;
    non2xx: number;
    requests: { total: number };
    latency: { p50: number; p99: number };
  }
  export default function autocannon(options: {
    url: string;
    connections: number;
    amount: number;
    requests: { setupRequest: (request: object) => object }[];
  }): Promise<Result>;
}
