/** Who writes knows who reads: that the text is on walls, or no more. A short word, and nothing moves under hands that write. */
import { toast } from "../kit/Toast";
import { worded } from "../strings/language";
import { w } from "../strings/wall";

export async function tell(text: boolean): Promise<void> {
  await worded();
  toast(text ? w.told : w.toldNoMore);
}
