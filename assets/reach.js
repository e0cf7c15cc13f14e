// Whether the pad of this life is at that address, as far as this page gets there: what is there says so by a script of one line.
addEventListener("message", ({ data: { at, epoch } }) => {
  try {
    importScripts(`${at}/reach/${epoch}`);
  } catch {
    // nobody, or somebody else
  }
  postMessage(self.isHere === true);
});
