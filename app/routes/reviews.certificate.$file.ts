import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCertified, listCertifiedReviews } from "~/domain/reviews/certificate-queries.server";
import { drawCertificate } from "~/domain/reviews/draw-certificate.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { requireActor } from "~/signed-in.server";
import { formatDate } from "~/ui/format-date";
import { notFound } from "~/ui/not-found";

/** A reviewer's own certificate of a year. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { person } = await requireActor(context, request);
  const { readDb, now } = context.services;
  const year = Number(/^(20\d\d)\.pdf$/.exec(params.file ?? "")?.[1]);
  const certified = await getCertified(readDb, person.id);
  const reviews = year ? await listCertifiedReviews(readDb, person.id, year) : [];
  if (!certified || reviews.length === 0) throw notFound();
  const language = readLanguage(request);
  const t = translator(language);
  const pdf = await drawCertificate({
    language,
    title: t("certificate.title", { year }),
    ...certified,
    lead: t("certificate.lead", { count: reviews.length, year }),
    lines: reviews.map(({ submittedAt, network, title }) =>
      [formatDate(submittedAt, language), network, title ?? t("certificate.untold")].join(" · "),
    ),
    foot: t("certificate.foot", { date: formatDate(now().toISOString(), language) }),
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="polylogue-reviews-${year}.pdf"`,
      "Cache-Control": "private, no-store",
    },
  });
}
