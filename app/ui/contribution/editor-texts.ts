import { useTranslation } from "~/ui/translation";

/** What the editor's script says; it carries no catalogue of its own. Double braces are filled in by it. */
export function useEditorTexts() {
  const { t } = useTranslation();
  const hole = (name: string) => `{{${name}}}`;
  return {
    saved: t("editor.saved", { time: hole("time") }),
    saving: t("editor.saving"),
    unsaved: t("editor.unsaved"),
    refused: t("editor.refused"),
    offline: t("editor.offline"),
    unwritten: t("editor.unwritten"),
    others: t("editor.others", { name: hole("name"), time: hole("time") }),
    ended: t("editor.ended"),
    signIn: t("editor.signIn"),
    kept: t("editor.kept"),
    conflict: t("editor.conflict"),
    conflictLead: t("editor.conflictLead", { name: hole("name"), time: hole("time") }),
    theirs: t("editor.theirs"),
    keepMine: t("editor.keepMine"),
    takeTheirs: t("editor.takeTheirs"),
    emptyText: t("editor.emptyText"),
    someone: t("contribution.someone"),
    percent: t("editor.percent", { percent: hole("percent") }),
    characters: t("editor.ofCharacters", { count: hole("count") as never, max: hole("max") }),
    word: withCount(t("editor.words", { count: 1 }), 1),
    words: withCount(t("editor.words", { count: 17 }), 17),
    chosenOne: withCount(t("editor.chosen", { count: 1 }), 1),
    chosen: withCount(t("editor.chosen", { count: 17 }), 17),
  };
}

export type EditorTexts = ReturnType<typeof useEditorTexts>;

const withCount = (text: string, count: number) => text.replace(String(count), "{{count}}");
