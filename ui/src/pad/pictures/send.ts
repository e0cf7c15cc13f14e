/** One file on its way to the server. `fetch` tells nobody how far it is, so it goes by the older way. */
import { ApiError } from "../../api";

export interface Stored {
  id: string;
  url: string;
  name: string;
  type: string;
  bytes: number;
}

interface Way {
  pad: string;
  key: string;
  name: string;
  file: Blob;
  stop: AbortSignal;
  onSent: (bytes: number) => void;
}

/** Throws an `ApiError`, of status 0 where the connection is lost; what is stopped throws the same. */
export const send = ({ pad, key, name, file, stop, onSent }: Way): Promise<Stored> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/pads/${pad}/files?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("Authorization", `Bearer ${key}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.responseType = "json";
    const lost = () => reject(new ApiError(0, ""));
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    for (const event of ["error", "abort", "timeout"]) request.addEventListener(event, lost);
    request.addEventListener("load", () => {
      const answer = request.response as (Stored & { detail?: string }) | null;
      if (request.status === 201 && answer) resolve(answer);
      else {
        const wait = Number.parseInt(request.getResponseHeader("Retry-After") ?? "", 10);
        const after = Number.isNaN(wait) ? null : wait;
        reject(new ApiError(request.status, answer?.detail ?? "", {}, {}, after));
      }
    });
    stop.addEventListener("abort", () => request.abort());
    request.send(file);
  });
