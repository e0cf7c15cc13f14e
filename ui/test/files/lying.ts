/** A packed file that lies about its size. */

/** The same file, whose heads (`PK 1 2` and `PK 3 4`) say of each part that it unpacks to so many bytes. */
export function lying(bytes: Uint8Array, size: number): Uint8Array {
  const told = bytes.slice();
  const view = new DataView(told.buffer);
  for (let at = 0; at + 30 < told.length; at += 1) {
    const sign = view.getUint32(at, true);
    if (sign === 0x04034b50) view.setUint32(at + 22, size, true);
    if (sign === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return told;
}
