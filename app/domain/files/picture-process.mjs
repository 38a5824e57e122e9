// Reads one picture and writes it anew, in a process of its own: a picture made to break the program that reads it, or to keep it
// busy, ends this process and nothing else. Plain JavaScript, because Node runs it as it stands, in development and in production.
import { setPriority } from "node:os";
import sharp from "sharp";

const [, , input, output, mostPixels, longestSide] = process.argv;

setPriority(10);
sharp.concurrency(1);
sharp.cache(false);
// Whatever else the library reads, nothing but these is ever tried.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((name) => `VipsForeignLoad${name}`),
});

const side = Number(longestSide);
try {
  const { width, height, size } = await sharp(input, { limitInputPixels: Number(mostPixels), failOn: "error" })
    // As the camera was held; where and when it was is left out with all other metadata.
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82, effort: 3 })
    .toFile(output);
  process.stdout.write(JSON.stringify({ width, height, bytes: size }));
} catch (error) {
  process.stdout.write(JSON.stringify({ problem: /pixel limit/i.test(error.message) ? "pixels" : "damaged" }));
}
