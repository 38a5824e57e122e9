import { useTranslation } from "~/ui/translation";

export interface CallAnswered {
  id: string;
  title: string;
  language: string;
}

/** The call that a contribution answers. */
export function InAnswer({ call }: { call: CallAnswered }) {
  const { t } = useTranslation();
  return (
    <p>
      {t("calls.inAnswer") + t("site.colon")}{" "}
      <a href={`/calls/${call.id}`} lang={call.language}>
        {call.title}
      </a>
    </p>
  );
}
