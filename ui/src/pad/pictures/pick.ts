/** Asks for files of this device: on a phone its camera, where a picture is to be taken now. */

/** `camera`: a picture is taken now; it works on plain HTTP too. */
export function pick(what: "picture" | "file" | "camera", take: (files: File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = what !== "camera";
  if (what !== "file") input.accept = "image/*";
  if (what === "camera") input.setAttribute("capture", "environment");
  input.dataset.testid = `pick-${what}`;
  input.hidden = true;
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input); // some browsers let go of one that stands nowhere
  input.click();
}

/** Picks, and brings what was picked. */
export const pickAndBring = (what: "picture" | "file" | "camera"): void =>
  pick(what, (files) => void import("./queue").then(({ bring }) => bring(files)));
