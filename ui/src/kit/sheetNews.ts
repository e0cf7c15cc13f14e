/** What must be answered whatever sheet is open: all beside a modal one is inert, so each open sheet has it below its head. */
import { createContext, type ReactNode } from "react";

export const SheetNews = createContext<ReactNode>(null);
