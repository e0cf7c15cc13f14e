/** A link to another page of this server, for pages that may outlive it: where it no longer answers, this page stays and says so. */
import type { MouseEvent, ReactNode } from "react";
import { api } from "../api";
import { t } from "../strings";
import { toast } from "../kit/Toast";

interface ServerLinkProps {
  href: string;
  className: string;
  children: ReactNode;
}

async function follow(href: string): Promise<void> {
  if (await api.answers()) location.assign(href);
  else toast(t.trouble.offline[0]);
}

export function ServerLink({ href, className, children }: ServerLinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab, and this page stays anyway
    event.preventDefault();
    void follow(href);
  };
  return (
    <a className={className} href={href} onClick={onClick}>
      {children}
    </a>
  );
}
