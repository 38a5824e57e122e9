import { notFound } from "~/ui/not-found";

/** Every address that nothing else answers. */
export const loader = () => {
  throw notFound();
};

export default function NotFound() {
  return null;
}
