/** A name that people gave: on one line, cut with "…" where it is too long, whole for a pointer and for screen readers. */
export const Name = ({ of, className = "" }: { of: string; className?: string }) => (
  <bdi className={`cut ${className}`.trim()} title={of}>
    {of}
  </bdi>
);
