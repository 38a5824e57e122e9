/** What is opened counts as read; without a script, a button says so. */
export function markWhenOpened(link: HTMLAnchorElement): void {
  link.addEventListener("click", () => {
    navigator.sendBeacon("/notifications", new URLSearchParams({ form: "read", id: link.dataset.read ?? "" }));
  });
}
