import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { follow } from "~/domain/following/follow.server";
import { followedPath, followForm } from "~/domain/following/followed";
import { listFollowed } from "~/domain/following/following-queries.server";
import { unfollow } from "~/domain/following/unfollow.server";
import { listFollowedThreads } from "~/domain/threads/follower-queries.server";
import { listTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import { readLanguage } from "~/i18n/language";
import { personal, refuse, requireActor, requireSession } from "~/signed-in.server";
import { FollowingPage, followingMeta } from "~/ui/following/following-page";
import { readForm, refuseField } from "~/ui/form/read-form";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db, readDb } = context.services;
  const actor = await requireActor(context, request);
  const { person } = actor;
  const language = readLanguage(request);
  const followed = await listFollowed(db, person.id, language);
  const codes = followed.flatMap(({ kind, id }) => (kind === "theme" ? [id] : []));
  const themes = (await listTerms(readDb, "theme")).filter(({ code }) => !codes.includes(code));
  const threads = await listFollowedThreads(db, actor);
  return {
    ...{ followed, threads },
    themes: themes.map(({ code, label }) => ({ value: code, label: label[language] })),
    theme: new URL(request.url).searchParams.get("theme"),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(followForm, form);
  if (refused) return refuse(context, refused);
  if (form.get("form") === "unfollow") await unfollow(db, person.id, data);
  else {
    const outcome = await follow(db, person.id, data, now());
    if (outcome !== "followed") return refuse(context, refuseField(form, "", errors[outcome]));
  }
  // Back to the page whose button it was.
  return redirect(form.get("back") === "yes" ? followedPath(data) : "/following");
}

const errors = { gone: "form.gone", many: "form.followedMany" } as const;

export const meta: MetaFunction = ({ matches }) => followingMeta(matches);

export default function Following() {
  return <FollowingPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
