/** What stood on the page on which somebody decides: a decision on something else does not count. */
export function SeenFields({ status, round }: { status: string; round: string }) {
  return (
    <>
      <input type="hidden" name="seenStatus" value={status} />
      <input type="hidden" name="seenRound" value={round} />
    </>
  );
}
