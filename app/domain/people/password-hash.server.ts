import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";

// OWASP's first choice: argon2id, 46 MiB, one pass. The enum is declared const, which isolated modules cannot read.
const options: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Of a random password that nobody knows: an unknown account takes as long as a known one. */
export const nobodysHash =
  "$argon2id$v=19$m=47104,t=1,p=1$viEI+BBRCIk0AEl7IRrk8w$EcGONVjsToy5djMROGjAWgBOgyST1fVQgGUAKz4l8rg";

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), options);

/** Whether the password fits; without a hash it never does, and takes as long. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? nobodysHash, password.normalize("NFKC"));
  return fits && passwordHash !== null;
}
