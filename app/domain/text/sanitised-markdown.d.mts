export function toSafeHtml(markdown: string): string;
