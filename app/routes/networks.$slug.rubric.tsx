import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readRubricForm } from "~/domain/reviews/rubric-form";
import { getRubric } from "~/domain/reviews/rubric-queries.server";
import { saveRubric } from "~/domain/reviews/save-rubric.server";
import { translator } from "~/i18n/translate";
import { requireCoordinator } from "~/network-desk.server";
import { doing, personal, refuse } from "~/signed-in.server";
import type { FieldError } from "~/ui/form/read-form";
import { frameOf, pageMeta } from "~/ui/meta";
import { RubricPage } from "~/ui/review/rubric-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { network } = await requireCoordinator(context, request, params.slug);
  const { id, name, language } = network;
  const { criteria } = await getRubric(context.services.readDb, id);
  return { network: { id, name, language }, criteria, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const { criteria, wrong, values, count } = readRubricForm(await request.formData());
  const errors = Object.fromEntries(
    wrong.map(({ name, problem }): [string, FieldError] => [
      name,
      { message: problem === "required" ? "form.required" : "form.wrong" },
    ]),
  );
  if (count === "few") errors[""] = { message: "form.fewCriteria" };
  if (Object.keys(errors).length > 0) return refuse(context, { form: "rubric", errors, values });
  await saveRubric(context.services.db, doing(context, actor), network, criteria);
  return redirect(`/networks/${network.id}/rubric?saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  const title = `${t("rubricForm.heading")} – ${data?.network.name ?? ""}`;
  return pageMeta(frame, { title, description: t("rubricForm.lead"), noIndex: true });
};

export default function Rubric() {
  return <RubricPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
