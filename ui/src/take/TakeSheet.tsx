/** The sheet by which a text is taken out and brought in. */
import type { ReactNode } from "react";
import { Segments } from "../kit/Segments";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { b, k } from "../strings/take";
import "./take.css";

export type Way = "out" | "in";

interface TakeSheetProps {
  way: Way;
  /** `null`: nothing can be brought in. */
  onWay: ((way: Way) => void) | null;
  onClose: () => void;
  children: ReactNode;
}

export const TakeSheet = ({ way, onWay, onClose, children }: TakeSheetProps) => (
  <Sheet title={way === "out" ? k.title : b.title} closeLabel={t.close} onClose={onClose}>
    <div className="take">
      {onWay && (
        <Segments
          label={k.way}
          options={[
            ["out", k.out],
            ["in", k.bring],
          ]}
          value={way}
          onChange={onWay}
        />
      )}
      {children}
    </div>
  </Sheet>
);
